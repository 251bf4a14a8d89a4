/** Everything known by name about frameworks and libraries, ready for lookups. */
import { FRAMEWORKS } from './all.js'
import { type KnownLibrary, LIBRARIES } from './libraries.js'
import { placesOf } from './packed.js'
import { ASKS } from './shapes.js'
import type { CallApi, CallShape, ClientShape, Framework, PlatformObject } from './types.js'

export { FRAMEWORKS } from './all.js'
export { type Asking, askingIn, packedIn } from './packed.js'
export type { CallApi, CallShape, ClientShape, Framework, PlatformObject, Where } from './types.js'
export { mayReachNetwork } from './words.js'

/** A call on a platform object, as it is reported. */
export interface KnownCall {
  object: PlatformObject
  /** `wx.request`, `new WebSocket`, `InnerAudioContext.src`. */
  callee: string
  shape: CallShape
}

const objects = new Map<string, PlatformObject>()
const calls = new Map<string, KnownCall>()
const given = new Map<string, string>()
const appMakers = new Set<string>(['App'])
const lent = new Set<string>()
const imports = new Map<string, string>()
const clients = new Map<string, ClientShape>()
const clientPaths = new Map<string, string>()
const packages = new Map<string, string>()
const injected = new Map<string, ClientShape>()
const byName = new Map<string, string>()
const globals = new Set<string>()
const setters = new Set<string>()
const apiNames = new Set<string>()

for (const framework of FRAMEWORKS) {
  for (const one of framework.globals ?? []) globals.add(one)
  for (const [name, path] of Object.entries(framework.imports ?? {})) imports.set(name, path)
  for (const object of framework.objects ?? []) addObject(object)
  for (const client of framework.clients ?? []) addClient(client)
  const [whole] = framework.clients ?? []
  if (whole) for (const name of framework.packages) packages.set(name, whole.name)
}

/** `open` of `XMLHttpRequest()`; `WebSocket` of none; the object itself. */
function pathOf(object: string, name: string): string {
  if (name === '') return object
  return object === '' ? name : `${object}.${name}`
}

function addObject(object: PlatformObject): void {
  objects.set(object.path, object)
  if (object.byName) byName.set(pathOf(object.path, object.byName), object.path)
  for (const [name, shape] of Object.entries(object.calls)) {
    const isNew = name.startsWith('new ')
    // Without a URL they are found by their object alone: `database` is many a method's name.
    if (isCallApi(shape.api) && !shape.server) apiNames.add(name.replace(/^new /, ''))
    const path = pathOf(object.path, isNew ? name.slice(4) : name)
    const callee = path.replaceAll('()', '').replace(/=$/, '')
    calls.set(isNew ? `new ${path}` : path, { object, callee: isNew ? `new ${callee}` : callee, shape })
    if (name.endsWith('=')) setters.add(name.slice(0, -1))
  }
  for (const name of object.makesApp ?? []) appMakers.add(pathOf(object.path, name))
  for (const name of object.lends ?? []) lent.add(pathOf(object.path, name))
  for (const [name, path] of Object.entries(object.gives ?? {})) given.set(pathOf(object.path, name), path)
}

function addClient(client: ClientShape): void {
  clients.set(client.name, client)
  for (const path of client.globals ?? []) clientPaths.set(path, client.name)
  for (const name of client.injected ?? []) injected.set(name, client)
  for (const name of Object.keys(client.calls)) if (name.endsWith('=')) setters.add(name.slice(0, -1))
}

/** The call a path names; `new X` for a constructor. */
export const callAt = (path: string): KnownCall | null => calls.get(path) ?? null
/** The same for a callee; an API that is constructed is called as well. */
export const calledAt = (path: string, isNew: boolean): KnownCall | null =>
  (isNew ? callAt(`new ${path}`) : null) ?? callAt(path)
/** The object whose APIs that path calls, by the name it is given: `my.call`; null for every other path. */
export const callerByName = (path: string): string | null => byName.get(path) ?? null
/** The object of a platform, framework or engine with that path. */
export const objectAt = (path: string): PlatformObject | null => objects.get(path) ?? null
/** Is a global the object of a platform: `wx`, `Taro`, `tt`? */
export const isPlatform = (name: string): boolean => name !== '' && objects.has(name)
/** The path of any member of an object, and whether a path is one. */
export const anyOf = (path: string): string => `${path}.*`
export const isAnyMember = (path: string): boolean => path.endsWith('.*')
/** Is it a function of Vue or React under another name: `mpx.ref`? */
export const isLent = (path: string): boolean => lent.has(path)
/** Does a path make the app: `App`, `wepy.app`? */
export const isAppMaker = (path: string): boolean => appMakers.has(path)
/** The path of the result of calling or constructing a path. */
export const givenBy = (path: string): string | null => given.get(path) ?? null
export const clientNamed = (name: string): ClientShape | null => clients.get(name) ?? null
/** The client a global is. */
export const clientAt = (path: string): ClientShape | null => clientNamed(clientPaths.get(path) ?? '')
/** The client that every component has under that name. */
export const clientInjected = (name: string): ClientShape | null => injected.get(name) ?? null
export function isCallApi(api: CallShape['api']): api is CallApi {
  return ASKS.has(api)
}

/** Is that the last part of the name of some object's call? */
export const isApiName = (name: string): boolean => name !== '' && apiNames.has(name)
/** Does assigning to a member with that name count as a call on some object? */
export const isSetter = (name: string): boolean => setters.has(name)

/** One of the names of the global object: `window`, `GameGlobal`. */
export const isGlobalObject = (name: string): boolean => globals.has(name)

