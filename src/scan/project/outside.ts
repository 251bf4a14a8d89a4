/** Files nobody would read, looked through for words of the network: what calls must not be left out in silence. */

import { platformGlobals } from '../frameworks/builds.js'
import type { Reader } from './reader.js'
import type { Scripts } from './scripts.js'

/** `wx.request(`, `Taro.uploadFile(`: what only mini programs do. */
const CALLS = new RegExp(
  `\\b(?:${platformGlobals.join('|')})\\s*\\.\\s*(?:(?:http)?[rR]equest|xfetch|uploadFile|downloadFile|connectSocket)\\s*\\(`,
)

/** Where a mini program's own folders hold no script, those around it that call as one does are its source. */
export function claimed({ scripts, outside, left }: Scripts, reader: Reader): string[] {
  return outside.filter((file) => {
    const calls = scripts.length === 0 && CALLS.test(reader.peek(file) ?? '')
    if (!calls) left.push({ reason: 'elsewhere', file })
    return calls
  })
}

/** Files of unknown kinds that call as a mini program does, or hold a script as its components do, are reported. */
export function tellUnknown(files: readonly string[], reader: Reader): void {
  for (const file of files) {
    const text = reader.peek(file)
    if (text !== null && (CALLS.test(text) || /<script[\s>]/i.test(text)))
      reader.passOver({ file, reason: 'unknown-kind' })
  }
}
