/** The page's own script: plain JavaScript for any browser of the last years, without a build step. */
import { COPY } from './copy.js'
import { DISPLAY } from './display.js'
import { FILTER } from './filter.js'
import { OPENING } from './opening.js'
import { ORDER } from './order.js'

export const SCRIPT = `(function () {
'use strict'
var all = function (selector, within) {
  return Array.prototype.slice.call((within || document).querySelectorAll(selector))
}
var root = document.documentElement
${DISPLAY}${FILTER}${ORDER}${COPY}${OPENING}
all('[data-needs-script]').forEach(function (element) { element.hidden = false })
})()
`
