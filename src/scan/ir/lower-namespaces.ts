/** TypeScript namespaces: their exports are shared by every script that opens a namespace with that name. */

import type { Node } from '@babel/types'
import { block } from './lowering.js'
import { addExport } from './module.js'
import { assign, declare, inner, referToAll, type State } from './scope.js'
import type { Expr } from './types.js'

type NamespaceNode = Extract<Node, { type: 'TSModuleDeclaration' }>

export function namespace(state: State, node: NamespaceNode): void {
  if (node.declare) return
  const names = namesOf(node.id)
  let { namespaces } = state
  for (const name of names) namespaces = [memberOfNamespace(namespaces[0] ?? null, name), ...namespaces]
  const [object] = namespaces
  if (!object || names.length === 0) return
  const inside = inner({ ...state, namespaces })
  if (node.body.type === 'TSModuleBlock') members(inside, object, node.body.body)
  else namespace(inside, node.body)
}

/** A namespace exported by a module belongs to that module. */
export function exportedNamespace(state: State, node: NamespaceNode): void {
  const [name] = namesOf(node.id)
  if (name === undefined || node.declare) return
  const object: Expr = { k: 'global', name: `${state.module.file}#${name}` }
  assign(state, declare(state, name, true), object)
  addExport(state.module, name, object)
  const inside = inner({ ...state, namespaces: [object] })
  if (node.body.type === 'TSModuleBlock') members(inside, object, node.body.body)
}

function namesOf(id: Node): string[] {
  if (id.type === 'Identifier') return [id.name]
  return id.type === 'TSQualifiedName' ? [...namesOf(id.left), ...namesOf(id.right)] : []
}

const memberOfNamespace = (object: Expr | null, name: string): Expr =>
  object ? { k: 'member', object, name } : { k: 'global', name }

/** Exports are members of the namespace; everything else is local to this part. */
function members(state: State, object: Expr, statements: readonly Node[]): void {
  const { fn, guard } = state
  const plain = statements.map((one) =>
    one.type === 'ExportNamedDeclaration' && one.declaration ? one.declaration : one,
  )
  block(state, plain)
  for (const one of statements) {
    if (one.type !== 'ExportNamedDeclaration' || !one.declaration) continue
    for (const name of declaredNames(one.declaration)) {
      const binding = state.scope.names.get(name)
      if (binding) state.module.writes.push({ object, name, value: referToAll(binding), fn, guard })
    }
  }
}

function declaredNames(node: Node): string[] {
  if (node.type === 'VariableDeclaration')
    return node.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
  return 'id' in node && node.id && node.id.type === 'Identifier' ? [node.id.name] : []
}
