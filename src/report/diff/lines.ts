/** A comparison as sections of marked lines: what the page and the Markdown both show. */
import { type DiffWords, diffWords } from '../../i18n/diff.js'
import { type Words, wordsOf } from '../../i18n/report.js'
import { isNamedByFamily } from '../../platforms/index.js'
import { type Language, PLATFORM_IDS, type PlatformId, type TrustSpan, type Verdict } from '../../types.js'
import { platformNames } from '../labels.js'
import { shortName } from '../renewals/words.js'
import type {
  CertificateBrief,
  Direction,
  FindingChange,
  LeftOut,
  ReportDiff,
  TargetDiff,
  VerdictChange,
} from './types.js'

export interface Line {
  direction: Direction | 'added' | 'removed'
  text: string
  /** What the report says about it. */
  detail?: string
}

export interface Section {
  title: string
  lines: Line[]
}

interface Scene {
  words: DiffWords
  common: Words
}

const NAMES = 20
/** More than there are rules. */
const LEFT_OUT = 100

/** Sections without a change are left out. */
export function sectionsOf(diff: ReportDiff, language: Language): Section[] {
  const scene: Scene = { words: diffWords(language), common: wordsOf(language) }
  const { words } = scene
  const overall: Line[] = [
    ...platformLines(diff, scene),
    ...placeLines(diff, scene),
    ...diff.verdicts.map((one) => verdictLine(one, scene)),
  ]
  const added = diff.added.map(({ target, verdicts, findings }) => ({
    title: target,
    lines: [
      { direction: 'added' as const, text: words.added(target) },
      ...verdicts.map((one) => verdictLine(one, scene)),
      ...findings.filter(({ direction }) => direction !== 'neutral').map((one) => findingLine(one, scene)),
    ],
  }))
  return [
    { title: words.overall, lines: overall },
    { title: words.config, lines: diff.config.map((one) => findingLine(one, scene)) },
    ...diff.targets.map((target) => ({ title: target.target, lines: targetLines(target, scene) })),
    ...added,
    ...diff.removed.map((target) => ({
      title: target,
      lines: [{ direction: 'removed' as const, text: words.removed(target) }],
    })),
  ].filter(({ lines }) => lines.length > 0)
}

/** What the comparison can't cover: one line for both reports if they agree. */
export function leftOutLines({ before, after }: ReportDiff, language: Language): string[] {
  const [words, common] = [diffWords(language), wordsOf(language)]
  return (Object.keys(words.leftOut) as (keyof LeftOut)[]).flatMap((kind) => {
    const line = (when: string, names: readonly string[]) => {
      if (names.length === 0) return []
      const more = names.length > LEFT_OUT ? [words.more(names.length - LEFT_OUT)] : []
      const shown = [...names.slice(0, LEFT_OUT), ...more].join(common.listSeparator)
      return [`${when}${common.colon}${words.leftOut[kind](names.length)}${common.colon}${shown}`]
    }
    const [was, is] = [before.leftOut[kind], after.leftOut[kind]]
    if (was.join() === is.join()) return line(words.inBoth, is)
    return [...line(words.inEarlier, was), ...line(words.inLater, is)]
  })
}

/** Does the later report leave something out that may have become worse? */
export const isPartial = ({ after: { leftOut } }: ReportDiff): boolean =>
  Object.values(leftOut).some((names) => names.length > 0)

function platformLines({ platforms: { added, removed } }: ReportDiff, { words, common }: Scene): Line[] {
  return [
    ...(added.length > 0
      ? [{ direction: 'added' as const, text: words.platformsAdded(added.join(common.listSeparator)) }]
      : []),
    ...(removed.length > 0
      ? [{ direction: 'removed' as const, text: words.platformsRemoved(removed.join(common.listSeparator)) }]
      : []),
  ]
}

/** At most this many of a list, and how many more there are. */
function few(all: readonly string[], { words, common }: Scene): string {
  const more = all.length > NAMES ? [words.more(all.length - NAMES)] : []
  return [...all.slice(0, NAMES), ...more].join(common.listSeparator)
}

