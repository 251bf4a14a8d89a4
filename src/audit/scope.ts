/** What a verdict covers: what was looked at, and what was switched off. */

import { LEGACY_OS, SUPPORTED_OS } from '../config/index.js'
import type { Config } from '../config/types.js'
import { demandsOf, PROJECT_SUBJECTS, type Rule, type Subject } from '../engine/index.js'
import type { TargetFacts } from '../facts/index.js'
import { compareVersions } from '../facts/index.js'
import { listsReadOn } from '../trust/index.js'
import {
  type Level,
  type NarrowedVersions,
  type PlatformId,
  type Result,
  runtimeOf,
  type Scope,
  type Target,
} from '../types.js'
import { placesOf } from './places.js'
import type { Run } from './run.js'
import type { Whole } from './share-mark.js'

export interface Extent {
  targets: number
  /** Targets that were probed over the network. */
  servers: number
  /** Targets that are certificate files. */
  files: number
  /** For a share: the whole it is part of. */
  whole?: Whole
}

export function extentOf(targets: readonly TargetFacts[]): Extent {
  const files = targets.filter(({ certificateFile }) => certificateFile !== undefined).length
  const servers = placesOf(targets.filter(isServer)).length
  return { targets: targets.length, servers, files }
}

/** Was it asked anything? */
export function isServer({ certificateFile, dns, endpoints }: TargetFacts): boolean {
  return certificateFile === undefined && (dns !== undefined || endpoints.length > 0)
}

/** @param waived see `waivedIn` */
export function scopeOf(run: Run, extent: Extent, waived: ReadonlySet<string>): Scope {
  const { targets, servers, files } = extent
  const { facts, settings } = run
  const { project, shard } = facts
  const [rulesOff, levelsChanged, levelsLowered, parametersChanged]: string[][] = [[], [], [], []]
  for (const rule of run.setting.rules.filter(({ subject }) => isOf(subject, run, extent))) {
    const change = changeOf(rule, run)
    rulesOff?.push(...change.off)
    levelsChanged?.push(...change.changed)
    levelsLowered?.push(...change.lowered)
    if (change.parameters) parametersChanged?.push(rule.id)
  }
  const narrowed = project?.alone ? [] : narrowedIn(facts.config)
  const notKnown = servers + files > 0 ? notKnownIn(run, extent) : []
  return {
    servers,
    source: project !== undefined,
    files,
    rulesOff: rulesOff ?? [],
    levelsChanged: levelsChanged ?? [],
    levelsLowered: levelsLowered ?? [],
    parametersChanged: parametersChanged ?? [],
    ...(narrowed.length > 0 && { versionsNarrowed: narrowed }),
    waived: waived.size,
    ...(notKnown.length > 0 && { notKnown }),
    ...(shard && { shard: { ...shard, ...extent.whole }, ...(targets === 0 && { share: 'empty' as const }) }),
    ...(facts.vantages && { vantages: facts.vantages }),
    ...(servers + files > 0 && { listsReadOn: listsReadOn() }),
    ...(settings.saved && { gatheredAt: facts.gatheredAt }),
    ...(project?.compared && facts.config.madeFrom === 'source' && { madeFromSource: true as const }),
  }
}

/** Platforms for which the data a rule needs isn't published. */
function notKnownIn(run: Run, extent: Extent): PlatformId[] {
  const { platforms, clauses, overrides, rules } = run.setting
  const demands = rules
    .filter(({ subject }) => isOf(subject, run, extent))
    .flatMap((rule) => demandsOf(rule, platforms, clauses, overrides[rule.id]))
  return platforms.filter((id) => demands.some((one) => one.platform === id && one.notKnown !== undefined))
}

const OS = ['ios', 'android'] as const

/** Compared with the defaults, which are the platforms' requirements. */
function narrowedIn({ platforms, supportedOs, legacyOs }: Config): NarrowedVersions[] {
  return OS.filter((os) => platforms.some((platform) => runtimeOf(platform) === os)).flatMap((os) => {
    const [supported, legacy] = [supportedOs[os], legacyOs[os]]
    const silent = compareVersions(legacy, LEGACY_OS[os]) > 0
    const softer = compareVersions(supported, SUPPORTED_OS[os]) > 0 && compareVersions(supported, legacy) > 0
    return [
      ...(silent ? [{ os, before: legacy, effect: 'not-judged' as const }] : []),
      ...(softer ? [{ os, before: supported, effect: 'warning' as const }] : []),
    ]
  })
}

/** What was waived in a whole report; see `waivedIn`. */
export const waivedInAll = (config: readonly Result[], targets: readonly Target[]): Set<string> =>
  new Set([...waivedIn(config, null), ...targets.flatMap((target) => waivedIn(target.results, target))])

/** A rule and what it was waived for, each once. */
export function waivedIn(results: readonly Result[], about: Pick<Target, 'host' | 'port'> | null): string[] {
  const place = about ? `${about.host} ${about.port}` : ''
  return results.flatMap(({ rule, status, entry }) =>
    status === 'waived' ? [`${rule} ${place || (entry?.text ?? '')}`] : [],
  )
}

const OF_SERVERS: readonly Subject[] = ['target', 'endpoint', 'chain', 'http', 'entry', 'list']

/** Could the rule have applied at all? */
function isOf(subject: Subject, { facts: { project, vantages = [] } }: Run, { files }: Extent): boolean {
  if (subject === 'places') return vantages.length > 1
  if ((PROJECT_SUBJECTS as readonly Subject[]).includes(subject)) return project !== undefined
  if (files > 0) return subject === 'chain'
  return OF_SERVERS.includes(subject) ? !project?.alone : true
}

interface Change {
  off: string[]
  changed: string[]
  lowered: string[]
  parameters: boolean
}

const WEIGHT: Record<Level | 'off', number> = { error: 3, warning: 2, info: 1, off: 0 }

/** The rule's id, or its id and a reason if only some reasons differ from the platforms' requirements. */
function changeOf(rule: Rule, { setting }: Run): Change {
  const { platforms, clauses, overrides } = setting
  const none: Change = { off: [], changed: [], lowered: [], parameters: false }
  const override = rule.fixed ? undefined : overrides[rule.id]
  if (!override) return none
  const own = demandsOf(rule, platforms, clauses)
  const now = new Map(demandsOf(rule, platforms, clauses, override).map((one) => [one.platform, one]))
  const moved = own.flatMap((demand) =>
    Object.keys(rule.reasons).flatMap((reason) => {
      const before = demand.levelOf(reason)
      if (before === undefined || before === 'not-demanded') return []
      const after = now.get(demand.platform)?.levelOf(reason) ?? 'off'
      return [
        {
          reason,
          by: WEIGHT[after === 'not-demanded' ? 'off' : after] - WEIGHT[before as Level],
          off: after === 'off',
        },
      ]
    }),
  )
  const named = (held: (one: (typeof moved)[number]) => boolean): string[] => {
    const reasons = [...new Set(moved.filter(held).map(({ reason }) => reason))]
    const whole = reasons.length > 0 && moved.every((one) => reasons.includes(one.reason))
    return whole ? [rule.id] : reasons.map((reason) => `${rule.id} ${reason}`)
  }
  const parameters = own.some(
    (demand) => JSON.stringify(demand.parameters) !== JSON.stringify(now.get(demand.platform)?.parameters),
  )
  return {
    off: named(({ off }) => off),
    changed: named(({ by, off }) => by !== 0 && !off),
    lowered: named(({ by, off }) => by < 0 && !off),
    parameters: parameters && now.size > 0,
  }
}
