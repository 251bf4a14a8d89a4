/**
 * Makes untrusted text safe to show: it can't move the cursor, end a line, change the writing direction, hide, or be
 * endless. Every format uses it.
 */

/** Control, format (bidi, zero width), surrogate, private, unassigned; line separators; whatever draws nothing. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu
/** More combining marks in a row than any language needs. */
const PILE = /(\p{M}{4})\p{M}+/gu
const SPACES = /\p{Zs}/gu
/**
 * What programs that read a job's log take for a command: `##[name]` and `##vso[...]` wherever they stand (GitHub's
 * runner, Azure Pipelines), `::name ...::` at the start of a line, which may be wherever a line is broken.
 */
const LOG_COMMAND = /##(?=\w*\[)|::(?=[\w-]+(?:\s.*)?::)/g

const NAMES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function spelled(char: string): string {
  const code = char.codePointAt(0) ?? 0
  const hex = code.toString(16)
  if (NAMES[char]) return NAMES[char]
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`
}

/** At most `most` code points, the last of them `…` when something was cut. */
export function bounded(text: string, most: number): string {
  if (text.length <= most) return text
  const chars = [...text.slice(0, most * 2)]
  return chars.length <= most && text.length <= most * 2 ? text : `${chars.slice(0, most - 1).join('')}…`
}

/** One line of text, safe to print: what can't be seen is spelled out (`\x1b`, `\u202e`), and length is bounded. */
export function visible(text: string, most = 600): string {
  const safe = bounded(text, most)
    .replace(PILE, '$1')
    .replace(SPACES, (space) => (space === '\u3000' ? space : ' '))
    .replace(UNSAFE, spelled)
    .replace(LOG_COMMAND, ([first = '', second = '']) => first + spelled(second))
  return bounded(safe, most * 2)
}

/** Several lines (a fix with commands): line ends stay, everything else as in `visible`. */
export function visibleLines(text: string, mostLines = 40, most = 600): string[] {
  const lines = bounded(text, mostLines * most)
    .replace(/\r\n/g, '\n')
    .trimEnd()
    .split('\n')
  const shown = lines.slice(0, mostLines).map((line) => visible(line, most))
  return lines.length > mostLines ? [...shown, '…'] : shown
}

/**
 * JSON text that means the same and can be printed: what `JSON.stringify` leaves raw (DEL, C1, bidi) as `\uXXXX`, and
 * the second sign of `##[`, which some readers of logs take for a command anywhere in a line.
 */
export function safeJson(json: string): string {
  const shown = json.replace(UNUSUAL, spelledOut)
  return shown.includes('##') ? shown.replace(/(?<=#)#(?=\w*\[)/g, escaped) : shown
}

/**
 * Most of a report is ASCII, Chinese and the punctuation of both, which the second, costly pattern need not see: it shows
 * all of it. The rest repeats for each host.
 */
const UNUSUAL = /[^\n\x20-\x7e\u2010-\u2027\u3001-\u303f\u4e00-\u9fa5\uff01-\uff60]+/g
const [MOST_RUNS, LONGEST_RUN] = [500, 200]
const runs = new Map<string, string>()

function spelledOut(run: string): string {
  const known = runs.get(run)
  if (known !== undefined) return known
  const text = run.replace(HIDDEN, escaped)
  if (runs.size >= MOST_RUNS) runs.clear()
  if (run.length <= LONGEST_RUN) runs.set(run, text)
  return text
}

const HIDDEN = /[^\n\P{C}]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

function escaped(char: string): string {
  return [...Array(char.length).keys()]
    .map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('')
}
