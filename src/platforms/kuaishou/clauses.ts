/** What Kuaishou requires under each rule. Its page names the lists but says nothing about the domains in them. */
import { nothingSaid } from '../demands/certificates.js'
import { perApiRows } from '../demands/per-api.js'
import { follows } from '../demands/quotations/index.js'
import type { Rows } from '../demands/rows.js'

const LISTS = follows('kuaishou.lists')

export const rows: Rows = {
  ...nothingSaid(LISTS),
  ...perApiRows('kuaishou', { listed: { said: LISTS, follows: LISTS }, socketLists: ['udp'] }),
}
