/** Methods of strings and arrays that preserve what is known. */
import { firstMatch, replaced } from './regex.js'
import {
  holeOf,
  join,
  joinAll,
  madeOf,
  ORIGIN,
  type Text,
  toText,
  truthOfOne,
  unknown,
  type Value,
} from './values.js'

/** Fills values into a path pattern; no string method has this name. */
export const FILLED = '(path)'

const URL_PARTS = new Set(['origin', 'protocol', 'host', 'hostname', 'pathname', 'port'])

export function textMember(text: Text, name: string): Value[] {
  if (name === 'href') return [text]
  // An empty placeholder is the beginning of what is appended to it.
  if (name === 'length')
    return [
      text.hole || text.soft
        ? unknown('computed', text.hole?.owners)
        : { k: 'prim', value: text.text.length },
    ]
  if (/^\d{1,4}$/.test(name)) return [partOf(text, Number(name), Number(name) + 1)]
  if (URL_PARTS.has(name) && !text.hole && URL.canParse(text.text)) {
    const piece = new URL(text.text)[name as 'origin']
    return [{ ...text, text: piece, marks: text.marks.slice(0, 1).map((mark) => ({ ...mark, at: 0 })) }]
  }
  return [{ k: 'method', of: text, name }]
}

/** The result of a string's method. */
export function textMethod(text: Text, name: string, args: Value[][]): Value[] {
  switch (name) {
    case 'toString':
    case 'valueOf':
    case 'normalize':
      return [text]
    case 'trim':
    case 'trimStart':
    case 'trimEnd':
      return [trimmed(text, name)]
    case 'concat':
      return args.reduce<Value[]>((left, right) => joinAll(left, right), [text])
    case 'toLowerCase':
    case 'toLocaleLowerCase':
      return [{ ...text, text: text.text.toLowerCase() }]
    case 'toUpperCase':
    case 'toLocaleUpperCase':
      return [{ ...text, text: text.text.toUpperCase() }]
    case 'replace':
    case 'replaceAll':
      return replacement(text, name, args)
    case 'substr':
    case 'substring':
    case 'slice':
    case 'charAt':
    case 'at':
      return [cut(text, name, args)]
    case FILLED:
      return [upToHole(text)]
    case 'split':
      return [split(text, single(args[0]))]
    default:
      return [question(text, name, args)]
  }
}

/** What follows the known part isn't seen, so that its end stays. */
function trimmed(text: Text, name: 'trim' | 'trimStart' | 'trimEnd'): Value {
  const start = name === 'trimEnd' ? 0 : text.text.length - text.text.trimStart().length
  const end = text.hole || name === 'trimStart' ? undefined : text.text.trimEnd().length
  return start === 0 && (end ?? text.text.length) === text.text.length ? text : partOf(text, start, end)
}

function cut(text: Text, name: string, args: Value[][]): Value {
  const [from, to] = [numberOf(args[0]), numberOf(args[1])]
  if (from === 0 && to === null) return begun(text)
  if (from === null || to === null) return lost(text)
  const start = from ?? 0
  if (name === 'charAt' || name === 'at') return partOf(text, start, start + 1)
  if (name === 'substr') return partOf(text, start, to === undefined ? undefined : start + to)
  return partOf(text, start, to)
}

/** `url.slice(0, end)`: where the end isn't known it is a path's, which a text that names a server has. */
function begun(text: Text): Value {
  const origin = ORIGIN.exec(text.text)?.[0]
  return origin
    ? { ...text, text: origin, hole: text.hole ?? { reason: 'computed', owners: [] } }
    : lost(text)
}

/** A number; `undefined` for none given, null for one that isn't known. */
function numberOf(values: Value[] | undefined): number | null | undefined {
  if (!values || values.length === 0) return undefined
  const value = single(values)
  return value?.k === 'prim' && typeof value.value === 'number' ? value.value : null
}

/** A substring, as far as it is known. */
export function partOf(text: Text, start: number, end: number | undefined): Value {
  const { length } = text.text
  if (text.hole && (start < 0 || start > length || (end !== undefined && (end < 0 || end > length))))
    return lost(text)
  const cutText = text.text.slice(start, end)
  const from = start < 0 ? Math.max(0, length + start) : start
  const before = text.marks.findLast(({ at }) => at <= from)
  const inside = text.marks.filter(({ at }) => at > from && at < from + cutText.length)
  const marks = [...(before ? [{ ...before, at: from }] : []), ...inside]
  return {
    ...text,
    text: cutText,
    marks: marks.map((mark) => ({ ...mark, at: mark.at - from })),
    hole: end === undefined ? text.hole : null,
  }
}

