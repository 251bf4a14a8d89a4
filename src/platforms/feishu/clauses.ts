/** What Feishu requires under each rule. Its pages about the calls mention neither a domain list nor certificates. */
import { nothingSaid } from '../demands/certificates.js'
import { perApiRows } from '../demands/per-api.js'
import { follows, said } from '../demands/quotations/index.js'
import type { Rows } from '../demands/rows.js'

const CALLS = follows('feishu.request')
/** Plain HTTP is accepted too. */
const SCHEMES = follows('feishu.schemes')

export const rows: Rows = {
  ...nothingSaid(SCHEMES),
  ...perApiRows('feishu', {
    listed: { said: CALLS, follows: CALLS },
    isListUnsaid: true,
    referer: said('feishu.referer'),
  }),
}
