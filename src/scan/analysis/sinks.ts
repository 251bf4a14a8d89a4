/** One network call under one way it is reached: its API, URL, methods and headers. */
import type { CallFact, UndeterminedReason } from '../../facts/project.js'
import type { Family } from '../../types.js'
import { placeOf } from '../lines.js'
import { baseIn, basesOf, clientOf, isRequest } from './clients.js'
import { fold } from './fold.js'
import type { CallExpr, Expr } from './ir.js'
import { memberOf } from './members.js'
import { apiOf, type CallApi, FOREIGN_OBJECTS, PLATFORM_OBJECTS } from './packages.js'
import type { Program } from './program.js'
import { withBase } from './urls.js'
import { type Client, distinct, type Env, isMissing, MISSING, toText, unknown, type Value } from './values.js'

/** What a call is when it is reached one way. */
export interface Sink {
  callee: string
  api: CallApi
  /** Empty for a framework. */
  families: readonly Family[]
  /** Of another vendor's platform. */
  foreign?: true
  urls: Value[]
  /** Told besides the URLs: something may stand in their place. */
  doubt: UndeterminedReason | null
  methods: CallFact['methods']
  headers: CallFact['headers']
}

/** Every network call this call can be; `open` when that depends on a caller. */
export function sinksOf(program: Program, call: CallExpr, env: Env | null): { sinks: Sink[]; open: Value[] } {
  const callees = distinct(fold(program, call.callee, env))
  const sinks: Sink[] = []
  const open: Value[] = []
  for (const callee of callees) {
    if (callee.k === 'unknown') open.push(callee)
    else if (callee.k === 'native') {
      const sink = platformSink(program, callee.path, call, env)
      if (sink) sinks.push(sink)
    } else {
      const client = callee.k === 'method' ? callee.of : clientOf(program, callee)
      const name = callee.k === 'method' ? callee.name : ''
      if (client?.k === 'client' && isRequest(client, name))
        sinks.push(...clientSinks(program, client, name, call, env))
    }
  }
  return { sinks, open }
}

function platformSink(program: Program, path: string, call: CallExpr, env: Env | null): Sink | null {
  const method = /\.(call|apply)$/.exec(path)?.[1]
  const known = apiOf(method ? path.slice(0, -method.length - 1) : path)
  if (!known) return null
  const args = firstArguments(program, call.args, method ?? null, env)
  return {
    callee: `${known.object}.${known.name}`,
    api: known.api,
    families: PLATFORM_OBJECTS[known.object] ?? [],
    ...(FOREIGN_OBJECTS.has(known.object) ? { foreign: true } : {}),
    urls: distinct(args.flatMap((arg) => urlIn(program, arg))),
    doubt: null,
    methods: args.flatMap((arg) => textsOf(memberIn(program, arg, 'method'))),
    headers: args.flatMap((arg) => headersIn(program, arg)),
  }
}

function firstArguments(program: Program, args: Expr[], method: string | null, env: Env | null): Value[] {
  const arg = args[method ? 1 : 0]
  if (!arg) return [MISSING]
  const values = fold(program, arg, env)
  return method === 'apply'
    ? values.flatMap((list) => (list.k === 'list' ? (list.items[0] ?? []) : [unknown('computed')]))
    : values
}

/** The URL an object of options holds, or the argument that is one itself. */
function urlIn(program: Program, options: Value): Value[] {
  if (options.k === 'text') return [options]
  return options.k === 'prim' ? [MISSING] : memberOf(program, options, 'url')
}

function memberIn(program: Program, options: Value, name: string): Value[] {
  return options.k === 'object' || options.k === 'instance' ? memberOf(program, options, name) : []
}

function textsOf(values: Value[]): CallFact['methods'] {
  return values.flatMap((value) => {
    const mark = value.k === 'text' ? value.marks[0] : undefined
    if (value.k !== 'text' || value.hole || value.text === '' || !mark) return []
    return [{ text: value.text, place: placeOf(mark.module, mark.pos) }]
  })
}

