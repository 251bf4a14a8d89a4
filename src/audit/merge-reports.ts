/** The reports of all shares of a run → the report of the whole run. Anything no share looked at is unknown. */
import { auditConfig } from '../config/index.js'
import { exitCodeOf, type Gap, judgeAudit, verdictsOf, worst } from '../engine/index.js'
import type { PlatformId, Report, Result, Target } from '../types.js'
import { emptyFacts } from './empty-facts.js'
import { toResult } from './render.js'
import { resultsMissing, withResults } from './results-missing.js'
import { openRun } from './run.js'
import { waivedInAll } from './scope.js'
import type { JudgeSettings } from './types.js'
import { joinedVerdicts } from './verdicts.js'

/** `files` counts from 0. */
export type MergeFault =
  /** The report of a whole run, or of an earlier merge. */
  | { fault: 'no-share'; files: [number] }
  /** Written by a version that doesn't record which run the share belongs to. */
  | { fault: 'no-mark'; files: [number]; version: string }
  /** From different runs: `place` is what differs. */
  | { fault: 'differs'; place: string; files: [number, number]; values: [string, string] }
  | { fault: 'same-share'; share: string; files: [number, number] }
  /** In two shares, or twice in one. */
  | { fault: 'same-target'; target: string; files: [number, number] }
  | { fault: 'not-whole'; share: string; found: number; expected: number; files: [number] }
  | { fault: 'apart'; files: [number, number]; values: [string, string] }

export type MergeSettings = Pick<JudgeSettings, 'language' | 'failOn' | 'allowUnknown'>

const HOUR = 3_600_000
/** Shares of a run end within hours of each other; an older report is left over from another run. */
const MAX_APART = 24 * HOUR

interface Share {
  report: Report
  mark: Required<NonNullable<Report['scope']['shard']>>
  file: number
}

/** @throws never because of the reports' content: reports that can't be merged are a fault */
export async function mergeReports(
  reports: readonly Report[],
  settings: MergeSettings,
): Promise<Report | MergeFault> {
  const shares: Share[] = []
  for (const [file, report] of reports.entries()) {
    const share = shareOf(report, file)
    if ('fault' in share) return share
    shares.push(share)
  }
  const [first] = shares
  if (!first) throw new RangeError('no report')
  const fault =
    unlike(shares, first) ?? twice(shares) ?? notWhole(shares) ?? sameTarget(shares) ?? apart(shares)
  return fault ?? joined(shares, first, settings)
}

function shareOf(report: Report, file: number): Share | MergeFault {
  const { shard } = report.scope
  if (!shard) return { fault: 'no-share', files: [file] }
  const { index, count, targets, whole } = shard
  if (targets === undefined || whole === undefined)
    return { fault: 'no-mark', files: [file], version: report.tool.version }
  return { report, mark: { index, count, targets, whole }, file }
}

/** What all shares of a run have in common, by its path in the report. */
function commonOf({ report: { tool, platforms, scope, scan } }: Share): [string, unknown][] {
  const { rulesOff, levelsChanged, parametersChanged, versionsNarrowed, vantages, source } = scope
  return [
    ['tool.version', tool.version],
    ['scope.shard.count', scope.shard?.count],
    ['scope.shard.whole', scope.shard?.whole],
    ['scope.shard.targets', scope.shard?.targets],
    ['scope.vantages', vantages],
    ['platforms', platforms],
    ['scope.rulesOff', rulesOff],
    ['scope.levelsChanged', levelsChanged],
    ['scope.parametersChanged', parametersChanged],
    ['scope.versionsNarrowed', versionsNarrowed],
    ['scope.source', source],
    ['scan', scan],
  ]
}

