/** Settings in the configuration of frameworks and their tools, as far as they are literals; nothing is run. */
import { parse } from '@babel/parser'
import { BUILDS, type ConfigKey } from '../frameworks/builds.js'
import { joined } from './paths.js'
import type { Reader } from './reader.js'
import { type AstNode, childrenOf, isNode, keyOf, stringOf } from './tree.js'

/** The strings a setting contains, alone or in a list, outermost first. */
export async function textsAt(
  at: ConfigKey,
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<string[]> {
  const values = await valuesOf(at, folder, files, reader)
  return values.flatMap((value) => {
    const items = value.type === 'ArrayExpression' ? childrenOf(value) : [value]
    return items.flatMap((item) => stringOf(item) || [])
  })
}

/** The folders a setting names, relative to the scanned folder: `'./env'`, `path.resolve(process.cwd(), 'env')`. */
export async function foldersAt(
  at: ConfigKey,
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<string[]> {
  const values = await valuesOf(at, folder, files, reader)
  return values.flatMap((value) => {
    const text = stringOf(value)
    return (text === null ? targetOf(value, folder, folder) : joined(folder, text)) ?? []
  })
}

/** `alias: { '@/x': path.resolve(__dirname, '..', 'src/x') }`, with targets relative to the scanned folder. */
export async function configAliases(
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<{ name: string; target: string }[]> {
  const settings = BUILDS.flatMap(({ aliases }) => aliases ?? [])
  const found = await Promise.all(
    settings.map(async (one) => {
      const at = joined(folder, one.at) ?? folder
      return (await valuesOf(one, folder, files, reader)).map((value) => ({ value, at }))
    }),
  )
  return found.flat().flatMap(({ value, at }) =>
    propertiesOf(value).flatMap((property) => {
      const name = keyOf(property)
      const target = isNode(property.value) ? targetOf(property.value, folder, at) : null
      return name === null || target === null ? [] : [{ name, target }]
    }),
  )
}

/** `modules: [path.resolve(__dirname, 'src'), 'node_modules']`: folders in which bare specifiers are resolved. */
export async function moduleFolders(
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<string[]> {
  const settings = BUILDS.flatMap(({ modules }) => modules ?? [])
  const found = await Promise.all(settings.map((one) => valuesOf(one, folder, files, reader)))
  return found
    .flat()
    .filter(({ type }) => type === 'ArrayExpression')
    .flatMap((value) => childrenOf(value).flatMap((item) => targetOf(item, folder, folder) ?? []))
}

const EXTENSIONS = ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts']

/** The value of every property with that name, outermost first. */
async function valuesOf(
  { files: candidates, key }: ConfigKey,
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<AstNode[]> {
  const found: AstNode[] = []
  const names = candidates.flatMap((one) => EXTENSIONS.map((extension) => `${one}.${extension}`))
  for (const candidate of names) {
    const file = joined(folder, candidate)
    if (file === null || !files.includes(file)) continue
    const text = await reader.text(file)
    const waiting: AstNode[] = text === null ? [] : parsed(text)
    for (let node = waiting.shift(); node; node = waiting.shift()) {
      if (node.type === 'ObjectProperty' && keyOf(node) === key && isNode(node.value)) found.push(node.value)
      waiting.push(...childrenOf(node))
    }
  }
  return found
}

/** A configuration that can't be parsed yields nothing; if it is also a script of the project, it is reported there. */
function parsed(text: string): AstNode[] {
  try {
    const { program } = parse(text, {
      sourceType: 'unambiguous',
      plugins: ['typescript'],
      errorRecovery: true,
    })
    return [program as unknown as AstNode]
  } catch {
    return []
  }
}

function propertiesOf(value: AstNode): AstNode[] {
  if (value.type.startsWith('TS') && isNode(value.expression)) return propertiesOf(value.expression)
  return value.type === 'ObjectExpression'
    ? childrenOf(value).filter(({ type }) => type === 'ObjectProperty')
    : []
}

function targetOf(value: AstNode, folder: string, at: string): string | null {
  const text = stringOf(value)
  if (text !== null) return /^\.{0,2}\//.test(text) && !text.startsWith('/') ? joined(folder, text) : null
  if (value.type !== 'CallExpression') return null
  const given = Array.isArray(value.arguments) ? value.arguments.filter(isNode) : []
  const [first, ...rest] = given
  if (first?.type === 'Identifier' && first.name === '__dirname') return joinAll(at, rest)
  if (first && isCwd(first)) return joinAll(folder, rest)
  // fileURLToPath(new URL('./src', import.meta.url))
  if (first?.type === 'NewExpression' && Array.isArray(first.arguments)) {
    return joinAll(at, first.arguments.filter(isNode).slice(0, 1))
  }
  return null
}

/** `process.cwd()`: builds run in the package's folder. */
function isCwd({ type, callee }: AstNode): boolean {
  return (
    type === 'CallExpression' && isNode(callee) && isNode(callee.property) && callee.property.name === 'cwd'
  )
}

function joinAll(at: string, parts: readonly AstNode[]): string | null {
  const texts = parts.map(stringOf)
  if (texts.some((text) => text === null || text.startsWith('/'))) return null
  return joined(at, texts.join('/'))
}
