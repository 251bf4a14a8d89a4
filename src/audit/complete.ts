/** What a run did not look at, as results for the run as a whole and for each target. */
import { targetsOf } from '../config/index.js'
import { addressGaps, type Gap, gapsOf, judgeAudit, type RunContext, type Untold } from '../engine/index.js'
import { HERE, type ProjectFacts, type TargetFacts } from '../facts/index.js'
import { readFor, systemOf } from '../platforms/index.js'
import { listsReadOn, newestKnown } from '../trust/index.js'
import {
  type Entry,
  FAMILIES,
  type Family,
  familyOf,
  type PlatformId,
  type Result,
  type Target,
} from '../types.js'
import { isAboutHost } from './grouped.js'
import { factGaps } from './lacking.js'
import { targetKey } from './places.js'
import { toResult } from './render.js'
import { entryKey, type Run } from './run.js'

/** What was found so far. */
export interface Found {
  /** Results about lists, and about entries without a target. */
  lists: readonly Result[]
  /** Those about the source. */
  source: readonly Result[]
  targets: readonly Target[]
  /** Are the targets certificate files, which aren't in any list? */
  files: boolean
}

export function gapResults(found: Found, run: Run): Result[] {
  const { facts, setting, context, texts } = run
  const { config, project } = facts
  const lists = !found.files && !project?.alone
  const compared =
    !project || project.compared ? [] : [{ kind: 'not-compared', folder: project.folder } as const]
  const empty = project?.facts.filesRead === 0 ? [{ kind: 'no-source', folder: project.folder } as const] : []
  const byEntry = resultsByEntry(found)
  const looked = {
    platforms: config.platforms,
    entries: lists ? ownShare(found, run) : [],
    listed: lists || project?.compared ? listedFamilies(run, found.source) : null,
    resultsOf: (entry: Entry) => byEntry.get(entryKey(entry)) ?? [],
    results: [...found.lists, ...found.source, ...found.targets.flatMap(({ results }) => results)],
  }
  const judged = judgeAudit(
    'gap',
    (platform) =>
      [
        ...[...compared, ...empty, ...readForOthers(platform, run), ...unheardOf(platform, run)],
        ...(project?.alone || found.targets.length === 0 ? [] : agedLists(run)),
        ...(looked.entries.length > 0 ? neverProbed(platform, run) : []),
        ...gapsOf(platform, looked),
      ].map((gap: Gap) => ({
        facts: { gap },
      })),
    context,
    setting,
  )
  return judged.map((judgment) => toResult(judgment, config.file ?? '', texts))
}

const DAY = 86_400_000
/** Apple and Google add roots a few times a year; a year later phones are sold whose roots no list here has. */
const [OLD, OUTDATED] = [120, 400]

function agedLists({ context: { now } }: Run): Gap[] {
  const readOn = listsReadOn()
  const days = Math.floor((now - Date.parse(readOn)) / DAY)
  if (days <= OLD) return []
  return [{ kind: days > OUTDATED ? 'outdated-lists' : 'old-lists', readOn, days }]
}

/** Future versions that are judged by the newest known one. */
const AHEAD = 2
const major = (version: string) => Number.parseInt(version, 10)

/** Root lists and clients are known for existing versions only. */
function unheardOf(platform: PlatformId, { facts: { config, project } }: Run): Gap[] {
  const { os } = systemOf(platform)
  if (os === null || project?.alone) return []
  const version = config.supportedOs[os]
  const newest = newestKnown(os).version
  return major(version) > major(newest) + AHEAD ? [{ kind: 'no-such-os', os, version, newest }] : []
}

/** Source scanned for one family says nothing about code that is specific to another. */
function readForOthers(platform: PlatformId, { facts: { project } }: Run): Gap[] {
  const family = familyOf(platform)
  if (!project || (project.facts.readFor ?? readFor([])).includes(family)) return []
  return [{ kind: 'not-read-for', family, folder: project.folder }]
}

