/** Files that would not be read, searched for network calls: calling code must not be skipped silently. */

import { platformGlobals } from '../frameworks/builds.js'
import type { Reader } from './reader.js'
import type { Scripts } from './scripts.js'

/** `wx.request(`, `Taro.uploadFile(`: what only mini programs do. */
const CALLS = new RegExp(
  `\\b(?:${platformGlobals.join('|')})\\s*\\.\\s*(?:(?:http)?[rR]equest|xfetch|uploadFile|downloadFile|connectSocket|create(?:UDP|TCP)Socket)\\s*\\(`,
)

/** If a mini program's own folders contain no script, surrounding scripts that call like one are its source. */
export function claimed({ scripts, outside, left }: Scripts, reader: Reader): string[] {
  return outside.filter((file) => {
    const calls = scripts.length === 0 && CALLS.test(reader.peek(file) ?? '')
    if (!calls) left.push({ reason: 'elsewhere', file })
    return calls
  })
}

/** Files of unknown kinds that make calls like a mini program, or contain a script like its components, are reported. */
export function tellUnknown(files: readonly string[], reader: Reader): void {
  for (const file of files) {
    const text = reader.peek(file)
    if (text !== null && (CALLS.test(text) || /<script[\s>]/i.test(text)))
      reader.passOver({ file, reason: 'unknown-kind' })
  }
}
