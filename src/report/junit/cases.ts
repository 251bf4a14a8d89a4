/** What a test runner would say of one rule on one platform. */
import type { Entry, PlatformId, Report, Result } from '../../types.js'
import { reasonOf } from '../causes.js'
import type { FormatWords } from '../format-words.js'
import { normText, waiverOf, waiverText } from '../issues.js'
import { placeLabel } from '../labels.js'
import { filePath, hasFile, isSource } from '../places.js'
import { visible, visibleLines } from '../text.js'
import type { Words } from '../words.js'
import type { Element } from './xml.js'

export type Outcome = 'passed' | 'failure' | 'error' | 'skipped'

export interface Case {
  name: string
  platform: PlatformId
  results: Result[]
}

export interface Scene {
  words: Words
  formatWords: FormatWords
  /** Warnings made the run fail (`--fail-on warning`). */
  strict: boolean
}

/** One case per rule and platform, and per entry where a result is about one. */
export function casesOf(results: readonly Result[]): Case[] {
  const cases = new Map<string, Case>()
  for (const result of results) {
    for (const platform of result.platforms) {
      const entry = result.entry ? ` ${result.entry.api} ${result.entry.text}` : ''
      const name = `${result.rule} (${platform})${entry}`
      const known = cases.get(name)
      if (known) known.results.push(result)
      else cases.set(name, { name, platform, results: [result] })
    }
  }
  return [...cases.values()]
}

export function outcomeOf({ results }: Case, strict: boolean): Outcome {
  if (results.some((one) => fails(one, strict))) return 'failure'
  if (results.some(isOpen)) return 'error'
  // A green case would say that it was looked at and found in order.
  if (results.some(({ status }) => status === 'unknown' || status === 'waived')) return 'skipped'
  return results.every(({ status }) => status === 'not-applicable') ? 'skipped' : 'passed'
}

const fails = ({ status, level }: Result, strict: boolean) =>
  status === 'fail' && (level === 'error' || (strict && level === 'warning'))
const isOpen = ({ status, level }: Result) => status === 'unknown' && level === 'error'

export function caseElement(one: Case, suite: string, entries: readonly Entry[], scene: Scene): Element {
  const outcome = outcomeOf(one, scene.strict)
  const deciding = one.results.filter((result) => decides(result, outcome, scene.strict))
  const others = one.results.filter(
    (result) => !deciding.includes(result) && result.status !== 'pass' && result.status !== 'not-applicable',
  )
  const output = others.flatMap((result) => linesOf(result, scene))
  const place = placeOf(one, entries)
  return {
    name: 'testcase',
    attributes: {
      ...{ classname: suite, name: one.name, time: 0 },
      file: place?.file === undefined ? undefined : filePath(place.file),
      line: place?.line,
    },
    content: [
      ...(outcome === 'passed' ? [] : [outcomeElement(outcome, deciding, scene)]),
      ...(output.length > 0 ? [{ name: 'system-out', attributes: {}, content: output.join('\n') }] : []),
    ],
  }
}

function decides(result: Result, outcome: Outcome, strict: boolean): boolean {
  if (outcome === 'failure') return fails(result, strict)
  if (outcome === 'error') return isOpen(result)
  return outcome === 'skipped' && result.status !== 'pass' && result.status !== 'fail'
}

function placeOf({ platform, results }: Case, entries: readonly Entry[]): Entry | undefined {
  const own = results.flatMap(({ entry }) => entry ?? [])
  const candidates = [...own, ...entries.filter(({ family }) => platform.startsWith(`${family}-`))]
  return candidates.find(hasFile)
}

function outcomeElement(outcome: Outcome, deciding: readonly Result[], scene: Scene): Element {
  const messages = [...new Set(deciding.map((result) => sentenceOf(result, scene)))]
  const message = messages.join(scene.words.clauseSeparator)
  const [first] = deciding
  if (outcome === 'skipped' || !first) return { name: 'skipped', attributes: { message }, content: '' }
  const type = outcome === 'error' ? 'unknown' : reasonOf(first)
  const body = deciding.flatMap((result) => linesOf(result, scene))
  return { name: outcome, attributes: { message, type }, content: [...new Set(body)].join('\n') }
}

function sentenceOf(result: Result, { words, formatWords }: Scene): string {
  const { status, message = '' } = result
  const told = visible(message)
  const waiver = waiverOf(result)
  if (status === 'waived') return formatWords.waived(waiver ? waiverText(waiver, words) : '')
  if (status === 'not-applicable') return told || formatWords.notApplicable
  return told || (status === 'unknown' ? formatWords.undetermined : visible(result.rule, 100))
}

/** Sentence, what to do, and the sentence it rests on. */
function linesOf(result: Result, scene: Scene): string[] {
  const { words } = scene
  const { status, level, fix, reference } = result
  const word = status === 'unknown' ? words.unknownLevel : words.level[level]
  const place = isSource(result) && result.entry ? placeLabel(result.entry) : ''
  return [
    `${word}${words.colon}${sentenceOf(result, scene)}${place === '' ? '' : words.aside(place)}`,
    ...(fix ? [`${words.fix}${words.colon}`.trimEnd(), ...visibleLines(fix)] : []),
    ...(reference ? [`${words.norm}${words.colon}${normText(reference, words)}`] : []),
  ]
}

/** `--fail-on` isn't in the report: it shows where a platform failed without any error. */
export function isStrict({ config, targets, verdicts }: Report): boolean {
  const errorOn = (results: readonly Result[], platform: PlatformId) =>
    results.some((one) => one.platforms.includes(platform) && fails(one, false))
  const all = [...config, ...targets.flatMap(({ results }) => results)]
  return [{ verdicts, results: all }, ...targets].some(({ verdicts, results }) =>
    (Object.keys(verdicts) as PlatformId[]).some((id) => verdicts[id] === 'fail' && !errorOn(results, id)),
  )
}
