/** Open findings about the source with the same cause become one finding that lists all of them. */

import { IN_REPORTS } from '../../rules/in-reports.js'
import { putTo } from '../grouping.js'
import type { Texts } from '../i18n/index.js'
import type { Result } from '../types.js'
import { reworded } from './render.js'

/** Names, places and files a finding names. */
const NAMED = 20
/** A value that no more calls than this depend on is data, such as an answer or a user's choice. A setting decides more calls. */
const FEW = 4

/**
 * One for everything that only data decides; one for all paths without a server; one for the files with one fault; one for a
 * missing module whose values are missing; and one for everything that the same calls lack. Known and accepted findings are not
 * grouped.
 */
export function grouped(results: readonly Result[], texts: Texts): Result[] {
  const lack = results.find(isLack)
  const modules = lackingModules(results)
  const told = results.map((result) =>
    lack && isOfModule(result, modules)
      ? { ...result, status: 'not-applicable' as const, followsFrom: lack.rule }
      : result,
  )
  const lacks = told.filter((one) => isLack(one) && isOpen(one))
  const groups = new Map<string | Result, Result[]>()
  for (const result of told) {
    const key = keyOf(leaderOf(result, lacks), lacks) ?? leaderOf(result, lacks)
    putTo(groups, key, result)
  }
  return [...groups.values()].flatMap((group) => oneOf(group, texts))
}

function oneOf(group: readonly Result[], texts: Texts): readonly Result[] | Result {
  const [first, ...others] = group.toSorted(lacksFirst)
  if (!first || others.length === 0) return group
  const platforms = [...new Set(group.flatMap((one) => one.platforms))]
  return reworded({ ...first, platforms, evidence: togetherIn(first, others) }, texts)
}

const lacksFirst = (one: Result, other: Result) =>
  Number(isLack(other)) - Number(isLack(one)) || countOf(other) - countOf(one)

const togetherBy = (rule: string) =>
  Object.hasOwn(IN_REPORTS, rule) ? IN_REPORTS[rule]?.together : undefined
/** Is it about whether a list has a call's host? */
export const isAboutHost = ({ rule }: Pick<Result, 'rule'>) => togetherBy(rule) === 'missing-values'
const isOpen = ({ status }: Result) => status === 'unknown'
const isLack = (one: Result) => isAboutHost(one) && one.evidence?.reason === 'missing-value'
const isUnread = ({ rule, evidence }: Result) =>
  togetherBy(rule) === 'unread-files' && evidence?.reason === 'not-read'
const isFile = (one: Result) => isAboutHost(one) && one.evidence?.reason === 'may-be-file'
const isNameless = (one: Result) => isAboutHost(one) && one.evidence?.reason === 'not-determined'

function keyOf(result: Result, lacks: readonly Result[]): string | null {
  const { rule, level, evidence = {} } = result
  if (!isOpen(result)) return null
  const isData = isLack(result) ? isOfData(result, lacks) : isNameless(result) && besideData(result, lacks)
  if (isData) return JSON.stringify([rule, level, 'data'])
  const kind = isLack(result)
    ? lackKind(result)
    : isUnread(result)
      ? FAULTS.has(String(evidence.cause)) && evidence.cause
      : isFile(result) || (isNameless(result) && [evidence.callee, evidence.why])
  return kind ? JSON.stringify([rule, level, evidence.reason, kind]) : null
}

/** Faults that must be fixed in each file. */
const FAULTS = new Set(['syntax', 'budget', 'nesting', 'too-large', 'unknown-kind', 'run-time-code'])

/** What the same calls lack, and more calls besides, represents it. */
function leaderOf(result: Result, lacks: readonly Result[]): Result {
  if (!isLack(result) || !isOpen(result)) return result
  const own = callsOf(result)
  const at = lacks.indexOf(result)
  return (
    lacks.find((one, index) => {
      const isMore = countOf(one) > countOf(result) || (countOf(one) === countOf(result) && index < at)
      return isMore && one.level === result.level && isWithin(own, result, one)
    }) ?? result
  )
}

