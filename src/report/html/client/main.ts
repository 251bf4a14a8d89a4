/** The page's own script, for any recent browser; `scripts/browser.mjs` bundles it. */
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
