/** What JD demands of every rule. Nothing of its own was found, and what a framework says of all platforms is untrue of some. */
import { nothingSaid } from '../demands/certificates.js'
import { perApiRows } from '../demands/per-api.js'
import { follows } from '../demands/quotations/index.js'
import type { Rows } from '../demands/rows.js'

const LISTED = follows('jd.listed')

export const rows: Rows = {
  ...nothingSaid(LISTED),
  ...perApiRows('jd', { listed: { said: LISTED, follows: LISTED }, isListUnsaid: true }),
}
