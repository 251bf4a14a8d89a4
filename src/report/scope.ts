/** What a verdict covers, in words: the headline of each kind of run, and what was switched off, lowered or waived. */

import type { Words } from '../i18n/report.js'
import type { ScanWords } from '../i18n/scan.js'
import type { PlatformId, Report, Result, Scope, Verdict } from '../types.js'
import { hostLabel, minuteLabel, SYMBOLS } from './labels.js'
import { visible } from './text.js'

type Head = Omit<Report, 'targets' | 'config'>
export type Kind = 'servers' | 'source' | 'files' | 'lists' | 'nothing'

/** What was looked at. */
export function kindOf({ scope, scan }: Pick<Report, 'scope' | 'scan'>): Kind {
  if (scope.servers > 0) return 'servers'
  if (scope.files > 0) return 'files'
  if (scan) return 'source'
  return scope.share === 'empty' ? 'nothing' : 'lists'
}

/** Nothing gets a tick if it wasn't looked at. */
export function symbolOf(report: Pick<Report, 'scope' | 'scan'>, verdict: Report['verdict']): string {
  return kindOf(report) === 'nothing' && verdict === 'pass' ? '·' : SYMBOLS[verdict]
}

/** `Fit for release; 1 waived, 2 rules off`. */
export function headline(report: Head, words: Words): string {
  const { verdict, scan, scope } = report
  const kind = kindOf(report)
  const said =
    kind === 'source' && scan && !scan.compared && verdict === 'unknown'
      ? words.scope.notCompared
      : words.scope.headline[kind][verdict]
  const off = verdict === 'pass' || verdict === 'warn' ? caveats(report, words) : ''
  return [
    said,
    ...(scope.madeFromSource ? [words.scope.madeFromSource] : []),
    ...(kind === 'servers' || kind === 'nothing' ? [] : [words.scope.noServer]),
    ...(scope.shard && kind !== 'nothing' ? [words.scope.shard(scope.shard.index, scope.shard.count)] : []),
    ...(scope.gatheredAt === undefined ? [] : [words.scope.gathered(minuteLabel(scope.gatheredAt))]),
    ...(off === '' ? [] : [off]),
  ].join(words.clauseSeparator)
}

/** `1 waived, 2 rules off`; empty when nothing was. */
export function caveats({ scope }: Pick<Report, 'scope'>, words: Words): string {
  const { waived, rulesOff, levelsLowered, parametersChanged, notKnown = [] } = scope
  return [
    ...(waived > 0 ? [words.scope.waived(waived)] : []),
    ...(rulesOff.length > 0 ? [words.scope.rulesOff(rulesOff.length)] : []),
    ...(levelsLowered.length > 0 ? [words.scope.levelsLowered(levelsLowered.length)] : []),
    ...(parametersChanged.length > 0 ? [words.scope.parametersChanged(parametersChanged.length)] : []),
    ...narrowed(scope, words),
    ...(notKnown.length > 0 ? [words.scope.notKnown(notKnown.join(words.listSeparator))] : []),
  ].join(words.pause)
}

/** `iOS before 16 not judged`. */
const narrowed = ({ versionsNarrowed = [] }: Scope, words: Words): string[] =>
  versionsNarrowed.map(({ os, before, effect }) => words.scope.narrowed[effect](words.scope.os[os], before))

/**
 * What a platform's verdict is called: `ready` only if servers were looked at, and without qualification only if everything is
 * known.
 */
export function verdictWord(
  report: Pick<Report, 'scope' | 'scan'>,
  id: PlatformId,
  verdict: Verdict,
  words: Words,
): string {
  const kind = kindOf(report)
  const word =
    kind === 'servers'
      ? words.verdict[verdict]
      : words.scope.verdict[kind === 'nothing' ? 'nothing' : 'other'][verdict]
  const partly = verdict === 'pass' || verdict === 'warn' ? isPartlyKnown(report, id) : false
  return partly ? words.scope.asFarAsKnown(word) : word
}

export const isPartlyKnown = ({ scope }: Pick<Report, 'scope'>, id: PlatformId): boolean =>
  scope.notKnown?.includes(id) === true

/** What the exit status means. "Every requirement passed" is only said if it is true. */
export function exitWords(report: Head, words: Words): string {
  const { exitCode, verdict } = report
  const whole = kindOf(report) === 'servers' && caveats(report, words) === '' && !report.scope.shard
  if (exitCode !== 0 || verdict === 'unknown' || whole) return words.exit(exitCode, verdict)
  return kindOf(report) === 'nothing' ? words.scope.exitNothing : words.scope.exitPartly
}

/** How many names of one kind are listed. */
const TOLD = 12

function namesLine(title: string, names: readonly string[], words: Words): string[] {
  const told = names.slice(0, TOLD).map((name) => visible(name, 300))
  const rest = names.length > TOLD ? [words.more(names.length - TOLD)] : []
  return names.length > 0 ? [`${title}${words.colon}${[...told, ...rest].join(words.listSeparator)}`] : []
}

/** One line each, safe to print: what was left out, by name, and what was requested and passed. */
export function scopeLines(report: Report, words: Words): string[] {
  const { scope } = report
  const { waived, rulesOff, levelsLowered, parametersChanged, shard } = scope
  const line = (title: string, names: readonly string[]) => namesLine(title, names, words)
  return [
    ...askedPasses(report, words),
    ...(shard ? [words.scope.shard(shard.index, shard.count)] : []),
    ...narrowed(scope, words),
    ...(scope.notListed === undefined ? [] : [words.scope.notListed(scope.notListed)]),
    ...line(words.scope.rulesOff(rulesOff.length), rulesOff),
    ...line(words.scope.levelsLowered(levelsLowered.length), levelsLowered),
    ...line(words.scope.parametersChanged(parametersChanged.length), parametersChanged),
    ...line(words.scope.waived(waived), waivedNames(report, words)),
  ]
}

/** Such a run says so by name even if there is nothing else to say. */
export const isPartial = (report: Report, words: Words): boolean =>
  kindOf(report) !== 'servers' ||
  report.scope.gatheredAt !== undefined ||
  scopeLines(report, words).length > 0

function waivedNames({ config, targets }: Report, words: Words): string[] {
  const names = (results: readonly Result[], host: string) =>
    results
      .filter(({ status }) => status === 'waived')
      .map(
        ({ rule, entry }) => `${rule}${words.aside(host === '' ? (entry?.text ?? words.wholeConfig) : host)}`,
      )
  return [...new Set([...names(config, ''), ...targets.flatMap((one) => names(one.results, hostLabel(one)))])]
}

/** What was requested is answered, passed or not. */
function askedPasses({ targets }: Report, words: Words): string[] {
  const passed = targets.flatMap(({ results }) =>
    results.filter(({ status, evidence }) => status === 'pass' && evidence?.asked === true),
  )
  return [...new Set(passed.map(({ rule, message = '' }) => `${rule}${words.colon}${visible(message)}`))]
}

/** How many domains were audited, and how much source was read: at least one of both. */
export function extent({ targets, scan }: Report, words: Words, scanWords: ScanWords): string[] {
  const calls = scan ? [scanWords.masthead(scan.calls.found, scan.filesRead)] : []
  return scan && targets.length === 0 ? calls : [words.domains(targets.length), ...calls]
}
