/** One target: its entries and observations, judged by every rule. */
import {
  foldConsequences,
  type JudgeSetting,
  type Judgment,
  judgeEntries,
  judgeTarget,
  settle,
  verdictsOf,
} from '../engine/index.js'
import type { TargetFacts } from '../facts/index.js'
import { familyOf, type PlatformId, type Result, type Target } from '../types.js'
import { labelOf } from './baseline/index.js'
import { targetGaps } from './complete.js'
import { toResult, underCause } from './render.js'
import { entryKey, givenIn, type Run } from './run.js'
import { summaryOf } from './summary.js'
import type { JudgeSettings } from './types.js'
import { waive } from './waivers.js'

const OWN_PORTS = { https: 443, wss: 443, udp: 0, tcp: 0 }

/** Its name in sentences. */
export const subjectOf = ({ host, port, scheme }: Pick<TargetFacts, 'host' | 'port' | 'scheme'>): string =>
  port === OWN_PORTS[scheme] ? host : `${host}:${port}`

export function judgeOne(target: TargetFacts, run: Run): Target {
  const { facts, settings, setting, context, texts } = run
  const { host, port, scheme, entries } = target
  const own = settingFor(target, setting)
  const platforms = [...own.platforms]
  const keys = new Set(entries.map(entryKey))
  const entryFacts = [...keys].flatMap((key) => run.entries.get(key) ?? [])
  const probed = scheme === 'https' || scheme === 'wss'

  const suffix = entryFacts[0]?.publicSuffix
  const registrySuffix = suffix?.kind === 'registry' ? suffix.suffix : null
  const judgments: Judgment[] = [
    ...judgeEntries(entryFacts, givenIn(facts), context, own),
    ...(probed && target.notLooked === undefined
      ? judgeTarget(target, { ...context, host, port, scheme, registrySuffix }, own)
      : []),
  ]
  const subject = subjectOf(target)
  const excused = (results: Result[]) => waive(results, host, facts.config.waivers, settings.at)
  const worded = excused(judgments.map((judgment) => toResult(judgment, subject, texts)))
  const { results, untold } = settle(
    judgments,
    run.cover.excuse(worded, { target: labelOf(target), source: false, vantage: target.vantage }),
  )
  const gaps = excused(targetGaps(target, subject, { texts, context }, own, untold))
  const told = foldConsequences(
    [...gaps, ...results],
    own.rules,
    target.endpoints.map(({ address }) => address),
    entries,
  ).map((result) => underCause(result, texts))
  return {
    host,
    port,
    scheme,
    entries,
    verdicts: verdictsFor(told, platforms, settings),
    results: told,
    ...summaryOf(target, { now: settings.at, ca: facts.ca }),
  }
}

const made = new WeakMap<JudgeSetting, Map<string, JudgeSetting>>()

/** The part of a run's setting that applies to a target; the same object for similar targets, since much is memoised by it. */
export function settingFor({ entries, certificateFile }: TargetFacts, setting: JudgeSetting): JudgeSetting {
  const families = [...new Set(entries.map(({ family }) => family))].sort()
  const file = certificateFile !== undefined
  const ofRun = made.get(setting) ?? new Map<string, JudgeSetting>()
  made.set(setting, ofRun)
  const key = `${families} ${file}`
  const known = ofRun.get(key)
  if (known) return known
  const own = {
    ...setting,
    platforms: setting.platforms.filter((platform) => families.includes(familyOf(platform))),
    rules: setting.rules.filter((rule) => !file || rule.subject === 'chain' || rule.rejects !== undefined),
  }
  ofRun.set(key, own)
  return own
}

export function verdictsFor(results: Result[], platforms: PlatformId[], { failOn }: JudgeSettings) {
  return verdictsOf(results, platforms, failOn ?? 'error')
}
