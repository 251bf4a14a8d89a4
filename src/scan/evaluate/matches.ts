/** Matches of regular expressions: groups of `exec` and `match`, and what a function substitutes for a match. */
import type { CallExpr } from '../ir/types.js'
import { callFunction, fold } from './folding.js'
import type { Program } from './program.js'
import { type GroupedMatch, matchesIn } from './regex.js'
import { matched, partOf, textMethod } from './texts.js'
import {
  type Arg,
  type Env,
  joinAll,
  literalText,
  MISSING,
  type Text,
  unknown,
  type Value,
} from './values.js'

const MAX_MATCHES = 16
const MAX_PIECES = 64

type FunctionValue = Extract<Value, { k: 'function' }>

/** The result of a string method that may call a function for parts of it. */
export function textCall(program: Program, text: Text, name: string, args: Value[][]): Value[] {
  const [patterns = [], by] = args
  const [pattern] = patterns
  if (name === 'match' && patterns.length === 1 && pattern?.k === 'regex' && !pattern.flags.includes('g'))
    return [execution(pattern, text)]
  if (name === 'split' && patterns.length === 1 && pattern?.k === 'regex')
    return [piecesOf(text, pattern) ?? unknown('computed', text.hole?.owners)]
  if (name !== 'replace' || patterns.length !== 1 || !by?.some(({ k }) => k === 'function'))
    return textMethod(text, name, args)
  return by.flatMap(
    (one) =>
      (one.k === 'function' ? replacedByFunction(program, text, pattern, one) : null) ??
      textMethod(text, name, [patterns, [one]]),
  )
}

/** The pieces between matches; null if they can't be determined. */
function piecesOf(text: Text, { source, flags }: Extract<Value, { k: 'regex' }>): Value | null {
  // What groups match stands among the pieces.
  const hasGroups = /\((?!\?:)/.test(source)
  const found = hasGroups ? undefined : matchesIn(source, `${flags}g`, text.text, MAX_PIECES)
  if (!found || found.some(({ start, end }) => start === end)) return null
  const last = found.at(-1)
  if (text.hole && (!last || last.end === text.text.length)) return null
  const begins = [0, ...found.map(({ end }) => end)]
  return { k: 'list', items: begins.map((from, at) => [partOf(text, from, found[at]?.start)]) }
}

/** Null if it can't be determined which parts are replaced. */
function replacedByFunction(
  program: Program,
  text: Text,
  pattern: Value | undefined,
  by: FunctionValue,
): Value[] | null {
  const found = matchesOf(text, pattern)
  // What follows the known part may belong to the last match, or match as well: behind it nothing is known anyhow.
  if (!found || (text.hole && found.some(({ end }) => end === text.text.length))) return null
  let result: Value[] = []
  let from = 0
  for (const match of found) {
    const before = partOf(text, from, match.start)
    const given = callFunction(program, by, argumentsOf(text, match))
    result = joinAll(result.length > 0 ? joinAll(result, [before]) : [before], given)
    from = match.end
  }
  const rest = partOf(text, from, undefined)
  return result.length > 0 ? joinAll(result, [rest]) : [rest]
}

function matchesOf(text: Text, pattern: Value | undefined): GroupedMatch[] | null {
  if (pattern?.k === 'regex') return matchesIn(pattern.source, pattern.flags, text.text, MAX_MATCHES) ?? null
  if (pattern?.k !== 'text' || pattern.hole || pattern.text === '') return null
  const start = text.text.indexOf(pattern.text)
  return start < 0 ? [] : [{ start, end: start + pattern.text.length, groups: [] }]
}

/** The match, its groups, where it begins, and the whole text. */
function argumentsOf(text: Text, { start, end, groups }: GroupedMatch): Arg[] {
  const whole = text.hole ? unknown('computed', text.hole.owners) : text
  const values: Value[] = [
    literalText(text.text.slice(start, end)),
    ...groups.map((group) => (group ? literalText(text.text.slice(group.start, group.end)) : MISSING)),
    { k: 'prim', value: start },
    whole,
  ]
  return values.map((value) => ({ values: [value] }))
}

type Regex = Extract<Value, { k: 'regex' }>

/** `new RegExp('^' + prefix)` */
export function regexMade(program: Program, { args: [pattern, flags] }: CallExpr, env: Env | null): Value[] {
  const given = flags ? fold(program, flags, env) : [literalText('')]
  const [set] = given
  if (!pattern || given.length !== 1 || set?.k !== 'text' || set.hole) return [unknown('computed')]
  return fold(program, pattern, env).map((one): Value => {
    if (one.k === 'regex') return flags ? { ...one, flags: set.text } : one
    if (one.k === 'text' && !one.hole && !one.soft) return { k: 'regex', source: one.text, flags: set.text }
    return unknown('computed', one.k === 'unknown' || one.k === 'text' ? one.hole?.owners : [])
  })
}

/** The result of `regex.exec(text)` and `text.match(regex)`: the match and its groups; null if there is none. */
export function execution(regex: Regex, text: Text): Value {
  // `(.*)$` takes whatever follows.
  const source = text.hole ? regex.source.replace(/(\.[*+]\)?)\$$/, '$1') : regex.source
  const found = matched({ ...regex, source }, text)
  if (found.k !== 'prim' || typeof found.value !== 'boolean') return found
  if (!found.value) return { k: 'prim', value: null }
  const [first] = matchesIn(source, regex.flags.replace('g', ''), text.text, 1) ?? []
  if (!first) return found
  const isAtEnd = (end: number) => text.hole !== null && end === text.text.length
  const items = [first, ...first.groups].map((group): Value[] =>
    group ? [partOf(text, group.start, isAtEnd(group.end) ? undefined : group.end)] : [MISSING],
  )
  return { k: 'list', items }
}
