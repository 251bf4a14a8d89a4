/** What servers sent, for sentences that consist of lines: an advice must not get one more from a name in a certificate. */

const BREAK = /[\n\r]/g
const spelled = (char: string): string => (char === '\n' ? '\\n' : '\\r')

/** The same value, plain JSON, with the line ends in its texts and names spelled out. */
export function onOneLine<T>(value: T): T
export function onOneLine(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(BREAK, spelled)
  if (Array.isArray(value)) return value.map((one) => onOneLine(one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [onOneLine(key), onOneLine(one)]))
}
