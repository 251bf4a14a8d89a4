/** Does the config match the schema? Every difference is reported at its position. */

import type { ConfigTexts } from '../i18n/config.js'
import { API_NAMES, FAMILIES } from '../types.js'
import type { Expectation } from './expectation.js'
import { locate, type Node, plainValue, type ReportAt } from './nodes.js'
import type { WrittenConfig } from './schema.js'
import { suggest } from './suggest.js'
import { PLATFORM_WORDS } from './words.js'

const RULE_SETTING: Expectation = 'ruleSetting'

/** What valibot's schemas have in common with ours; only what is walked for unknown keys. */
interface Walkable {
  type: string
  wrapped?: Walkable
  entries?: Record<string, Walkable>
  item?: Walkable
  /** For records: the schema of each value. */
  value?: Walkable
}

export async function checkShape(
  root: Node,
  texts: ConfigTexts,
  report: ReportAt,
): Promise<WrittenConfig | undefined> {
  const { configSchema, parseConfig } = await import('./schema.js')
  reportUnknownKeys(configSchema as unknown as Walkable, root, [], texts, report)
  const outcome = parseConfig(plainValue(root))
  for (const issue of outcome.issues ?? []) {
    if (issue.kind === 'schema' && issue.expected === 'never') continue
    // Which form of a rule's setting was meant is decided by `checkRules`.
    if (issue.message === RULE_SETTING) continue
    const path = (issue.path ?? []).map(({ key }: { key: unknown }) => key)
    reportIssue(path, issue.message as Expectation, root, texts, report)
  }
  return outcome.success ? outcome.output : undefined
}

function reportIssue(
  path: unknown[],
  expected: Expectation,
  root: Node,
  texts: ConfigTexts,
  report: ReportAt,
): void {
  const { node, whole } = locate(root, path)
  if (whole) report(node.at, issueMessage(path, expected, node, texts))
  else if (node.kind !== 'list') report(node.at, texts.missingKey(String(path.at(-1))))
}

function issueMessage(path: unknown[], expectation: Expectation, node: Node, texts: ConfigTexts): string {
  const written = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined
  if (expectation === 'empty') return texts.empty(pathText(path))
  if (expectation === 'platform' && written !== undefined)
    return texts.unknownPlatform(written, suggest(written, PLATFORM_WORDS))
  const expected = texts.expected[expectation === 'platform' ? 'text' : expectation]
  return texts.wrong(pathText(path), expected, describe(node, texts))
}

function reportUnknownKeys(
  schema: Walkable,
  node: Node,
  path: (string | number)[],
  texts: ConfigTexts,
  report: ReportAt,
): void {
  if (schema.type === 'optional' && schema.wrapped) {
    reportUnknownKeys(schema.wrapped, node, path, texts, report)
  } else if (node.kind === 'list' && schema.item) {
    for (const [index, item] of node.items.entries())
      reportUnknownKeys(schema.item, item, [...path, index], texts, report)
  } else if (node.kind === 'list' && (schema.type === 'strict_object' || schema.type === 'record')) {
    // Valibot accepts lists as objects.
    report(node.at, issueMessage(path, path.length === 0 ? 'config' : 'map', node, texts))
  } else if (node.kind === 'map' && schema.value) {
    for (const { key, value } of node.pairs)
      reportUnknownKeys(schema.value, value, [...path, key], texts, report)
  } else if (node.kind === 'map' && schema.entries) {
    for (const { key, at, value } of node.pairs) {
      const inner = Object.hasOwn(schema.entries, key) ? schema.entries[key] : undefined
      if (inner) reportUnknownKeys(inner, value, [...path, key], texts, report)
      else report(at, unknownKey(key, path, Object.keys(schema.entries), texts))
    }
  }
}

function unknownKey(key: string, path: (string | number)[], known: string[], texts: ConfigTexts): string {
  if (path.at(-1) !== 'domains') return texts.unknownKey(key, suggest(key, known))
  const family = path.length > 1 ? FAMILIES.find((name) => name === path[0]) : undefined
  if (family && (API_NAMES as readonly string[]).includes(key)) return texts.notOfFamily(key, family)
  return texts.unknownApi(key, suggest(key, known))
}

/** `domains.request[0]`; keys that are no plain words stand in brackets. */
export function pathText(path: readonly unknown[]): string {
  return path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`
      const key = String(step)
      return /^[\w$-]{1,60}$/.test(key) ? `.${key}` : `[${JSON.stringify(key.slice(0, 60))}]`
    })
    .join('')
    .replace(/^\./, '')
}

/** What is there instead, briefly. */
export function describe(node: Node, texts: ConfigTexts): string {
  if (node.kind !== 'scalar') return texts.got[node.kind]
  if (node.value === null) return texts.got.null
  const written = JSON.stringify(node.value)
  const kind = texts.got[typeof node.value as 'string' | 'number' | 'boolean']
  return `${kind} ${written.length > 60 ? `${written.slice(0, 57)}..."` : written}`
}
