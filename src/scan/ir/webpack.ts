/**
 * webpack's output: functions by module id, each called with its module, its exports and the loader
 * (webpack.js.org/concepts/manifest). Nothing else in a bundle separates one script from another.
 */
import type { Node } from '@babel/types'
import { newFn } from './fresh.js'
import { ownExport } from './module.js'
import type { Binding, CallExpr, Expr, Fn, Module } from './types.js'

type Part = 'module' | 'exports' | 'load'
const PARTS: readonly Part[] = ['module', 'exports', 'load']
const parts = new WeakMap<Binding, { part: Part; of: Module }>()
const ids = new WeakMap<Node, string>()

/** Is a function the whole of a bundle's module? */
export const isBundled = (fn: Fn): boolean => fn.loaded !== undefined

type List = Extract<Node, { type: 'ArrayExpression' }>
type Members = Extract<Node, { type: 'ObjectExpression' }>

/** `[[chunk], { id: function … }]`, the form of a chunk. */
export function noteChunk({ elements: [chunks, modules] }: List): void {
  if (chunks?.type === 'ArrayExpression' && modules) noteHanded(modules)
}

/** `webpackJsonp([chunk], { id: function … })`: up to version 3. */
export function noteChunkCall(callee: Node, [chunks, modules]: readonly Node[]): void {
  const name = callee.type === 'MemberExpression' ? callee.property : callee
  const isLoader = name.type === 'Identifier' && /^webpackJsonp/.test(name.name)
  if (isLoader && chunks?.type === 'ArrayExpression' && modules) noteHanded(modules)
}

/**
 * `(function (modules) { …; module.exports = load })([function (module, exports, load) { … }])`, or a library's own bundle
 * within a function, `(function (modules) { …; return load(load.s = 14) })([…])`: null, or the id of the module it gives.
 */
export function noteLoader(
  callee: Node,
  [modules, ...others]: readonly Node[],
  around: Fn | null,
): string | null {
  if (callee.type !== 'FunctionExpression' || others.length > 0 || !modules) return null
  if (!factoriesIn(modules).some(({ params }) => params.length === PARTS.length)) return null
  const parts = callee.body.body.flatMap(partsOf)
  const first = firstLoaded(parts.at(-1))
  // Within a function it is a library of its own; otherwise other files may hold more of its modules.
  const within = first !== null && around ? `${modules.start}${APART}` : ''
  if (first !== null || exportsLoader(parts)) noteHanded(modules, within)
  return first && `${within}${first}`
}

/** Between the place of a bundle within a file and the id of one of its modules. */
const APART = '|'

function factoriesIn(modules: Node): Factory[] {
  if (modules.type === 'ArrayExpression') return modules.elements.filter((one) => isFactory(one))
  return modules.type === 'ObjectExpression' ? modules.properties.flatMap((one) => factoryOf(one) ?? []) : []
}

/** `load(load.s = 14)`, the last thing that a loader does. */
function firstLoaded(node: Node | undefined): string | null {
  const [only, ...others] = node?.type === 'CallExpression' ? node.arguments : []
  const isSet = only?.type === 'AssignmentExpression' && only.left.type === 'MemberExpression'
  return isSet && others.length === 0 ? idOf(only.right) : null
}

function partsOf(node: Node): Node[] {
  const given =
    node.type === 'ExpressionStatement'
      ? node.expression
      : node.type === 'ReturnStatement'
        ? node.argument
        : null
  return given?.type === 'SequenceExpression' ? given.expressions : given ? [given] : []
}

function exportsLoader(parts: readonly Node[]): boolean {
  return parts.some((one) => {
    if (one.type !== 'AssignmentExpression' || one.left.type !== 'MemberExpression') return false
    const { object, property } = one.left
    return (
      object.type === 'Identifier' &&
      object.name === 'module' &&
      property.type === 'Identifier' &&
      property.name === 'exports'
    )
  })
}

/** By id, or in an array whose index is the id, with holes for other chunks. */
function noteHanded(modules: Node, within = ''): void {
  if (modules.type === 'ObjectExpression') note(modules, within)
  if (modules.type !== 'ArrayExpression' || !modules.elements.every((one) => one === null || isFactory(one)))
    return
  modules.elements.forEach((one, index) => {
    if (one) ids.set(one, `${within}${index}`)
  })
}

/** `{ 12: (module, exports, load) => … }`, as the first chunk has them. */
export function noteModules(node: Members): void {
  const functions = node.properties.map((one) => (isNumbered(one) ? factoryOf(one) : null))
  if (functions.length > 0 && functions.every(isFactory) && functions.some((one) => one?.params.length === 3))
    note(node, '')
}

type Property = Members['properties'][number]

const isNumbered = (one: Property): boolean =>
  one.type !== 'SpreadElement' && (one.key.type === 'NumericLiteral' || one.key.type === 'StringLiteral')

type Factory = Extract<Node, { type: 'FunctionExpression' | 'ArrowFunctionExpression' | 'ObjectMethod' }>

function isFactory(node: Node | null): node is Factory {
  const isFunction =
    node?.type === 'FunctionExpression' ||
    node?.type === 'ArrowFunctionExpression' ||
    (node?.type === 'ObjectMethod' && node.kind === 'method')
  return (
    isFunction && node.params.length <= PARTS.length && node.params.every(({ type }) => type === 'Identifier')
  )
}