function unlike(shares: readonly Share[], first: Share): MergeFault | null {
  const expected = commonOf(first)
  for (const share of shares) {
    for (const [at, [place, value]] of commonOf(share).entries()) {
      const [own, other] = [JSON.stringify(expected[at]?.[1]) ?? '', JSON.stringify(value) ?? '']
      if (own !== other)
        return { fault: 'differs', place, files: [first.file, share.file], values: [own, other] }
    }
  }
  return unlikeDays(shares)
}

/** A share that probed no server read no root list. */
function unlikeDays(shares: readonly Share[]): MergeFault | null {
  const listed = shares.filter(({ report }) => report.scope.listsReadOn !== undefined)
  const [one, other] = listed.filter(
    ({ report }, at) => at === 0 || report.scope.listsReadOn !== listed[0]?.report.scope.listsReadOn,
  )
  if (!one || !other) return null
  const dayOf = ({ report }: Share) => report.scope.listsReadOn ?? ''
  return {
    fault: 'differs',
    place: 'scope.listsReadOn',
    files: [one.file, other.file],
    values: [dayOf(one), dayOf(other)],
  }
}

const nameOf = ({ mark: { index, count } }: Share): string => `${index}/${count}`

function twice(shares: readonly Share[]): MergeFault | null {
  const seen = new Map<number, Share>()
  for (const share of shares) {
    const before = seen.get(share.mark.index)
    if (before) return { fault: 'same-share', share: nameOf(share), files: [before.file, share.file] }
    seen.set(share.mark.index, share)
  }
  return null
}

const sizeOf = (index: number, { count, targets }: Share['mark']): number =>
  Math.max(0, Math.ceil((targets - index + 1) / count))

function notWhole(shares: readonly Share[]): MergeFault | null {
  for (const share of shares) {
    const { mark, report, file } = share
    const [found, expected] = [report.targets.length, sizeOf(mark.index, mark)]
    if (mark.index > mark.count || found !== expected)
      return { fault: 'not-whole', share: nameOf(share), found, expected, files: [file] }
  }
  return null
}

function sameTarget(shares: readonly Share[]): MergeFault | null {
  const seen = new Map<string, number>()
  for (const { report, file } of shares)
    for (const { scheme, host, port } of report.targets) {
      const target = `${scheme}://${host}:${port}`
      const before = seen.get(target)
      if (before !== undefined) return { fault: 'same-target', target, files: [before, file] }
      seen.set(target, file)
    }
  return null
}

function apart(shares: readonly Share[]): MergeFault | null {
  const byTime = shares.toSorted((one, other) => Date.parse(one.report.at) - Date.parse(other.report.at))
  const [early, late] = [byTime[0], byTime.at(-1)]
  if (!early || !late || Date.parse(late.report.at) - Date.parse(early.report.at) <= MAX_APART) return null
  return { fault: 'apart', files: [early.file, late.file], values: [early.report.at, late.report.at] }
}

async function joined(shares: readonly Share[], first: Share, settings: MergeSettings): Promise<Report> {
  const { failOn = 'error', allowUnknown = false } = settings
  const reports = shares.map(({ report }) => report)
  const { platforms } = first.report
  const gap = await gapJudge(first, settings)
  const missing = missingIn(shares, first.mark)
  const gaps = missing.length > 0 ? gap(sharesMissing(missing, first.mark)) : []
  const config = [...gaps, ...distinct(reports.flatMap((report) => report.config))]
  const targets = withMissing(inOrder(shares), platforms, gap)
  // A share may have been run with a stricter setting than this command.
  const verdicts = joinedVerdicts([
    ...reports.map((report) => report.verdicts),
    ...[config, ...targets.map(({ results }) => results)].map((results) =>
      verdictsOf(results, platforms, failOn),
    ),
  ])
  const verdict = worst([...Object.values(verdicts), ...reports.map((report) => report.verdict)])
  const accepts = allowUnknown && missing.length === 0
  return {
    ...first.report,
    at: reports.map(({ at }) => at).sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? first.report.at,
    durationMs: Math.max(...reports.map(({ durationMs }) => durationMs)),
    scope: scopeOf(reports, first.report, config, targets),
    verdict,
    exitCode: exitCodeOf(verdict, { failOn, allowUnknown: accepts }),
    verdicts,
    config,
    targets,
  }
}

