/**
 * What JD requires under each rule. No page of its own was found, and what a framework says about all platforms is untrue for
 * some.
 */
import { nothingSaid } from '../demands/certificates.js'
import { perApiRows } from '../demands/per-api.js'
import { follows } from '../demands/quotations/index.js'
import type { Rows } from '../demands/rows.js'

const LISTED = follows('jd.listed')

export const rows: Rows = {
  ...nothingSaid(LISTED),
  ...perApiRows('jd', { listed: { said: LISTED, follows: LISTED }, isListUnsaid: true }),
}
