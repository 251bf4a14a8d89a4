/** Facts → report: every rule over every target, then verdicts and the exit status. */
import { setImmediate as turn } from 'node:timers/promises'
import { inventory, targetsOf } from '../config/index.js'
import type { Config, Inventory } from '../config/types.js'
import { exitCodeOf, worst } from '../engine/index.js'
import type { TargetFacts } from '../facts/index.js'
import type { Report, Result, Scope, Target } from '../types.js'
import { version } from '../version.js'
import { gapResults } from './complete.js'
import { directiveResults } from './directives.js'
import { emptyFacts } from './empty-facts.js'
import { judgePlaces } from './judge-places.js'
import { verdictsFor } from './judge-target.js'
import { listResults, strayResults } from './lists.js'
import { placesOf } from './places.js'
import { entryKey, openRun, type Run } from './run.js'
import { extentOf, scopeOf, waivedInAll } from './scope.js'
import { type Whole, wholeOf } from './share-mark.js'
import { sourcePart } from './source-part.js'
import type { Facts, GatherSetting, JudgeSettings } from './types.js'
import { joinedVerdicts } from './verdicts.js'

/** The hosts of certificate files aren't a domain list. */
const areOfFiles = (targets: readonly TargetFacts[]): boolean =>
  targets.length > 0 && targets.every(({ certificateFile }) => certificateFile !== undefined)

export async function judge(facts: Facts, settings: JudgeSettings): Promise<Report> {
  const found = await inventory(facts.config)
  const run = await openRun(facts, settings, found.entries)
  const files = areOfFiles(facts.targets)
  const lists = files || facts.project?.alone ? [] : configResults(found, run)
  const source = await sourcePart(facts, settings, run.cover)
  const targets = await judgeEach(placesOf(facts.targets), run)
  const gaps = gapResults({ lists, source: source.results, targets, files }, run)
  const said = [...lists, ...source.results]
  const unused = directiveResults({ targets, config: said }, facts.targets, run)
  const config = [...gaps, ...unused, ...said]
  const waived = waivedInAll(config, targets)
  const scope = scopeOf(run, { ...extentOf(facts.targets), ...ofWhole(facts) }, waived)
  return { ...summary(run, config, targets, scope), targets, ...source.part }
}

function ofWhole(facts: Facts): { whole?: Whole } {
  return facts.shard ? { whole: wholeOf(facts, targetsOf(facts.config).length) } : {}
}

/** This many targets are judged in well under a second. */
const AT_ONCE = 20

/** In between, signals and timers get a chance to run. */
async function judgeEach(all: readonly TargetFacts[][], run: Run): Promise<Target[]> {
  const targets: Target[] = []
  for (const one of all) {
    targets.push(judgePlaces(one, run))
    if (targets.length % AT_ONCE === 0) await turn()
  }
  return targets
}

/**
 * For targets that are reported one by one: each is judged as `judge` would. It takes what every place saw of one target,
 * including those that did not look (`notLooked`).
 */
export async function openJudge(
  config: Config,
  setting: GatherSetting,
  settings: JudgeSettings,
): Promise<(places: TargetFacts | readonly TargetFacts[]) => Target> {
  const { entries } = await inventory(config)
  const run = await openRun(emptyFacts(config, setting), settings, entries)
  return (places) => judgePlaces([places].flat(), run)
}

/** Whole lists, and entries without a target. */
export function configResults({ entries, targets }: Inventory, run: Run): Result[] {
  const placed = new Set(targets.flatMap((target) => target.entries.map(entryKey)))
  const stray = entries.filter(({ entry }) => !placed.has(entryKey(entry)))
  return [...listResults(entries, run), ...stray.flatMap((entry) => strayResults(entry, run))]
}

/** Everything in a report except its targets. */
export type Summary = Omit<Report, 'targets'>

/** @param targets their verdicts, or those of many taken together */
export function summary(
  run: Run,
  config: Result[],
  targets: readonly Pick<Target, 'verdicts'>[],
  scope: Scope,
): Summary {
  const { settings, facts } = run
  const { platforms } = facts.config
  const verdicts = joinedVerdicts([
    verdictsFor(config, platforms, settings),
    ...targets.map((one) => one.verdicts),
  ])
  const all = Object.fromEntries(platforms.map((platform) => [platform, verdicts[platform] ?? 'unknown']))
  const verdict = worst(Object.values(all))
  const { failOn = 'error', allowUnknown = false } = settings
  return {
    schemaVersion: 1,
    tool: { name: 'hefa', version: version() },
    at: new Date(settings.at).toISOString(),
    durationMs: settings.durationMs ?? 0,
    scope,
    verdict,
    exitCode: exitCodeOf(verdict, { failOn, allowUnknown }),
    platforms,
    verdicts: all,
    config,
  }
}
