/** A script's exports, in all their forms. */
import type { Node } from '@babel/types'
import { word } from '../words.js'
import { exportedNamespace } from './lower-namespaces.js'
import { expression, statement } from './lowering.js'
import { addExport, importFrom } from './module.js'
import { assign, declare, referToAll, type State } from './scope.js'
import { type Expr, UNDEFINED } from './types.js'

/** `export …` in all its forms. */
export function exportStatement(state: State, node: Node): void {
  if (node.type === 'ExportAllDeclaration') {
    state.module.stars.push(word(node.source.value))
  } else if (node.type === 'TSExportAssignment') {
    addExport(state.module, '=', expression(state, node.expression))
  } else if (node.type === 'ExportDefaultDeclaration') {
    exportDefault(state, node.declaration)
  } else if (node.type === 'ExportNamedDeclaration') {
    if (node.declaration) exportDeclared(state, node.declaration)
    else
      for (const one of node.specifiers)
        exportSpecifier(state, one, node.source ? word(node.source.value) : null)
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
    const local = exportName(node.local)
    const value: Expr =
      specifier === null ? named(state, local) : { k: 'import', specifier, from: state.module, name: local }
    addExport(state.module, exportName(node.exported), value)
  }
}

/** An export is live: every assignment to its variable counts. */
function named(state: State, name: string): Expr {
  const binding = state.scope.names.get(name)
  return binding ? referToAll(binding) : UNDEFINED
}

/** The name of an import or export, which may be a string. */
export function exportName(node: Node): string {
  if (node.type === 'Identifier') return word(node.name)
  return node.type === 'StringLiteral' ? word(node.value) : ''
}

/** TypeScript's `import http = require('./http')`, and `import Shop = App.Shop`. */
export function importEquals(
  state: State,
  { id, moduleReference, importKind, isExport, start }: Extract<Node, { type: 'TSImportEqualsDeclaration' }>,
): void {
  if (importKind === 'type') return
  const pos = start ?? 0
  assign(state, declare(state, id.name, true), referenced(state, moduleReference, pos))
  if (isExport) addExport(state.module, id.name, named(state, id.name))
}

function referenced(state: State, node: Node, pos: number): Expr {
  if (node.type === 'TSQualifiedName')
    return { k: 'member', object: referenced(state, node.left, pos), name: node.right.name }
  if (node.type !== 'TSExternalModuleReference') return expression(state, node)
  const specifier = node.expression.value
  importFrom(state.module, specifier, pos)
  return { k: 'import', specifier, from: state.module, name: 'require', pos }
}
