/** From a parsed script to the small tree that is kept. */
import type { Node } from '@babel/types'
import { bundledRuntimeIn, copyByText, innerMarksIn } from '../frameworks/index.js'
import { lineStarts } from '../lines.js'
import type { LibraryFile } from './libraries.js'
import { expression } from './lower-expressions.js'
import { exportedNamespace } from './lower-namespaces.js'
import { block, statement } from './lower-statements.js'
import type { Statements } from './parse.js'
import { assign, declare, hoistVars, referToAll, type Scope, type State } from './scope.js'
import { type Expr, type Module, type Region, UNDEFINED } from './types.js'

/**
 * Reduces one script; `code` is what was parsed. `isShared`: scripts that are no modules share what they declare. Throws a
 * RangeError when its nesting is too deep.
 */
export function lower(
  file: string,
  code: string,
  body: Statements,
  regions: Region[],
  isShared = false,
): Module {
  const module: Module = {
    ...emptyModule(file, code.length),
    lines: lineStarts(code),
    copyOf: copyByText(code),
    regions,
  }
  const inner = innerMarksIn(code)
  if (inner) module.inner = inner
  const scope: Scope = { names: new Map(), up: null }
  const state: State = { module, scope, fn: null, loop: 0, guard: null, namespaces: [] }
  hoistVars(state, body)
  const imports = body.flatMap((node) => (node.type === 'ImportDeclaration' ? [node] : []))
  for (const node of imports) importDeclaration(state, node)
  block(state, body)
  module.names = [...scope.names.values()]
  for (const one of module.bundle) tellBundled(one, code)
  if (isShared && !isModule(module, body)) shareNames(state)
  for (const { source, specifiers } of imports) {
    const names = specifiers.map(({ local }) => local.name)
    if (names.length > 0 && !names.some((name) => isUsed(state, name, code))) module.unused.add(source.value)
  }
  return module
}

export const emptyModule = (file: string, size: number): Module => ({
  file,
  lines: new Int32Array(1),
  size,
  copyOf: null,
  imports: new Set(),
  importedAt: new Map(),
  joins: [],
  unused: new Set(),
  bundle: [],
  calls: [],
  members: new Set(),
  names: [],
  loose: [],
  derived: [],
  writes: [],
  looseWrites: [],
  extended: [],
  exports: new Map(),
  stars: [],
  regions: [],
})

/** Stands for a library that is not read. */
export const asideModule = (file: string, size: number, library: LibraryFile): Module => ({
  ...emptyModule(file, size),
  library,
})

/** What a module of a bundle is a copy of, or is the runtime of. */
function tellBundled(module: Module, code: string): void {
  const { start = 0, end = 0 } = module.bundled ?? {}
  const text = code.slice(start, end)
  const runtime = bundledRuntimeIn(text)
  module.size = text.length
  module.copyOf = copyByText(text)
  if (runtime) module.runtime = runtime
}

function isModule({ imports, exports }: Module, body: readonly Node[]): boolean {
  return imports.size > 0 || exports.size > 0 || body.some(({ type }) => /^(?:Import|Export)/.test(type))
}

/** What a plain script declares at its top is a member of the global object. */
function shareNames({ module, scope, fn, guard }: State): void {
  const object: Expr = { k: 'global', name: 'globalThis' }
  for (const [name, binding] of scope.names)
    if (binding.values.length > 0) module.writes.push({ object, name, value: referToAll(binding), fn, guard })
}

function importDeclaration(state: State, node: Extract<Node, { type: 'ImportDeclaration' }>): void {
  if (node.importKind === 'type' || node.importKind === 'typeof') return
  importFrom(state.module, node.source.value, node.source.start ?? 0)
  for (const specifier of node.specifiers) {
    const name =
      specifier.type === 'ImportDefaultSpecifier'
        ? 'default'
        : specifier.type === 'ImportNamespaceSpecifier'
          ? '*'
          : nameOf(specifier.imported)
    const binding = declare(state, specifier.local.name, true)
    const pos = specifier.start ?? 0
    assign(state, binding, { k: 'import', specifier: node.source.value, from: state.module, name, pos })
  }
}

