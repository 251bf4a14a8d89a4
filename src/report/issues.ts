/** All findings that failed, are undetermined or waived, as one list, worst first: for formats with one object per finding. */
import { createHash } from 'node:crypto'
import type { Words } from '../i18n/report.js'
import {
  type Entry,
  familyOf,
  type Level,
  PLATFORM_IDS,
  type Reference,
  type Report,
  type Result,
  type Target,
} from '../types.js'
import { type Cause, type CauseStatus, causesOf, type Finding, type Levels, type Silence } from './causes.js'
import { followedText, followersOf } from './followers.js'
import { levelsText } from './levels.js'
import { hasFile, isSource } from './places.js'
import { silenceSentences } from './silence.js'
import { sourceText } from './source.js'
import { visible, visibleLines } from './text.js'

/** One finding about one host, or everything that could not be judged at a silent host. Texts are safe to print. */
export interface Issue {
  rule: string
  status: CauseStatus
  reason: string
  level: Level
  levels: Levels
  /** Empty for the config as a whole. */
  host: string
  /** One line that names the host. */
  message: string
  /** `error on wechat-android, warning on wechat-ios`. */
  weight: string
  fix: string[]
  reference?: NonNullable<Result['reference']>
  /** Where in a file it is written, each place once. */
  places: Entry[]
  /** Rules that could not be judged; empty except for a silent host. */
  open: string[]
  /** Rules whose findings are reported under this one. */
  followed: string[]
  waiver?: { reason: string; until: string }
  /** Hexadecimal; the same in the next run, whatever the sentence then says. No two of a report are equal. */
  fingerprint: string
}

type Told = Omit<Issue, 'fingerprint'>
interface Scene {
  report: Report
  words: Words
}

/** Grouped by cause: same rule, reason and levels. */
export function issueGroups(report: Report, words: Words): Issue[][] {
  const scene = { report, words }
  const { causes, silences } = causesOf(report)
  const groups = [
    ...silences.map((silence) => [silenceIssue(scene, silence)]),
    ...causes.map((cause) => cause.findings.map((finding) => findingIssue(scene, cause, finding))),
  ]
  return stamped(groups.sort((a, b) => urgency(a[0]) - urgency(b[0])))
}

export function issuesOf(report: Report, words: Words): Issue[] {
  return issueGroups(report, words).flat()
}

/**
 * What to alert people to, by cause: a note recurs in every run and needs no fix, so it is reported only on request.
 */
export function alertGroups(report: Report, words: Words, verbose: boolean): Issue[][] {
  return issueGroups(report, words).filter(([first]) => verbose || first?.level !== 'info')
}

/** For formats that show a finding at its place: one in the source appears once for each of its places. */
export function placedAlerts(report: Report, words: Words, verbose: boolean): Issue[] {
  return alertGroups(report, words, verbose).flatMap((group) => bounded(group.flatMap(perPlace), words))
}

/** Maximum per cause: nobody closes more one by one, and viewers accept only a few thousand. */
const MOST_ALERTS = 500

function bounded(group: readonly Issue[], words: Words): Issue[] {
  const [told, rest] = [group.slice(0, MOST_ALERTS), group.slice(MOST_ALERTS)]
  const [first] = rest
  if (!first || rest.length === 1) return [...group]
  return [...told, { ...first, message: `${first.message} ${words.more(rest.length - 1)}` }]
}

/** `and 25 checks that hang on it: …`; nothing where none does. */
export const followedPart = ({ followed }: Pick<Issue, 'followed'>, words: Words): string[] =>
  followed.length > 0 ? [followedText(words, followed)] : []

/** Of several in one file the first stays the first, on whatever line it stands in the next run. */
export function perPlace(issue: Issue): Issue[] {
  if (!isSource(issue)) return [issue]
  const seen = new Map<string, number>()
  return issue.places.length === 0
    ? [issue]
    : issue.places.map((place) => {
        const file = place.file ?? ''
        const nth = seen.get(file) ?? 0
        seen.set(file, nth + 1)
        const key = JSON.stringify([issue.fingerprint, file, nth])
        return { ...issue, places: [place], fingerprint: createHash('sha256').update(key).digest('hex') }
      })
}

const ORDER: readonly string[] = ['fail error', 'unknown error', 'fail warning', 'unknown warning']

function urgency(issue: Told | undefined): number {
  if (!issue || issue.status === 'waived') return ORDER.length + 1
  const at = ORDER.indexOf(`${issue.status} ${issue.level}`)
  return at < 0 ? ORDER.length : at
}

/** Its message, preceded by the host if the message doesn't name it. */
function messageOf({ host, names, message }: Finding, words: Words): string {
  const told = visible(message)
  const isNamed = host === '' || names.some((name) => message.includes(name))
  if (isNamed && told !== '') return told
  return `${visible(host, 300)}${told === '' ? '' : words.colon}${told}`
}

