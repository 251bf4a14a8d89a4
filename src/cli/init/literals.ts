/** String literals of JavaScript and TypeScript, as far as it takes to find addresses: no parser, and no run of time. */

export interface Literal {
  /** As it stands between its quotes; every `${…}` is one NUL. */
  value: string
  /** Where it begins in the text, and where it ends. */
  at: number
  end: number
}

const HOLE = '\0'

/** Comments and regular expressions are passed over; a quote that is not closed on its line is none. */
export function literalsOf(text: string): Literal[] {
  const found: Literal[] = []
  const reader = readerOf(text)
  let before = ''
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? ''
    const next = text[at + 1]
    if (char === '/' && next === '/') at = endOf(text, '\n', at)
    else if (char === '/' && next === '*') at = endOf(text, '*/', at + 2)
    else if (char === '/' && beginsValue(before)) [at, before] = [reader.regExp(at) ?? at + 1, 'x']
    else if (char === '"' || char === "'" || char === '`') {
      const literal = char === '`' ? reader.template(at) : reader.quoted(at, char)
      if (literal) found.push(literal)
      ;[at, before] = [literal?.end ?? at + 1, 'x']
    } else {
      before = withChar(before, char)
      at++
    }
  }
  return found
}

/** The last word or sign before the next value. */
function withChar(before: string, char: string): string {
  if (/\s/.test(char)) return before
  return /[\w$]/.test(char) && /[\w$]$/.test(before) ? (before + char).slice(-10) : char
}

/** What was found open once is not read to its end again from every mark behind it: that would take forever. */
function readerOf(text: string) {
  const openUntil = new Map<string, number>()
  const once = <T>(mark: string, at: number, read: () => T | null): T | null => {
    if (at < (openUntil.get(mark) ?? 0)) return null
    const found = read()
    if (found === null) openUntil.set(mark, mark === '`' ? text.length : endOf(text, '\n', at))
    return found
  }
  return {
    regExp: (at: number) => once('/', at, () => endOfRegExp(text, at)),
    quoted: (at: number, quote: string) => once(quote, at, () => quoted(text, at, quote)),
    template: (at: number) => once('`', at, () => template(text, at)),
  }
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}

/** After an operator or `return`, a slash begins a regular expression and does not divide. */
const beginsValue = (before: string) =>
  /^$|[(,=:[!&|?{};+\-*%~^<>]$|^(?:return|typeof|case|in|of)$/.test(before)

function endOfRegExp(text: string, from: number): number | null {
  let inClass = false
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at]
    if (char === '\n') return null
    if (char === '\\') at++
    else if (char === '[') inClass = true
    else if (char === ']') inClass = false
    else if (char === '/' && !inClass) return at + 1
  }
  return null
}

function quoted(text: string, from: number, quote: string): Literal | null {
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at]
    if (char === '\n') return null
    if (char === '\\') at++
    else if (char === quote) return { value: plain(text.slice(from + 1, at)), at: from, end: at + 1 }
  }
  return null
}

function template(text: string, from: number): Literal | null {
  let [value, depth] = ['', 0]
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at] ?? ''
    if (char === '\\') at++
    else if (depth > 0) depth += char === '{' ? 1 : char === '}' ? -1 : 0
    else if (char === '`') return { value, at: from, end: at + 1 }
    else if (char === '$' && text[at + 1] === '{') [value, depth, at] = [value + HOLE, 1, at + 1]
    else value += char
  }
  return null
}

/** `\/` is how JSON encoders write a slash. */
const plain = (raw: string) => raw.replaceAll('\\/', '/')
