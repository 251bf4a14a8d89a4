/** Calls of a library that was only searched as text and makes requests: its arguments are taken as the URLs it requests. */
import { putTo } from '../../grouping.js'
import { memberOf } from '../evaluate/folding.js'
import type { Program } from '../evaluate/program.js'
import { isMissing, unknown, type Value } from '../evaluate/values.js'
import type { CallApi } from '../frameworks/index.js'
import type { CallExpr } from '../ir/types.js'
import type { Asked, Sink } from './sink.js'

/** Methods with these names take a URL first, or none at all. */
const ASKS =
  /^(?:load|open|connect|request|fetch|ajax|get|post|put|patch|delete|upload|download)(?:Async|File|Json|JSON|Remote|ByUrl|Proto|ProtoFile|JsonFile)?$/
/** Where options hold an address. */
const ADDRESS = /^(?:url|uri|href|base_?url|server_?url|server|endpoint|ws_?url|socket_?url|host)$/i
const SERVER = /^(?:https?|wss?):\/\//i
const SHOWN = /\.(?:png|jpe?g|gif|webp|svg|bmp)(?:$|[?#])/i

export interface Entry {
  library: string
  /** Within the library, without `call` or `apply`, which is `method`. */
  path: string
  method: string | null
}

/** A value of such a library, called with something that may be a URL; most calls of an engine are not. */
export function entryOf(callee: Value, { args }: CallExpr): Entry | null {
  if (callee.k !== 'package' || callee.library === undefined || !args.some(({ k }) => k !== 'fn')) return null
  const { library, path } = callee
  const method = /\.(call|apply)$/.exec(path)?.[1] ?? null
  return { library, path: method ? path.slice(0, -method.length - 1) : path, method }
}

export function entrySinks(program: Program, { library, path }: Entry, args: Value[][]): Asked[] {
  const asks = ASKS.test(path.split('.').at(-1) ?? '')
  const urls = args.flatMap((values, at) =>
    values.flatMap((value) => addressesOf(program, value, asks && at === 0)),
  )
  const byApi = new Map<Sink['api'], Value[]>()
  for (const url of urls) putTo(byApi, apiOf(url), url)
  const told = path.replaceAll('()', '').replace(/^(?:default|\*)\.?/, '')
  const callee = told === '' ? library : told
  return [...byApi].map(([api, found]) => ({ callee, of: library, api, urls: found }))
}

function addressesOf(program: Program, value: Value, isAsked: boolean): Value[] {
  if (value.k !== 'object') return mayBeAddress(value, isAsked) ? [value] : []
  return value.expr.props.flatMap(({ key }) =>
    typeof key === 'string'
      ? memberOf(program, value, key).flatMap((one) => {
          const isExpected = ADDRESS.test(key)
          if (isExpected && isBareHost(one)) return [unknown('computed')]
          return mayBeAddress(one, isExpected) ? [one] : []
        })
      : [],
  )
}

/** `{ host: 'push.acme.cn' }`: how the library asks it, by https or wss, is its own business. */
const isBareHost = (value: Value): boolean =>
  value.k === 'text' && value.hole === null && /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?$/i.test(value.text)

/** An absolute URL in any argument; where a URL is expected, also undetermined values and paths that name no file. */
function mayBeAddress(value: Value, isExpected: boolean): boolean {
  if (value.k === 'text') {
    if (SERVER.test(value.text)) return true
    if (!isExpected) return false
    return value.hole ? value.text === '' : /^\/(?!\/)[^.]+$/.test(value.text)
  }
  return isExpected && value.k === 'unknown' && !isMissing(value)
}

function apiOf(url: Value): Sink['api'] {
  if (url.k !== 'text') return 'request'
  if (/^wss?:/i.test(url.text)) return 'connectSocket' satisfies CallApi
  return SHOWN.test(url.text) ? 'image' : 'request'
}