/** Not all calls may be named: then findings are the same only if they name the same ones. */
function isWithin(own: readonly string[], one: Result, other: Result): boolean {
  if (own.length < countOf(one) && countOf(one) !== countOf(other)) return false
  const calls = new Set(callsOf(other))
  return own.length > 0 && own.every((call) => calls.has(call))
}

const callsOf = ({ evidence }: Result) => texts(evidence?.calls) ?? []

/** Paths without a server, and the module whose values are missing; null for a finding that is not grouped. */
function lackKind(lack: Result): string | null {
  return lack.evidence?.why === 'no-server' ? 'no-server' : moduleIn(defineOf(lack))
}

/** Is it not a setting? Among names that mean something in their file only, the one that decides most calls may be a setting. */
function isOfData(lack: Result, lacks: readonly Result[]): boolean {
  if (isSetting(lack)) return false
  return countOf(lack) <= FEW || lacks.some((one) => !isSetting(one) && countOf(one) > countOf(lack))
}

function isSetting(lack: Result): boolean {
  const define = defineOf(lack)
  const isNamed = define !== '' && !OF_FILE.test(define)
  return lackKind(lack) !== null || lack.evidence?.why === 'import' || isNamed
}

const besideData = ({ level }: Result, lacks: readonly Result[]) =>
  lacks.some((one) => one.level === level && isOfData(one, lacks))

/** `pages/a.js:res.url` means something in its file only; `process.env.API` does everywhere. */
const OF_FILE = /^[^:]*\.\w+:/
const defineOf = ({ evidence }: Result) => String(evidence?.define ?? '')
const moduleIn = (define: string) => /^[^:#]+(?=#)/.exec(define)?.[0] ?? null

function lackingModules(results: readonly Result[]): string[] {
  const lacks = results.filter((one) => isLack(one) && isOpen(one) && one.level === 'error')
  return lacks.flatMap(
    (one) => moduleIn(defineOf(one)) ?? (one.evidence?.why === 'import' ? defineOf(one) : []),
  )
}

function isOfModule(result: Result, modules: readonly string[]): boolean {
  if (!isUnread(result) || !isOpen(result) || result.evidence?.files !== 1) return false
  const file = String(result.evidence.file)
  return modules.some((one) => one !== '' && (file === one || file.endsWith(`/${one}`)))
}

function togetherIn(first: Result, others: readonly Result[]): NonNullable<Result['evidence']> {
  const own = first.evidence ?? {}
  if (isUnread(first)) {
    const files = others.map(({ evidence }) => String(evidence?.file))
    return { ...own, files: files.length + 1, others: files.slice(0, NAMED) }
  }
  const all = [first, ...others]
  const calls = [...new Set(all.flatMap(({ evidence, entry }) => texts(evidence?.calls) ?? placeOf(entry)))]
  const told = { calls: calls.slice(0, NAMED), callCount: countOfAll(all, calls) }
  if (!isLack(first)) return { ...own, ...told }
  const names = others.flatMap(({ evidence = {}, entry }) => {
    const { name = String(evidence.callee), define = '', file = entry?.file } = evidence
    return [{ name, define, file }, ...(Array.isArray(evidence.others) ? evidence.others : [])]
  })
  const whys = [...new Set(all.map(({ evidence }) => evidence?.why ?? null))]
  const more = [...(Array.isArray(own.others) ? own.others : []), ...names].slice(0, NAMED)
  return { ...own, ...(whys.length > 1 ? { whys } : {}), others: more as never, ...told }
}

/** Each call once, if all are named. */
function countOfAll(all: readonly Result[], calls: readonly string[]): number {
  const isNamed = all.every((one) => Math.max(callsOf(one).length, 1) >= countOf(one))
  if (isNamed) return calls.length
  const most = all.toSorted((one, other) => countOf(other) - countOf(one))
  const apart = most.filter((one, at) => !most.slice(0, at).some((more) => isWithin(callsOf(one), one, more)))
  return apart.reduce((sum, one) => sum + countOf(one), 0)
}

const countOf = ({ evidence }: Result) => Number(evidence?.callCount ?? 1)
const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : null)
const placeOf = (entry: Result['entry']) => (entry ? `${entry.file}:${entry.line}:${entry.column}` : [])
