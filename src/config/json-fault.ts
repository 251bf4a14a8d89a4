/** Where a text stops being valid JSON: JavaScript engines give the position for some texts only. */

import { configTexts } from '../i18n/config.js'
import { parseJsonc } from './jsonc.js'
import { locate } from './nodes.js'

/** An offset; the end of the text if nothing is found before (comments, although not JSON, are accepted). */
export function jsonFault(text: string): number {
  const found: number[] = []
  parseJsonc(text, configTexts('en'), (at) => found.push(at))
  return found.length > 0 ? Math.min(...found) : text.length
}

/** The offset of what a path of keys and indexes leads to in JSON, or of the deepest there is on the way. */
export function jsonPlace(text: string, path: readonly string[]): number {
  const root = parseJsonc(text, configTexts('en'), () => {})
  return root ? locate(root, path).node.at : 0
}
