/** Calls of a library that was looked through only, and asks servers: what it is given is what it asks for. */
import { memberOf } from '../evaluate/folding.js'
import type { Program } from '../evaluate/program.js'
import { type Env, isMissing, type Value } from '../evaluate/values.js'
import type { CallApi } from '../frameworks/index.js'
import type { CallExpr } from '../ir/types.js'
import { argumentsOf } from './arguments.js'
import type { Sink } from './sink.js'

type Package = Extract<Value, { k: 'package' }>

/** What is called so takes an address first, or nothing that is one. */
const ASKS =
  /^(?:load|open|connect|request|fetch|ajax|get|post|put|patch|delete|upload|download)(?:Async|File|Json|JSON|Remote|ByUrl|Proto|ProtoFile|JsonFile)?$/
/** Where options hold an address. */
const ADDRESS = /^(?:url|uri|href|base_?url|server_?url|server|endpoint|ws_?url|socket_?url|host)$/i
const SERVER = /^(?:https?|wss?):\/\//i
const SHOWN = /\.(?:png|jpe?g|gif|webp|svg|bmp)(?:$|[?#])/i

/** Is a value of such a library called with something that may be an address? Most calls of an engine are not. */
export function isEntry(callee: Value, { args }: CallExpr): callee is Package {
  return callee.k === 'package' && callee.library !== undefined && args.some(({ k }) => k !== 'fn')
}

export function entrySinks(program: Program, callee: Package, call: CallExpr, env: Env | null): Sink[] {
  const method = /\.(call|apply)$/.exec(callee.path)?.[1] ?? null
  const path = method ? callee.path.slice(0, -method.length - 1) : callee.path
  const asks = ASKS.test(path.split('.').at(-1) ?? '')
  const urls = argumentsOf(program, call.args, method, env).flatMap((values, at) =>
    values.flatMap((value) => addressesOf(program, value, asks && at === 0)),
  )
  const byApi = new Map<Sink['api'], Value[]>()
  for (const url of urls) byApi.set(apiOf(url), [...(byApi.get(apiOf(url)) ?? []), url])
  const told = path.replaceAll('()', '').replace(/^(?:default|\*)\.?/, '')
  const about = { callee: told === '' ? (callee.library ?? '') : told, of: callee.library ?? '' }
  return [...byApi].map(([api, found]) => ({
    ...{ ...about, api, urls: found },
    ...{ families: [], made: null, doubt: null, methods: [], options: [], headers: [] },
  }))
}

function addressesOf(program: Program, value: Value, isAsked: boolean): Value[] {
  if (value.k !== 'object') return mayBeAddress(value, isAsked) ? [value] : []
  return value.expr.props.flatMap(({ key }) =>
    typeof key === 'string'
      ? memberOf(program, value, key).filter((one) => mayBeAddress(one, ADDRESS.test(key)))
      : [],
  )
}

/** A whole address anywhere; where one is expected, also what could not be told, and a path that names no file. */
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
