/** The values of a build configuration's expressions in a production build, as far as literals show; nothing is executed. */
import { parse } from '@babel/parser'
import { otherTargets } from '../frameworks/builds.js'
import type { BuildConstant } from '../types.js'
import { declarationsIn, resultOf } from './config-declarations.js'
import { type AstNode, childrenOf, isNode, keyOf } from './tree.js'

/** A file's tree and its declarations. */
export interface ConfigFile {
  file: string
  program: AstNode
  declared: ReadonlyMap<string, AstNode>
  /** What `.env` files contribute to its `process.env` and `loadEnv(…)`. */
  environment: ReadonlyMap<string, string>
  /** The file that a relative `require` or `import` resolves to; null if it doesn't exist. */
  load(specifier: string): ConfigFile | null
  /** Variables that package.json's scripts set, by `process.env.NAME`; null if a release leaves one unset. */
  variables: ReadonlyMap<string, BuildConstant['value']>
}

export interface Told {
  value: string | number | boolean | null
  /** The position of the literal that holds the text. */
  node: AstNode
  of: ConfigFile
}

/** Deeper than real configurations nest. */
const MAX_DEPTH = 16

/** Null for text that isn't a script. */
export function parseConfigFile(
  file: string,
  text: string,
  load: (specifier: string) => ConfigFile | null,
  given: Pick<ConfigFile, 'environment' | 'variables'>,
): ConfigFile | null {
  try {
    const { program } = parse(text, {
      sourceType: 'unambiguous',
      plugins: ['typescript'],
      errorRecovery: true,
    })
    const tree = program as unknown as AstNode
    return { file, program: tree, declared: declarationsIn(tree), load, ...given }
  } catch {
    return null
  }
}

/** The object or literal that a node refers to, with its file. */
interface Found {
  node: AstNode
  of: ConfigFile
}

/** Follows names, members, modules and conditions on NODE_ENV to the underlying expression. */
export function follow(node: AstNode, of: ConfigFile, depth = 0): Found | null {
  if (depth > MAX_DEPTH) return null
  const on = (next: unknown, at = of): Found | null => (isNode(next) ? follow(next, at, depth + 1) : null)
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return on(node.expression)
    case 'Identifier':
      return on(of.declared.get(String(node.name)))
    case 'ImportDeclaration':
      return isNode(node.source) ? exported(of.load(String(node.source.value)), depth) : null
    case 'CallExpression':
      return isNamed(node.callee, 'require')
        ? exported(of.load(requested(node)), depth)
        : (given(node, of, depth) ?? { node, of })
    case 'MemberExpression':
      return member(node, of, depth)
    case 'ConditionalExpression': {
      const holds = truth(node.test, of, depth + 1)
      return holds === null ? null : on(holds ? node.consequent : node.alternate)
    }
    case 'LogicalExpression':
      return on(node.left) ?? (node.operator === '&&' ? null : standIn(on(node.right)))
    default:
      return { node, of }
  }
}

/** `(() => { …; return { … } })()`, and of a function that is declared. */
function given({ callee, arguments: args }: AstNode, of: ConfigFile, depth: number): Found | null {
  const fn = isNode(callee) && Array.isArray(args) && args.length === 0 ? follow(callee, of, depth + 1) : null
  const result = fn && resultOf(fn.node)
  return result ? follow(result, fn.of, depth + 1) : null
}

/** What is empty unless the environment sets it (`process.env.HOST || ''`) isn't known. */
function standIn(found: Found | null): Found | null {
  const told = toldBy(found)
  return told?.value === '' ? null : found
}

function requested(call: AstNode): string {
  const [first] = Array.isArray(call.arguments) ? call.arguments : []
  return isNode(first) ? String(first.value ?? '') : ''
}

function member(node: AstNode, of: ConfigFile, depth: number): Found | null {
  const name = isNode(node.property) ? String(node.property.name ?? node.property.value ?? '') : ''
  const setting = of.environment.get(name)
  if (setting !== undefined && isNode(node.object) && givesSettings(node.object, of, depth + 1))
    return { node: { type: 'StringLiteral', value: setting, start: node.start ?? null }, of }
  const object = isNode(node.object) ? follow(node.object, of, depth + 1) : null
  const value = object && propertiesOf(object).get(name)
  return value ? follow(value.node, value.of, depth + 1) : null
}