/** The first target of each share, then the second of each: the order of the config. */
function inOrder(shares: readonly Share[]): Target[] {
  const byIndex = shares.toSorted((one, other) => one.mark.index - other.mark.index)
  const most = Math.max(...shares.map(({ report }) => report.targets.length))
  return Array.from({ length: most }, (_, at) =>
    byIndex.flatMap(({ report }) => report.targets[at] ?? []),
  ).flat()
}

interface Missing {
  index: number
  targets: number
}

function missingIn(shares: readonly Share[], mark: Share['mark']): Missing[] {
  const there = new Set(shares.map(({ mark: { index } }) => index))
  return Array.from({ length: mark.count }, (_, at) => at + 1)
    .filter((index) => !there.has(index))
    .map((index) => ({ index, targets: sizeOf(index, mark) }))
}

/** Named of many. */
const TOLD = 10

function sharesMissing(missing: readonly Missing[], { count }: Share['mark']): Gap {
  const shares = missing.slice(0, TOLD).map(({ index }) => `${index}/${count}`)
  const targets = missing.reduce((sum, one) => sum + one.targets, 0)
  return { kind: 'shares-missing', shares, count: missing.length, targets }
}

function withMissing(targets: readonly Target[], platforms: readonly PlatformId[], gap: GapJudge): Target[] {
  const found = new Map<Target, Result[]>()
  for (const { target, platform, rules } of resultsMissing(targets, platforms)) {
    const missing: Gap = { kind: 'results-missing', rules: rules.slice(0, TOLD), count: rules.length }
    found.set(target, [...(found.get(target) ?? []), ...gap(missing, platform)])
  }
  return withResults(targets, found)
}

/** On every platform of the run, or on one. */
type GapJudge = (gap: Gap, platform?: PlatformId) => Result[]

async function gapJudge({ report }: Share, { language }: MergeSettings): Promise<GapJudge> {
  const { platforms } = report
  const made = auditConfig(['example.com'], { platforms, lang: language })
  if ('problems' in made) throw new Error(made.problems[0]?.message)
  const config = { ...made.config, entries: [] }
  const run = await openRun(emptyFacts(config, {}), { at: Date.parse(report.at), language }, [])
  return (gap, only) =>
    judgeAudit(
      'gap',
      (platform) => (only === undefined || platform === only ? [{ facts: { gap } }] : []),
      run.context,
      run.setting,
    ).map((judgment) => toResult(judgment, '', run.texts))
}

/** Every share judges the whole list; the languages may differ. */
function distinct(results: readonly Result[]): Result[] {
  const found = new Map<string, Result>()
  for (const result of results) {
    const {
      message: _message,
      fix: _fix,
      command: _command,
      reference: _reference,
      references: _references,
      ...rest
    } = result
    const key = JSON.stringify(rest)
    if (!found.has(key)) found.set(key, result)
  }
  return [...found.values()]
}

function scopeOf(
  reports: readonly Report[],
  first: Report,
  config: readonly Result[],
  targets: readonly Target[],
): Report['scope'] {
  const { shard: _shard, share: _share, gatheredAt: _gathered, listsReadOn: _lists, ...scope } = first.scope
  const all = reports.map((report) => report.scope)
  const gathered = all.flatMap(({ gatheredAt }) => gatheredAt ?? []).sort()[0]
  const listsReadOn = all.find((one) => one.listsReadOn !== undefined)?.listsReadOn
  return {
    ...scope,
    servers: all.reduce((sum, { servers }) => sum + servers, 0),
    waived: waivedInAll(config, targets).size,
    ...(gathered !== undefined && { gatheredAt: gathered }),
    ...(listsReadOn !== undefined && { listsReadOn }),
  }
}