function placeLines({ vantages: { added, removed } }: ReportDiff, scene: Scene): Line[] {
  return [
    ...(added.length > 0
      ? [{ direction: 'added' as const, text: scene.words.placesAdded(few(added, scene)) }]
      : []),
    ...(removed.length > 0
      ? [{ direction: 'removed' as const, text: scene.words.placesRemoved(few(removed, scene)) }]
      : []),
  ]
}

/** A family's name stands for what it stands for in a config. */
const namesOf = (platforms: readonly PlatformId[], { common }: Scene) => {
  const all = PLATFORM_IDS.filter((id) => isNamedByFamily(id) || platforms.includes(id))
  return platformNames(platforms, all, common.everyPlatform).join(common.listSeparator)
}

function verdictLine({ platforms, before, after, direction }: VerdictChange, scene: Scene): Line {
  const told = (verdict: Verdict | null) =>
    verdict === null ? scene.words.notJudged : scene.words.verdict[verdict]
  return { direction, text: scene.words.verdictChange(namesOf(platforms, scene), told(before), told(after)) }
}

function findingLine(finding: FindingChange, scene: Scene): Line {
  const { rule, platforms, about, vantages = [], change, direction, before, after, message } = finding
  const { words, common } = scene
  const { level, status } = after.level === null ? before : after
  const weight = status === 'unknown' ? common.unknownLevel : level === null ? '' : common.level[level]
  const places = vantages.length > 0 ? [words.from(few(vantages, scene))] : []
  const what = [
    words.change[change],
    rule,
    ...(about === '' ? [] : [about]),
    namesOf(platforms, scene),
    ...places,
  ]
  const text = `${what.join(' · ')}${weight === '' ? '' : common.aside(weight)}`
  return message === '' ? { direction, text } : { direction, text, detail: message }
}

function targetLines(target: TargetDiff, scene: Scene): Line[] {
  const { words } = scene
  const { certificate, chain, names, alsoServed, phones } = target
  const neutral = (text: string): Line => ({ direction: 'neutral', text })
  const some = (all: readonly string[]) => few(all, scene)
  const subjects = (all: readonly string[]) => (all.length === 0 ? words.none : some(all.map(shortName)))
  const lost = names?.lost ?? []
  const gained = names?.gained ?? []
  return [
    ...target.verdicts.map((one) => verdictLine(one, scene)),
    ...target.findings.map((one) => findingLine(one, scene)),
    ...(certificate ? certificateTexts(certificate, scene).map(neutral) : []),
    ...(alsoServed?.added ?? []).map((one) => neutral(words.alsoAdded(...briefly(one)))),
    ...(alsoServed?.removed ?? []).map((one) => neutral(words.alsoRemoved(...briefly(one)))),
    ...(chain ? [neutral(chainText(subjects(chain.before), subjects(chain.after), words))] : []),
    ...(lost.length > 0 ? [{ direction: 'worse' as const, text: words.lost(some(lost)) }] : []),
    ...(gained.length > 0 ? [{ direction: 'better' as const, text: words.gained(some(gained)) }] : []),
    ...phones.map(({ list, before, after, direction }) => ({
      direction,
      text: words.phones(words.lists[list], spanText(before, words), spanText(after, words)),
    })),
  ]
}

const chainText = (before: string, after: string, words: DiffWords) =>
  before === after ? words.sameNames(before) : words.chain(before, after)

const day = (instant: string) => instant.split('T')[0] ?? ''
const briefly = ({ subject, notAfter }: CertificateBrief): [string, string] => [
  shortName(subject),
  day(notAfter),
]

function certificateTexts(
  { before, after, key, issuerChanged }: NonNullable<TargetDiff['certificate']>,
  { words, common }: Scene,
): string[] {
  return [
    words.certificate(day(before.notAfter), day(after.notAfter)) + common.aside(words.key[key]),
    ...(issuerChanged ? [words.issuer(shortName(before.issuer), shortName(after.issuer))] : []),
    ...(before.subject === after.subject
      ? []
      : [words.subject(shortName(before.subject), shortName(after.subject))]),
  ]
}

function spanText({ since, until, root }: TrustSpan, { span }: DiffWords): string {
  if (root === null) return span.never
  if (since === null) return until === null ? span.all : span.to(until)
  return until === null ? span.from(since) : span.between(since, until)
}
