/** What Taro's `config/index` and Vite's configuration say, as far as it is written in literals; nothing is run. */
import { parse } from '@babel/parser'
import { joined } from './paths.js'
import type { Reader } from './reader.js'
import { type AstNode, childrenOf, isNode, keyOf, stringOf } from './tree.js'

const TARO = ['js', 'ts', 'mjs', 'cjs'].map((extension) => `config/index.${extension}`)
const VITE = ['js', 'ts', 'mjs'].map((extension) => `vite.config.${extension}`)

/** Taro's `sourceRoot`, when it is set. */
export async function sourceRootOf(
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<string | null> {
  for (const value of await valuesOf('sourceRoot', TARO, folder, files, reader)) {
    const text = stringOf(value)
    if (text) return text
  }
  return null
}

/** `alias: { '@/x': path.resolve(__dirname, '..', 'src/x') }`, with targets from the scanned folder on. */
export async function configAliases(
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<{ name: string; target: string }[]> {
  const taro = await valuesOf('alias', TARO, folder, files, reader)
  const vite = await valuesOf('alias', VITE, folder, files, reader)
  const from = [
    ...taro.map((value) => ({ value, at: joined(folder, 'config') ?? folder })),
    ...vite.map((value) => ({ value, at: folder })),
  ]
  return from.flatMap(({ value, at }) =>
    propertiesOf(value).flatMap((property) => {
      const name = keyOf(property)
      const target = isNode(property.value) ? targetOf(property.value, folder, at) : null
      return name === null || target === null ? [] : [{ name, target }]
    }),
  )
}

/** Vite's `envPrefix`: what names of `.env` files begin with that reach the code. */
export async function envPrefixes(
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<string[]> {
  const values = await valuesOf('envPrefix', VITE, folder, files, reader)
  return values.flatMap((value) => {
    const items = value.type === 'ArrayExpression' ? childrenOf(value) : [value]
    return items.flatMap((item) => stringOf(item) || [])
  })
}

/** Every value of properties so named, outermost first. */
async function valuesOf(
  name: string,
  candidates: readonly string[],
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<AstNode[]> {
  const found: AstNode[] = []
  for (const candidate of candidates) {
    const file = joined(folder, candidate)
    if (file === null || !files.includes(file)) continue
    const text = await reader.text(file)
    const waiting: AstNode[] = text === null ? [] : parsed(text)
    for (let node = waiting.shift(); node; node = waiting.shift()) {
      if (node.type === 'ObjectProperty' && keyOf(node) === name && isNode(node.value)) found.push(node.value)
      waiting.push(...childrenOf(node))
    }
  }
  return found
}

/** A configuration that can't be parsed tells nothing; if it is a script of the project too, it is told there. */
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
  // fileURLToPath(new URL('./src', import.meta.url))
  if (first?.type === 'NewExpression' && Array.isArray(first.arguments)) {
    return joinAll(at, first.arguments.filter(isNode).slice(0, 1))
  }
  return null
}

function joinAll(at: string, parts: readonly AstNode[]): string | null {
  const texts = parts.map(stringOf)
  if (texts.some((text) => text === null || text.startsWith('/'))) return null
  return joined(at, texts.join('/'))
}
