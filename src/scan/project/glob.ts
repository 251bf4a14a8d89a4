/** `.gitignore` patterns as small automata: `*`, `**`, `?`, `[a-z]` and backslash, over bytes, as in git's wildmatch. */

type Token =
  | { kind: 'code'; code: number }
  /** `?`: anything but a slash. */
  | { kind: 'one' }
  | { kind: 'set'; not: boolean; ranges: readonly (readonly [number, number])[] }
  /** `*`: any run without a slash. */
  | { kind: 'run' }
  /** `**` followed by a slash: any folders, each to its end; or none, by what stands before. */
  | { kind: 'maybe' }
  | { kind: 'folders' }
  /** `**` at the end: everything below. */
  | { kind: 'rest' }
export type Pattern = readonly Token[]

/** The remaining budget for all matching in a scan; below zero nothing is matched any more. */
export interface Steps {
  left: number
}

const SLASH = 47

/** A code for each byte: patterns and paths are compared so. */
export const bytesOf = (text: string): string =>
  /^[\x00-\x7f]*$/.test(text) ? text : Buffer.from(text).toString('latin1')

/**
 * A text without special characters matches itself; null if it never matches.
 * @param isPath git compares what stands before the first wildcard of a path by itself, and begins over behind it
 */
export function patternOf(text: string, isPath = false): Pattern | string | null {
  const plain = text.search(/[*?[\\]/)
  if (plain < 0) return text
  const start = isPath ? plain : 0
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const read = tokenAt(text, at, start)
    if (read === null) return null
    if (read.token.kind === 'folders') tokens.push({ kind: 'maybe' })
    tokens.push(read.token)
    at = read.next
  }
  return tokens
}

interface ReadToken {
  token: Token
  next: number
}

function tokenAt(text: string, at: number, start: number): ReadToken | null {
  const code = text.charCodeAt(at)
  switch (text[at]) {
    case '?':
      return { token: { kind: 'one' }, next: at + 1 }
    case '*':
      return starsAt(text, at, start)
    case '[':
      return setAt(text, at)
    case '\\':
      // A backslash at the end makes a pattern that never matches.
      return at + 1 === text.length
        ? null
        : { token: { kind: 'code', code: text.charCodeAt(at + 1) }, next: at + 2 }
    default:
      return { token: { kind: 'code', code }, next: at + 1 }
  }
}

/** Two or more stars between slashes match folders; elsewhere they count as one. */
function starsAt(text: string, at: number, start: number): ReadToken {
  let next = at
  while (text[next] === '*') next++
  const alone = next - at > 1 && (at === 0 || at === start || text[at - 1] === '/')
  if (alone && next === text.length) return { token: { kind: 'rest' }, next }
  if (alone && text[next] === '/') return { token: { kind: 'folders' }, next: next + 1 }
  return { token: { kind: 'run' }, next }
}

/** POSIX classes, as far as ASCII goes. */
const CLASSES: Record<string, readonly (readonly [string, string])[]> = {
  alnum: [
    ['0', '9'],
    ['A', 'Z'],
    ['a', 'z'],
  ],
  alpha: [
    ['A', 'Z'],
    ['a', 'z'],
  ],
  blank: [
    [' ', ' '],
    ['\t', '\t'],
  ],
  digit: [['0', '9']],
  lower: [['a', 'z']],
  space: [
    [' ', ' '],
    ['\t', '\r'],
  ],
  upper: [['A', 'Z']],
  punct: [
    ['!', '/'],
    [':', '@'],
    ['[', '`'],
    ['{', '~'],
  ],
  xdigit: [
    ['0', '9'],
    ['A', 'F'],
    ['a', 'f'],
  ],
}

/** Each of them is looked at for each character. */
const MAX_RANGES = 100

function setAt(text: string, start: number): ReadToken | null {
  let at = start + 1
  const not = text[at] === '!' || text[at] === '^'
  if (not) at++
  const ranges: (readonly [number, number])[] = []
  const first = at
  while (text[at] !== ']' || at === first) {
    const named = /^\[:(\w+):\]/.exec(text.slice(at, at + 12))
    if (named) {
      const own = CLASSES[named[1] ?? '']
      if (!own) return null
      ranges.push(...own.map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)] as const))
      at += named[0].length
      continue
    }
    const from = characterAt(text, at)
    if (from === null) return null
    const isRange = text[from.next] === '-' && text[from.next + 1] !== ']'
    const to = isRange ? characterAt(text, from.next + 1) : from
    if (to === null) return null
    // The start of a range always matches itself: [b-a] is b.
    ranges.push([from.code, from.code], [from.code, to.code])
    if (ranges.length > MAX_RANGES) return null
    at = to.next
  }
  return { token: { kind: 'set', not, ranges }, next: at + 1 }
}

/** Null at the end: a bracket that is never closed. */
function characterAt(text: string, at: number): { code: number; next: number } | null {
  const place = text[at] === '\\' ? at + 1 : at
  return place < text.length ? { code: text.charCodeAt(place), next: place + 1 } : null
}

/** Does the pattern match the whole text? Every position tried costs a step. */
export function whole(pattern: Pattern, text: string, steps: Steps): boolean {
  steps.left--
  if (!mayEnd(pattern, text)) return false
  let states = closed([0], pattern)
  for (let at = 0; at < text.length && states.length > 0; at++) {
    const code = text.charCodeAt(at)
    const next: number[] = []
    for (const state of states) advance(pattern[state], state, code, next)
    steps.left -= states.length
    states = closed(next, pattern)
  }
  return states.at(-1) === pattern.length
}

/** Most patterns end in characters that the path doesn't end in. */
function mayEnd(pattern: Pattern, text: string): boolean {
  const last = pattern.at(-1)
  return last?.kind !== 'code' || last.code === text.charCodeAt(text.length - 1)
}

/** States come in order and stay so. */
function advance(token: Token | undefined, state: number, code: number, next: number[]): void {
  if (token === undefined) return
  switch (token.kind) {
    case 'maybe':
      return
    case 'run':
      if (code !== SLASH) next.push(state)
      return
    case 'folders':
      next.push(state)
      if (code === SLASH) next.push(state + 1)
      return
    case 'rest':
      next.push(state, state + 1)
      return
    default:
      if (takes(token, code)) next.push(state + 1)
  }
}

type Single = Extract<Token, { kind: 'code' | 'one' | 'set' }>

function takes(token: Single, code: number): boolean {
  if (token.kind === 'code') return token.code === code
  if (code === SLASH) return false
  return token.kind === 'one' || token.ranges.some(([from, to]) => code >= from && code <= to) !== token.not
}

/** With what follows a `*` that takes nothing, and `**` with no folder; each state once. */
function closed(states: readonly number[], pattern: Pattern): number[] {
  const all: number[] = []
  for (const state of states) {
    let at = state
    while (at > (all.at(-1) ?? -1)) {
      all.push(at)
      const kind = pattern[at]?.kind
      if (kind !== 'run' && kind !== 'maybe' && kind !== 'rest') break
      if (kind === 'maybe') all.push(at + 1)
      at += kind === 'maybe' ? 2 : 1
    }
  }
  return all
}
