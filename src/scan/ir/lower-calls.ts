/** Calls and imports, and which of them are skipped. */

import type { Node } from '@babel/types'
import { isApiName } from '../frameworks/index.js'
import { word } from '../words.js'
import { sometimes } from './branches.js'
import { coroutine, sentTo } from './coroutines.js'
import { handedTo } from './handed.js'
import { bindsStore } from './lower-bindings.js'
import { assignedLiteral, definesOnLiteral } from './lower-defined.js'
import { getter, namesItself } from './lower-functions.js'
import { stateHook } from './lower-hooks.js'
import { loading, noteLoaderGiven } from './lower-imports.js'
import { parsedJson } from './lower-json.js'
import { changesList, grow } from './lower-lists.js'
import { invoked } from './lower-lodash.js'
import { isUndeclared } from './lower-names.js'
import { keyOf } from './lower-patterns.js'
import { reflected } from './lower-reflection.js'
import { watched } from './lower-watchers.js'
import { expression } from './lowering.js'
import { addExport } from './module.js'
import { lookup, type State } from './scope.js'
import { symbolMade } from './symbols.js'
import { classMade } from './transpiled.js'
import { type CallExpr, type Expr, UNKNOWN } from './types.js'
import { handOn } from './walk-children.js'
import {
  bundledAs,
  defaultOf,
  fromBundle,
  isBundled,
  loaded,
  loadedOf,
  noteChunkCall,
  noteLoader,
} from './webpack.js'

const UNINTERESTING = new Set([
  'console',
  'Math',
  'Date',
  'Number',
  'parseInt',
  'parseFloat',
  'isNaN',
  'Symbol',
])

/** Globals that contribute no determinable part of a URL. */
export function isUninteresting(expr: Expr): boolean {
  return expr.k === 'global' ? UNINTERESTING.has(expr.name) : expr === UNKNOWN
}

const GIVERS = new Set(['getApp', 'App', 'Page', 'Component', 'Behavior'])

type CallNode = Extract<Node, { type: 'CallExpression' | 'OptionalCallExpression' | 'NewExpression' }>

export function call(state: State, node: CallNode): Expr {
  const whole =
    loading(state, node) ?? (isUndeclared(state, 'Symbol') ? symbolMade(node, state.module) : null)
  if (whole) return whole
  if (node.callee.type === 'Import') return UNKNOWN
  noteChunkCall(node.callee, node.arguments)
  const entry = noteLoader(node.callee, node.arguments, state.fn)
  if (entry !== null) state.module.given ??= entry
  const bundled = inBundle(state, node) ?? parsedJson(state, node)
  if (bundled) return bundled
  const reflection = reflected(state, node)
  if (reflection) return reflection
  const run = sentTo(state, node) ?? coroutine(state, node) ?? stateHook(state, node)
  if (run) return run
  const made = classMade(state, node)
  if (made) {
    expression(state, node.callee)
    return made
  }
  const written = expression(state, node.callee)
  const part = loadedOf(written, state.module, node.arguments)
  if (part) return part
  const inside = node.type === 'OptionalCallExpression' ? sometimes(state) : state
  const given = node.arguments.map((arg): Expr => {
    if (arg.type !== 'SpreadElement') return expression(inside, arg)
    return { k: 'spread', of: expression(inside, arg.argument) }
  })
  for (const one of given) noteLoaderGiven(state, one)
  const { callee, args } = invoked(written, given) ?? { callee: written, args: given }
  definesOnLiteral(node.callee, args, node.start ?? 0)
  const assigned = assignedLiteral(state.module, callee, args, node.start ?? 0)
  if (assigned) return assigned
  if (entry !== null) return fromBundle(entry, state.module, node.start ?? 0)
  if (isUninteresting(callee)) {
    for (const arg of args) handOn(state, arg)
    return UNKNOWN
  }
  const { module, fn, guard } = state
  // Of a function that gives an object `new` makes no other.
  const isGiver = callee.k === 'global' && GIVERS.has(callee.name)
  const isNew = node.type === 'NewExpression' && !isGiver
  const result: CallExpr = { k: 'call', callee, args, isNew, module, fn, guard, pos: node.start ?? 0 }
  if (node.type === 'OptionalCallExpression' && node.optional) result.isOptional = true
  if (callee.k === 'member' && callee.object.k === 'call' && 'property' in node.callee)
    result.link = node.callee.property.start ?? result.pos
  module.calls.push(result)
  if (callee.k === 'ref' && callee.binding.values[0]?.value.k === 'param') {
    callee.binding.calls ??= []
    callee.binding.calls.push(result)
  }
  if (fn && isBundled(fn)) givenAtOnce(callee, args)
  const isOnlyCall = callee.k === 'fn' && isWrittenThere(node.callee) && !namesItself(callee.fn)
  if (isOnlyCall && args.every(({ k }) => k !== 'spread')) callee.fn.folds = args
  const [first] = args
  if (first?.k === 'fn' && callee.k === 'member') {
    if (callee.name === 'then') first.fn.folds = [{ k: 'await', value: callee.object }]
    if (callee.name === 'reduce' || callee.name === 'reduceRight')
      first.fn.folds = reduced(result, callee.object)
  }
  if (callee.k === 'member') changes(state, callee.object, String(callee.name), args)
  if (isPackagesMerge(callee)) assigns(state, args)
  watched(result)
  bindsStore(state, callee, args)
  callsApi(result)
  return result
}

