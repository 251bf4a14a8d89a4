/** Which variable a name means, and which of its assignments a place can see. */
import type { Node } from '@babel/types'
import { appended } from './appended.js'
import { seenFrom } from './branches.js'
import { newBinding } from './fresh.js'
import type { Binding, Expr, Fn, Guard, Module, Moment } from './types.js'

export interface Scope {
  names: Map<string, Binding>
  up: Scope | null
  /** The function whose outermost scope it is. */
  of?: Fn
}

/** Those of its readers that need each other. */
export interface Lowering {
  expression(state: State, node: Node): Expr
  statement(state: State, node: Node): void
  block(state: State, statements: readonly Node[]): void
}

/** The state of reading a script. */
export interface State {
  lowering: Lowering
  module: Module
  scope: Scope
  fn: Fn | null
  loop: number
  guard: Guard | null
  /** TypeScript's namespaces around it, from the innermost outwards. */
  namespaces: readonly Expr[]
  /** A component's markup, which sees the values in refs. */
  inMarkup: boolean
  /** What the innermost `try` around it may catch. */
  thrown: Expr[] | null
}

export function inner(state: State, changes: Partial<State> = {}): State {
  const scope: Scope = { names: new Map(), up: state.scope }
  if (changes.fn) scope.of = changes.fn
  const { lowering, module, inMarkup, thrown } = state
  const { fn = state.fn, loop = state.loop, guard = state.guard, namespaces = state.namespaces } = changes
  return { lowering, module, scope, fn, loop, guard, namespaces, inMarkup, thrown }
}

export function lookup(scope: Scope, name: string): Binding | null {
  for (let at: Scope | null = scope; at; at = at.up) {
    const found = at.names.get(name)
    if (found) return found
  }
  return null
}

/** Variables whose first value is being read. */
const begun = new Set<Binding>()

/** Reads the first value of a variable. */
export function beginning(state: State, name: string, read: () => Expr): Expr {
  const binding = state.scope.names.get(name)
  if (!binding || binding.hoisted || binding.values.length > 0 || begun.has(binding)) return read()
  begun.add(binding)
  const value = read()
  begun.delete(binding)
  return value
}

/** `let url = base + url`: what is declared here has no value yet, so the one around it is what the author means. */
export function meant({ scope, fn }: State, name: string): Binding | null {
  for (let at: Scope | null = scope; at; at = at.up) {
    const found = at.names.get(name)
    if (found && begun.has(found) && found.fn === fn) return (at.up && lookup(at.up, name)) ?? found
    if (found) return found
  }
  return null
}

/** The binding with that name in this exact scope, created if there is none. */
export function declare(state: State, name: string, hoisted = false): Binding {
  const known = state.scope.names.get(name)
  if (known) return known
  const { fn, loop } = state
  const binding = newBinding(name, fn, loop, hoisted)
  state.scope.names.set(name, binding)
  return binding
}

/**
 * An enclosing function's variable as this function sees it from here on: changes in place are visible to the code that
 * follows in it, and nowhere else.
 */
export function seenHere(state: State, of: Binding): Binding {
  let at: Scope | null = state.scope
  while (at && at.of !== state.fn) at = at.up
  const { name } = of
  const binding = newBinding(name, state.fn, 0, false)
  binding.values = [{ value: refer(state, of), guard: null }]
  binding.of = of
  at?.names.set(name, binding)
  return binding
}

/** `pos`: where it is assigned. */
export function assign(state: State, binding: Binding, value: Expr, pos?: number | null): void {
  if (binding.of && !(value.k === 'obj' && value.renews)) assign(state, binding.of, value, pos)
  const elsewhere = binding.fn !== state.fn
  if (elsewhere && isLetGo(binding, value)) return
  if (elsewhere) binding.shared = true
  // Under conditional compilation, a second value may be for another platform.
  const elsewise = binding.values.length > 0 && mayBeAnothers(state, value, pos)
  const sometimes = elsewhere || elsewise || binding.loop !== state.loop
  const guard = sometimes ? { test: null, sense: true, up: state.guard } : state.guard
  const more = elsewhere ? { by: state.fn } : state.fn ? {} : { at: momentOf(state) }
  binding.values = appended(binding.values, { value, guard, ...more })
}

export const momentOf = ({ module }: State): Moment => ({ module, calls: module.calls.length })

