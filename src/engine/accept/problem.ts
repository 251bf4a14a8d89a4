/** What is wrong with a rule or a clause that somebody wrote, by its place; the words are made elsewhere. */
export type Expected =
  | 'object'
  | 'function'
  | 'text'
  | 'id'
  | 'day'
  | 'json'
  | 'list'
  /** One of `choices`. */
  | 'choice'
  /** A key that is one of `choices`. */
  | 'key'
  /** A level, or a map of one word per reason. */
  | 'levels'
  /** A word for the reason that `at` ends in. */
  | 'level-of-reason'
  /** A runtime of the family. */
  | 'platform'

export interface RuleProblem {
  /** Path from the rule on: `level.too-old`. */
  at: string
  expected: Expected
  choices?: readonly string[]
  /** What stands there instead, in few words. */
  got: string
}

export type Report = (problem: RuleProblem) => void

/** What stands there, in few words. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80))
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value === null || value === undefined) return value === null ? 'null' : 'nothing'
  return Array.isArray(value) ? 'a list' : typeof value
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function checkChoice(value: unknown, at: string, choices: readonly string[], report: Report): boolean {
  const fits = typeof value === 'string' && choices.includes(value)
  if (!fits) report({ at, expected: 'choice', choices, got: shown(value) })
  return fits
}

export function checkText(value: unknown, at: string, report: Report): void {
  if (typeof value !== 'string' || value.trim() === '') report({ at, expected: 'text', got: shown(value) })
}

/** Every member is one of `choices`. */
export function checkList(value: unknown, at: string, choices: readonly string[], report: Report): boolean {
  if (!Array.isArray(value) || value.length === 0) {
    report({ at, expected: 'list', choices, got: shown(value) })
    return false
  }
  return Array.from(value, (one, index) => checkChoice(one, `${at}[${index}]`, choices, report)).every(
    Boolean,
  )
}