/** What a reducer is given: the start or what it returned before, and an item. */
function reduced(call: CallExpr, list: Expr): Expr[] {
  const [callee, start] = call.args
  const item: Expr = { k: 'item', of: list }
  if (!callee) return []
  const before: Expr = { ...call, callee, args: [start ?? item, item] }
  return [{ k: 'cond', test: UNKNOWN, yes: start ?? item, no: before }, item]
}

/** What is between the texts of a template is handed to the function in front of it, after the list of the texts. */
export function tagged(state: State, { tag, quasi, start }: TaggedTemplate): Expr {
  if (isRaw(state, tag)) return expression(state, quasi)
  const { module, fn, guard } = state
  const callee = expression(state, tag)
  const texts = quasi.quasis.map(({ value, start: pos }) => {
    const value_: Expr = { k: 'text', text: word(value.cooked ?? value.raw), module, pos: pos ?? 0 }
    return { spread: false, value: value_ }
  })
  const given = quasi.expressions.map((one) => expression(state, one))
  const args: Expr[] = [{ k: 'array', items: texts }, ...given]
  const result: CallExpr = { k: 'call', callee, args, isNew: false, module, fn, guard, pos: start ?? 0 }
  module.calls.push(result)
  return result
}

type TaggedTemplate = Extract<Node, { type: 'TaggedTemplateExpression' }>

/** `String.raw`: the text as it is. */
const isRaw = (state: State, tag: Node): boolean =>
  tag.type === 'MemberExpression' &&
  isName(tag.object, 'String') &&
  isUndeclared(state, 'String') &&
  isName(tag.property, 'raw')

/** `setTimeout(wx.request, 0, options)`, `list.forEach(wx.request)`, `promise.then(wx.request)`: a call of the API. */
function callsApi({ callee, args: [api, start, ...rest], ...around }: CallExpr): void {
  if (api?.k !== 'member' || typeof api.name !== 'string' || !isApiName(api.name)) return
  const args = handedTo(callee, rest, start)
  if (args) around.module.calls.push({ ...around, callee: api, args, isNew: false })
}

/** Nothing else can call `(function (make) { … })(…)`, unless it calls itself. */
const isWrittenThere = (callee: Node): boolean =>
  callee.type === 'ArrowFunctionExpression' || callee.type === 'FunctionExpression'

/** `(function (uni) { … }).call(this, load(12))`: the module itself, called with the values it names. */
function givenAtOnce(callee: Expr, args: Expr[]): void {
  if (callee.k === 'member' && callee.name === 'call' && callee.object.k === 'fn')
    callee.object.fn.folds = args.slice(1)
}

/** What a bundled module does with the loader: load another module, or name its exports. */
function inBundle(state: State, { callee, arguments: args, start }: CallNode): Expr | null {
  if (callee.type === 'Identifier') return loaded(lookup(state.scope, callee.name), state.module, args)
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.computed)
    return null
  const load = lookup(state.scope, callee.object.name)
  const [first, second, third] = args
  if (!bundledAs(load, 'load') || !first) return null
  if (isName(callee.property, 'n')) return defaultOf(expression(state, first), { ...state, pos: start ?? 0 })
  if (!isName(callee.property, 'd') || !second) return null
  const given = third
    ? [{ key: second, value: third }]
    : second.type === 'ObjectExpression'
      ? second.properties
      : []
  for (const one of given) if ('value' in one) names(state, first, one)
  return UNKNOWN
}