export function importFrom(module: Module, specifier: string, pos: number): void {
  module.imports.add(specifier)
  if (!module.importedAt.has(specifier)) module.importedAt.set(specifier, pos)
}

/** Tags of JSX are no expressions here. */
function isUsed(state: State, name: string, code: string): boolean {
  if (state.scope.names.get(name)?.used === true) return true
  // A tag stands where an expression begins; in `query<Book, Page>` they are types.
  return (
    code.includes(`<${name}`) &&
    new RegExp(`(?<![\\w$)\\]])<${name.replaceAll('$', '\\$')}(?=[\\s/>.])`).test(code)
  )
}

function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'StringLiteral' ? node.value : ''
}

export function addExport(module: Module, name: string, value: Expr): void {
  const known = module.exports.get(name)
  if (known) known.push(value)
  else module.exports.set(name, [value])
}

/** `export …` in all its forms. */
export function exportStatement(state: State, node: Node): void {
  if (node.type === 'ExportAllDeclaration') {
    state.module.stars.push(node.source.value)
  } else if (node.type === 'TSExportAssignment') {
    addExport(state.module, '=', expression(state, node.expression))
  } else if (node.type === 'ExportDefaultDeclaration') {
    exportDefault(state, node.declaration)
  } else if (node.type === 'ExportNamedDeclaration') {
    if (node.declaration) exportDeclared(state, node.declaration)
    else for (const one of node.specifiers) exportSpecifier(state, one, node.source?.value ?? null)
  }
}

function exportDefault(state: State, node: Node): void {
  const isNamed = (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') && node.id
  if (isNamed) {
    statement(state, node)
    addExport(state.module, 'default', named(state, node.id?.name ?? ''))
  } else addExport(state.module, 'default', expression(state, node))
}

function exportDeclared(state: State, node: Node): void {
  if (node.type === 'TSModuleDeclaration' && state.namespaces.length === 0) {
    exportedNamespace(state, node)
    return
  }
  statement(state, node)
  const names: string[] = []
  if (node.type === 'VariableDeclaration') {
    for (const { id } of node.declarations) collect(id, names)
  } else if ('id' in node && node.id && node.id.type === 'Identifier') names.push(node.id.name)
  for (const name of names) addExport(state.module, name, named(state, name))
}

function collect(id: Node, into: string[]): void {
  if (id.type === 'Identifier') into.push(id.name)
  else if (id.type === 'ObjectPattern') {
    for (const one of id.properties) collect(one.type === 'RestElement' ? one.argument : one.value, into)
  } else if (id.type === 'ArrayPattern') for (const one of id.elements) if (one) collect(one, into)
  if (id.type === 'AssignmentPattern') collect(id.left, into)
}

function exportSpecifier(state: State, node: Node, specifier: string | null): void {
  if (node.type === 'ExportNamespaceSpecifier' && specifier !== null) {
    addExport(state.module, node.exported.name, { k: 'import', specifier, from: state.module, name: '*' })
  } else if (node.type === 'ExportDefaultSpecifier' && specifier !== null) {
    addExport(state.module, node.exported.name, {
      k: 'import',
      specifier,
      from: state.module,
      name: 'default',
    })
  } else if (node.type === 'ExportSpecifier') {
    const local = nameOf(node.local)
    const value: Expr =
      specifier === null ? named(state, local) : { k: 'import', specifier, from: state.module, name: local }
    addExport(state.module, nameOf(node.exported), value)
  }
}

/** An export is live: every assignment to its variable counts. */
function named(state: State, name: string): Expr {
  const binding = state.scope.names.get(name)
  return binding ? referToAll(binding) : UNDEFINED
}
