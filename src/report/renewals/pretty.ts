/** `hefa renewals` on a terminal: one block per certificate, soonest first, each with its bar of time. */

import { putTo } from '../../grouping.js'
import { type RenewalWords, renewalWords } from '../../i18n/renewals.js'
import { type Words, wordsOf } from '../../i18n/report.js'
import { minuteLabel } from '../labels.js'
import type { TextOptions } from '../options.js'
import { type Paint, paintFor } from '../paint.js'
import { visible } from '../text.js'
import { displayWidth, hang, padEnd } from '../width.js'
import { axis, bar, type Scale, scaleOf } from './timeline.js'
import type { Renewal, RenewalPlan } from './types.js'
import { dayOf, hostsText, scopeTexts, shortName, spanText, usedBy } from './words.js'

const INDENT = '  '
const HOSTS = 6
/** Columns kept for the issuer. */
const ISSUER = 20

interface Scene {
  plan: RenewalPlan
  words: RenewalWords
  common: Words
  paint: Paint
  width: number
  scale: Scale
  /** Width of every column but the last, gap included. */
  columns: [number, number, number, number]
}

export function prettyRenewals(plan: RenewalPlan, { language, color, width }: TextOptions): string {
  const words = renewalWords(language)
  const room = Math.max(60, width)
  const scene: Scene = {
    ...{ plan, words, width: room, common: wordsOf(language), paint: paintFor(color) },
    scale: scaleOf(plan.renewals, Date.parse(plan.at), room - INDENT.length),
    columns: columnsOf(plan, words, room),
  }
  const parts = [
    head(scene),
    ...plan.renewals.map((renewal) => block(renewal, scene)),
    plan.renewals.length > 0 ? [scene.paint.dim(INDENT + words.legend)] : [],
    cadenceLines(scene),
    tail(scene),
  ]
  const text = parts.filter((part) => part.length > 0).map((part) => part.join('\n'))
  return `${text.join('\n\n')}\n`
}

function columnsOf({ renewals }: RenewalPlan, words: RenewalWords, width: number): Scene['columns'] {
  const { columns } = words
  const widest = (title: string, texts: readonly string[]) =>
    Math.max(displayWidth(title), ...texts.map(displayWidth)) + 2
  const expires = widest(columns.expires, ['2026-12-05'])
  const left = widest(
    columns.left,
    renewals.map((one) => leftText(one, words)),
  )
  const lifetime = widest(
    columns.lifetime,
    renewals.map((one) => lifetimeText(one, words)),
  )
  const room = width - INDENT.length - expires - left - lifetime - ISSUER
  const hosts = renewals.map(firstHost).filter((host) => displayWidth(host) + 2 <= room)
  return [widest(columns.host, hosts), expires, left, lifetime]
}

const firstHost = ({ servedAt }: Renewal) => servedAt[0]?.host ?? ''
const leftText = ({ state, daysLeft }: Renewal, words: RenewalWords) =>
  state === 'expired' ? words.state.expired : words.days(daysLeft)
const lifetimeText = ({ lifetimeDays }: Renewal, words: RenewalWords) => words.days(Math.round(lifetimeDays))

function head({ plan, words, common, paint, scale, columns, width }: Scene): string[] {
  const { renewals } = plan
  const first = [words.certificates(renewals.length), common.asOf(minuteLabel(plan.at))].join(' · ')
  const said =
    plan.withinSeconds === null ? words.none : words.noneInside(spanText(plan.withinSeconds, words))
  if (renewals.length === 0) return [paint.dim(first), '', ...hang(said, width, '')]
  const { host, expires, left, lifetime, issuer } = words.columns
  const titles = [host, expires, left, lifetime].map((title, at) => padEnd(title, columns[at] ?? 0)).join('')
  return [paint.dim(first), '', paint.strong(`${INDENT}${titles}${issuer}`), paint.dim(INDENT + axis(scale))]
}

const MARKS = { expired: '✘', 'not-yet-valid': '✘', due: '!', later: '✔' } as const
const TONES = { expired: 'error', 'not-yet-valid': 'error', due: 'warning', later: 'good' } as const

