/** Validates a clause, and that it covers every reason of its rule. */
import { FAMILIES, type Family, PLATFORM_IDS, RUNTIMES } from '../../types.js'
import { BASES } from '../rule.js'
import { checkChoice, checkList, checkText, isObject, type Report, shown } from './problem.js'

export const LEVELS = ['error', 'warning', 'info'] as const
const DEMANDED = [...LEVELS, 'not-demanded'] as const

/** @param reasons those of the rule */
export function checkLevels(level: unknown, reasons: readonly string[], report: Report): void {
  if (!isObject(level)) {
    const fits = (LEVELS as readonly unknown[]).includes(level)
    if (!fits) report({ at: 'level', expected: 'levels', choices: LEVELS, got: shown(level) })
    return
  }
  for (const [reason, word] of Object.entries(level)) {
    if (reasons.includes(reason)) checkChoice(word, `level.${reason}`, DEMANDED, report)
    else report({ at: `level.${reason}`, expected: 'key', choices: reasons, got: shown(reason) })
  }
  for (const reason of reasons) {
    if (Object.hasOwn(level, reason)) continue
    report({ at: `level.${reason}`, expected: 'level-of-reason', choices: DEMANDED, got: shown(undefined) })
  }
}

/** Default of both: all. A family and runtimes that match no platform are a mistake. */
export function checkPlatforms(families: unknown, on: unknown, report: Report): void {
  const known = families === undefined || checkList(families, 'families', FAMILIES, report)
  const running = on === undefined || checkList(on, 'on', RUNTIMES, report)
  if (!known || !running) return
  const runtimes = (on ?? RUNTIMES) as readonly string[]
  const named = (families ?? FAMILIES) as readonly Family[]
  const exists = (family: string, runtime: string) =>
    (PLATFORM_IDS as readonly string[]).includes(`${family}-${runtime}`)
  for (const [index, family] of named.entries()) {
    if (families === undefined || runtimes.some((runtime) => exists(family, runtime))) continue
    report({ at: `families[${index}]`, expected: 'platform', choices: PLATFORM_IDS, got: shown(family) })
  }
  for (const [index, runtime] of runtimes.entries()) {
    if (named.some((family) => exists(family, runtime))) continue
    report({ at: `on[${index}]`, expected: 'platform', choices: PLATFORM_IDS, got: shown(runtime) })
  }
}

export function checkCite(cite: unknown, report: Report): void {
  if (!isObject(cite)) {
    report({ at: 'cite', expected: 'object', got: shown(cite) })
    return
  }
  checkText(cite.title, 'cite.title', report)
  checkText(cite.quote, 'cite.quote', report)
  if (cite.url !== undefined) checkText(cite.url, 'cite.url', report)
  const isDay = typeof cite.readOn === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cite.readOn)
  if (!isDay) report({ at: 'cite.readOn', expected: 'day', got: shown(cite.readOn) })
  if (cite.edition !== undefined) checkText(cite.edition, 'cite.edition', report)
  if (cite.basis !== undefined) checkChoice(cite.basis, 'cite.basis', BASES, report)
}