/** Servers of udp and tcp are never probed; it is enough if other lists contain targets. */
function neverProbed(platform: PlatformId, { facts: { config } }: Run): Gap[] {
  const own = config.entries.filter(({ family }) => family === familyOf(platform))
  const texts = [...new Set(own.map(({ text }) => text))]
  if (own.length === 0 || own.some(({ api }) => api !== 'udp' && api !== 'tcp')) return []
  return [{ kind: 'not-probed', entries: texts.slice(0, 10), count: texts.length }]
}

/**
 * If the source calls no server, an empty list is right; if calls were found faulty without a list, that is already
 * reported.
 */
function listedFamilies({ facts: { config, project } }: Run, source: readonly Result[]): Set<Family> {
  const listed = new Set(config.entries.map(({ family }) => family))
  if (!project?.alone || !project.compared) return listed
  for (const { rule, status, level, platforms, followsFrom } of source) {
    // Without a list to compare with, entries that no list can contain were examined too: another rule says why.
    const isUnlistable = isAboutHost({ rule }) && followsFrom !== undefined
    if (isUnlistable || (level === 'error' && (status === 'fail' || status === 'unknown')))
      for (const platform of platforms) listed.add(familyOf(platform))
  }
  if (!asksNobody(project.facts)) return listed
  const { families } = project.facts
  // Code that isn't specific to a platform may run on all of them.
  for (const family of families.length > 0 ? families : FAMILIES) listed.add(family)
  return listed
}

function asksNobody({ filesRead, calls, resources, silentClients, seen }: ProjectFacts): boolean {
  // A call that nothing leads to is reported as that.
  const asks = calls.some(({ foreign, unreached }) => !foreign && !unreached)
  const isAsked = asks || resources.some(({ tag }) => tag === 'web-view')
  return filesRead > 0 && !isAsked && silentClients.length === 0 && !seen?.length
}

/** Entries with a target in this share, or with none at all. Every target of a share is among those found, seen or not. */
function ownShare({ targets }: Found, { facts: { config, shard } }: Run): Entry[] {
  if (!shard) return config.entries
  const own = new Set(targets.map(targetKey))
  const others = new Set(
    targetsOf(config).flatMap((spec) => (own.has(targetKey(spec)) ? [] : spec.entries.map(entryKey))),
  )
  return config.entries.filter((entry) => !others.has(entryKey(entry)))
}

function resultsByEntry({ lists, targets }: Found): Map<string, readonly Result[]> {
  const found = new Map<string, readonly Result[]>()
  for (const { entries, results } of targets) for (const entry of entries) found.set(entryKey(entry), results)
  for (const result of lists) {
    const key = result.entry && entryKey(result.entry)
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), result])
  }
  return found
}

function notLookedGap({ vantage = HERE, notLooked }: TargetFacts): Gap[] {
  return notLooked === undefined ? [] : [{ kind: 'not-looked', vantage, why: notLooked }]
}

/**
 * @param subject what sentences call the target
 * @param untold checks that were left to rules that report nothing
 */
export function targetGaps(
  target: TargetFacts,
  subject: string,
  { texts, context }: { texts: Run['texts']; context: RunContext },
  setting: Run['setting'],
  untold: (platform: PlatformId) => Untold | null,
): Result[] {
  const left = [...notLookedGap(target), ...addressGaps(target), ...factGaps(target)]
  const families = new Set(target.entries.map(({ family }) => family))
  const casesOn = (platform: PlatformId) => {
    if (!families.has(familyOf(platform))) return []
    const silent = untold(platform)
    const gaps: Gap[] = silent ? [...left, { kind: 'untold', ...silent }] : left
    return gaps.map((gap) => ({ facts: { gap } }))
  }
  return judgeAudit('gap', casesOn, context, setting).map((judgment) => toResult(judgment, subject, texts))
}
