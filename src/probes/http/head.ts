/** The head of an HTTP/1 response (RFC 9112 sections 3 to 5). */
import { putTo } from '../../grouping.js'
import { escapeAscii } from '../tls/bytes.js'

export interface Head {
  status: number
  /** HTTP/1.0: the connection ends with the answer unless it says otherwise. */
  old: boolean
  /** Every value of a field, by lower-case name, in the order sent. */
  fields: Map<string, string[]>
  /** Names with a space before the colon: Chromium cuts it, OkHttp doesn't know the name then. */
  spaced: string[]
  /** Names whose value goes on in a line of its own: Chromium puts it together, OkHttp drops what follows. */
  folded: string[]
  /** The status line and what came before it, escaped, where clients differ about it. */
  oddLine?: string
}

/** OkHttp's StatusLine.parse, 2.x to 5.x: Android's HttpURLConnection is built on 2.x. It takes no other. */
const STRICT_LINE = /^HTTP\/1\.[01] \d{3}(?: |$)/
const MAX_LINE = 64
/** RFC 9110 section 5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/**
 * Null if no client takes the bytes for a head. Lines that aren't fields are skipped, as clients do.
 * @param start where its status line begins
 */
export function readHead(bytes: Buffer, start = 0): Head | null {
  if (bytes.includes(0, start)) return null
  // Header fields have no encoding of their own; what isn't ASCII is UTF-8 in practice.
  const [first = '', ...lines] = bytes.toString('utf8', start).split(/\r?\n/)
  const isOdd = start > 0 || !STRICT_LINE.test(first)
  const oddLine = escapeAscii(bytes.subarray(0, Math.min(MAX_LINE, start + Buffer.byteLength(first))))
  return { ...readLine(first), ...(isOdd && { oddLine }), ...readFields(lines) }
}

/** As Chromium reads it (http_response_headers.cc, ParseStatusLine), which takes what it can't read for 200. */
function readLine(line: string): Pick<Head, 'status' | 'old'> {
  const [, major, minor] = /^http\/(\d)[^.]*\.(\d)/i.exec(line) ?? []
  const [, digits = ''] = /^[^ ]* +(\d+)/.exec(line) ?? []
  return {
    status: digits === '' ? 200 : Math.min(Number(digits), 2 ** 31 - 1),
    old: major === undefined || `${major}.${minor}` < '1.1',
  }
}

function readFields(lines: readonly string[]): Pick<Head, 'fields' | 'spaced' | 'folded'> {
  const fields = new Map<string, string[]>()
  const spaced: string[] = []
  const folded: string[] = []
  for (const [line = '', ...others] of unfolded(lines)) {
    const colon = line.indexOf(':')
    const said = line.slice(0, Math.max(0, colon)).toLowerCase()
    const name = trimmed(said)
    if (!TOKEN.test(name)) continue
    if (name !== said) spaced.push(name)
    if (others.length > 0) folded.push(name)
    putTo(fields, name, trimmed([line.slice(colon + 1), ...others].map(trimmed).join(' ')))
  }
  return { fields, spaced, folded }
}

/** RFC 9112 section 5.2: a line that begins with white space goes on with the one before. */
function unfolded(lines: readonly string[]): string[][] {
  const whole: string[][] = []
  for (const line of lines) {
    if (!/^[ \t]/.test(line)) whole.push([line])
    // Behind the status line it is of no field.
    else whole.at(-1)?.push(line)
  }
  return whole
}

/** Without the spaces and tabs around it (RFC 9110 section 5.6.3); a pattern would look at each run of them again and again. */
function trimmed(text: string): string {
  const blank = (at: number) => text[at] === ' ' || text[at] === '\t'
  let [start, end] = [0, text.length]
  while (start < end && blank(start)) start += 1
  while (end > start && blank(end - 1)) end -= 1
  return text.slice(start, end)
}

/** All values as one list (RFC 9110 section 5.3); null when the field was not sent. */
export function fieldOf({ fields }: Head, name: string): string | null {
  return fields.get(name)?.join(', ') ?? null
}

/** Does the list hold this word? */
export function says(head: Head, name: string, word: string): boolean {
  const list = fieldOf(head, name)?.split(',') ?? []
  return list.some((item) => item.trim().toLowerCase() === word)
}
