/** Offsets to lines and columns, both from 1; a column counts UTF-16 code units. */
import { positionAt } from '../config/index.js'
import type { Place } from '../facts/project.js'

/** They are needed several times in a row for one text: for its template, its strings, its script. */
let last = { code: '', starts: Int32Array.of(0) }

/** Offsets of line starts; lines end as ECMAScript defines (ECMA-262, 12.3). The caller may modify them. */
export function lineStarts(code: string): Int32Array {
  if (last.code !== code) last = { code, starts: new Int32Array(startsIn(code)) }
  return last.starts.slice()
}

function startsIn(code: string): number[] {
  const starts = [0]
  if (!/[\r\u2028\u2029]/.test(code)) {
    for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) starts.push(at + 1)
    return starts
  }
  for (let at = 0; at < code.length; at++) {
    const unit = code.charCodeAt(at)
    if (unit === 13 && code.charCodeAt(at + 1) === 10) continue
    if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) starts.push(at + 1)
  }
  return starts
}

/** A text with its line starts. */
interface Lined {
  file: string
  lines: Int32Array
}

export function placeOf({ file, lines }: Lined, pos: number): Place {
  return { file, ...positionAt(lines, pos) }
}