/** `load.d(exports, { name: () => value })`. */
function names(state: State, target: Node, { key, value }: { key: Node; value: Node }): void {
  const name = keyOf(state, key, false)
  const got = expression(state, value)
  if (typeof name !== 'string' || got.k !== 'fn') return
  const { module, fn, guard } = state
  const of = target.type === 'Identifier' ? bundledAs(lookup(state.scope, target.name), 'exports') : null
  if (of) addExport(of, name, getter(got))
  else module.writes.push({ object: expression(state, target), name, value: getter(got), fn, guard })
}

const isName = (node: Node, name: string) => node.type === 'Identifier' && node.name === name

/** Calls that change their receiver or arguments. */
function changes(state: State, object: Expr, name: string, args: Expr[]): void {
  if (name === 'setData') setsData(state, object, args[0])
  else if (GIVES_MEMBERS.has(name) && object.k === 'global' && object.name === 'Object') assigns(state, args)
  else if (name === '$set' || (name === 'set' && isVue(object))) setsMember(state, args)
  else changesList(state, object, name, args)
}

function isVue(object: Expr): boolean {
  const value = object.k === 'ref' ? object.binding.values[0]?.value : object
  return (
    (value?.k === 'global' && value.name === 'Vue') || (value?.k === 'import' && value.specifier === 'vue')
  )
}

/** Vue's `this.$set(this.form, 'url', url)` and `Vue.set` are assignments. */
function setsMember(state: State, [object, key, value]: Expr[]): void {
  if (!object || !key || !value) return
  const { fn, guard, module } = state
  if (key.k === 'text') module.writes.push({ object, name: key.text, value, fn, guard })
  else {
    grow(state, object, value)
    module.looseWrites.push({ object, key, value, fn, guard })
  }
}

const GIVES_MEMBERS = new Set(['assign', 'setPrototypeOf'])

/** `Object.assign(o, x)` gives `o` all members of `x`; `Object.setPrototypeOf(o, x)` only those it lacks. */
function assigns(state: State, [object, ...sources]: Expr[]): void {
  if (!object || object.k === 'obj') return
  const { fn, guard, module } = state
  for (const value of sources) module.looseWrites.push({ object, key: null, value, fn, guard })
}

/** `merge(settings, given)` of lodash and its like changes what it is given. */
const MERGES = /^(?:assign|assignIn|assignWith|defaults|defaultsDeep|extend|merge|mergeWith)$/

function isPackagesMerge(callee: Expr): boolean {
  const [only, ...others] = callee.k === 'ref' ? callee.binding.values : []
  if (only) return others.length === 0 && only.value.k !== 'ref' && isPackagesMerge(only.value)
  if (callee.k === 'member')
    return typeof callee.name === 'string' && MERGES.test(callee.name) && isPackages(callee.object)
  return callee.k === 'import' && isPackages(callee) && MERGES.test(nameOf(callee))
}

function isPackages(of: Expr): boolean {
  const value = of.k === 'ref' ? of.binding.values[0]?.value : of
  if (value?.k === 'import') return !/^[./@]/.test(value.specifier)
  return value?.k === 'global' && (value.name === '_' || value.name === '$')
}

/** `merge` of `lodash/merge` and of `lodash`. */
const nameOf = ({ name, specifier }: Extract<Expr, { k: 'import' }>) =>
  name === 'default' ? (specifier.split(/[./]/).at(-1) ?? '') : name

/** `this.setData({ base: … })` changes `this.data.base`. */
function setsData(state: State, component: Expr, changes: Expr | undefined): void {
  const { module, fn, guard } = state
  if (changes?.k === 'ref' && changes.binding.values.every(({ value }) => value.k === 'obj')) {
    const object: Expr = { k: 'member', object: component, name: 'data' }
    module.looseWrites.push({ object, key: null, value: changes, fn, guard })
  }
  if (changes?.k !== 'obj') return
  for (const { key, value } of changes.props) {
    if (typeof key !== 'string') continue
    // `'form.url'`, `'list[0].url'`.
    const path = ['data', ...key.split(/[.[\]]+/).filter(Boolean)]
    const name = path.pop() ?? ''
    const object = path.reduce<Expr>((of, one) => ({ k: 'member', object: of, name: one }), component)
    module.writes.push({ object, name, value, fn, guard })
  }
}
