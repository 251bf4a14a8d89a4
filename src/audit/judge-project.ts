/** A mini program's source compared with its config: the results of all source rules, ready for `Report.config`. */
import { inventory, LEGACY_OS, LIMITS, SUPPORTED_OS } from '../config/index.js'
import type { Config, RuleSetting } from '../config/types.js'
import {
  type Evidence,
  type Judgment,
  judgeProject as judgeCases,
  type SourceCase,
  settle,
} from '../engine/index.js'
import type { ProjectFacts } from '../facts/index.js'
import { type Family, familyOf, type Language, PLATFORM_IDS, type PlatformId, type Result } from '../types.js'
import { acceptUnknown } from './accepted.js'
import type { Cover } from './baseline/index.js'
import { emptyFacts } from './empty-facts.js'
import { grouped } from './grouped.js'
import { casesOf, steeringCase } from './project-cases.js'
import { toResult, underCause } from './render.js'
import { openRun, type Run } from './run.js'
import { waive } from './waivers.js'

export interface ProjectSettings {
  /** Null: no domain list is known, so hosts of calls can't be compared. */
  config: Config | null
  /**
   * Default: the config's, else those the source is built for, else all. If the config leaves out a platform's family, its lists
   * are unknown.
   */
  platforms?: readonly PlatformId[]
  /** Default: the config's. */
  rules?: Record<string, RuleSetting>
  /** Milliseconds since 1970; the instant judged for. */
  at: number
  language: Language
  /** Of the baseline. */
  cover?: Cover
}

/** With its sentence, waived or excused if the config or a baseline says so. */
function resultsOf(judgment: Judgment, { texts, facts, settings }: Run, cover: Run['cover']): Result[] {
  const { entry, evidence } = judgment
  const result = toResult(judgment, entry?.text ?? '', texts)
  const known = cover.excuse([result], { target: null, source: true })
  const host = typeof evidence.host === 'string' ? evidence.host : ''
  return waive(known, host, facts.config.waivers, settings.at)
}

/**
 * One result per finding and place, its `entry` being that place; what passed, once per rule. `entry.api` of a
 * finding that is about no call is the API it concerns most.
 */
export async function judgeProject(project: ProjectFacts, settings: ProjectSettings): Promise<Result[]> {
  const { at, language } = settings
  const config = configOf(settings, project.families)
  const lists = await inventory(config)
  const families = new Set((settings.config?.platforms ?? []).map(familyOf))
  const run = await openRun(emptyFacts(config, {}), { at, language }, lists.entries)
  const cover = settings.cover ?? run.cover
  const judged = (cases: readonly SourceCase[]) => {
    const judgments = withCallers(judgeCases(cases, run.context, run.setting))
    const worded = judgments.flatMap((judgment) => resultsOf(judgment, run, cover))
    return settle(judgments, worded).results
  }
  const cases = await casesOf(project, { entries: lists.entries, families })
  const accepts = config.scan?.accept ?? []
  const { results, steering } = acceptUnknown(judged(cases), accepts, { at, base: project.base ?? '' })
  const told = grouped(results, run.texts).map((result) => underCause(result, run.texts))
  if (steering.length === 0) return told
  const own = new Set(run.setting.rules.flatMap(({ id, subject }) => (subject === 'steering' ? [id] : [])))
  const isSaid = ({ rule, status }: Result) => own.has(rule) && (status === 'fail' || status === 'waived')
  return [...told, ...judged(steering.map(steeringCase)).filter(isSaid)]
}

function configOf({ config, platforms, rules }: ProjectSettings, built: readonly Family[]): Config {
  const bare: Config = {
    platforms: PLATFORM_IDS.filter((id) => built.length === 0 || built.includes(familyOf(id))),
    entries: [],
    limits: LIMITS,
    supportedOs: SUPPORTED_OS,
    legacyOs: LEGACY_OS,
    paths: {},
    plugins: [],
    icp: {},
    rules: {},
    waivers: [],
  }
  const own = config ?? bare
  return { ...own, platforms: [...(platforms ?? own.platforms)], rules: rules ?? own.rules }
}

/** How many places a finding shared by many calls lists. */
const CALLERS = 20

/** What many calls share, because its host is written in one place or one thing is missing, is one finding that names them. */
function withCallers(judgments: readonly Judgment[]): Judgment[] {
  const merged = new Map<string, Merged>()
  for (const judgment of judgments) {
    const { calls, origins, ...evidence } = judgment.evidence
    const places = textsIn(calls)
    const key = keyOf(judgment, evidence)
    const known = merged.get(key)
    if (!known) {
      const more = { calls: new Set(places), origins: new Set(textsIn(origins)), others: new Map() }
      merged.set(key, { judgment, ...more, platforms: new Set(judgment.platforms) })
      continue
    }
    if (isLack(judgment) && evidence.name !== known.judgment.evidence.name)
      known.others.set(String(evidence.name), String(evidence.define))
    for (const place of places) known.calls.add(place)
    for (const origin of textsIn(origins)) known.origins.add(origin)
    for (const platform of judgment.platforms) known.platforms.add(platform)
  }
  const told = [...merged.values()].map(({ judgment, calls, origins, platforms, others }): Judgment => {
    const one = { ...judgment, platforms: [...platforms] }
    if (calls.size === 0) return one
    const named = [...others].slice(0, CALLERS).map(([name, define]) => ({ name, define }))
    const evidence = {
      ...judgment.evidence,
      ...(named.length > 0 ? { others: named } : {}),
      ...(origins.size > 0 ? { origins: [...origins].slice(0, CALLERS) } : {}),
      ...{ calls: [...calls].slice(0, CALLERS), callCount: calls.size },
    }
    return { ...one, evidence }
  })
  return mostFirst(told)
}

interface Merged {
  judgment: Judgment
  calls: Set<string>
  /** That the calls lead to, where the finding names them. */
  origins: Set<string>
  platforms: Set<PlatformId>
  /** Names that are missing with it, and how a config defines them. */
  others: Map<string, string>
}

const textsIn = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])

const LACK = 'missing-value'
const isLack = ({ reason }: Judgment) => reason === LACK

/** Of the missing values, those that most calls need come first. */
function mostFirst(judgments: Judgment[]): Judgment[] {
  const count = ({ evidence }: Judgment) => Number(evidence.callCount ?? 0)
  const sorted = judgments.filter(isLack).sort((one, other) => count(other) - count(one))
  return judgments.map((one) => (isLack(one) ? (sorted.shift() ?? one) : one))
}

const isOfModule = ({ define }: Evidence) => /^[^:#]+#/.test(String(define))

/** The same finding at one place is reported once, whichever family it is for: the first one's sentence is used for all. */
function keyOf({ rule, status, level, reason, entry, platforms }: Judgment, evidence: Evidence): string {
  // Members of one value are reported with it, those of a module whichever way they came.
  const isMember = reason === LACK
  const nameless = isMember ? { name: null, define: null, ...(isOfModule(evidence) && { why: null }) } : {}
  // What a file calls that nothing leads to is told of the file, whatever the APIs.
  const isOfFile = reason === 'not-reached'
  const where = entry && {
    ...{ ...entry, family: null },
    ...(isMember || isOfFile ? { text: null } : {}),
    ...(isOfFile ? { api: null } : {}),
  }
  return JSON.stringify([rule, status, level, reason, { ...evidence, ...nameless }, where ?? platforms])
}
