/** Settings in the configuration of frameworks and their tools, as far as they are literals; nothing is run. */
import { parse } from '@babel/parser'
import type { ConfigKey } from '../frameworks/builds.js'
import { joined } from './paths.js'
import type { Reader } from './reader.js'
import { type AstNode, childrenOf, everyNode, isNode, keyOf, stringOf } from './tree.js'

/** A configuration of a build: all its nodes, outermost first. */
export interface ConfigFile {
  file: string
  nodes: AstNode[]
}

/** The strings a setting contains, alone or in a list, outermost first. */
export async function textsAt(
  at: ConfigKey,
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<string[]> {
  const found = await filesOf(at, folder, files, reader)
  return found.flatMap(({ nodes }) =>
    nodes.flatMap((node) => (isProperty(node, at.key) ? textsIn(node.value) : [])),
  )
}

export const isProperty = (node: AstNode, key: string): node is AstNode & { value: AstNode } =>
  node.type === 'ObjectProperty' && keyOf(node) === key && isNode(node.value)

export function textsIn(value: AstNode): string[] {
  const items = value.type === 'ArrayExpression' ? childrenOf(value) : [value]
  return items.flatMap((item) => stringOf(item) || [])
}

const EXTENSIONS = ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts']

/** The files there are of those that may hold a setting. */
export async function filesOf(
  { files: candidates }: ConfigKey,
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<ConfigFile[]> {
  const found: ConfigFile[] = []
  const names = candidates.flatMap((one) => EXTENSIONS.map((extension) => `${one}.${extension}`))
  for (const candidate of names) {
    const file = joined(folder, candidate)
    if (file === null || !files.includes(file)) continue
    const text = await reader.text(file)
    if (text !== null) found.push({ file, nodes: parsed(text).flatMap(everyNode) })
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
