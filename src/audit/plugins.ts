/** Custom rules: modules named in the config's `plugins`, loaded in addition to the built-in ones. */
import { createRequire } from 'node:module'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CLAUSES, RULES } from '../../rules/index.js'
import { textsOf } from '../../rules/texts/index.js'
import type { Config } from '../config/types.js'
import {
  type Clause,
  checkFolding,
  isObject,
  messageOf,
  type Rule,
  type RuleProblem,
} from '../engine/index.js'
import type { AnyRuleText } from '../i18n/index.js'
import { FAMILIES, type Family, type Language, RUNTIMES } from '../types.js'
import { loadApart } from './plugin-host.js'
import { type PluginRule, readPluginRule } from './plugin-rule.js'

export type { PluginRule } from './plugin-rule.js'

export interface RuleSet {
  rules: readonly Rule[]
  clauses: Record<Family, readonly Clause[]>
  /** By language, for plugin rules only. */
  texts: (language: Language) => Record<string, AnyRuleText>
}

export const BUILT_IN: RuleSet = { rules: RULES, clauses: CLAUSES, texts: () => ({}) }

/**
 * Built-in rules and those of the config's plugins.
 * @throws Error that names the plugins that can't be used, and why
 */
export async function ruleSetOf(
  { plugins, file }: Pick<Config, 'plugins' | 'file'>,
  cwd: string,
  language: Language = 'en',
): Promise<RuleSet> {
  if (plugins.length === 0) return BUILT_IN
  const base = file === undefined ? cwd : dirname(resolve(cwd, file))
  const places = plugins.map((path) => placeOf(path, base))
  const modules = await modulesAt(places).catch((error: unknown) => {
    throw new Error(`${plugins.join(', ')}: ${messageOf(error)}`)
  })
  const read = await Promise.all(
    plugins.map((path, index) => rulesIn(path, modules.get(places[index] ?? ''), language)),
  )
  const own = read.flat()
  const ids = [...RULES.map(({ id }) => id), ...own.map(({ rule }) => rule.id)]
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Error(`there are two rules "${twice}"`)
  const rules = [...RULES, ...own.map(({ rule }) => rule)]
  const { ruleProblem } = await textsOf(language)
  const problems = plugins.flatMap((path, index) =>
    (read[index] ?? []).flatMap(({ rule }) =>
      foldingProblems(rule, rules).map((one) => `${path}: ${rule.id}: ${ruleProblem(one)}`),
    ),
  )
  if (problems.length > 0) throw new Error(problems.join('; '))
  return {
    rules,
    clauses: joinClauses(own),
    texts: (language) =>
      Object.fromEntries(own.map(({ rule, text }) => [rule.id, text[language] ?? text.en])),
  }
}

function foldingProblems(rule: Rule, all: readonly Rule[]): RuleProblem[] {
  const problems: RuleProblem[] = []
  checkFolding(rule, all, (problem) => problems.push(problem))
  return problems
}

/** What a config that is code exports. @throws Error when it can't be loaded */
export async function exportedBy(path: string): Promise<unknown> {
  const place = pathToFileURL(path).href
  const modules = await loadApart([place], ['default'])
  return modules.get(place)
}

const loaded = new Map<string, Promise<Map<string, unknown>>>()

/** All plugins of a config share a thread, however often its rules are needed. */
function modulesAt(places: readonly string[]): Promise<Map<string, unknown>> {
  const key = JSON.stringify(places)
  const known = loaded.get(key) ?? loadApart(places)
  loaded.set(key, known)
  return known
}

/** Paths are relative to the config; anything else is a package resolved from the config's folder. */
function placeOf(path: string, base: string): string {
  if (/^file:/i.test(path)) return path
  if (path.startsWith('.') || isAbsolute(path)) return pathToFileURL(resolve(base, path)).href
  try {
    return pathToFileURL(createRequire(join(base, 'package.json')).resolve(path)).href
  } catch {
    return path
  }
}

async function rulesIn(path: string, exported: unknown, language: Language): Promise<PluginRule[]> {
  const list: unknown[] = Array.isArray(exported) ? exported : [exported]
  const { noRules, ruleProblem } = await textsOf(language)
  if (list.length === 0 || list[0] === undefined) throw new Error(`${path}: ${noRules}`)
  const problems: string[] = []
  const rules = list.flatMap((value, index) => {
    const read = readPluginRule(value)
    if (!Array.isArray(read)) return [read]
    problems.push(...read.map((problem) => `${path}: ${ruleLabel(value, index)}: ${ruleProblem(problem)}`))
    return []
  })
  if (problems.length > 0) throw new Error(problems.join('; '))
  return rules
}

function ruleLabel(value: unknown, index: number): string {
  const id = isObject(value) && isObject(value.rule) ? value.rule.id : undefined
  return typeof id === 'string' ? id.slice(0, 80) : `rules[${index}]`
}

function joinClauses(own: readonly PluginRule[]): Record<Family, Clause[]> {
  const clausesIn = (family: Family): Clause[] =>
    own
      .filter(({ families }) => families?.includes(family) ?? true)
      .map(({ rule, on, level, parameters, cite }) => ({
        rule: rule.id,
        on: [...(on ?? RUNTIMES)],
        level,
        cite,
        ...(parameters ? { parameters } : {}),
      }))
  const joined = FAMILIES.map((family) => [family, [...CLAUSES[family], ...clausesIn(family)]])
  return Object.fromEntries(joined) as Record<Family, Clause[]>
}