function findingIssue(scene: Scene, cause: Cause, finding: Finding): Told {
  const { rule, status, reason, levels, reference } = cause
  const { host, entries, results } = finding
  const waiver = results.map(waiverOf).find((one) => one !== null)
  return {
    ...{ rule: visible(rule, 100), status, reason: visible(reason, 100), level: cause.level, levels },
    host: visible(host, 300),
    message: messageOf(finding, scene.words) || visible(rule, 100),
    weight: levelsText(scene.report.platforms, scene.words, status, levels),
    fix: finding.fix === '' ? [] : visibleLines(finding.fix),
    ...(reference ? { reference } : {}),
    places: placesOf(entries, levels, finding.target),
    open: [],
    followed: followersOf(results).map((id) => visible(id, 100)),
    ...(waiver ? { waiver } : {}),
  }
}

function silenceIssue(scene: Scene, silence: Silence): Told {
  const { words } = scene
  const { host, level, levels, rules, fix, results } = silence
  const explaining = results.find(({ message, rule }) => message === silence.messages[0] && rule)?.rule
  const sentences = silenceSentences(silence, words)
  const reference = results.find((one) => one.reference && one.level === level)?.reference
  return {
    ...{
      rule: visible(explaining ?? rules[0] ?? '', 100),
      status: 'unknown',
      reason: 'not-observed',
      level,
      levels,
    },
    host: visible(host, 300),
    message: [`${visible(host, 300)}${words.colon}${words.notObserved(rules.length)}`, ...sentences].join(
      words.clauseSeparator,
    ),
    weight: levelsText(scene.report.platforms, words, 'unknown', levels),
    fix: fix === '' ? [] : visibleLines(fix),
    ...(reference ? { reference } : {}),
    places: placesOf([], levels, silence.target),
    open: rules.map((rule) => visible(rule, 100)),
    followed: followersOf(results).map((id) => visible(id, 100)),
  }
}

/** The finding's own places, else those of the target's entries for the families it weighs on. */
function placesOf(own: readonly Entry[], levels: Levels, target: Target | null): Entry[] {
  const families = new Set(PLATFORM_IDS.filter((id) => levels[id]).map(familyOf))
  const candidates =
    own.length > 0 ? own : (target?.entries ?? []).filter(({ family }) => families.has(family))
  const placed = candidates.filter(hasFile)
  return [
    ...new Map(placed.map((entry) => [`${entry.file}\0${entry.line}\0${entry.column}`, entry])).values(),
  ]
}

/** The engine keeps the waiver in the evidence: `{ until, reason }`. */
export function waiverOf({ evidence }: Result): { reason: string; until: string } | null {
  const waiver = evidence?.waiver
  if (waiver === null || typeof waiver !== 'object' || Array.isArray(waiver)) return null
  const text = (value: unknown, most: number) => (typeof value === 'string' ? visible(value, most) : '')
  return { reason: text(waiver.reason, 300), until: text(waiver.until, 40) }
}

/** Was it a finding of the baseline? Those say what they were before. */
export function isKnown({ evidence }: Result): boolean {
  const waiver = evidence?.waiver
  return typeof waiver === 'object' && waiver !== null && !Array.isArray(waiver) && waiver.was !== undefined
}

/** `“moves to the new gateway”, until 2026-12-31`. */
export function waiverText({ reason, until }: { reason: string; until: string }, words: Words): string {
  const parts = [
    ...(reason === '' ? [] : [words.quoted(reason)]),
    ...(until === '' ? [] : [words.waivedUntil(until)]),
  ]
  return parts.join(words.pause)
}

/** `“quotation” title (edition, day) address`, in one line. */
export function requirementText(reference: Reference, words: Words): string {
  const { quote, url } = reference
  const told = quote === '' ? [] : [words.quoted(visible(quote))]
  return [...told, sourceText(reference, words), visible(url ?? '', 500)]
    .filter((part) => part !== '')
    .join(' ')
}

/**
 * A waiver leaves the fingerprint alone, so that the finding stays the same one. What differs by its sentence only
 * (two addresses with different faults) is counted.
 */
function stamped(groups: readonly Told[][]): Issue[][] {
  const seen = new Map<string, number>()
  return groups.map((group) =>
    group.map((issue) => {
      const { rule, reason, host, levels } = issue
      const platforms = PLATFORM_IDS.filter((id) => levels[id])
      const key = JSON.stringify([rule, reason, host, platforms])
      const nth = seen.get(key) ?? 0
      seen.set(key, nth + 1)
      const fingerprint = createHash('sha256').update(nth === 0 ? key : `${key} ${nth}`)
      return { ...issue, fingerprint: fingerprint.digest('hex') }
    }),
  )
}