/** `process.env`, the result of Vite's `loadEnv`, and objects into which one of them is spread. */
function givesSettings(node: AstNode, of: ConfigFile, depth: number): boolean {
  if (depth > MAX_DEPTH) return false
  if (isEnvironment(node)) return true
  if (node.type === 'CallExpression') return isNamed(node.callee, 'loadEnv')
  const declared = node.type === 'Identifier' ? of.declared.get(String(node.name)) : undefined
  if (declared) return givesSettings(declared, of, depth + 1)
  const parts = node.type === 'ObjectExpression' ? childrenOf(node) : []
  return parts.some(
    ({ type, argument }) =>
      type === 'SpreadElement' && isNode(argument) && givesSettings(argument, of, depth + 1),
  )
}

/** `module.exports = …` or `export default …`. */
function exported(file: ConfigFile | null, depth: number): Found | null {
  if (!file) return null
  for (const statement of childrenOf(file.program)) {
    const value =
      statement.type === 'ExportDefaultDeclaration' ? statement.declaration : assignedExports(statement)
    if (isNode(value)) return follow(value, file, depth + 1)
  }
  return null
}

export const exportsOf = (file: ConfigFile): Found | null => exported(file, 0)

function assignedExports(statement: AstNode): unknown {
  const { expression } = statement
  if (!isNode(expression) || expression.type !== 'AssignmentExpression' || !isNode(expression.left))
    return null
  const { left } = expression
  const isExports =
    left.type === 'MemberExpression' && isNamed(left.object, 'module') && isNamed(left.property, 'exports')
  return isExports ? expression.right : null
}

/** Spread objects count in place, and so do those of `merge(a, b)` and `Object.assign(a, b)`; later ones win. */
export function propertiesOf({ node, of }: Found, depth = 0): Map<string, Found> {
  const found = new Map<string, Found>()
  if (depth > MAX_DEPTH) return found
  const take = (one: unknown): void => {
    const inner = isNode(one) ? follow(one, of) : null
    for (const [name, value] of inner ? propertiesOf(inner, depth + 1) : []) found.set(name, value)
  }
  if (node.type === 'CallExpression' && Array.isArray(node.arguments)) node.arguments.forEach(take)
  for (const one of node.type === 'ObjectExpression' ? childrenOf(node) : []) {
    const name = keyOf(one)
    if (one.type === 'SpreadElement') take(one.argument)
    else if (name !== null && isNode(one.value)) found.set(name, { node: one.value, of })
  }
  return found
}

/** The result of `process.env.NODE_ENV === 'production'`, `process.env.TARGET === 'h5'`; null if unknown. */
function truth(test: unknown, of: ConfigFile, depth: number): boolean | null {
  if (!isNode(test) || depth > MAX_DEPTH) return null
  if (test.type === 'UnaryExpression' && test.operator === '!') {
    const inner = truth(test.argument, of, depth + 1)
    return inner === null ? null : !inner
  }
  if (test.type === 'Identifier') return truth(of.declared.get(String(test.name)), of, depth + 1)
  const [alone] = test.type === 'MemberExpression' ? askedBy(test, of) : []
  const own = alone?.isSetting ? variableNamed(alone.name, of) : undefined
  if (own !== undefined) return Boolean(own)
  if (test.type !== 'BinaryExpression' || !/^[!=]==?$/.test(String(test.operator))) return null
  const sides = [test.left, test.right].filter(isNode)
  const literal = sides.find(({ type }) => type === 'StringLiteral')
  const asked = sides.flatMap((side) => askedBy(side, of))[0]
  if (!literal || !asked) return null
  const set = asked.isSetting ? variableNamed(asked.name, of) : undefined
  if (set !== undefined) return (set === literal.value) === !String(test.operator).startsWith('!')
  const wanted = String(literal.value).toLowerCase()
  const { name, isSetting } = asked
  const given = OF_RELEASE.get(name)
  if (given === undefined && !(isSetting && otherTargets.has(wanted))) return null
  return (given === wanted) === !String(test.operator).startsWith('!')
}

