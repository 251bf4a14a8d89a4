/** Validates a rule. */
import type { ReasonKind, Rule } from '../rule.js'
import { factsOf, SUBJECTS } from '../subject-facts.js'
import { readFolding } from './folding.js'
import { plainJson } from './plain-json.js'
import { checkChoice, isObject, type Report, shown } from './problem.js'

const ID = /^[a-z0-9-]+\/[a-z0-9.-]+$/
const KINDS = ['fail', 'unknown', 'either'] as const satisfies readonly ReasonKind[]
/** A reason is used as a code and as an object key. */
const REASON = /^[A-Za-z0-9][\w.-]{0,79}$/

/** @returns a copy of the rule, independent of the value; null when something is wrong with it */
export function readRule(value: unknown, worded: readonly string[], report: Report): Rule | null {
  if (!isObject(value)) {
    report({ at: 'rule', expected: 'object', got: shown(value) })
    return null
  }
  const { id, subject, needs, judge } = value
  let sound = true
  const tell: Report = (problem) => {
    sound = false
    report(problem)
  }
  if (typeof id !== 'string' || !ID.test(id)) tell({ at: 'rule.id', expected: 'id', got: shown(id) })
  if (typeof judge !== 'function') tell({ at: 'rule.judge', expected: 'function', got: shown(judge) })
  checkNeeds(subject, needs, tell)
  const parameters = plainJson(value.parameters ?? {})
  if (!('value' in parameters) || !isObject(parameters.value))
    tell({ at: 'rule.parameters', expected: 'json', got: shown(value.parameters) })
  const reasons = readReasons(value.reasons, worded, tell)
  const folding = readFolding(value, Object.keys(reasons), tell)
  if (!sound) return null
  return {
    ...({ id, subject, needs: [...(needs as string[])] } as Pick<Rule, 'id' | 'subject' | 'needs'>),
    parameters: (parameters as { value: Rule['parameters'] }).value,
    reasons,
    ...folding,
    judge: (judge as Rule['judge']).bind(value),
  }
}

function checkNeeds(subject: unknown, needs: unknown, report: Report): void {
  const facts = typeof subject === 'string' ? factsOf(subject) : null
  if (!facts) {
    report({ at: 'rule.subject', expected: 'choice', choices: SUBJECTS, got: shown(subject) })
    return
  }
  if (!Array.isArray(needs)) report({ at: 'rule.needs', expected: 'list', got: shown(needs) })
  else for (const [index, need] of needs.entries()) checkChoice(need, `rule.needs[${index}]`, facts, report)
}

/** @param worded the reasons that have texts: used for a rule that declares none */
function readReasons(value: unknown, worded: readonly string[], report: Report): Rule['reasons'] {
  if (value === undefined) return Object.fromEntries(worded.map((reason) => [reason, 'either']))
  if (!isObject(value)) {
    report({ at: 'rule.reasons', expected: 'object', got: shown(value) })
    return {}
  }
  for (const [reason, kind] of Object.entries(value)) {
    if (!REASON.test(reason) || reason === 'pass')
      report({ at: 'rule.reasons', expected: 'id', got: shown(reason) })
    checkChoice(kind, `rule.reasons.${reason}`, KINDS, report)
  }
  return Object.fromEntries(Object.entries(value)) as Rule['reasons']
}
