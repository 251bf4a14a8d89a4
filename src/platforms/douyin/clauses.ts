/**
 * What Douyin requires under each rule, and the sentence behind it. Its page about mini games says the most about certificates.
 */
import { checkedBySystem } from '../demands/certificates.js'
import { perApiRows } from '../demands/per-api.js'
import { follows, said, told } from '../demands/quotations/index.js'
import type { Rows } from '../demands/rows.js'

const HIGHEST = follows('douyin.highest')

export const rows: Rows = {
  ...checkedBySystem({
    https: follows('douyin.https'),
    valid: follows('douyin.valid'),
    trusted: said('douyin.trusted'),
    name: said('douyin.name'),
    // From the pages about mini games, which are more detailed.
    dates: { said: follows('douyin.dates'), follows: follows('douyin.dates') },
    chain: { said: follows('douyin.chain'), follows: follows('douyin.chain') },
    selfSigned: follows('douyin.self-signed'),
    ats: HIGHEST,
    tls: follows('douyin.tls'),
    distrusted: follows('douyin.distrusted'),
    strictness: follows('douyin.strictness'),
    highest: HIGHEST,
  }),
  ...perApiRows('douyin', {
    listed: told('douyin.only-listed'),
    schemes: told('douyin.schemes'),
    https: told('douyin.https'),
    noAddress: told('douyin.no-address'),
    lanCalls: true,
    port: { ports: 'allow', said: said('douyin.port'), default: said('douyin.default-port') },
    limit: told('douyin.limit'),
    filing: told('douyin.filing'),
    timeout: told('douyin.timeout'),
    charset: { said: said('douyin.charset') },
    anyStatus: told('douyin.any-status'),
    referer: said('douyin.referer'),
    media: told('douyin.media'),
  }),
}
