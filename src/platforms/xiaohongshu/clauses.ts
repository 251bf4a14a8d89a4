/** What Xiaohongshu requires under each rule. In 2022 its list did not restrict requests; whether it does today is not known. */
import { nothingSaid } from '../demands/certificates.js'
import { perApiRows } from '../demands/per-api.js'
import { follows } from '../demands/quotations/index.js'
import type { Rows } from '../demands/rows.js'

const LISTS = follows('xiaohongshu.lists')

export const rows: Rows = {
  ...nothingSaid(LISTS),
  ...perApiRows('xiaohongshu', { listed: { said: LISTS, follows: LISTS }, isListUnsaid: true }),
}