/** …`, and Node's. => What a release build passes to its configuration: Vite's `({ command, mode }) => …`, and Node's environment. => …`, and Node's. */
const OF_RELEASE = new Map([
  ['NODE_ENV', 'production'],
  ['mode', 'production'],
  ['command', 'build'],
])

/** The member or parameter that a condition tests. */
function askedBy(node: AstNode, of: ConfigFile): { name: string; isSetting: boolean }[] {
  if (node.type === 'MemberExpression' && isNode(node.property))
    return [
      {
        name: String(node.property.name ?? node.property.value ?? ''),
        isSetting: isEnvironment(node.object),
      },
    ]
  if (node.type !== 'Identifier') return []
  const declared = of.declared.get(String(node.name))
  if (!declared) return [{ name: String(node.name), isSetting: false }]
  return declared.type === 'MemberExpression' ? askedBy(declared, of) : []
}

/** What the scripts set for `process.env.NAME`; undefined if unknown. */
const variableNamed = (name: string, of: ConfigFile): BuildConstant['value'] | undefined =>
  name === 'NODE_ENV' ? undefined : of.variables.get(`process.env.${name}`)

const isEnvironment = (node: unknown): boolean =>
  isNode(node) &&
  node.type === 'MemberExpression' &&
  isNamed(node.object, 'process') &&
  isNamed(node.property, 'env')

const isNamed = (node: unknown, name: string): boolean => isNode(node) && node.name === name

/** The value an expression has when the configuration is read. */
export function toldBy(from: Found | null): Told | null {
  const found = from && follow(from.node, from.of)
  if (!found) return null
  const { node, of } = found
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return { value: node.value as string | number | boolean, node, of }
    case 'NullLiteral':
      return { value: null, node, of }
    case 'TemplateLiteral':
      return template(node, of)
    case 'BinaryExpression':
      return node.operator === '+' ? sum([node.left, node.right], node, of) : null
    case 'CallExpression':
      return isStringify(node.callee) ? coded(node, of) : null
    default:
      return null
  }
}

function template(node: AstNode, of: ConfigFile): Told | null {
  const quasis = Array.isArray(node.quasis) ? node.quasis : []
  const inner = Array.isArray(node.expressions) ? node.expressions : []
  let text = ''
  for (const [index, quasi] of quasis.entries()) {
    text += String((quasi as { value?: { cooked?: string } }).value?.cooked ?? '')
    if (index >= inner.length) break
    const part = isNode(inner[index]) ? toldBy({ node: inner[index], of }) : null
    if (!part) return null
    text += String(part.value)
  }
  return { value: text, node, of }
}

function sum(parts: unknown[], node: AstNode, of: ConfigFile): Told | null {
  const values = parts.map((part) => (isNode(part) ? toldBy({ node: part, of }) : null))
  const [left, right] = values
  if (!left || !right || (typeof left.value !== 'string' && typeof right.value !== 'string')) return null
  return { value: `${left.value}${right.value}`, node: left.node ?? node, of: left.of }
}

const isStringify = (callee: unknown): boolean =>
  isNode(callee) &&
  callee.type === 'MemberExpression' &&
  isNamed(callee.object, 'JSON') &&
  isNamed(callee.property, 'stringify')

/** `JSON.stringify(x)` turns x into code. */
function coded(call: AstNode, of: ConfigFile): Told | null {
  const [first] = Array.isArray(call.arguments) ? call.arguments : []
  const inner = isNode(first) ? toldBy({ node: first, of }) : null
  return inner && { ...inner, value: JSON.stringify(inner.value) }
}

/** The value of code substituted for a name: `'"https://…"'` is a string, `'true'` a boolean. */
export function readCode(told: Told): Told | null {
  const { value } = told
  if (typeof value !== 'string') return told
  const quoted = /^\s*(?:'([^'\\]*)'|`([^`\\$]*)`)\s*$/.exec(value)
  if (quoted) return { ...told, value: quoted[1] ?? quoted[2] ?? '' }
  try {
    const read: unknown = JSON.parse(value)
    const plain = read === null || ['string', 'number', 'boolean'].includes(typeof read)
    return plain ? { ...told, value: read as Told['value'] } : null
  } catch {
    return null
  }
}