/** `options = null` in a response callback: the old value is no longer needed. */
const isLetGo = ({ values }: Binding, value: Expr) =>
  value.k === 'prim' && value.value == null && values[0]?.value.k === 'param'

function mayBeAnothers(
  { module: { regions } }: State,
  value: Expr,
  at: number | null | undefined = value.k === 'obj' && value.renews ? value.props[0]?.pos : null,
): boolean {
  return regions.some(({ start, end }) => typeof at !== 'number' || (start <= at && at < end))
}

/** What a name refers to here: in straight-line code of its own function, only earlier assignments count. */
export function refer(state: State, binding: Binding): Expr {
  binding.used = true
  if (binding.values[0]?.value.k === 'param') binding.references++
  const count = binding.values.length
  const inOrder = binding.fn === state.fn && binding.loop === state.loop && !binding.hoisted && count > 0
  if (!inOrder) return referToAll(binding)
  const from = seenFrom(binding.values, state.guard)
  return { k: 'ref', binding, from: Math.max(0, from), to: count, isSure: from >= 0 }
}

/** A variable with everything ever assigned to it. */
export function referToAll(binding: Binding): Expr {
  binding.used = true
  binding.whole ??= { k: 'ref', binding, from: 0, to: -1 }
  return binding.whole
}

/** Adds the declarations of a block's statements to its scope; `var`s of functions go through `hoistVars`. */
export function hoistBlock(state: State, statements: readonly Node[]): void {
  for (const statement of statements) {
    const node = 'declaration' in statement && statement.declaration ? statement.declaration : statement
    if (typeof node !== 'object' || !('type' in node) || isAmbient(node)) continue
    if (node.type === 'VariableDeclaration' && node.kind !== 'var') {
      for (const { id } of node.declarations) declareAll(state, id)
    } else if (isNamedDeclaration(node) && node.id?.type === 'Identifier') {
      declare(state, node.id.name, true)
    }
  }
}

/** `declare const API_HOST: string` says that the name is defined elsewhere: a global, or a build constant. */
export const isAmbient = (node: Node): boolean => 'declare' in node && node.declare === true

/** Every name that a pattern binds. */
export function declareAll(state: State, pattern: Node): void {
  if (pattern.type === 'Identifier') declare(state, pattern.name)
  else for (const name of patternNames(pattern)) declare(state, name)
}

function isNamedDeclaration(node: Node) {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'ClassDeclaration' ||
    node.type === 'TSEnumDeclaration' ||
    node.type === 'TSImportEqualsDeclaration'
  )
}

/** Declares every `var` of a function's body, however deep in its blocks. */
export function hoistVars(state: State, statements: readonly Node[]): void {
  for (const name of varsOf(statements)) declare(state, name)
}

export function varsOf(statements: readonly Node[]): string[] {
  const names: string[] = []
  const left: Node[] = [...statements]
  while (left.length > 0) {
    const node = left.pop() as Node
    if (node.type === 'VariableDeclaration' && node.kind === 'var') {
      if (isAmbient(node)) continue
      for (const { id } of node.declarations) {
        if (id.type === 'Identifier') names.push(id.name)
        else names.push(...patternNames(id))
      }
    } else if (node.type === 'ExportNamedDeclaration') {
      if (node.declaration) left.push(node.declaration)
    } else left.push(...nestedStatements(node))
  }
  return names
}

export function nestedStatements(node: Node): Node[] {
  switch (node.type) {
    case 'BlockStatement':
      return node.body
    case 'IfStatement':
      return node.alternate ? [node.consequent, node.alternate] : [node.consequent]
    case 'ForStatement':
      return node.init ? [node.init, node.body] : [node.body]
    case 'ForInStatement':
    case 'ForOfStatement':
      return [node.left, node.body]
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
    case 'WithStatement':
      return [node.body]
    case 'TryStatement':
      return [node.block, node.handler?.body, node.finalizer].filter((part) => part != null)
    case 'SwitchStatement':
      return node.cases.flatMap((one) => one.consequent)
    default:
      return []
  }
}

/** The names a pattern declares. */
export function patternNames(pattern: Node): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) =>
        patternNames(one.type === 'RestElement' ? one.argument : one.value),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap((one) => (one ? patternNames(one) : []))
    case 'AssignmentPattern':
      return patternNames(pattern.left)
    case 'RestElement':
      return patternNames(pattern.argument)
    case 'TSParameterProperty':
      return patternNames(pattern.parameter)
    default:
      return []
  }
}