function headersIn(program: Program, options: Value): CallFact['headers'] {
  const values = ['header', 'headers'].flatMap((name) => memberIn(program, options, name))
  return values.flatMap((value) => keysOf(program, value, 0))
}

function keysOf(program: Program, value: Value, depth: number): CallFact['headers'] {
  if (value.k !== 'object' || depth > 4) return []
  const { expr, env } = value
  return expr.props.flatMap(({ key, value: inside, pos }) => {
    if (key === null) return fold(program, inside, env).flatMap((one) => keysOf(program, one, depth + 1))
    const names =
      typeof key === 'string'
        ? [key]
        : fold(program, key, env).flatMap((one) => (one.k === 'text' && !one.hole ? [one.text] : []))
    const { module } = expr
    return module ? names.map((name) => ({ name, place: placeOf(module, pos) })) : []
  })
}

const CLIENT_APIS: Readonly<Record<string, CallApi>> = { upload: 'uploadFile', download: 'downloadFile' }

function clientSinks(
  program: Program,
  client: Client,
  name: string,
  call: CallExpr,
  env: Env | null,
): Sink[] {
  const args = call.args.map((arg) => distinct(fold(program, arg, env)))
  if (client.library === 'mqtt') return socketSinks(name, args[0] ?? [MISSING])
  const [first = [MISSING], ...others] = args
  const configs = [...first, ...others.flat()].filter((value) => value.k === 'object')
  const bases = overriding(program, configs) ?? basesOf(program, client)
  const urls = first.flatMap((value) => urlIn(program, value))
  const takesMethod = name === '' || name === 'request'
  const unsure =
    bases !== null && urls.some((url) => toText(url).text === '' && toText(url).hole?.owners.length === 0)
  return [
    {
      callee: name === '' ? client.library : `${client.library}.${name}`,
      api: CLIENT_APIS[name] ?? 'request',
      families: [],
      urls: distinct(urls.flatMap((url) => based(bases, url))),
      doubt: unsure ? (urls.map((url) => toText(url).hole?.reason).find((reason) => reason) ?? null) : null,
      methods: takesMethod ? configs.flatMap((config) => textsOf(memberIn(program, config, 'method'))) : [],
      headers: configs.flatMap((config) => headersIn(program, config)),
    },
  ]
}

function overriding(program: Program, configs: Value[]): Value[] | null {
  const values = configs.flatMap((config) => baseIn(program, config))
  return values.length > 0 ? values : null
}

function based(bases: Value[] | null, url: Value): Value[] {
  if (!bases || isMissing(url)) return [url]
  return bases.map((base) => withBase(toText(base), toText(url)))
}

const SOCKET_SCHEMES: Readonly<Record<string, readonly Family[]>> = {
  wxs: ['wechat'],
  alis: ['alipay', 'mpaas'],
}

/** mqtt.js writes `wxs://` for a WebSocket of WeChat and `alis://` for one of Alipay. */
function socketSinks(name: string, urls: Value[]): Sink[] {
  const byScheme = new Map<string, Value[]>()
  for (const url of urls) {
    const scheme = url.k === 'text' ? (/^([a-z]+):\/\//i.exec(url.text)?.[1]?.toLowerCase() ?? '') : ''
    const family = Object.hasOwn(SOCKET_SCHEMES, scheme) ? scheme : ''
    byScheme.set(family, [...(byScheme.get(family) ?? []), family ? asSocket(url, scheme) : url])
  }
  return [...byScheme].map(([scheme, values]) => ({
    callee: `mqtt.${name}`,
    api: 'connectSocket',
    families: SOCKET_SCHEMES[scheme] ?? [],
    urls: values,
    doubt: null,
    methods: [],
    headers: [],
  }))
}

function asSocket(url: Value, scheme: string): Value {
  if (url.k !== 'text') return url
  const shift = 3 - scheme.length
  const marks = url.marks.map((mark) => ({ ...mark, at: mark.at === 0 ? 0 : mark.at + shift }))
  return { ...url, text: `wss${url.text.slice(scheme.length)}`, marks }
}
