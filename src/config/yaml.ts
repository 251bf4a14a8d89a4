/** YAML 1.2 with the position of every value. Aliases are expanded, within bounds. */
import type {
  Alias,
  Document,
  Scalar,
  YAMLError,
  YAMLMap,
  YAMLSeq,
  Node as YamlNode,
  Pair as YamlPair,
} from 'yaml'
import type { ConfigTexts } from '../i18n/config.js'
import { MAX_DEPTH, MAX_NODES, type Node, type Pair, type ReportAt } from './nodes.js'

type Yaml = typeof import('yaml')
/** More messages about the same broken file don't help. */
const MAX_SYNTAX_PROBLEMS = 20
/** The library builds regular expressions as long as the indentation, so both are bounded before it looks. */
const MAX_INDENT = 256

/** Reports every problem; undefined if nothing can be judged. */
export async function parseYaml(
  source: string,
  texts: ConfigTexts,
  report: ReportAt,
): Promise<Node | undefined> {
  const deep = tooDeepAt(source)
  if (deep !== undefined) {
    report(deep, texts.tooDeep)
    return undefined
  }
  const yaml = await import('yaml')
  const document = yaml.parseDocument(source, { uniqueKeys: false, prettyErrors: false })
  const faults = [...document.errors, ...document.warnings]
  for (const fault of faults.slice(0, MAX_SYNTAX_PROBLEMS)) report(fault.pos[0], syntaxMessage(fault, texts))
  if (faults.length > 0) return undefined
  if (document.contents === null) {
    report(0, texts.emptyFile)
    return undefined
  }
  return convert(yaml, document, texts, report)
}

function syntaxMessage({ code, message }: YAMLError, texts: ConfigTexts): string {
  return code === 'MULTIPLE_DOCS' ? texts.oneDocument : texts.yamlSyntax(message)
}

/** Where brackets or indentation go deeper than any config does. Brackets in strings count too: they rarely stay open. */
function tooDeepAt(source: string): number | undefined {
  let open = 0
  for (let at = 0; at < source.length; at++) {
    const character = source[at]
    if (character === '[' || character === '{') open++
    else if (character === ']' || character === '}') open = Math.max(0, open - 1)
    if (open > MAX_DEPTH) return at
  }
  const indented = new RegExp(`^[ \\t?:-]{${MAX_INDENT}}`, 'm').exec(source)
  return indented?.index
}

function convert(yaml: Yaml, document: Document, texts: ConfigTexts, report: ReportAt): Node | undefined {
  let count = 0
  let stopped = false
  const targets = aliasTargets(yaml, document)

  function stop(at: number, message: string): Node {
    if (!stopped) report(at, message)
    stopped = true
    return { kind: 'scalar', at, value: null }
  }
  function node(source: unknown, fallback: number, depth: number): Node {
    const at = (source as Scalar | null)?.range?.[0] ?? fallback
    if (stopped) return { kind: 'scalar', at, value: null }
    if (++count > MAX_NODES) return stop(at, texts.tooMany)
    if (depth > MAX_DEPTH) return stop(at, texts.tooDeep)
    if (yaml.isAlias(source)) return alias(source, at, depth)
    if (yaml.isMap(source)) return { kind: 'map', at, pairs: pairs(source, at, depth) }
    if (yaml.isSeq(source))
      return { kind: 'list', at, items: (source as YAMLSeq).items.map((item) => node(item, at, depth + 1)) }
    return { kind: 'scalar', at, value: primitive(source) }
  }
  function alias(source: Alias, at: number, depth: number): Node {
    const target = targets.get(source)
    return target === undefined ? stop(at, texts.unknownAlias(source.source)) : node(target, at, depth + 1)
  }
  function pairs(map: YAMLMap, at: number, depth: number): Pair[] {
    const own: Pair[] = []
    const merged: Pair[] = []
    for (const item of map.items as YamlPair[]) {
      const key = item.key as Scalar | null
      const keyAt = key?.range?.[0] ?? at
      const value = node(item.value, keyAt, depth + 1)
      if (key !== null && !yaml.isScalar(key)) report(keyAt, texts.keyNotText)
      else if (key?.value === '<<') merged.push(...mergedPairs(value))
      else own.push({ key: String(primitive(key) ?? key?.source ?? ''), at: keyAt, value })
    }
    const names = new Set(own.map(({ key }) => key))
    return [...own, ...merged.filter(({ key }) => !names.has(key) && names.add(key))]
  }
  const root = node(document.contents, 0, 0)
  return stopped ? undefined : root
}

/** What each alias stands for: the last node before it with that anchor. The library's own search starts over each time. */
function aliasTargets(yaml: Yaml, document: Document): ReadonlyMap<Alias, YamlNode> {
  const anchored = new Map<string, YamlNode>()
  const targets = new Map<Alias, YamlNode>()
  yaml.visit(document, {
    Alias(_, alias) {
      const target = anchored.get(alias.source)
      if (target) targets.set(alias, target)
    },
    Value(_, node) {
      if (node.anchor !== undefined) anchored.set(node.anchor, node)
    },
  })
  return targets
}

/** `<<: *shared` and `<<: [*one, *two]`; the map's own keys win, then the first list. */
function mergedPairs(value: Node): Pair[] {
  if (value.kind === 'list') return value.items.flatMap(mergedPairs)
  return value.kind === 'map' ? value.pairs : []
}

function primitive(source: unknown): string | number | boolean | null {
  const scalar = source as Scalar | null
  const value = scalar?.value
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return scalar?.source ?? String(value)
}