function block(renewal: Renewal, scene: Scene): string[] {
  const { paint, width } = scene
  return [
    ...row(renewal, scene),
    paint[TONES[renewal.state]](INDENT + bar(renewal, scene.scale)),
    ...detailsOf(renewal, scene).flatMap((text) => hang(text, width, INDENT)),
  ]
}

/** The host shares the line where the columns leave room for it. */
function row(renewal: Renewal, scene: Scene): string[] {
  const { words, columns, width, paint } = scene
  const tone = TONES[renewal.state]
  const [hostColumn, ...rest] = columns
  const cells = [dayOf(renewal.expires), leftText(renewal, words), lifetimeText(renewal, words)]
  const values = cells.map((cell, at) => padEnd(cell, rest[at] ?? 0)).join('')
  const host = firstHost(renewal)
  const fits = displayWidth(host) + 2 <= hostColumn
  const prefix = `${MARKS[renewal.state]} ${padEnd(fits ? host : '', hostColumn)}${values}`
  const lines = hang(shortName(renewal.issuer), width, prefix)
  const named = fits
    ? lines
    : [...hang(host, width, `${MARKS[renewal.state]} `), ...lines.map((line) => ` ${line.slice(1)}`)]
  return named.map((line, at) => (at === 0 ? paint[tone](line.slice(0, 1)) + line.slice(1) : line))
}

function detailsOf(renewal: Renewal, { words, common }: Scene): string[] {
  const { state, servedAt, endsFirst, renewFrom } = renewal
  const others = { servedAt: servedAt.filter(({ host }) => host !== firstHost(renewal)) } as Renewal
  const when = state === 'later' ? words.renewFrom(dayOf(renewFrom)) : words.state[state]
  const used = usedBy(renewal, common.listSeparator, common.colon).join(common.clauseSeparator)
  return [
    ...(others.servedAt.length > 0
      ? [words.alsoAt(hostsText(others, HOSTS, words, common.listSeparator))]
      : []),
    ...scopeTexts(renewal, words, common.listSeparator),
    ...(endsFirst === null ? [] : [words.endsFirst(visible(endsFirst, 200))]),
    [when, ...(used === '' ? [] : [`${words.usedBy} ${used}`])].join(' · '),
  ]
}

/** Certificates that last as long are renewed as often: listed once. */
function cadenceLines({ plan, words, common, paint, width }: Scene): string[] {
  const groups = new Map<string, Renewal[]>()
  for (const renewal of plan.renewals) {
    const key = lifetimeText(renewal, words) + JSON.stringify(renewal.cadence)
    putTo(groups, key, renewal)
  }
  const lines = [...groups.values()].flatMap((same) => {
    const [first] = same as [Renewal, ...Renewal[]]
    const often = first.cadence.map(({ from, everyDays, maxDays }) =>
      from === null ? words.every(everyDays) : words.everyFrom(from, everyDays, maxDays),
    )
    const whose = `${lifetimeText(first, words)}${common.aside(words.certificates(same.length))}${common.colon}`
    return hang(whose + often.join(common.clauseSeparator), width, INDENT)
  })
  return lines.length > 0 ? [paint.strong(words.cadence), ...lines] : []
}

function tail({ plan, words, common, paint, width }: Scene): string[] {
  const { unseen, laterCount, withinSeconds, exitCode } = plan
  const lines = unseen.flatMap(({ host, reason, message }) => {
    const said = message === '' ? words.unseenReason[reason] : visible(message, 400)
    return hang(`${visible(host, 260)}${common.colon}${said}`, width, '? ')
  })
  const open = lines.length > 0 ? [paint.strong(words.unseen), ...lines, ''] : []
  const later =
    withinSeconds !== null && laterCount > 0
      ? hang(words.later(laterCount, spanText(withinSeconds, words)), width, '')
      : []
  const allowed = exitCode === 0 && unseen.length > 0
  return [...open, ...later, ...hang(allowed ? words.allowed : words.exit[exitCode], width, '')]
}
