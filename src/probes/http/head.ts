/** The head of an HTTP/1 response (RFC 9112 sections 3 to 5). */
import { putTo } from '../../grouping.js'

export interface Head {
  status: number
  /** HTTP/1.0: the connection ends with the answer unless it says otherwise. */
  old: boolean
  /** Every value of a field, by lower-case name, in the order sent. */
  fields: Map<string, string[]>
  /** Names with a space before the colon: Chromium cuts it, OkHttp doesn't know the name then. */
  spaced: string[]
}

const STATUS_LINE = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: |$)/
/** RFC 9110 section 5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/** Null if the bytes aren't an HTTP/1 head. Lines that aren't fields are skipped, as clients do. */
export function readHead(bytes: Buffer): Head | null {
  // Header fields have no encoding of their own; what isn't ASCII is UTF-8 in practice.
  const [first = '', ...lines] = unfolded(bytes.toString('utf8')).split(/\r?\n/)
  const [, minor, status] = STATUS_LINE.exec(first) ?? []
  if (status === undefined || bytes.includes(0)) return null
  const fields = new Map<string, string[]>()
  const spaced: string[] = []
  for (const line of lines) {
    const colon = line.indexOf(':')
    const said = line.slice(0, Math.max(0, colon)).toLowerCase()
    const key = trimmed(said)
    if (!TOKEN.test(key)) continue
    if (key !== said) spaced.push(key)
    putTo(fields, key, trimmed(line.slice(colon + 1)))
  }
  return { status: Number(status), old: minor === '0', fields, spaced }
}

/** Without the spaces and tabs around it (RFC 9110 section 5.6.3); a pattern would look at each run of them again and again. */
function trimmed(text: string): string {
  const blank = (at: number) => text[at] === ' ' || text[at] === '\t'
  let [start, end] = [0, text.length]
  while (start < end && blank(start)) start += 1
  while (end > start && blank(end - 1)) end -= 1
  return text.slice(start, end)
}

/** RFC 9112 section 5.2: a line that begins with white space goes on with the one before. */
const unfolded = (text: string): string => text.replace(/\r?\n[ \t]+/g, ' ')

/** All values as one list (RFC 9110 section 5.3); null when the field was not sent. */
export function fieldOf({ fields }: Head, name: string): string | null {
  return fields.get(name)?.join(', ') ?? null
}

/** Does the list hold this word? */
export function says(head: Head, name: string, word: string): boolean {
  const list = fieldOf(head, name)?.split(',') ?? []
  return list.some((item) => item.trim().toLowerCase() === word)
}
