/** What a build configuration declares, by name. */
import { type AstNode, childrenOf, isNode, keyOf } from './tree.js'

/** A name inside a function counts if it is unique; top-level ones come first. */
export function declarationsIn(program: AstNode): Map<string, AstNode> {
  const declared = new Map<string, AstNode>()
  const inside = new Map<string, AstNode | null>()
  const top = new Set(
    childrenOf(program).flatMap((node) =>
      node.type === 'ExportNamedDeclaration' ? childrenOf(node) : [node],
    ),
  )
  const waiting = [program]
  for (let node = waiting.shift(); node; node = waiting.shift()) {
    for (const [name, value] of declarationsOf(node)) {
      if (top.has(node)) declared.set(name, value)
      else inside.set(name, inside.has(name) ? null : value)
    }
    waiting.push(...childrenOf(node))
  }
  for (const [name, value] of inside) if (value && !declared.has(name)) declared.set(name, value)
  return declared
}

function declarationsOf(node: AstNode): [string, AstNode][] {
  if (node.type === 'ImportDeclaration')
    return childrenOf(node).flatMap(({ local }): [string, AstNode][] =>
      isNode(local) ? [[String(local.name), node]] : [],
    )
  if (node.type !== 'VariableDeclaration') return []
  return childrenOf(node).flatMap(({ id, init }): [string, AstNode][] => {
    if (!isNode(id) || !isNode(init)) return []
    if (id.type === 'Identifier') return [[String(id.name), init]]
    // `const { VITE_API } = loadEnv(mode, root)`
    return id.type === 'ObjectPattern' ? membersTaken(id, init) : []
  })
}

function membersTaken(pattern: AstNode, object: AstNode): [string, AstNode][] {
  return childrenOf(pattern).flatMap((one): [string, AstNode][] => {
    const { key, value, start, argument } = one
    // `const { version, ...rest } = settings`: what is taken out of it does no harm.
    if (one.type === 'RestElement' && isNode(argument)) return [[String(argument.name), object]]
    if (!isNode(key) || !isNode(value) || value.type !== 'Identifier' || keyOf(one) === null) return []
    return [[String(value.name), { type: 'MemberExpression', object, property: key, start: start ?? null }]]
  })
}

const FUNCTION = /Function|Method/

/** What a function without parameters gives: `() => value`, or the value of its only `return`. */
export function resultOf({ type, params, body, async: isAsync }: AstNode): AstNode | null {
  if (!FUNCTION.test(type) || isAsync === true || !isNode(body)) return null
  if (!Array.isArray(params) || params.length > 0) return null
  if (body.type !== 'BlockStatement') return body
  const [only, ...others] = returnsIn(body)
  return only && others.length === 0 && childrenOf(body).includes(only) && isNode(only.argument)
    ? only.argument
    : null
}

function returnsIn(body: AstNode): AstNode[] {
  const found: AstNode[] = []
  const waiting = [body]
  for (let node = waiting.shift(); node; node = waiting.shift()) {
    if (node.type === 'ReturnStatement') found.push(node)
    waiting.push(...childrenOf(node).filter(({ type }) => !FUNCTION.test(type)))
  }
  return found
}
