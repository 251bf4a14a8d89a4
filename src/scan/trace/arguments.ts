/** The values at the argument positions that a table names. */

import type { Family } from '../../types.js'
import { fold, memberOf, membersOf } from '../evaluate/folding.js'
import { placed } from '../evaluate/lists.js'
import type { Program } from '../evaluate/program.js'
import {
  distinct,
  type Env,
  type Hole,
  isMissing,
  joinAll,
  literalText,
  MISSING,
  type Text,
  unknown,
  type Value,
} from '../evaluate/values.js'
import { flat } from '../flat.js'
import type { CallShape, Where } from '../frameworks/index.js'
import type { Expr } from '../ir/types.js'

/** The values of every argument; `method` says how the callee is called (see `Meant`). */
export function argumentsOf(
  program: Program,
  args: Expr[],
  method: string | null,
  env: Env | null,
): Value[][] {
  const [, list] = args
  switch (method) {
    case 'call':
      return valuesOf(program, args, env).slice(1)
    case 'apply':
      return list ? listed(fold(program, list, env)) : [[]]
    case 'call.call':
      return valuesOf(program, args, env).slice(2)
    case 'call.apply':
      return list ? listed(fold(program, list, env)).slice(1) : []
    default:
      return valuesOf(program, args, env)
  }
}

const valuesOf = (program: Program, args: Expr[], env: Env | null): Value[][] =>
  flat(args, (arg) =>
    arg.k === 'spread' ? listed(fold(program, arg.of, env)) : [distinct(fold(program, arg, env))],
  )

/** What the items of a list are, whichever of several it is. */
function listed(lists: Value[]): Value[][] {
  const most = Math.max(1, ...lists.map((list) => (list.k === 'list' ? list.items.length : 0)))
  return Array.from({ length: most }, (_, index) =>
    distinct(flat(lists, (list) => (list.k === 'list' ? (placed(list)[index] ?? []) : [openItem(list)]))),
  )
}

/** An item of what is no list that is known: the callers who give it may know it. */
const openItem = (list: Value): Value => (list.k === 'unknown' ? list : unknown('computed'))

/** The values at one argument position. */
export function valuesAt(program: Program, args: Value[][], where: Where): Value[] {
  const [index = '', ...path] = where.split('.')
  const values = args[Number(index)] ?? [MISSING]
  return path.reduce<Value[]>(
    (found, name) =>
      flat(found, (value) => (name === '*' ? items(program, value) : member(program, value, name))),
    values,
  )
}

function items(program: Program, value: Value): Value[] {
  if (value.k === 'unknown') return [value]
  return value.k === 'list' ? membersOf(program, value) : []
}

const NO_OPTIONS: ReadonlySet<Value['k']> = new Set(['text', 'prim', 'function'])

function member(program: Program, value: Value, name: string): Value[] {
  return NO_OPTIONS.has(value.k) ? [] : memberOf(program, value, name)
}

/** A URL for some platforms only, or (none named) for all. */
export interface UrlsAt {
  families: readonly Family[]
  urls: Value[]
  /** What could not be determined may be a file. */
  mayBeFile?: true
}

/** Every URL that the shape finds in the arguments; nothing if it isn't a call. */
export function urlsAt(program: Program, shape: CallShape, args: Value[][]): UrlsAt[] {
  const { remoteWith } = shape
  const isOnlyPlace = shape.url.length === 1
  const found = flat(shape.url, (where) => urlValues(program, args, where, isOnlyPlace))
  const isRemote =
    remoteWith !== undefined && valuesAt(program, args, remoteWith).some(({ k }) => k === 'text')
  const given = distinct(found.filter((value) => !isMissing(value)))
  if (shape.takesFiles) {
    const urls = flat(given, asWebUrl)
    if (isRemote) urls.push(...given.filter((value) => openIn(value) !== null))
    else if (shape.mayBeFile) urls.push(...given.filter(isOpen))
    const mayBeFile = shape.mayBeFile && !isRemote
    return urls.length > 0 ? [{ families: [], urls, ...(mayBeFile && { mayBeFile }) }] : []
  }
  if (given.length === 0) return shape.isOptional ? [] : [{ families: [], urls: [MISSING] }]
  return shape.schemes ? bySchemes(shape.schemes, given) : [{ families: [], urls: given }]
}

