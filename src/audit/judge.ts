/** Facts → report: every rule over every target, then verdicts and the exit status. */
import { inventory } from '../config/index.js'
import {
  exitCodeOf,
  type JudgeSetting,
  type Judgment,
  judgeEntries,
  judgeList,
  judgeTarget,
  type RunContext,
  verdictsOf,
  worst,
} from '../engine/index.js'
import type { EntryFact, TargetFacts } from '../facts/index.js'
import { type Texts, textsOf } from '../i18n/index.js'
import { familyOf, type PlatformId, type Report, type Result, type Target } from '../types.js'
import { version } from '../version.js'
import { ruleSetOf } from './plugins.js'
import { toResult } from './render.js'
import { summaryOf } from './summary.js'
import type { Facts, JudgeSettings } from './types.js'
import { waive } from './waivers.js'

interface Run {
  facts: Facts
  settings: JudgeSettings
  setting: JudgeSetting
  context: RunContext
  texts: Texts
  entries: EntryFact[]
}

export async function judge(facts: Facts, settings: JudgeSettings): Promise<Report> {
  const { config } = facts
  const { entries } = await inventory(config)
  const { rules, clauses, texts: ownTexts } = await ruleSetOf(config, process.cwd())
  const texts = await textsOf(settings.language)
  const run: Run = {
    facts,
    settings,
    setting: { rules, clauses, overrides: config.rules, platforms: config.platforms },
    context: {
      now: settings.at,
      supportedOs: config.supportedOs,
      legacyOs: config.legacyOs,
      ca: facts.ca,
      fetch: facts.fetch,
      listed: entries,
    },
    texts: { ...texts, rules: { ...texts.rules, ...ownTexts(settings.language) } },
    entries,
  }
  return assemble(
    run,
    configResults(run),
    facts.targets.map((target) => judgeOne(target, run)),
  )
}

function assemble(run: Run, config: Result[], targets: Target[]): Report {
  const { settings, facts } = run
  const { platforms } = facts.config
  const failOn = settings.failOn ?? 'error'
  const own = verdictsOf(config, platforms, failOn)
  const verdicts = Object.fromEntries(
    platforms.map((platform) => [
      platform,
      worst([own[platform] ?? 'pass', ...targets.flatMap((target) => target.verdicts[platform] ?? [])]),
    ]),
  )
  const verdict = worst(Object.values(verdicts))
  return {
    schemaVersion: 1,
    tool: { name: 'hefa', version: version() },
    at: new Date(settings.at).toISOString(),
    durationMs: settings.durationMs ?? 0,
    verdict,
    exitCode: exitCodeOf(verdict, { failOn, allowUnknown: settings.allowUnknown ?? false }),
    platforms,
    verdicts,
    config,
    targets,
  }
}

/** Whole lists, and entries that give no target. */
function configResults({ facts, setting, context, texts, entries, settings }: Run): Result[] {
  const { config, targets } = facts
  // The hosts of certificate files are nobody's domain list.
  if (targets.length > 0 && targets.every(({ certificateFile }) => certificateFile !== undefined)) return []
  const families = [...new Set(config.platforms.map(familyOf))]
  const lists = families.flatMap((family) => {
    const own = entries.filter(({ entry }) => entry.family === family)
    return judgeList(family, { entries: own, limits: config.limits, icp: config.icp }, context, setting)
  })
  const placed = new Set(targets.flatMap((target) => target.entries.map(keyOf)))
  const stray = entries.filter(({ entry }) => !placed.has(keyOf(entry)))
  const hosts = new Map(entries.map(({ entry, host }) => [entry.text, host ?? '']))
  const results = lists
    .map((judgment) => toResult(judgment, config.file ?? '', texts))
    .flatMap((result) =>
      hostsOf(result, hosts).reduce((one, host) => waive(one, host, config.waivers, settings.at), [result]),
    )
  const strays = stray.flatMap((entry) =>
    judgeEntries([entry], givenIn(facts), context, setting)
      .filter(({ status }) => status === 'fail' || status === 'unknown')
      .flatMap((judgment) =>
        waive([toResult(judgment, entry.entry.text, texts)], entry.host ?? '', config.waivers, settings.at),
      ),
  )
  return [...results, ...strays]
}

/** The hosts a finding about a list is about, where it is about single ones: by these it can be waived. */
function hostsOf({ evidence }: Result, hosts: ReadonlyMap<string, string>): string[] {
  const { domain, entry } = evidence ?? {}
  const host = typeof entry === 'string' ? hosts.get(entry) : undefined
  return [domain, host].filter((one) => typeof one === 'string' && one !== '') as string[]
}

const keyOf = ({ family, api, text, line, column }: EntryFact['entry']) =>
  JSON.stringify([family, api, text, line, column])

const givenIn =
  ({ given }: Facts) =>
  (host: string, port: number | null) =>
    given.includes(`${host}:${port ?? 443}`)

const OWN_PORTS = { https: 443, wss: 443, udp: 0, tcp: 0 }

function judgeOne(target: TargetFacts, run: Run): Target {
  const { facts, settings, setting, context, texts } = run
  const { host, port, scheme, entries } = target
  const families = new Set(entries.map(({ family }) => family))
  const platforms = facts.config.platforms.filter((platform) => families.has(familyOf(platform)))
  const rules = setting.rules.filter(({ subject }) => !target.certificateFile || subject === 'chain')
  const own: JudgeSetting = { ...setting, platforms, rules }
  const keys = new Set(entries.map(keyOf))
  const entryFacts = run.entries.filter(({ entry }) => keys.has(keyOf(entry)))
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

function verdictsFor(results: Result[], platforms: PlatformId[], { failOn }: JudgeSettings) {
  return verdictsOf(results, platforms, failOn ?? 'error')
}
