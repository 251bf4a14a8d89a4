/** What a test runner would report for one rule at one target: one case, whatever the platforms. */

import type { FormatWords } from '../../i18n/formats.js'
import type { Words } from '../../i18n/report.js'
import type { PlatformId, Report, Result } from '../../types.js'
import { followedPart, type Issue, issuesOf, requirementText, waiverText } from '../issues.js'
import { placeLabels } from '../labels.js'
import { filePath, isSource } from '../places.js'
import { visible } from '../text.js'
import type { Element } from './xml.js'

export type Outcome = 'passed' | 'failure' | 'error' | 'skipped'

/** `issues`: what was found; none where the rule passed. */
export interface Case {
  name: string
  issues: Issue[]
}

export interface Scene {
  words: Words
  formatWords: FormatWords
  /** Warnings made the run fail (`--fail-on warning`). */
  strict: boolean
  /** Notes are reported too. */
  verbose: boolean
}

/** Findings listed in one case, and in its one line. */
const TOLD = 50
const IN_LINE = 3
const PLACES = 4
const SOURCE_PLACES = 20

/**
 * One case per rule: what passed is reported, so that a runner sees what was fixed; what does not apply, or follows from
 * something else, has no case.
 */
export function casesOf(part: Report, { words }: Scene): Case[] {
  const issues = issuesOf(part, words)
  const open = new Set(issues.flatMap((issue) => issue.open))
  const passed = [...part.config, ...part.targets.flatMap(({ results }) => results)]
    .filter(({ status }) => status === 'pass')
    .map(({ rule }) => visible(rule, 100))
    .filter((rule) => !open.has(rule))
  const rules = new Set([...passed, ...issues.map(({ rule }) => rule)])
  return [...rules].map((name) => ({ name, issues: issues.filter(({ rule }) => rule === name) }))
}

export function outcomeOf({ issues }: Case, strict: boolean): Outcome {
  if (issues.some((one) => fails(one, strict))) return 'failure'
  if (issues.some(isOpen)) return 'error'
  // A green case would say that it was looked at and found in order.
  return issues.some(({ status }) => status === 'unknown' || status === 'waived') ? 'skipped' : 'passed'
}

const fails = ({ status, level }: Pick<Result, 'status' | 'level'>, strict: boolean) =>
  status === 'fail' && (level === 'error' || (strict && level === 'warning'))
const isOpen = ({ status, level }: Issue) => status === 'unknown' && level === 'error'

export function caseElement(one: Case, suite: string, scene: Scene): Element {
  const { strict, verbose } = scene
  const outcome = outcomeOf(one, strict)
  const decisive = (issue: Issue) => decides(issue, outcome, strict)
  const deciding = one.issues.filter(decisive)
  const others = one.issues.filter((issue) => !decisive(issue) && (verbose || issue.level !== 'info'))
  const output = told(others, scene)
  const [place] = one.issues.flatMap(({ places }) => places)
  return {
    name: 'testcase',
    attributes: {
      ...{ classname: suite, name: one.name, time: 0 },
      file: place?.file === undefined ? undefined : filePath(place.file),
      line: place?.line,
    },
    content: [
      ...(outcome === 'passed' ? [] : [outcomeElement(outcome, deciding, scene)]),
      ...(output === '' ? [] : [{ name: 'system-out', attributes: {}, content: output }]),
    ],
  }
}

function decides(issue: Issue, outcome: Outcome, strict: boolean): boolean {
  if (outcome === 'failure') return fails(issue, strict)
  if (outcome === 'error') return isOpen(issue)
  return outcome === 'skipped' && issue.status !== 'fail'
}

function outcomeElement(outcome: Outcome, deciding: readonly Issue[], scene: Scene): Element {
  const { words } = scene
  const sentences = [...new Set(deciding.map((issue) => sentenceOf(issue, scene)))]
  const rest = sentences.length - IN_LINE
  const message = [...sentences.slice(0, IN_LINE), ...(rest > 0 ? [words.more(rest)] : [])].join(
    words.clauseSeparator,
  )
  const [first] = deciding
  if (outcome === 'skipped' || !first) {
    const hanging = followedPart({ followed: [...new Set(deciding.flatMap((one) => one.followed))] }, words)
    const all = [message, ...hanging].join(words.clauseSeparator)
    return { name: 'skipped', attributes: { message: all }, content: '' }
  }
  const type = outcome === 'error' ? 'unknown' : first.reason
  return { name: outcome, attributes: { message, type }, content: told(deciding, scene) }
}

/** The sentence, and its level on each platform. */
function sentenceOf({ status, message, weight, waiver }: Issue, { words, formatWords }: Scene): string {
  if (status === 'waived') return formatWords.waived(waiver ? waiverText(waiver, words) : '')
  return `${message}${words.aside(weight)}`
}

function told(issues: readonly Issue[], scene: Scene): string {
  const lines = issues.slice(0, TOLD).flatMap((issue) => linesOf(issue, scene))
  const rest = issues.length - TOLD
  return [...new Set(lines), ...(rest > 0 ? [scene.words.more(rest)] : [])].join('\n')
}

/** Sentence, dependent checks, what to do, and its source; what all have in common is reported once. */
function linesOf(issue: Issue, scene: Scene): string[] {
  const { words } = scene
  const { fix, reference, places, open } = issue
  const at = placeLabels(places, isSource(issue) ? SOURCE_PLACES : PLACES, words.more).join(
    words.listSeparator,
  )
  return [
    `${sentenceOf(issue, scene)}${at === '' ? '' : ` ${words.at(at)}`}`,
    ...(open.length > 0 ? [words.notJudged(open.join(words.listSeparator))] : []),
    ...followedPart(issue, words),
    ...(fix.length > 0 ? [`${words.fix}${words.colon}${fix.join('\n')}`] : []),
    ...(reference ? [`${words.requirement}${words.colon}${requirementText(reference, words)}`] : []),
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
