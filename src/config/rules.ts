/** The `rules` part: does each id exist, and does the rule have these parameters? */
import type { Check } from './check.js'
import { get, type Node, type Pair, pairs, plainValue, text } from './nodes.js'
import { describe, pathText } from './shape.js'
import { suggest } from './suggest.js'
import type { Known } from './types.js'
import { LEVEL_WORDS } from './words.js'

export function checkRules(node: Node | undefined, check: Check): void {
  const ids = Object.keys(check.known.rules)
  if (node && ids.length > 0 && ids.every((id) => isOff(id, node, check)))
    check.report(node.at, check.texts.allOff)
  for (const { key: rule, at, value } of pairs(node)) {
    const known = Object.hasOwn(check.known.rules, rule) ? check.known.rules[rule] : undefined
    if (known === undefined) check.report(at, check.texts.unknownRule(rule, suggest(rule, ids)))
    else if (known.fixed) check.report(at, check.texts.fixedRule(rule))
    else checkSetting(rule, value, known, check)
  }
}

/** Is nothing left of the rule? A rule that no chosen platform requires counts as off. */
function isOff(id: string, node: Node, { known, platforms }: Check): boolean {
  const rule = known.rules[id]
  const demanded = rule?.platforms?.some((platform) => platforms.includes(platform)) ?? true
  const setting = get(node, id)
  const levels = setting?.kind === 'list' ? setting.items[0] : setting
  const off = (level: Node | undefined) => text(level) === 'off'
  const reasons = rule?.reasons ?? []
  return (
    rule?.fixed === true ||
    !demanded ||
    off(levels) ||
    (reasons.length > 0 && reasons.every((reason) => off(get(levels, reason))))
  )
}

type KnownRule = Known['rules'][string]

/** `"off"`, a level, levels by reason, or the last two with parameters. */
function checkSetting(rule: string, value: Node, known: KnownRule, check: Check): void {
  const [levels, parameters, ...more] = value.kind === 'list' ? value.items : [value]
  const isPair = parameters?.kind === 'map' && more.length === 0 && (levels && text(levels)) !== 'off'
  if (levels === undefined || levels.kind === 'list' || (value.kind === 'list' && !isPair)) {
    reportShape(['rules', rule], value, check)
    return
  }
  if (levels.kind === 'scalar') checkLevel(['rules', rule], levels, check)
  else checkLevels(rule, levels, known, check)
  for (const parameter of pairs(parameters)) checkParameter(rule, parameter, known, check)
}

function checkLevels(rule: string, levels: Node, { reasons }: KnownRule, check: Check): void {
  if (pairs(levels).length === 0) reportShape(['rules', rule], levels, check)
  for (const { key, at, value } of pairs(levels)) {
    if (!reasons.includes(key))
      check.report(at, check.texts.unknownReason(rule, key, suggest(key, [...reasons])))
    checkLevel(['rules', rule, key], value, check)
  }
}

function checkLevel(path: string[], node: Node, check: Check): void {
  const words = ['off', ...LEVEL_WORDS]
  const word = text(node)
  if (word === undefined) reportShape(path, node, check)
  else if (!words.includes(word)) check.report(node.at, check.texts.unknownLevel(word, suggest(word, words)))
}

function reportShape(path: string[], node: Node, { texts, report }: Check): void {
  report(node.at, texts.wrong(pathText(path), texts.expected.ruleSetting, describe(node, texts)))
}

/** The problem of one parameter, at its key or its value. */
function checkParameter(
  rule: string,
  { key, at, value }: Pair,
  { parameters: defaults, choices: closed }: KnownRule,
  { texts, report }: Check,
): void {
  const names = Object.keys(defaults)
  if (!names.includes(key)) {
    report(at, texts.unknownParameter(rule, key, suggest(key, names)))
    return
  }
  const choices = closed?.[key]
  const wanted = kindOf(defaults[key])
  const fits = choices ? choices.includes(String(plainValue(value))) : wanted === 'null' || isA(wanted, value)
  if (fits || wanted === 'null') return
  const expected = choices ? texts.oneOf(choices) : texts.kinds[wanted]
  report(value.at, texts.parameterType(rule, key, expected, describe(value, texts)))
}

function isA(wanted: Kind, node: Node): boolean {
  const written = plainValue(node)
  if (typeof written === 'number' && !(written >= 0 && written < Infinity)) return false
  return kindOf(written) === wanted
}

type Kind = 'string' | 'number' | 'boolean' | 'list' | 'map' | 'null'

function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' ? 'map' : (typeof value as 'string' | 'number' | 'boolean')
}