/** The path of a member, with what is only another name for it put right: `window.wx`, `wx.pro`. */
export function memberPath(path: string, name: string): string {
  const whole = `${path}.${name}`
  if (globals.has(whole)) return 'globalThis'
  if (globals.has(path)) return name
  // Of its descriptor: `Object.getOwnPropertyDescriptors(wx).request.value`.
  if (name === 'value' && calls.has(path)) return path
  if (objects.get(path)?.app?.includes(name)) return 'getApp()'
  return objects.get(path)?.same?.includes(name) ? path : whole
}

/** What an import stands for: the path of an object, or the name of a client; null if it is unknown. */
export type Known = { path: string } | { client: string }

/** `@tarojs/taro`, `mqtt/dist/mqtt`, and copies among the project's files: `../libs/axios.min.js`. */
export function knownImport(specifier: string): Known | null {
  const path = imports.get(specifier)
  if (path !== undefined) return { path }
  if (FRAMEWORKS.some(({ helpers }) => helpers?.test(specifier))) return { path: specifier }
  const name = packageName(specifier)
  // A library inside another package is that library: `uview-plus/libs/luch-request`.
  const client = /^[./]/.test(specifier)
    ? copyOf(specifier)
    : (copyOf(specifier.slice(name.length + 1)) ?? packages.get(name) ?? copyOf(specifier))
  return client === null ? null : { client }
}

/** `@scope/name` or `name`, without the path inside it. */
export function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

const ENDING = /(\.min)?\.(js|ts|mjs|cjs)$|\.min$/

const copiesByPath = new Map<string, string | null>()
const MOST_COPIES = 10_000

/** The library a file is a copy of, by the names in its path; null if it isn't a copy. Every import asks for the same few. */
export function copyOf(file: string): string | null {
  const known = copiesByPath.get(file)
  if (known !== undefined) return known
  if (copiesByPath.size >= MOST_COPIES) copiesByPath.clear()
  const found = copyByPath(file)
  copiesByPath.set(file, found)
  return found
}

function copyByPath(file: string): string | null {
  const parts = file.split('/').map((part) => part.replace(ENDING, ''))
  for (const { copies: own, clients: [client] = [] } of FRAMEWORKS) {
    if (!own || !client) continue
    const isNamed = own.names.some((name) =>
      name.includes('/') ? file.includes(name) : parts.includes(name),
    )
    if (isNamed) return client.name
  }
  return null
}

/** Copies identify themselves at the beginning, or by text that only they contain; the rest is not searched. */
const LOOKED_THROUGH = 60_000

const RUNTIMES = FRAMEWORKS.flatMap(({ runtimes = [] }) => runtimes)

/** The known objects that a framework's runtime exports, as a build writes it. */
export function runtimeIn(code: string): Readonly<Record<string, string>> | null {
  const own = RUNTIMES.find(({ marks }) => marks.every((mark) => code.includes(mark)))
  return own?.exports ?? null
}

/** The same for a module in a webpack bundle; `=` is everything it exports. */
export function bundledRuntimeIn(code: string): Readonly<Record<string, string>> | null {
  const own = FRAMEWORKS.find(({ bundled }) => bundled?.marks.every((mark) => code.includes(mark)))
  return own?.bundled?.exports ?? null
}

const INNER = FRAMEWORKS.flatMap(({ inner = [] }) => inner)

/** The positions of a framework's own function words in a bundle that mixes them with others; null if there are none. */
export function innerMarksIn(code: string): number[][][] | null {
  const own = INNER.filter((marks) => marks.every((mark) => code.includes(mark)))
  return own.length > 0 ? own.map((marks) => marks.map((mark) => placesOf(code, mark))) : null
}

/** The library a script is a copy of, by its text. */
export function copyByText(code: string): string | null {
  const text = code.slice(0, LOOKED_THROUGH)
  const own = FRAMEWORKS.find(
    ({ copies: { marks = [], within = Infinity } = { names: [] } }) =>
      code.length <= within && marks.some((mark) => mark.test(text)),
  )
  return own?.clients?.[0]?.name ?? null
}

/** The engine a script is part of, by its beginning and end; its members are known by name. */
export function engineOf(code: string): string | null {
  const end = code.slice(-500).replace(/\s*\/\/[#@] sourceMappingURL=\S*\s*$/, '')
  const start = code.slice(0, 2_000)
  const fits = (mark: RegExp | undefined, text: string) => mark?.test(text) ?? true
  const own = FRAMEWORKS.find(({ engine = [] }) =>
    engine.some(({ head, tail, without }) => fits(head, start) && fits(tail, end) && !without?.test(code)),
  )
  return own?.name ?? null
}

/** The library a script is a copy of, among those that request only URLs they are given. */
export const knownLibrary = (code: string): KnownLibrary | null =>
  LIBRARIES.find(({ holds }) => holds.every((mark) => mark.test(code))) ?? null

/** The library whose copy a file is; `size` in UTF-16 units tells it from a script that only has its name. */
export function copiedLibrary(file: string, size: number): string | null {
  const client = copyOf(file)
  if (client === null) return null
  const { copies } = FRAMEWORKS.find(({ clients: [first] = [] }) => first?.name === client) ?? {}
  const least = copies?.largerThan ?? 0
  const isBuilt = /\.min\b|\bdist\b|node_modules|miniprogram_npm/.test(file)
  return least === 0 || size > least || isBuilt ? client : null
}

/** The frameworks a package belongs to. */
export function frameworksOf(name: string): Framework[] {
  return FRAMEWORKS.filter(({ packages: own }) => own.includes(name))
}
