/** Every change of one place of a JSON text: a part is taken out, emptied, cut, or another legal value stands there. */

export type Path = readonly (string | number)[]

export interface Mutation {
  path: Path
  /** `deleted`, `emptied`, `cut` or `is "..."`. */
  how: string
  text: string
}

/** Words that stand for one another somewhere in the facts. */
const CHOICES: readonly (readonly string[])[] = [
  ['accepted', 'refused', 'no-answer'],
  ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'],
  ['valid', 'unchecked'],
  ['answered', 'no-data', 'nxdomain', 'failed', 'timeout', 'not-asked'],
  ['connected', 'predicted'],
  ['https', 'wss', 'udp', 'tcp'],
  ['resolve', 'literal', 'resolver', 'proxy'],
  ['request', 'connectSocket', 'uploadFile', 'udp'],
  ['wechat', 'alipay', 'mpaas'],
  ['alert', 'connection', 'other-version', 'closed', 'not-tls'],
  ['dns', 'connect', 'hello', 'handshake', 'finish'],
]

export function* mutationsOf(text: string): Generator<Mutation> {
  const whole = JSON.parse(text) as object
  for (const path of pathsIn(whole)) {
    for (const { how, change } of changesOf(valueAt(whole, path))) {
      const copy = JSON.parse(text) as object
      const parent = valueAt(copy, path.slice(0, -1)) as Record<string, unknown> | unknown[]
      const key = path.at(-1) ?? ''
      if (change) Reflect.set(parent, key, change())
      else if (Array.isArray(parent)) parent.splice(Number(key), 1)
      else delete parent[key]
      yield { path, how, text: JSON.stringify(copy) }
    }
  }
}

/** Looked at of the beginning of a list, and of its end. */
const FEW = 2

/** Blobs are named by number: each is changed where it is named. */
function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path
  if (typeof value !== 'object' || value === null) return
  // Long lists are of things alike.
  const entries = Object.entries(value)
  const some = Array.isArray(value) ? [...entries.slice(0, FEW), ...entries.slice(FEW).slice(-FEW)] : entries
  for (const [key, inner] of some) {
    if (path.length === 0 && key === 'blobs') continue
    yield* pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key])
  }
}

const valueAt = (whole: unknown, path: Path): unknown =>
  path.reduce((node: unknown, key) => Reflect.get(node as object, key), whole)

interface Change {
  how: string
  /** Absent: it is taken out. */
  change?: () => unknown
}

const becomes = (value: unknown): Change => ({ how: `is ${JSON.stringify(value)}`, change: () => value })

function* changesOf(value: unknown): Generator<Change> {
  yield { how: 'deleted' }
  if (Array.isArray(value)) {
    if (value.length > 0) yield { how: 'emptied', change: () => [] }
    if (value.length > 1) yield { how: 'cut', change: () => value.slice(0, 1) }
  } else if (typeof value === 'object' && value !== null) {
    if (Object.keys(value).length > 0) yield { how: 'emptied', change: () => ({}) }
  } else if (typeof value === 'string') yield* ofString(value)
  else if (typeof value === 'number') yield* [0, 1, 99].filter((other) => other !== value).map(becomes)
  else if (typeof value === 'boolean') yield becomes(!value)
}

function* ofString(value: string): Generator<Change> {
  if (value !== '') yield { how: 'emptied', change: () => '' }
  for (const words of CHOICES)
    if (words.includes(value)) yield* words.filter((word) => word !== value).map(becomes)
  yield* /^\d+(?:\.\d+)*$/.test(value) ? [becomes('99'), becomes('1')] : [becomes('x.example.net')]
}

/** `targets.#.endpoints.#.clients`: places of lists are alike. */
export const patternOf = (path: Path): string =>
  path.map((key) => (typeof key === 'number' ? '#' : key)).join('.')
