/** One target: its entries and what was observed of it, by every rule. */
import { type JudgeSetting, type Judgment, judgeEntries, judgeTarget, verdictsOf } from '../engine/index.js'
import type { TargetFacts } from '../facts/index.js'
import { familyOf, type PlatformId, type Result, type Target } from '../types.js'
import { toResult } from './render.js'
import { entryKey, givenIn, type Run } from './run.js'
import { summaryOf } from './summary.js'
import type { JudgeSettings } from './types.js'
import { waive } from './waivers.js'

const OWN_PORTS = { https: 443, wss: 443, udp: 0, tcp: 0 }

export function judgeOne(target: TargetFacts, run: Run): Target {
  const { facts, settings, setting, context, texts } = run
  const { host, port, scheme, entries } = target
  const families = new Set(entries.map(({ family }) => family))
  const platforms = facts.config.platforms.filter((platform) => families.has(familyOf(platform)))
  const rules = setting.rules.filter(({ subject }) => !target.certificateFile || subject === 'chain')
  const own: JudgeSetting = { ...setting, platforms, rules }
  const keys = new Set(entries.map(entryKey))
  const entryFacts = [...keys].flatMap((key) => run.entries.get(key) ?? [])
  const probed = scheme === 'https' || scheme === 'wss'

  const suffix = entryFacts[0]?.publicSuffix
  const registrySuffix = suffix?.kind === 'registry' ? suffix.suffix : null
  const judgments: Judgment[] = [
    ...judgeEntries(entryFacts, givenIn(facts), context, own),
    ...(probed ? judgeTarget(target, { ...context, host, port, scheme, registrySuffix }, own) : []),
  ]
  const subject = port === OWN_PORTS[scheme] ? host : `${host}:${port}`
  const results = judgments.map((judgment) => toResult(judgment, subject, texts))
  const waived = waive(results, host, facts.config.waivers, settings.at)
  return {
    host,
    port,
    scheme,
    entries,
    verdicts: verdictsFor(waived, platforms, settings),
    results: waived,
    ...summaryOf(target, { now: settings.at, ca: facts.ca }),
  }
}

export function verdictsFor(results: Result[], platforms: PlatformId[], { failOn }: JudgeSettings) {
  return verdictsOf(results, platforms, failOn ?? 'error')
}
