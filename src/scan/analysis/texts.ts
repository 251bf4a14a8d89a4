/** Methods of strings and lists that keep what is known. */
import { holeOf, join, joinAll, type Text, toText, truthOfOne, unknown, type Value } from './values.js'

const URL_PARTS = new Set(['origin', 'protocol', 'host', 'hostname', 'pathname', 'port'])

export function textMember(text: Text, name: string): Value[] {
  if (name === 'href') return [text]
  if (name === 'length')
    return [text.hole ? unknown('computed', text.hole.owners) : { k: 'prim', value: text.text.length }]
  if (URL_PARTS.has(name) && !text.hole && URL.canParse(text.text)) {
    const part = new URL(text.text)[name as 'origin']
    return [{ ...text, text: part, marks: text.marks.slice(0, 1).map((mark) => ({ ...mark, at: 0 })) }]
  }
  return [{ k: 'method', of: text, name }]
}

/** The result of a string's method. */
export function textMethod(text: Text, name: string, args: Value[][]): Value[] {
  switch (name) {
    case 'toString':
    case 'valueOf':
    case 'trim':
    case 'trimStart':
    case 'trimEnd':
    case 'normalize':
      return [text]
    case 'concat':
      return args.reduce<Value[]>((left, right) => joinAll(left, right), [text])
    case 'toLowerCase':
      return [{ ...text, text: text.text.toLowerCase() }]
    case 'toUpperCase':
      return [{ ...text, text: text.text.toUpperCase() }]
    case 'replace':
    case 'replaceAll':
      return [replaced(text, name, args)]
    default:
      return [question(text, name, args)]
  }
}

function replaced(text: Text, name: string, args: Value[][]): Value {
  const [pattern, by] = [single(args[0]), single(args[1])]
  const lost = unknown('computed', text.hole?.owners ?? [])
  if (text.hole || by?.k !== 'text' || by.hole || !pattern) return lost
  let result: string
  if (pattern.k === 'text' && !pattern.hole) {
    result =
      name === 'replace'
        ? text.text.replace(pattern.text, () => by.text)
        : text.text.replaceAll(pattern.text, () => by.text)
  } else if (pattern.k === 'regex' && isHarmless(pattern.source, text.text)) {
    const regex = compile(pattern)
    if (!regex) return lost
    result = text.text.replace(regex, by.text)
  } else return lost
  return { ...text, text: result, marks: text.marks.slice(0, 1) }
}

/** Questions about a text: `startsWith`, `indexOf`, `test`. */
function question(text: Text, name: string, args: Value[][]): Value {
  const asked = single(args[0])
  const lost = unknown('computed', text.hole?.owners ?? [])
  if (asked?.k === 'regex')
    return name === 'match' || name === 'search' ? matched(asked, text, name === 'search') : lost
  if (asked?.k !== 'text' || asked.hole) return lost
  const known = !text.hole
  if (name === 'startsWith') {
    if (known || text.text.length >= asked.text.length) return yes(text.text.startsWith(asked.text))
    return asked.text.startsWith(text.text) ? lost : yes(false)
  }
  if (name === 'includes')
    return known || text.text.includes(asked.text) ? yes(text.text.includes(asked.text)) : lost
  if (name === 'endsWith') return known ? yes(text.text.endsWith(asked.text)) : lost
  if (name !== 'indexOf') return lost
  const at = text.text.indexOf(asked.text)
  if (known || at >= 0) return { k: 'prim', value: at }
  // Whatever follows, it can't begin with what it doesn't begin with: 1 stands for anywhere but there.
  return lost
}

function yes(value: boolean): Value {
  return { k: 'prim', value }
}

function single(values: Value[] | undefined): Value | undefined {
  return values?.length === 1 ? values[0] : undefined
}

/** `/^https?:/.test(text)`, as far as the known beginning decides it. */
export function matched(regex: Extract<Value, { k: 'regex' }>, text: Text, position = false): Value {
  const lost = unknown('computed', text.hole?.owners ?? [])
  const compiled = isHarmless(regex.source, text.text) ? compile(regex) : null
  if (!compiled) return lost
  const at = text.text.search(compiled)
  if (text.hole && (at < 0 || regex.source.includes('$'))) {
    return opensOtherwise(regex.source, text.text) ? answer(-1, position) : lost
  }
  return answer(at, position)
}

function answer(at: number, position: boolean): Value {
  return position ? { k: 'prim', value: at } : yes(at >= 0)
}

/** Does an expression that asks for `http…` at the beginning fail on a text that begins otherwise? */
function opensOtherwise(source: string, text: string): boolean {
  const asksHttp = /^\^\(*(\?:)?http/i.test(source)
  const length = Math.min(text.length, 4)
  return asksHttp && length > 0 && text.slice(0, length).toLowerCase() !== 'http'.slice(0, length)
}

/** The scanned source is not ours: only an expression that can't run wild is ever run. */
function isHarmless(source: string, text: string): boolean {
  const repeats = source.replace(/\\./g, '').match(/[*+{]/g)?.length ?? 0
  return source.length <= 200 && text.length <= 2_000 && repeats <= 1 && !/\\[1-9k]/.test(source)
}

function compile({ source, flags }: { source: string; flags: string }): RegExp | null {
  try {
    return new RegExp(source, flags.replace(/[yd]/g, ''))
  } catch {
    return null
  }
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
