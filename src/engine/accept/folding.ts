/**
 * Validates the relations between findings: which explain the rule's own, and which of its own make others pointless.
 */
import { NOT_KNOWN, NOT_OBSERVED, type Presupposition, type Rule } from '../rule.js'
import { checkChoice, checkList, isObject, type Report, shown } from './problem.js'

/** Reasons available to every rule. */
const ENGINES = [NOT_OBSERVED, NOT_KNOWN]
const KEYS: readonly (keyof Presupposition)[] = ['rule', 'reasons', 'failures', 'alike']

/** @param own the rule's reasons; whether the other rules exist is checked once all are known */
export function readFolding(
  { presupposes, rejects, subject }: Record<string, unknown>,
  own: readonly string[],
  report: Report,
): Pick<Rule, 'presupposes' | 'rejects'> {
  if (rejects !== undefined) {
    if (subject === 'entry') checkList(rejects, 'rule.rejects', own, report)
    else checkChoice(subject, 'rule.subject', ['entry'], report)
  }
  const read = presupposes === undefined ? undefined : readAll(presupposes, report)
  return {
    ...(read && { presupposes: read }),
    ...(Array.isArray(rejects) && { rejects: [...rejects] }),
  }
}

function readAll(value: unknown, report: Report): Presupposition[] {
  if (!Array.isArray(value)) {
    report({ at: 'rule.presupposes', expected: 'list', got: shown(value) })
    return []
  }
  return value.flatMap((one, index) => readOne(one, `rule.presupposes[${index}]`, report) ?? [])
}

function readOne(value: unknown, at: string, report: Report): Presupposition | null {
  if (!isObject(value)) {
    report({ at, expected: 'object', got: shown(value) })
    return null
  }
  for (const key of Object.keys(value)) {
    if (!(KEYS as readonly string[]).includes(key))
      report({ at: `${at}.${key}`, expected: 'key', choices: KEYS, got: shown(key) })
  }
  const { rule, reasons, failures, alike } = value
  if (typeof rule !== 'string') report({ at: `${at}.rule`, expected: 'id', got: shown(rule) })
  if (failures !== undefined && failures !== true)
    report({ at: `${at}.failures`, expected: 'choice', choices: ['true'], got: shown(failures) })
  if (alike !== undefined && typeof alike !== 'string')
    report({ at: `${at}.alike`, expected: 'text', got: shown(alike) })
  if (reasons !== undefined && !Array.isArray(reasons))
    report({ at: `${at}.reasons`, expected: 'list', got: shown(reasons) })
  return {
    rule: String(rule),
    ...(Array.isArray(reasons) && { reasons: reasons.map(String) }),
    ...(failures === true && { failures }),
    ...(typeof alike === 'string' && { alike }),
  }
}

/** Unknown rules and reasons: a typo would silently have no effect. */
export function checkFolding({ presupposes = [] }: Rule, all: readonly Rule[], report: Report): void {
  for (const [index, { rule: id, reasons = [] }] of presupposes.entries()) {
    const at = `rule.presupposes[${index}]`
    const named = all.find((one) => one.id === id)
    const group = id.replace(/[^/]*$/, '')
    const alike = all.filter((one) => one.id.startsWith(group)).map((one) => one.id)
    if (!named) report({ at: `${at}.rule`, expected: 'choice', choices: alike, got: shown(id) })
    else
      for (const [place, reason] of reasons.entries())
        checkChoice(reason, `${at}.reasons[${place}]`, [...Object.keys(named.reasons), ...ENGINES], report)
  }
}
