/** Paths in the configuration of builds (aliases, folders), as far as they are literals; nothing is run. */
import { BUILDS, type ConfigKey } from '../frameworks/builds.js'
import { type ConfigFile, filesOf, isProperty, textsIn } from './framework-config.js'
import { folderOf, joined } from './paths.js'
import type { Reader } from './reader.js'
import { type AstNode, childrenOf, everyNode, isNode, keyOf, nodeName, stringOf } from './tree.js'

export interface ConfigAlias {
  name: string
  /** Relative to the scanned folder. */
  target: string
}

/** What paths in a configuration begin at, and the names that it declares itself. */
interface Scope {
  /** The package's folder, in which builds run. */
  folder: string
  /** `__dirname`. */
  at: string
  declared: ReadonlyMap<string, AstNode>
}

/** `alias: { '@/x': path.resolve(__dirname, 'src/x') }`, and those of a chain: `config.resolve.alias.set('x', …)`. */
export async function configAliases(
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<ConfigAlias[]> {
  const settings = BUILDS.flatMap(({ aliases }) => aliases ?? [])
  const read = await Promise.all(settings.map((one) => filesOf(one, folder, files, reader)))
  return read.flat().flatMap((file) => {
    const scope = scopeOf(file, folder)
    return file.nodes.flatMap(aliasesSet).flatMap(({ name, value }) => {
      const target = targetOf(value, scope)
      return target === null ? [] : [{ name, target }]
    })
  })
}

/** `modules: [path.resolve(__dirname, 'src'), 'node_modules']`: folders in which bare specifiers are resolved. */
export async function moduleFolders(
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<string[]> {
  const settings = BUILDS.flatMap(({ modules }) => modules ?? [])
  const foldersIn = async (one: ConfigKey) =>
    (await filesOf(one, folder, files, reader)).flatMap((file) => {
      const lists = file.nodes.flatMap((node) => (isProperty(node, one.key) ? node.value : []))
      const items = lists.flatMap((list) => (list.type === 'ArrayExpression' ? childrenOf(list) : []))
      return items.flatMap((item) => targetOf(item, scopeOf(file, folder)) ?? [])
    })
  return (await Promise.all(settings.map(foldersIn))).flat()
}

/** The folders a setting names, relative to the scanned folder: `'env'`, `path.resolve(process.cwd(), 'env')`. */
export async function foldersAt(
  at: ConfigKey,
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<string[]> {
  return (await filesOf(at, folder, files, reader)).flatMap((file) =>
    file.nodes.flatMap((node) => {
      if (!isProperty(node, at.key)) return []
      const texts = textsIn(node.value)
      if (texts.length > 0) return texts.flatMap((text) => joined(folder, text) ?? [])
      return targetOf(node.value, scopeOf(file, folder)) ?? []
    }),
  )
}

interface Pair {
  name: string
  value: AstNode
}

function aliasesSet(node: AstNode): Pair[] {
  if (isProperty(node, 'alias')) return pairsOf(node.value)
  const { type, left, right, callee } = node
  if (type === 'AssignmentExpression' && isNode(left) && isNode(right)) {
    const name = nodeName(left)
    if (name === 'alias') return pairsOf(right)
    return name !== null && isNode(left.object) && isAlias(left.object) ? [{ name, value: right }] : []
  }
  if (type !== 'CallExpression' || !isNode(callee) || !isAlias(callee.object)) return []
  const [key, value] = argumentsOf(node)
  if (key && nodeName(callee) === 'merge') return pairsOf(key)
  const name = key && nodeName(callee) === 'set' ? stringOf(key) : null
  return name !== null && value ? [{ name, value }] : []
}

/** `config.resolve.alias`, and what setting some answers of it. */
function isAlias(node: unknown): boolean {
  if (!isNode(node)) return false
  if (nodeName(node) === 'alias') return true
  const { type, callee } = node
  if (type !== 'CallExpression' || !isNode(callee)) return false
  return /^(?:set|merge)$/.test(nodeName(callee) ?? '') && isAlias(callee.object)
}

/** Of an object, or of a list as Vite takes it: `[{ find: '@', replacement: … }]`. */
function pairsOf(value: AstNode): Pair[] {
  if (value.type.startsWith('TS') && isNode(value.expression)) return pairsOf(value.expression)
  if (value.type === 'ArrayExpression')
    return childrenOf(value).flatMap((item) => {
      const of = (key: string) => childrenOf(item).find((one) => isProperty(one, key))?.value
      const [find, replacement] = [of('find'), of('replacement')]
      const name = isNode(find) ? stringOf(find) : null
      return name !== null && isNode(replacement) ? [{ name, value: replacement }] : []
    })
  // Object.assign(config.resolve.alias, { … })
  if (value.type === 'CallExpression') return argumentsOf(value).flatMap(pairsOf)
  if (value.type !== 'ObjectExpression') return []
  return childrenOf(value).flatMap((property) => {
    const name = keyOf(property)
    return name !== null && property.type === 'ObjectProperty' && isNode(property.value)
      ? [{ name, value: property.value }]
      : []
  })
}

function scopeOf({ file, nodes }: ConfigFile, folder: string): Scope {
  const declared = new Map<string, AstNode>()
  for (const { type, id, init, ...rest } of nodes) {
    if (!isNode(id) || typeof id.name !== 'string') continue
    if (type === 'VariableDeclarator' && isNode(init)) declared.set(id.name, init)
    if (type === 'FunctionDeclaration') declared.set(id.name, { type, ...rest })
  }
  return { folder, at: folderOf(file), declared }
}

/** Names declared of each other end somewhere. */
const MAX_DEPTH = 5

function targetOf(value: AstNode, scope: Scope, depth = 0): string | null {
  const text = stringOf(value)
  if (text !== null) return /^\.{1,2}\//.test(text) ? joined(scope.folder, text) : null
  if (depth > MAX_DEPTH) return null
  if (isCwd(value)) return scope.folder
  if (value.type === 'Identifier') {
    if (value.name === '__dirname') return scope.at
    const known = scope.declared.get(String(value.name))
    return known ? targetOf(known, scope, depth + 1) : null
  }
  if (value.type !== 'CallExpression' || !isNode(value.callee)) return null
  const own = value.callee.type === 'Identifier' && scope.declared.get(String(value.callee.name))
  if (own) return ofHelper(own, value, scope, depth)
  return ofCall(argumentsOf(value), value.callee, scope, depth)
}

function ofCall(given: AstNode[], callee: AstNode, scope: Scope, depth: number): string | null {
  const [first, ...rest] = given
  if (!first) return null
  // fileURLToPath(new URL('./src', import.meta.url))
  if (first.type === 'NewExpression') return joinAll(scope.at, argumentsOf(first).slice(0, 1))
  // path.resolve('src'): builds run in the package's folder.
  const name = nodeName(callee)
  if (stringOf(first) !== null) return name === 'resolve' ? joinAll(scope.folder, given) : null
  const begun = targetOf(first, scope, depth + 1)
  return begun === null ? null : joinAll(begun, rest)
}

/** `const resolve = (dir) => path.join(__dirname, '..', dir)`, called with a text. */
function ofHelper(helper: AstNode, call: AstNode, scope: Scope, depth: number): string | null {
  const { params, body } = helper
  if (!Array.isArray(params) || !isNode(body)) return null
  const returned = body.type === 'BlockStatement' ? everyNode(body).find(isReturn)?.argument : body
  if (!isNode(returned) || returned.type !== 'CallExpression' || !isNode(returned.callee)) return null
  const names = params.filter(isNode).map(({ name }) => name)
  const given = argumentsOf(call)
  const filled = argumentsOf(returned).flatMap((one) => {
    const at = one.type === 'Identifier' ? names.indexOf(one.name) : -1
    return at < 0 ? [one] : (given[at] ?? [])
  })
  return depth > MAX_DEPTH ? null : ofCall(filled, returned.callee, scope, depth + 1)
}

const isReturn = ({ type }: AstNode) => type === 'ReturnStatement'

const argumentsOf = ({ arguments: given }: AstNode): AstNode[] =>
  Array.isArray(given) ? given.filter(isNode) : []

const isCwd = ({ type, callee }: AstNode): boolean =>
  type === 'CallExpression' && isNode(callee) && nodeName(callee) === 'cwd'

function joinAll(at: string, parts: readonly AstNode[]): string | null {
  const texts = parts.map(stringOf)
  if (texts.some((text) => text === null || text.startsWith('/'))) return null
  return joined(at, texts.join('/'))
}
