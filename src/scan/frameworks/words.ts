/** The words without which a script can't reach a server: the names of everything known to. */
import { FAMILIES, familyData } from '../../platforms/index.js'
import { FRAMEWORKS } from './all.js'
import { ASKS, PLATFORM_CALLS, SOCKET_MAKERS } from './shapes.js'
import type { CallShape, PlatformObject } from './types.js'

const asks = ({ api }: CallShape) => ASKS.has(api)

/** Names of calls that make requests; `new X` is `X`, `x=` is `x`. */
const namesOf = (calls: Readonly<Record<string, CallShape>>) =>
  Object.entries(calls).flatMap(([name, shape]) => (asks(shape) ? name.replace(/^new |=$/g, '') : []))

/** Whatever object of a platform they are called on, by whatever name that is known here. */
function ownNames({ path, calls, gives = {} }: PlatformObject): string[] {
  if (path.endsWith('()')) return []
  const inside = Object.keys(gives).filter((name) =>
    Object.keys(objectsAt(gives[name] ?? '')?.calls ?? {}).some((one) =>
      asks(objectsAt(gives[name] ?? '')?.calls[one] as CallShape),
    ),
  )
  const names = [...namesOf(calls), ...inside]
  return path === '' ? names : names.map((name) => (name === '' ? path : `${path}.${name}`))
}

const objects = FRAMEWORKS.flatMap((framework) => framework.objects ?? [])
const objectsAt = (path: string) => objects.find((one) => one.path === path)

/** What they are called by everywhere; setting what is kept on the phone may be read elsewhere. */
const EVERYWHERE = [
  ...namesOf(PLATFORM_CALLS),
  ...Object.keys(SOCKET_MAKERS),
  ...['httpRequest', 'xfetch', 'setStorage', 'setStorageSync'],
]

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `wx.request` where `request` is looked for. */
const isInside = (name: string, all: ReadonlySet<string>) =>
  name.includes('.') && all.has(name.slice(name.lastIndexOf('.') + 1))

/** In built code any variable may have a two-letter name: those are matched with their use. */
const asText = (name: string) =>
  name.length > 2 ? escaped(name) : `${name}(?:\\.\\w{3,}|(?=\\s*\\(\\s*["'\`]))`

function wordsOf(): RegExp {
  const clients = FRAMEWORKS.flatMap(({ clients: own = [] }) => own.flatMap(({ globals = [] }) => globals))
  const all = new Set([...EVERYWHERE, ...objects.flatMap(ownNames), ...clients])
  const named = [...all].filter((name) => name !== '' && !isInside(name, all))
  return new RegExp(`(?<![\\w$])(?:${named.map(asText).join('|')})(?![\\w$])`)
}

export const WORDS = wordsOf()

/** A platform's object that goes somewhere whole, where a name can no longer be followed by its text. */
const HANDED_ON = FAMILIES.flatMap((family) =>
  familyData(family).source.objects.flatMap(({ path, isHandedOn }) => (isHandedOn ? path : [])),
)
const ALOOSE = new RegExp(
  `(?<!typeof\\s+|typeof|[\\w$.'"])(${[...HANDED_ON, 'uni', 'Taro'].join('|')})(?![\\w$'"]|\\s*\\.)`,
  'g',
)
/** Options and objects of an app and its pages: whose methods are called from elsewhere and call other code. */
const OWN = /(?<![\w$])(?:getApp\s*\(|(?:App|Page|Component|Behavior)\s*\(\s*\{)/

/** Does a script contain any of them, or pass on an object that has them? */
export function mayReachNetwork(code: string): boolean {
  if (WORDS.test(code) || OWN.test(code)) return true
  const loose = new Set([...code.matchAll(ALOOSE)].map(([, name = '']) => name))
  // Built code has variables with such names.
  return [...loose].some((name) => !declares(name).test(code))
}

const declares = (name: string) =>
  new RegExp(
    `(?:var|let|const|function|class)\\s+${name}\\b|[,(]${name}\\s*=(?![=>])|function\\b[^(){}]{0,80}\\([^(){}]{0,200}\\b${name}\\b`,
  )
