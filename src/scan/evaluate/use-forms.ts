/** Forms of source that say how a thing is used. */
import { platformGlobals } from '../frameworks/builds.js'
import { ITSELF } from '../ir/module.js'
import type { CallExpr, Expr, Module } from '../ir/types.js'
import type { ResolveModule } from './holders.js'

/** What takes the options of an app, a page or a component. */
export const MAKERS = new Set(['App', 'Page', 'Component', 'Behavior'])
export const HAS_METHODS = new Set(['Component', 'Behavior'])
/** Methods that platforms and browsers call: `onLoad`, `onmessage`. */
export const LIFE = /^on[A-Za-z]/
const PLATFORMS = new Set(platformGlobals)

export const isPlatform = (expr: Expr): boolean => expr.k === 'global' && PLATFORMS.has(expr.name)

/** What is put on a package's own settings, that package calls: `axios.defaults.adapter = …`. */
export function isPackages(object: Expr, resolve: ResolveModule): boolean {
  if (object.k === 'member') return object.name !== 'prototype' && isPackages(object.object, resolve)
  const [one = object] = object.k === 'ref' ? object.binding.values.map(({ value }) => value) : []
  return one.k === 'import' && one.specifier !== ITSELF && !resolve(one.specifier, one.from)
}

/** `import.meta.glob('./api/*.ts')`, `require.context('./store')`: files in a folder are imported without being named. */
export function loadsFolders({ callee }: CallExpr): boolean {
  return callee.k === 'member' && /^(?:glob|globEager|context)$/.test(String(callee.name))
}

export function alternativesOf(expr: Extract<Expr, { k: 'cond' | 'either' | 'default' }>): readonly Expr[] {
  if (expr.k === 'cond') return [expr.yes, expr.no]
  return expr.k === 'either' ? [expr.left, expr.right] : [expr.value, expr.otherwise]
}

export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.k) {
    case 'array':
      return expr.items.map(({ value }) => value)
    case 'item':
    case 'spread':
      return [expr.of]
    case 'cat':
      return expr.parts
    default:
      return []
  }
}

/** Does a framework take what the script declares, and its template what it imports? */
export const isExposed = ({ file }: Module) => /\.(?:vue|nvue|uvue|wpy|mpx|cml|ux|wxs|sjs)$/i.test(file)

/** Their first argument is only the receiver's `this`. */
const BINDS = new Set(['bind', 'call', 'apply'])

/** `send.call(this)`, `http.get.bind(http)`: the method's `this` is what it would be anyway. */
export function isOwnThis(callee: Expr, arg: Expr): boolean {
  if (callee.k !== 'member' || typeof callee.name !== 'string' || !BINDS.has(callee.name)) return false
  return arg.k === 'this' || (callee.object.k === 'member' && isSame(arg, callee.object.object))
}

/** The same variable or import. */
const isSame = (one: Expr, other: Expr): boolean =>
  (one.k === 'ref' && other.k === 'ref' && one.binding === other.binding) ||
  (one.k === 'import' &&
    other.k === 'import' &&
    one.specifier === other.specifier &&
    one.from === other.from &&
    one.name === other.name)
