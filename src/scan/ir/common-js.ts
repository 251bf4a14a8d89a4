/** CommonJS: what is put on `exports` and `module.exports`, by those names or by the ones that a bundle passes for them. */
import type { Node } from '@babel/types'
import { addExport, ownExport } from './module.js'
import { lookup, type State } from './scope.js'
import type { Binding, Expr, Module } from './types.js'
import { bundledAs } from './webpack.js'

type Member = Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>

/** `exports.name = value`, `module.exports = value`: true if it is one of those. */
export function exportsBy(state: State, target: Member, name: string, value: Expr): boolean {
  const bundled = bundledExports(state, target)
  if (bundled?.isWhole) exportAll(bundled.of, underGuard(state, value))
  else if (bundled) exportMember(state, bundled.of, name, value)
  else if (isExports(state, target.object)) exportMember(state, state.module, name, value)
  else if (name === 'exports' && isGlobal(state, target.object, 'module')) exportWhole(state, value)
  else return false
  return true
}

/** A script's own exports, or the one with a name; null where the node doesn't stand for its exports. */
export const ownExports = (state: State, node: Node, name = 'require'): Expr | null =>
  isExports(state, node) ? ownExport(state.module, name, node.start ?? 0) : null

/** `module.exports = exports` says nothing new. */
function exportAll(of: Module, value: Expr): void {
  if (value.k !== 'ref' || bundledAs(value.binding, 'exports') !== of) addExport(of, '=', value)
}

/** After `module.exports = get`, a member of `exports` is one of what is exported whole. */
function exportMember(state: State, of: Module, name: string, value: Expr): void {
  const { module, fn, guard } = state
  const object = ownExport(of, 'require', 0)
  if (of.exports.has('=')) module.writes.push({ object, name, value, fn, guard })
  addExport(of, name, underGuard(state, value))
}

const NOTHING: Expr = { k: 'cat', parts: [] }

/** `if (isLive) module.exports = require('./live')`: it is that only where the condition may hold. */
function underGuard({ guard }: State, value: Expr): Expr {
  let result = value
  for (let at = guard; at; at = at.up)
    if (at.test)
      result = {
        k: 'cond',
        test: at.test,
        ...(at.sense ? { yes: result, no: NOTHING } : { yes: NOTHING, no: result }),
      }
  return result
}

/** Everything a module exports; for a bundle, the exports of its modules. */
function exportWhole(state: State, value: Expr): void {
  const { module, fn } = state
  const isOfBundle = fn === null && value.k === 'call' && value.callee.k === 'fn' && module.exports.has('=')
  if (!isOfBundle) addExport(module, '=', underGuard(state, value))
}

/** CommonJS's name, or the one that a bundle passes to its modules. */
function isGlobal(state: State, node: Node, name: string): boolean {
  if (node.type !== 'Identifier' || node.name !== name) return false
  const binding = lookup(state.scope, name)
  return !binding || isGivenToModule(binding)
}

/** `function (require, module, exports) {…}`: a module within a bundle. */
function isGivenToModule({ fn }: Binding): boolean {
  const names = fn?.params?.flatMap((param) => param?.name ?? []) ?? []
  return names.includes('module') && names.includes('exports')
}

/** The bundled module that receives an export, or all of them. */
function bundledExports(state: State, { object, property }: Member): { of: Module; isWhole: boolean } | null {
  const named = (node: Node) => (node.type === 'Identifier' ? lookup(state.scope, node.name) : null)
  const isAll = (node: Node) => node.type === 'Identifier' && node.name === 'exports'
  const whole = isAll(property) ? bundledAs(named(object), 'module') : null
  if (whole) return { of: whole, isWhole: true }
  const inner = object.type === 'MemberExpression' && isAll(object.property) ? object.object : null
  const of = inner ? bundledAs(named(inner), 'module') : bundledAs(named(object), 'exports')
  return of && { of, isWhole: false }
}

/** `exports` or `module.exports` of CommonJS. */
export function isExports(state: State, node: Node): boolean {
  if (isGlobal(state, node, 'exports')) return true
  return (
    node.type === 'MemberExpression' &&
    !node.computed &&
    node.property.type === 'Identifier' &&
    node.property.name === 'exports' &&
    isGlobal(state, node.object, 'module')
  )
}
