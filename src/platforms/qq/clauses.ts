/** What QQ requires under each rule, and the sentence behind it. */
import { checkedBySystem } from '../demands/certificates.js'
import { perApiRows } from '../demands/per-api.js'
import { follows, said, told } from '../demands/quotations/index.js'
import type { Rows } from '../demands/rows.js'

const CHECKED = follows('qq.checked')
const HIGHEST = follows('qq.highest')

export const rows: Rows = {
  ...checkedBySystem({
    https: follows('qq.https'),
    valid: CHECKED,
    trusted: CHECKED,
    name: CHECKED,
    dates: { said: CHECKED, follows: CHECKED },
    chain: { said: HIGHEST, follows: HIGHEST },
    selfSigned: said('qq.self-signed'),
    ats: said('qq.ats'),
    tls: HIGHEST,
    distrusted: CHECKED,
    strictness: follows('qq.strictness'),
    highest: HIGHEST,
  }),
  ...perApiRows('qq', {
    listed: told('qq.only-listed'),
    schemes: told('qq.schemes'),
    https: told('qq.https'),
    noAddress: told('qq.no-address'),
    port: { ports: 'allow', said: said('qq.port'), default: said('qq.default-port') },
    forbidden: { said: said('qq.forbidden-host'), hosts: ['api.q.qq.com'] },
    limit: told('qq.limit'),
    filing: told('qq.filing'),
    timeout: told('qq.timeout'),
    charset: { said: said('qq.charset') },
    anyStatus: told('qq.any-status'),
    referer: said('qq.referer'),
  }),
}