/** The pieces between separators; if the string continues, so does the last piece. */
function split(text: Text, separator: Value | undefined): Value {
  if (separator?.k !== 'text' || separator.hole || separator.text === '') return lost(text)
  if (text.hole && !text.text.includes(separator.text)) return lost(text)
  const items: Value[][] = []
  let from = 0
  const pieces = text.text.split(separator.text, MAX_PIECES)
  for (const [at, piece] of pieces.entries()) {
    const isOpen = text.hole !== null && at === pieces.length - 1
    const end = isOpen ? undefined : from + piece.length
    items.push([isOpen && piece === '' ? lost(text) : partOf(text, from, end)])
    from += piece.length + separator.text.length
  }
  return { k: 'list', items }
}

const MAX_PIECES = 64

/** A path pattern is kept up to the first placeholder: `:id`, `(.*)`, `{/more}`, `*`. */
function upToHole(text: Text): Value {
  const at = /(?<!^[a-z][a-z0-9+.-]*):(?=\w)|[({*]/i.exec(text.text)?.index
  return at === undefined ? text : join(toText(partOf(text, 0, at)), toText(lost(text)))
}

const lost = ({ hole }: Text): Value => madeOf(hole)

/** The first known pattern determines how much of the string is kept; an unknown string ends it there. */
function replacement(text: Text, name: string, args: Value[][]): Value[] {
  const pattern = single(args[0])
  if (!pattern) return [lost(text)]
  return (args[1] ?? []).map((by) => replacedBy(text, name, pattern, by))
}

function replacedBy(text: Text, name: string, pattern: Value, by: Value): Value {
  if (pattern.k === 'text' && pattern.hole) return upToPart(text, pattern.text, by)
  const found = findIn(text, pattern)
  if (found === undefined) return lost(text)
  if (text.hole) {
    // What follows may match too, but not before where the known part ends.
    const isElsewise = pattern.k === 'regex' && beginsElsewise(text.text, pattern.source)
    const isAtStart = pattern.k === 'regex' && pattern.source.startsWith('^')
    if (!found) return !isElsewise && (isAtStart || isOpenEnd(text, pattern)) ? lost(text) : text
    if (by.k !== 'text' || by.hole || found.end >= text.text.length) return upTo(text, found.start, by)
    const rest = partOf(text, found.end, undefined)
    return join(join(toText(partOf(text, 0, found.start)), by), toText(rest))
  }
  if (!found) return text
  if (by.k !== 'text' || by.hole) return upTo(text, found.start, by)
  const result = applied(text, name, pattern, by.text)
  if (result === undefined) return lost(text)
  const marks = found.start === 0 ? [...text.marks.slice(0, 1), ...by.marks] : text.marks
  return { ...text, text: result, marks: marks.slice(0, 1) }
}

/** `/^(post|get)\./`: the string can't begin with any of the words, whatever follows. */
function beginsElsewise(text: string, source: string): boolean {
  // `/^(\w+):/`: the word is over, and what follows it is known.
  if (/^\^\(?\\w\+\)?\\?[^\w\\]$/.test(source)) return /\W/.test(text)
  const words = /^\^\((?:\?:)?([\w|-]+)\)/.exec(source)?.[1]?.toLowerCase().split('|')
  if (!words || text === '') return false
  const begun = text.toLowerCase()
  return words.every((word) => !word.startsWith(begun.slice(0, word.length)))
}

/** `url.replace(`:${key}`, id)`: the string is kept up to the first place where the pattern can begin. */
function upToPart(text: Text, beginning: string, by: Value): Value {
  if (beginning === '') return lost(text)
  let at = text.text.indexOf(beginning)
  // The part before the host is the scheme.
  if (beginning === ':' && text.text.startsWith('://', at)) at = text.text.indexOf(beginning, at + 1)
  return at < 0 ? text : upTo(text, at, by)
}

function applied(text: Text, name: string, pattern: Value, by: string): string | undefined {
  if (pattern.k === 'regex') return replaced(pattern.source, pattern.flags, text.text, by)
  if (pattern.k !== 'text') return undefined
  return name === 'replace'
    ? text.text.replace(pattern.text, () => by)
    : text.text.replaceAll(pattern.text, () => by)
}

function findIn(text: Text, pattern: Value) {
  if (pattern.k === 'regex') return firstMatch(pattern.source, pattern.flags, text.text)
  if (pattern.k !== 'text' || pattern.hole) return undefined
  const start = text.text.indexOf(pattern.text)
  return start < 0 ? null : { start, end: start + pattern.text.length }
}

/** Can the search string begin in the known part and end after it, within the host? */
function isOpenEnd(text: Text, pattern: Value): boolean {
  return pattern.k !== 'text' && !/^[a-z]+:\/\/[^/]+\//i.test(text.text)
}

function upTo(text: Text, end: number, by: Value): Value {
  return join(toText(partOf(text, 0, end)), { ...toText(unknown('computed')), hole: holeOf(by) })
}

/** Tests of a string: `startsWith`, `indexOf`, `test`. */
function question(text: Text, name: string, args: Value[][]): Value {
  const asked = single(args[0])
  if (asked?.k === 'regex')
    return name === 'match' || name === 'search' ? matched(asked, text, name === 'search') : lost(text)
  if (asked?.k !== 'text' || asked.hole) return lost(text)
  if (name === 'search' || name === 'match')
    return matched({ k: 'regex', source: asked.text, flags: '' }, text, name === 'search')
  const known = !text.hole
  if (name === 'startsWith') {
    if (known || text.text.length >= asked.text.length) return yes(text.text.startsWith(asked.text))
    return asked.text.startsWith(text.text) ? lost(text) : yes(false)
  }
  if (name === 'includes')
    return known || text.text.includes(asked.text) ? yes(text.text.includes(asked.text)) : lost(text)
  if (name === 'endsWith') return known ? yes(text.text.endsWith(asked.text)) : lost(text)
  if (name !== 'indexOf' && name !== 'lastIndexOf') return lost(text)
  const at = name === 'indexOf' ? text.text.indexOf(asked.text) : text.text.lastIndexOf(asked.text)
  return known || (at >= 0 && name === 'indexOf') ? { k: 'prim', value: at } : lost(text)
}

function yes(value: boolean): Value {
  return { k: 'prim', value }
}

function single(values: Value[] | undefined): Value | undefined {
  return values?.length === 1 ? values[0] : undefined
}

/** `/^https?:/.test(text)`, as far as the known beginning decides it. */
export function matched(regex: Extract<Value, { k: 'regex' }>, text: Text, position = false): Value {
  const found = firstMatch(regex.source, regex.flags, text.text)
  if (found === undefined) return lost(text)
  const at = found ? found.start : -1
  if (text.hole && (at < 0 || regex.source.includes('$'))) {
    return opensOtherwise(regex.source, text.text) ? answer(-1, position) : lost(text)
  }
  return answer(at, position)
}

function answer(at: number, position: boolean): Value {
  return position ? { k: 'prim', value: at } : yes(at >= 0)
}

/** Does a pattern that requires `http…` at the beginning fail on a string that begins differently? */
function opensOtherwise(source: string, text: string): boolean {
  const asksHttp = /^\^\(*(\?:)?(?:http|ws)/i.test(source) && !source.includes('|^')
  if (!asksHttp || text === '') return false
  return !['http', 'ws'].some((scheme) => {
    const length = Math.min(text.length, scheme.length)
    return text.slice(0, length).toLowerCase() === scheme.slice(0, length)
  })
}

/** `[a, b].join('/')`. */
export function joinedList(items: Value[][], separator: Text): Value[] {
  let result: Value[] | null = null
  for (const item of items) {
    result = result === null ? item.map(toText) : joinAll(joinAll(result, [separator]), item)
  }
  return result ?? [{ ...separator, text: '', marks: [] }]
}

/** `new URL(path, base)`: known as far as both are. */
export function urlFrom(path: Text, base: Text | null): Text {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path.text) || !base) return path
  if (base.hole) return { ...base }
  if (path.text === '' && path.hole) return { ...base, text: '', marks: [], hole: path.hole }
  if (!URL.canParse(path.text, base.text))
    return { ...base, text: '', marks: [], hole: holeOf(unknown('computed')) }
  const text = new URL(path.text, base.text).href
  return { ...join(base, path), text, marks: base.marks.slice(0, 1), hole: path.hole }
}

export function isFalsy(value: Value): boolean {
  return truthOfOne(value) === false
}