/** Written as a method since version 5: `12(module, exports, load) { … }`. */
function factoryOf(one: Property): Factory | null {
  if (one.type === 'SpreadElement' || one.computed) return null
  const made = one.type === 'ObjectMethod' ? one : one.value
  return isFactory(made) ? made : null
}

function note({ properties }: Members, within: string): void {
  for (const one of properties) {
    const made = factoryOf(one)
    const id = made && one.type !== 'SpreadElement' ? idOf(one.key) : null
    // What a loader is given has its names by now.
    if (made && id !== null && !ids.has(made)) ids.set(made, `${within}${id}`)
  }
}

function idOf(node: Node | undefined): string | null {
  if (node?.type === 'NumericLiteral' || node?.type === 'StringLiteral') return String(node.value)
  return node?.type === 'Identifier' ? node.name : null
}

/** Creates the module of a bundle's function; `made` is an empty module with that name. */
export function enterBundled(fn: Fn, node: Node, made: (name: string) => Module): void {
  const id = ids.get(node)
  if (id === undefined) return
  const { module } = fn
  const of = made(`${module.file}\0${id}`)
  of.lines = module.lines
  of.bundled = { id, start: node.start ?? 0, end: node.end ?? 0 }
  module.bundle.push(of)
  const exports = ownExport(of, 'require', 0)
  fn.loaded = [withExports(of, exports), exports]
  PARTS.forEach((part, at) => {
    const binding = fn.params?.[at]
    if (binding) parts.set(binding, { part, of })
  })
}

const withExports = (module: Module, exports: Expr): Expr => ({
  ...{ k: 'obj', module, parent: null, slot: 0 },
  props: [{ key: 'exports', value: exports, pos: 0 }],
})

/** The module that a variable refers to, as `exports` or as `module`. */
export function bundledAs(binding: Binding | null, part: Part): Module | null {
  const known = binding && parts.get(binding)
  return known?.part === part ? known.of : null
}

/** A module of the same bundle. */
export const fromBundle = (id: string, from: Module, pos: number): Expr => ({
  k: 'import',
  specifier: `${BUNDLED}${id}`,
  from,
  name: 'require',
  pos,
})

/** `load(12)`: its result; null for every other call. */
export function loaded(binding: Binding | null, from: Module, args: readonly Node[]): Expr | null {
  const [first] = args
  const id = first?.type === 'Identifier' ? null : idOf(first)
  if (id === null || args.length !== 1) return null
  const by = bundledAs(binding, 'load')
  if (!by && !isLoader(binding)) return null
  const [within = ''] = /^\d+\|/.exec(by?.bundled?.id ?? '') ?? []
  return fromBundle(`${within}${id}`, from, first?.start ?? 0)
}

const loaders = new WeakSet<Fn>()

/** Since version 5 the loader stands beside the modules: `function load(id) { …; return modules[id](module, module.exports, load), … }`. */
export function noteOwnLoader(fn: Fn, node: Node): void {
  if (node.type !== 'FunctionDeclaration' || node.params.length !== 1) return
  const [id] = node.params
  if (id?.type !== 'Identifier') return
  const isCalling = (one: Node): boolean => {
    if (one.type !== 'CallExpression' || one.callee.type !== 'MemberExpression') return false
    const isBorrowed = isNamed(one.callee.property, 'call')
    const factory = isBorrowed ? one.callee.object : one.callee
    const [load, ...before] = [...one.arguments].reverse()
    return (
      factory.type === 'MemberExpression' &&
      factory.computed &&
      isNamed(factory.property, id.name) &&
      before.length === (isBorrowed ? PARTS.length : PARTS.length - 1) &&
      isNamed(load, node.id?.name)
    )
  }
  if (node.body.body.flatMap(partsOf).some(isCalling)) loaders.add(fn)
}

const isNamed = (node: Node | undefined, name: string | undefined): boolean =>
  node?.type === 'Identifier' && node.name === name

const isLoader = (binding: Binding | null): boolean =>
  binding?.values.some(({ value }) => value.k === 'fn' && loaders.has(value.fn)) ?? false

/** `require('./vendor.js')(0)`: a module of the file, from such a loader. */
export function loadedOf(bundle: Expr, from: Module, args: readonly Node[]): Expr | null {
  const [id, ...others] = args
  if (
    bundle.k !== 'import' ||
    bundle.name !== 'require' ||
    id?.type !== 'NumericLiteral' ||
    others.length > 0
  )
    return null
  return fromBundle(String(id.value), from, id.start ?? 0)
}

/** The prefix of imports within a bundle. */
export const BUNDLED = 'webpack:'

const getters = new WeakSet<Fn>()

/** Is it `load.n(module)`? Up to webpack 4, its member `a` is the result. */
export const givesDefault = (fn: Fn): boolean => getters.has(fn)

/** `load.n(module)`: a function that returns the default export, or a whole CommonJS module. */
export function defaultOf(
  of: Expr,
  { module, fn: parent, pos }: Pick<CallExpr, 'module' | 'fn' | 'pos'>,
): Expr {
  const value: Expr = { k: 'either', op: '??', left: { k: 'member', object: of, name: 'default' }, right: of }
  const fn = newFn(module, parent, null, true, pos)
  fn.returns = [{ value, guard: null }]
  getters.add(fn)
  return { k: 'fn', fn }
}
