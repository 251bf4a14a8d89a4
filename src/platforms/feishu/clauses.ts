/** What Feishu demands of every rule. Its pages of the calls name neither a list of domains nor certificates. */
import { nothingSaid } from '../demands/certificates.js'
import { perApiRows } from '../demands/per-api.js'
import { follows, said } from '../demands/quotations/index.js'
import type { Rows } from '../demands/rows.js'

const CALLS = follows('feishu.request')
/** Plain HTTP is taken too. */
const SCHEMES = follows('feishu.schemes')

export const rows: Rows = {
  ...nothingSaid(SCHEMES),
  ...perApiRows('feishu', {
    listed: { said: CALLS, follows: CALLS },
    isListUnsaid: true,
    referer: said('feishu.referer'),
  }),
}