function urlValues(program: Program, args: Value[][], where: Where, isOnlyPlace: boolean): Value[] {
  if (where.includes('{')) return assembled(program, args, where)
  const values = valuesAt(program, args, where)
  // An argument that may carry the URL in a property is a URL itself only if it is, or may be, a string.
  return /^\d+$/.test(where) && !isOnlyPlace
    ? values.filter(({ k }) => k === 'text' || k === 'unknown')
    : values
}

/** `ws://{0}:{1}`; if the first part has a scheme, none is added; an empty one names nobody. */
function assembled(program: Program, args: Value[][], where: Where): Value[] {
  const [scheme = '', first = '', ...rest] = where.split(/\{([^}]*)\}/)
  const values = urlValues(program, args, first, true).filter((value) => !isMissing(value))
  const parts = rest.map((part, at) => (at % 2 === 0 ? [literalText(part)] : valuesAt(program, args, part)))
  // Sockets are compared by host: a port that isn't known leaves it known.
  const isWhole = parts.every((part, at) => at % 2 === 0 || part.every(isPort))
  return flat(values, (value) => {
    if (value.k === 'text' && (value.text.includes('://') || isEmpty(value))) return [value]
    const host = joinAll([literalText(scheme)], [bracketed(value)])
    return isWhole || value.k !== 'text' ? parts.reduce<Value[]>(joinAll, host) : host
  })
}

/** State begins with 0. */
const isPort = (part: Value) =>
  part.k === 'text' ? part.hole === null && part.text !== '' : part.k === 'prim' && Number(part.value) > 0

const isEmpty = ({ text, hole }: Text) => text === '' && hole === null

/** An IPv6 address as a URL holds it. */
const bracketed = (value: Value): Value =>
  value.k === 'text' && /^[\da-f]*:[\da-f]*:[\da-f:.]*$/i.test(value.text)
    ? { ...value, text: `[${value.text}]` }
    : value

/** What isn't known of a value that may yet name a server: the whole of it, or what follows no more than the beginning of a scheme. */
function openIn(value: Value): Hole | null {
  if (value.k === 'unknown') return value.hole
  return value.k === 'text' && isPartOfScheme(value.text) ? value.hole : null
}

const isPartOfScheme = (text: string): boolean =>
  ['https://', 'http://'].some((scheme) => scheme !== text && scheme.startsWith(text.toLowerCase()))

/** Is it open, and none of the files that the platform names so? */
function isOpen(value: Value): boolean {
  const hole = openIn(value)
  return hole !== null && !LOCAL.test(hole.origin?.name ?? '')
}

/** Files on the phone, by the members of answers that hold them: `chooseImage`, `chooseMedia`, `saveFile`, Alipay's `apFilePaths`. */
const LOCAL =
  /(?:^|\.)(?:temp(?:File|Image|Video)\w*|thumbTempFilePath|apFilePaths?|savedFilePath|USER_DATA_PATH)(?:\.|$)/

/** URLs that are certainly fetched from a server; a font's source is wrapped in `url(…)`. */
function asWebUrl(value: Value): Value[] {
  if (value.k !== 'text') return []
  const head = /^url\(\s*["']?/i.exec(value.text)?.[0].length ?? 0
  const text = value.text.slice(head)
  if (!/^(?:https?|wss?):\/\//i.test(text)) return []
  if (head === 0) return [value]
  const marks = value.marks.map((mark) => ({ ...mark, at: Math.max(0, mark.at - head) }))
  return [{ ...value, text: text.replace(/["']?\s*\).*$/s, ''), marks }]
}

/** Maps a library's own schemes to the platform's; kept apart if they are for one platform only. */
function bySchemes(schemes: NonNullable<CallShape['schemes']>, values: Value[]): UrlsAt[] {
  const found = new Map<string, UrlsAt>()
  for (const value of values) {
    const scheme = value.k === 'text' ? (/^([a-z]+):\/\//i.exec(value.text)?.[1]?.toLowerCase() ?? '') : ''
    const meant = Object.hasOwn(schemes, scheme) ? schemes[scheme] : undefined
    const { families = [] } = meant ?? {}
    const key = families.join()
    const known = found.get(key) ?? { families, urls: [] }
    known.urls.push(meant ? withScheme(value, scheme, meant.as) : value)
    found.set(key, known)
  }
  return [...found.values()]
}

function withScheme(value: Value, scheme: string, as: string): Value {
  if (value.k !== 'text') return value
  const shift = as.length - scheme.length
  const marks = value.marks.map((mark) => ({ ...mark, at: mark.at === 0 ? 0 : mark.at + shift }))
  return { ...value, text: `${as}${value.text.slice(scheme.length)}`, marks }
}
