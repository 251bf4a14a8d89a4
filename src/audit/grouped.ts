/** What is open in the source for one cause is one finding to answer, which names all it is made of. */
import { IN_REPORTS } from '../../rules/in-reports.js'
import type { Texts } from '../i18n/index.js'
import type { Result } from '../types.js'
import { reworded } from './render.js'

/** Names, places and files a finding tells. */
const NAMED = 20
/** What no more calls than these want is data of theirs: an answer, what a user chose. A setting decides more. */
const FEW = 4

/**
 * One for all that only data knows, each for few calls; one for all paths without a server; one for the files of one
 * fault; and one for a module that is not there, where its values lack. What is known or accepted stands by itself.
 */
export function grouped(results: readonly Result[], texts: Texts): Result[] {
  const lack = results.find(isLack)
  const modules = lackingModules(results)
  const groups = new Map<string | Result, Result[]>()
  for (const result of results) {
    const one =
      lack && isOfModule(result, modules)
        ? { ...result, status: 'not-applicable' as const, followsFrom: lack.rule }
        : result
    const key = keyOf(one) ?? one
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group.toSorted((one, other) => countOf(other) - countOf(one))
    if (!first || others.length === 0) return group
    const platforms = [...new Set(group.flatMap((one) => one.platforms))]
    return reworded({ ...first, platforms, evidence: togetherIn(first, others) }, texts)
  })
}

const togetherBy = (rule: string) =>
  Object.hasOwn(IN_REPORTS, rule) ? IN_REPORTS[rule]?.together : undefined
/** Is it about a call's host, and whether a list has it? */
export const isAboutHost = ({ rule }: Pick<Result, 'rule'>) => togetherBy(rule) === 'missing-values'
const isOpen = ({ status }: Result) => status === 'unknown'
const isLack = (one: Result) => isAboutHost(one) && one.evidence?.reason === 'missing-value'
const isUnread = ({ rule, evidence }: Result) =>
  togetherBy(rule) === 'unread-files' && evidence?.reason === 'not-read'

function keyOf(result: Result): string | null {
  const { rule, level, evidence = {} } = result
  if (!isOpen(result)) return null
  const kind = isLack(result)
    ? lackKind(result)
    : isUnread(result)
      ? FAULTS.has(String(evidence.cause)) && evidence.cause
      : isAboutHost(result) && evidence.reason === 'not-determined' && [evidence.callee, evidence.why]
  return kind ? JSON.stringify([rule, level, evidence.reason, kind]) : null
}

/** Faults of files that somebody fixes in each of them. */
const FAULTS = new Set(['syntax', 'budget', 'nesting', 'too-large', 'unknown-kind'])

function lackKind(lack: Result): string | null {
  if (lack.evidence?.why === 'no-server') return 'no-server'
  const define = defineOf(lack)
  const isSetting =
    moduleIn(define) !== null || lack.evidence?.why === 'import' || (define !== '' && !OF_FILE.test(define))
  return isSetting || Number(lack.evidence?.callCount ?? 1) > FEW ? null : 'data'
}

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
  const told = { calls: calls.slice(0, NAMED), callCount: all.reduce((sum, one) => sum + countOf(one), 0) }
  if (!isLack(first)) return { ...own, ...told }
  const names = others.flatMap(({ evidence = {} }) => {
    const { name, define, file } = evidence
    return [{ name, define, file }, ...(Array.isArray(evidence.others) ? evidence.others : [])]
  })
  const whys = [...new Set(all.map(({ evidence }) => evidence?.why ?? null))]
  const more = [...(Array.isArray(own.others) ? own.others : []), ...names].slice(0, NAMED)
  return { ...own, ...(whys.length > 1 ? { whys } : {}), others: more as never, ...told }
}

const countOf = ({ evidence }: Result) => Number(evidence?.callCount ?? 1)
const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : null)
const placeOf = (entry: Result['entry']) => (entry ? `${entry.file}:${entry.line}:${entry.column}` : [])
