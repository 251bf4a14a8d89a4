/** How many columns a text takes on a terminal, and how to break it into lines. */

/** East Asian Wide and Fullwidth (Unicode Standard Annex 11) outside emoji, merged over unassigned gaps. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3fffd],
]

const EMOJI = /^\p{Emoji_Presentation}/u
const REGIONAL = /^\p{Regional_Indicator}/u
const ZERO = /^[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\p{Cc}]/u
/** A line must not begin with these (closing marks), nor end with those (opening marks). */
const NOT_FIRST = /^[,.:;!?)\]}%、。，．：；！？）」』》】〕…”’]/u
const NOT_LAST = /[([{「『《【〔（“‘]$/u

/** Columns of one code point. */
export function charWidth(char: string): 0 | 1 | 2 {
  const code = char.codePointAt(0) ?? 0
  if (code < 0x300) return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad ? 0 : 1
  if (ZERO.test(char)) return 0
  if (WIDE.some(([first, last]) => code >= first && code <= last)) return 2
  return EMOJI.test(char) && !REGIONAL.test(char) ? 2 : 1
}

/** Columns of a text without escape sequences. */
export function displayWidth(text: string): number {
  let columns = 0
  for (const char of text) columns += charWidth(char)
  return columns
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}

/** What can't be broken: a run of narrow characters, or one wide character with its combining marks. */
function pieces(text: string): string[] {
  const found: string[] = []
  let join = false
  for (const char of text) {
    const last = found.at(-1)
    const wide = charWidth(char) === 2
    const lastWide = last !== undefined && charWidth([...last].at(-1) ?? '') === 2
    const clings = last !== undefined && !/\s$/.test(last) && (NOT_FIRST.test(char) || charWidth(char) === 0)
    const narrowRun = last !== undefined && !wide && !lastWide && !/\s$/.test(last) && char !== ' '
    if (last !== undefined && (join || clings || narrowRun || char === ' '))
      found[found.length - 1] = last + char
    else found.push(char)
    join = NOT_LAST.test(char)
  }
  return found
}

/** Cuts a piece that is longer than a line. */
export function chop(piece: string, columns: number): string[] {
  const parts = ['']
  for (const char of piece) {
    const part = parts.at(-1) ?? ''
    if (displayWidth(part) + charWidth(char) > columns && part !== '') parts.push(char)
    else parts[parts.length - 1] = part + char
  }
  return parts
}

/** Breaks one paragraph into lines of at most `columns` columns; never returns an empty list. */
export function wrap(text: string, columns: number): string[] {
  const room = Math.max(8, columns)
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text)) {
    if (line !== '' && displayWidth(line) + displayWidth(piece.trimEnd()) > room) {
      lines.push(line.trimEnd())
      line = ''
    }
    const parts = displayWidth(piece.trimEnd()) > room ? chop(piece, room) : [piece]
    line += parts.pop() ?? ''
    for (const part of parts) lines.push(part)
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()]
}

/** Wraps with a first prefix and one for the lines after it, both of the same width. */
export function hang(
  text: string,
  columns: number,
  first: string,
  rest = ' '.repeat(displayWidth(first)),
): string[] {
  return wrap(text, columns - displayWidth(first)).map((line, at) => (at === 0 ? first : rest) + line)
}
