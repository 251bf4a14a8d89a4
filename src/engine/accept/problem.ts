/** A problem of a custom rule or clause, by its path; the words are made elsewhere. */
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
  /** A level, or a map with one level per reason. */
  | 'levels'
  /** A level for the reason at the end of `at`. */
  | 'level-of-reason'
  /** A runtime of the family. */
  | 'platform'

export interface RuleProblem {
  /** Path within the rule: `level.too-old`. */
  at: string
  expected: Expected
  choices?: readonly string[]
  /** What is there instead, briefly. */
  got: string
}

export type Report = (problem: RuleProblem) => void

/** What is there, briefly. */
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
