/** Rules of one's own: modules named in the config's `plugins`, loaded beside the built-in ones. */
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CLAUSES, RULES } from '../../rules/index.js'
import type { Config } from '../config/types.js'
import type { Citation, Clause, Rule } from '../engine/index.js'
import type { AnyRuleText } from '../i18n/index.js'
import { FAMILIES, type Family, type Language, type Runtime } from '../types.js'

/** What a plugin module exports as `rules` (or as its default): rules with the demand and the words for them. */
export interface PluginRule {
  rule: Rule
  /** Default: every family. */
  families?: readonly Family[]
  /** Default: every runtime of the family. */
  on?: readonly Runtime[]
  level: Clause['level']
  parameters?: Clause['parameters']
  cite: Citation
  /** English is shown where a language is missing. */
  text: { en: AnyRuleText } & Partial<Record<Language, AnyRuleText>>
}

export interface RuleSet {
  rules: readonly Rule[]
  clauses: Record<Family, readonly Clause[]>
  /** By language, of plugin rules alone. */
  texts: (language: Language) => Record<string, AnyRuleText>
}

export const BUILT_IN: RuleSet = { rules: RULES, clauses: CLAUSES, texts: () => ({}) }

/** Built-in rules and those of the config's plugins. @throws Error that names the plugin which can't be used */
export async function ruleSetOf(
  { plugins, file }: Pick<Config, 'plugins' | 'file'>,
  cwd: string,
): Promise<RuleSet> {
  if (plugins.length === 0) return BUILT_IN
  const base = file === undefined ? cwd : dirname(resolve(cwd, file))
  const own = (await Promise.all(plugins.map((path) => load(path, base)))).flat()
  const ids = [...RULES.map(({ id }) => id), ...own.map(({ rule }) => rule.id)]
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Error(`there are two rules "${twice}"`)
  return {
    rules: [...RULES, ...own.map(({ rule }) => rule)],
    clauses: joinClauses(own),
    texts: (language) =>
      Object.fromEntries(own.map(({ rule, text }) => [rule.id, text[language] ?? text.en])),
  }
}

async function load(path: string, base: string): Promise<PluginRule[]> {
  // A relative path starts at the config; anything else is a package that the config's folder can find.
  const place = /^[./]/.test(path) ? pathToFileURL(resolve(base, path)).href : path
  const loaded: { rules?: unknown; default?: unknown } = await import(place).catch((error: unknown) => {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  })
  const found = loaded.rules ?? loaded.default
  const list: unknown[] = Array.isArray(found) ? found : [found]
  if (!list.every(isPluginRule)) throw new Error(`${path}: exports no rules (see PluginRule)`)
  return list
}

function isPluginRule(value: unknown): value is PluginRule {
  const { rule, level, cite, text } = (value ?? {}) as Partial<PluginRule>
  const named = typeof rule?.id === 'string' && /^[a-z0-9-]+\/[a-z0-9.-]+$/.test(rule.id)
  return named && typeof rule.judge === 'function' && level !== undefined && Boolean(cite?.quote && text?.en)
}

function joinClauses(own: readonly PluginRule[]): Record<Family, Clause[]> {
  const clausesIn = (family: Family): Clause[] =>
    own
      .filter(({ families }) => families?.includes(family) ?? true)
      .map(({ rule, on, level, parameters, cite }) => ({
        rule: rule.id,
        on: [...(on ?? (['ios', 'android', 'devtools'] as const))],
        level,
        cite,
        ...(parameters ? { parameters } : {}),
      }))
  const joined = FAMILIES.map((family) => [family, [...CLAUSES[family], ...clausesIn(family)]])
  return Object.fromEntries(joined) as Record<Family, Clause[]>
}
