/** The page's own script, for any browser of the last years; `scripts/browser.mjs` makes one text of it. */
import { startCopy } from './copy.js'
import { startDisplay } from './display.js'
import { startFilter } from './filter.js'
import { startOpening } from './opening.js'
import { startOrder } from './order.js'
import { all } from './page.js'

startDisplay()
startFilter()
startOrder()
startCopy()
startOpening()
for (const element of all('[data-needs-script]')) element.hidden = false
