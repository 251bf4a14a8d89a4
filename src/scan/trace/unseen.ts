/**
 * Calls of packages that aren't there. What they do is judged by names: `request({ url })` of an `acme-http` asks the URL
 * it is given, and `api.config({ host })` of an `acme-all` that host; nothing is said of any other.
 */
import { putTo } from '../../grouping.js'
import { SOCKET_SCHEMES } from '../../platforms/index.js'
import { isElement, isElementsAddress } from '../evaluate/absent-elements.js'
import { BASES } from '../evaluate/clients.js'
import { memberOf } from '../evaluate/folding.js'
import { isForRequests, makesUnseen } from '../evaluate/packages.js'
import type { Program } from '../evaluate/program.js'
import { distinct, isMissing, type Text, unknown, type Value } from '../evaluate/values.js'
import { type CallApi, frameworksOf, packageName } from '../frameworks/index.js'
import { isOfService } from '../frameworks/services.js'
import type { CallExpr } from '../ir/types.js'
import type { Asked, Sink } from './sink.js'

export interface OfAbsent {
  /** The package, and what of it is called: `default.api.config`. */
  name: string
  path: string
  method: string | null
  /** Of a package or a function for requests: a path asks something, too. */
  isAsking: boolean
  /** Of a service's package, which asks servers of its own. */
  isOfService: boolean
}

const OF_NETWORK =
  /api|client|socket|mqtt|upload|download|server|sdk|connect|(?:^|[^a-z])(?:net|rpc)(?:$|[^a-z])/i
/** Functions that show an address or take it apart, and packages for servers, tests and builds. */
const SHOWS = /(?:navigate|redirect|launch|open|switch|preview|parse|resolve|join|share|encode)\w*$/i
const OTHERWISE = /mock|msw|koa|express|router|types|eslint|babel|webpack|vite|plugin|jweixin|weixin-js-sdk/i

/** Null if nothing in its names is of a network. */
export function ofAbsent(callee: Value): OfAbsent | null {
  if (callee.k !== 'package' || !callee.isAbsent) return null
  const method = /\.(call|apply)$/.exec(callee.path)?.[1] ?? null
  const path = method ? callee.path.slice(0, -method.length - 1) : callee.path
  const isAsking = isElement(callee) || isForRequests(callee)
  const isService = isOfService(packageName(callee.name))
  if (!isAsking && !isService && !OF_NETWORK.test(`${callee.name} ${path}`)) return null
  if (SHOWS.test(path) || (OTHERWISE.test(callee.name) && !isService)) return null
  if (frameworksOf(packageName(callee.name)).length > 0) return null
  return { name: callee.name, path, method, isAsking, isOfService: isService }
}

/** Where options hold the address of a server, or of what is asked of one. */
const ADDRESS =
  /^(?:(?:base|api|server|request|socket|ws|upload|download|service|report|http)?_?(?:url|uri|host|domain|origin)|server|endpoint|dsn)$/i
/** Of what is asked, at least. */
const ASKED = /^(?:url|uri|base_?url)$/i
/** Methods that take it first. */
const ASKS = /^(?:request|fetch|ajax|get|post|put|patch|delete|upload|download|connect)(?:File|Json|JSON)?$/

/** What begins to use a service: of the package or a class of it, as each message is made by `sdk.message.create`. */
const BEGINS = /^(?:[A-Z]\w*\.)*(?:create|init|initialize|getInstance|connect|start)$/
/** `new sdk.message('txt', id)`: what is sent later, by what was begun elsewhere. */
const HELD = /(?:message|msg|event|error)$/i
const isBegun = (told: string, { isNew }: CallExpr) =>
  isNew ? !told.includes('.') && !HELD.test(told) : BEGINS.test(told)

/** Servers of its own, unless a caller gives it others. */
function ownServers(program: Program, of: OfAbsent, told: string, args: Value[][]): Asked {
  const given = args
    .flat()
    .flatMap((one) =>
      one.k === 'object'
        ? one.expr.props.flatMap(({ key }) =>
            typeof key === 'string' && ADDRESS.test(key) ? memberOf(program, one, key) : [],
          )
        : [one],
    )
  const open = given.filter((one) => one.k === 'unknown' && one.hole.owners.length > 0)
  const callee = told === '' ? of.name : `${of.name}.${told}`
  return { callee, of: of.name, api: 'request', urls: open.length > 0 ? open : [unknown('import')] }
}

export function unseenSinks(program: Program, of: OfAbsent, args: Value[][], call: CallExpr): Asked[] {
  const holdsAddress = (key: string) =>
    isElement(of)
      ? isElementsAddress(key)
      : ADDRESS.test(key) && !(makesUnseen(of, call) && BASES.includes(key))
  const isAsked = (key: string) => of.isAsking && (isElement(of) || ASKED.test(key))
  const last = of.path.split('.').at(-1) ?? ''
  const asks = ASKS.test(last) || (last === '' && of.isAsking)
  const urls = args.flatMap((values, at) =>
    values.flatMap((value): Value[] => {
      if (value.k !== 'object') {
        const isAddress = of.isOfService || (at === 0 && (asks || /url|host|server/i.test(last)))
        return addressIn(value, at === 0 && asks && of.isAsking, isAddress)
      }
      return value.expr.props.flatMap(({ key }) =>
        typeof key === 'string' && holdsAddress(key)
          ? memberOf(program, value, key).flatMap((one) => addressIn(one, isAsked(key), true))
          : [],
      )
    }),
  )
  const byApi = new Map<Sink['api'], Value[]>()
  for (const url of distinct(urls)) putTo(byApi, apiOf(of, url), url)
  const told = of.path.replace(/^(?:default|\*)\.?/, '')
  const callee = told === '' ? of.name : told
  if (byApi.size === 0 && of.isOfService && isBegun(told, call)) return [ownServers(program, of, told, args)]
  return [...byApi].map(([api, found]) => ({ callee, of: of.name, api, urls: found }))
}

/** Libraries for sockets have schemes of their own for those of one platform: `wxs://`. */
const SERVER = new RegExp(`^(?:https?|wss?|${Object.keys(SOCKET_SCHEMES).join('|')})://[^/]`, 'i')

/** A whole address; of what makes requests also a path, which the package puts behind a server of its own, and what isn't known. */
function addressIn(value: Value, isAsked: boolean, isAddress: boolean): Value[] {
  if (value.k === 'text' && SERVER.test(value.text)) return isAddress ? [asSocket(value)] : []
  if (!isAsked || isMissing(value)) return []
  if (value.k === 'unknown') return [value]
  const isPath =
    value.k === 'text' && (value.text.startsWith('/') || (value.text === '' && value.hole !== null))
  return isPath ? [unknown('import')] : []
}

function asSocket(url: Text): Text {
  const scheme = url.text.slice(0, url.text.indexOf(':')).toLowerCase()
  const meant = Object.hasOwn(SOCKET_SCHEMES, scheme) ? SOCKET_SCHEMES[scheme] : undefined
  return meant === undefined ? url : { ...url, text: meant + url.text.slice(scheme.length) }
}

function apiOf({ name, path }: OfAbsent, url: Value): Sink['api'] {
  const isSocket = url.k === 'text' ? /^ws/i.test(url.text) : /socket|mqtt/i.test(`${name} ${path}`)
  if (isSocket) return 'connectSocket' satisfies CallApi
  if (/upload/i.test(path)) return 'uploadFile' satisfies CallApi
  return /download/i.test(path) ? ('downloadFile' satisfies CallApi) : 'request'
}
