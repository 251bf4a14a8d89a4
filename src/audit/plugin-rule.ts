/** The exports of a plugin module, validated before anything is run: a mistake must not go unnoticed. */
import {
  type Citation,
  type Clause,
  checkCite,
  checkLevels,
  checkPlatforms,
  checkText,
  isObject,
  type Report,
  type Rule,
  type RuleProblem,
  readRule,
  shown,
} from '../engine/index.js'
import type { AnyRuleText } from '../i18n/index.js'
import type { Family, Language, Runtime } from '../types.js'

/** What a plugin module exports as `rules` (or as its default): rules with their requirement and texts. */
export interface PluginRule {
  rule: Rule
  /** Default: every family. */
  families?: readonly Family[]
  /** Default: every runtime of the family. */
  on?: readonly Runtime[]
  /** One level, or one for every reason of the rule. */
  level: Clause['level']
  parameters?: Clause['parameters']
  cite: Citation
  /** English is shown where a language is missing. */
  text: { en: AnyRuleText } & Partial<Record<Language, AnyRuleText>>
}

const KEYS: readonly (keyof PluginRule)[] = ['rule', 'families', 'on', 'level', 'parameters', 'cite', 'text']

/** A copy of the rule, independent of what its module does later; or all its problems. */
export function readPluginRule(value: unknown): PluginRule | RuleProblem[] {
  const problems: RuleProblem[] = []
  const report: Report = (problem) => problems.push(problem)
  if (!isObject(value)) return [{ at: '', expected: 'object', got: shown(value) }]
  checkKeys(Object.keys(value), KEYS, '', report)
  const { families, on, level, parameters, cite, text } = value
  const words = isObject(text) ? text : {}
  const rule = readRule(value.rule, reasonsIn(words.en), report)
  const reasons = Object.keys(rule?.reasons ?? {})
  if (rule) checkLevels(level, reasons, report)
  checkPlatforms(families, on, report)
  if (parameters !== undefined && !isObject(parameters))
    report({ at: 'parameters', expected: 'object', got: shown(parameters) })
  checkCite(cite, report)
  const en = readText(words.en, 'text.en', rule && reasons, report)
  const zh = words.zh === undefined ? undefined : readText(words.zh, 'text.zh', rule && reasons, report)
  if (!rule || !en || problems.length > 0) return problems
  const own = { families, on, level, parameters, cite } as Omit<PluginRule, 'rule' | 'text'>
  return { ...structuredClone(own), rule, text: { en, ...(zh && { zh }) } }
}

const reasonsIn = (text: unknown): string[] =>
  isObject(text) && isObject(text.reasons) ? Object.keys(text.reasons) : []

function checkKeys(keys: readonly string[], choices: readonly string[], at: string, report: Report): void {
  for (const key of keys)
    if (!choices.includes(key)) report({ at: `${at}${key}`, expected: 'key', choices, got: shown(key) })
}

/** @param reasons those of the rule; null when it is invalid */
function readText(
  value: unknown,
  at: string,
  reasons: readonly string[] | null,
  report: Report,
): AnyRuleText | null {
  if (!isObject(value)) {
    report({ at, expected: 'object', got: shown(value) })
    return null
  }
  checkText(value.title, `${at}.title`, report)
  checkText(value.why, `${at}.why`, report)
  if (value.howToFix !== undefined) checkText(value.howToFix, `${at}.howToFix`, report)
  checkFunction(value.pass, `${at}.pass`, report)
  const own = isObject(value.reasons) ? { ...value.reasons } : {}
  if (reasons) checkKeys(Object.keys(own), reasons, `${at}.reasons.`, report)
  for (const reason of reasons ?? []) checkReason(own[reason], `${at}.reasons.${reason}`, report)
  return { ...value, reasons: own } as unknown as AnyRuleText
}

function checkReason(value: unknown, at: string, report: Report): void {
  if (!isObject(value)) {
    report({ at, expected: 'object', got: shown(value) })
    return
  }
  checkFunction(value.message, `${at}.message`, report)
  if (value.fix !== undefined) checkFunction(value.fix, `${at}.fix`, report)
}

function checkFunction(value: unknown, at: string, report: Report): void {
  if (typeof value !== 'function') report({ at, expected: 'function', got: shown(value) })
}
