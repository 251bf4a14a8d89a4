/** What a run did not look at, as results: of the run as a whole, and of one target. */
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
import { isShare } from './empty-facts.js'
import { isAboutHost } from './grouped.js'
import { factGaps } from './lacking.js'
import { toResult } from './render.js'
import { entryKey, type Run } from './run.js'

/** What was found so far. */
export interface Found {
  /** Results about lists and about entries that lead nowhere. */
  lists: readonly Result[]
  /** Those about the source. */
  source: readonly Result[]
  targets: readonly Target[]
  /** Are the targets files, nobody's list? */
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
    entries: lists ? ownShare(run) : [],
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
/** Apple and Google add roots a few times a year; a year later phones are sold that no list here knows. */
const [OLD, OUTDATED] = [120, 400]

function agedLists({ context: { now } }: Run): Gap[] {
  const readOn = listsReadOn()
  const days = Math.floor((now - Date.parse(readOn)) / DAY)
  if (days <= OLD) return []
  return [{ kind: days > OUTDATED ? 'outdated-lists' : 'old-lists', readOn, days }]
}

/** Versions still to come that are judged by the newest known. */
const AHEAD = 2
const major = (version: string) => Number.parseInt(version, 10)

/** Root lists and phones are known of versions that exist; of others nobody can say anything. */
function unheardOf(platform: PlatformId, { facts: { config, project } }: Run): Gap[] {
  const { os } = systemOf(platform)
  if (os === null || project?.alone) return []
  const version = config.supportedOs[os]
  const newest = newestKnown(os).version
  return major(version) > major(newest) + AHEAD ? [{ kind: 'no-such-os', os, version, newest }] : []
}

/** A source that was scanned for one family says nothing of another's own code. */
function readForOthers(platform: PlatformId, { facts: { project } }: Run): Gap[] {
  const family = familyOf(platform)
  if (!project || (project.facts.readFor ?? readFor([])).includes(family)) return []
  return [{ kind: 'not-read-for', family, folder: project.folder }]
}

/** Nobody looks at servers of udp and tcp; where lists hold others too, those have something to show. */
function neverProbed(platform: PlatformId, { facts: { config } }: Run): Gap[] {
  const own = config.entries.filter(({ family }) => family === familyOf(platform))
  const texts = [...new Set(own.map(({ text }) => text))]
  if (own.length === 0 || own.some(({ api }) => api !== 'udp' && api !== 'tcp')) return []
  return [{ kind: 'not-probed', entries: texts.slice(0, 10), count: texts.length }]
}

/**
 * Where a source that was read asks nobody, no list is the list that fits; where its calls were compared with none and
 * some are at fault, that says so.
 */
function listedFamilies({ facts: { config, project } }: Run, source: readonly Result[]): Set<Family> {
  const listed = new Set(config.entries.map(({ family }) => family))
  if (!project?.alone || !project.compared) return listed
  for (const { rule, status, level, platforms, followsFrom } of source) {
    // Compared with no list, what no list can hold was looked at too: another rule says why.
    const isUnlistable = isAboutHost({ rule }) && followsFrom !== undefined
    if (isUnlistable || (level === 'error' && (status === 'fail' || status === 'unknown')))
      for (const platform of platforms) listed.add(familyOf(platform))
  }
  if (!asksNobody(project.facts)) return listed
  const { families } = project.facts
  // One that does not tell its platforms may run on all.
  for (const family of families.length > 0 ? families : FAMILIES) listed.add(family)
  return listed
}

function asksNobody({ filesRead, calls, resources, silentClients, seen }: ProjectFacts): boolean {
  const isAsked = calls.some(({ foreign }) => !foreign) || resources.some(({ tag }) => tag === 'web-view')
  return filesRead > 0 && !isAsked && silentClients.length === 0 && !seen?.length
}

/** Entries that lead to a target of this share, or to none. */
function ownShare({ facts: { config, shard } }: Run): Entry[] {
  const targets = targetsOf(config)
  const others = new Set(
    targets.flatMap((target, index) => (isShare(index, shard) ? [] : target.entries.map(entryKey))),
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
 * @param subject how sentences call the target
 * @param untold checks that were left to rules which say nothing
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
  return judgeAudit(
    'gap',
    (platform) => {
      if (!families.has(familyOf(platform))) return []
      const silent = untold(platform)
      const gaps: Gap[] = silent ? [...left, { kind: 'untold', ...silent }] : left
      return gaps.map((gap) => ({ facts: { gap } }))
    },
    context,
    setting,
  ).map((judgment) => toResult(judgment, subject, texts))
}
