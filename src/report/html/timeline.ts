/** Expiries on a line of time, soonest first, with the days in which to renew. */
import { LANGUAGES, TAGS } from '../../i18n/languages.js'
import { dayOf } from './dates.js'
import { verdictIcon } from './icons.js'
import { breakable, type Html, html, type Part } from './markup.js'
import { type Page, say, wordsIn } from './page.js'
import { type Renewal, renewalsOf } from './renewal.js'

const DAY = 86_400_000
/** Days shown before now, at least and at most after it. */
const BEFORE = 30
const LEAST = 90
const MOST = 420
/** Hosts named on one line. */
const HOSTS = 4

interface Scale {
  from: number
  to: number
  now: number
}

const TONES = { expired: 'fail', 'not-yet-valid': 'fail', due: 'warn', later: 'pass' } as const

export function timelinePart(page: Page): Html {
  const renewals = renewalsOf(page.report)
  const now = Date.parse(page.report.at)
  const scale = scaleOf(renewals, now)
  const body =
    renewals.length === 0
      ? html`<p class="empty">${say(page, (w) => w.renewals.none)}</p>`
      : html`<p class="lead">${say(page, (w) => w.renewals.lead)}</p>
<div class="timeline">${axis(page, scale)}<ol>${renewals.map((one) => row(page, one, scale))}</ol></div>`
  return html`<section id="renewals" aria-labelledby="renewals-title">
<h2 id="renewals-title">${say(page, (w) => w.parts.renewals)}</h2>
${body}</section>`
}

function scaleOf(renewals: readonly Renewal[], now: number): Scale {
  const last = Math.max(0, ...renewals.map(({ expires }) => (expires - now) / DAY))
  const days = Math.min(MOST, Math.max(LEAST, last * 1.04))
  return { from: now - BEFORE * DAY, to: now + days * DAY, now }
}

/** Percent of the width, within it. */
function position(instant: number, { from, to }: Scale): number {
  const share = ((instant - from) / (to - from)) * 100
  return Math.round(Math.min(100, Math.max(0, share)) * 100) / 100
}

function axis(page: Page, scale: Scale): Html {
  const now = position(scale.now, scale)
  const months = ticks(scale).filter(({ at }) => at > 4 && at < 95 && Math.abs(at - now) > 12)
  const labels = months.map(
    ({ at, label }, index) =>
      html`<g class="${index % 2 === 1 ? 'odd' : 'even'}"><line x1="${at}%" x2="${at}%" y1="20" y2="26"/><text x="${at}%" y="14">${label}</text></g>`,
  )
  return html`<div class="axis" aria-hidden="true"><svg width="100%" height="26"><line class="base" x1="0" x2="100%" y1="26" y2="26"/>${labels}<g class="now"><text x="${now}%" y="14">${nowLabel(page)}</text><line x1="${now}%" x2="${now}%" y1="20" y2="26"/></g></svg></div>`
}

/** An SVG text holds no element of HTML. */
function nowLabel(page: Page): Part {
  return LANGUAGES.map((language) => {
    const hidden = language !== page.language && html` hidden`
    return html`<tspan class="t" lang="${TAGS[language]}"${hidden}>${wordsIn(language).renewals.now}</tspan>`
  })
}

/** First days of months, at most six of them. */
function ticks(scale: Scale): { at: number; label: string }[] {
  const start = new Date(scale.from)
  const months: number[] = []
  for (let month = 1; month * 27 * DAY < scale.to - scale.from; month++) {
    const instant = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month)
    if (instant < scale.to) months.push(instant)
  }
  const step = Math.ceil(months.length / 6)
  return months
    .filter((_, index) => index % step === 0)
    .map((instant) => ({ at: position(instant, scale), label: new Date(instant).toISOString().slice(0, 7) }))
}

function row(page: Page, renewal: Renewal, scale: Scale): Html {
  const { hosts, targets, expires, renewFrom, daysLeft, state, endsFirst } = renewal
  const tone = TONES[state]
  const links: Part = hosts
    .slice(0, HOSTS)
    .map((host, at) => html`<a href="#t-${targets[at] ?? 0}">${breakable(host)}</a>`)
  const more = hosts.length > HOSTS && html`<span>${say(page, (w) => w.more(hosts.length - HOSTS))}</span>`
  const date = dayOf(expires)
  const details: Part = [
    html`<span>${say(page, (w) => (state === 'expired' ? w.renewals.expired(date) : w.renewals.expires(date)))}</span>`,
    state !== 'expired' && html`<span>${say(page, (w) => w.renewals.left(daysLeft))}</span>`,
    state === 'later' && html`<span>${say(page, (w) => w.renewals.renewFrom(dayOf(renewFrom)))}</span>`,
    endsFirst && html`<span>${say(page, (w) => w.renewals.intermediate(endsFirst))}</span>`,
  ]
  return html`<li class="${tone}" data-targets="${targets.join(' ')}"><div class="who"><span class="hosts">${links}${more}</span></div>
${bar(renewal, scale)}<p class="when"><strong>${verdictIcon(tone)} ${say(page, (w) => w.renewals.state[state])}</strong> ${details}</p></li>`
}

function bar({ notBefore, expires, renewFrom }: Renewal, scale: Scale): Html {
  const [start, renew, end, now] = [notBefore, renewFrom, expires, scale.now].map((at) =>
    position(at, scale),
  ) as [number, number, number, number]
  const width = (from: number, to: number) => Math.max(0, Math.round((to - from) * 100) / 100)
  return html`<svg class="bar" width="100%" height="18" aria-hidden="true" focusable="false"><rect class="life" x="${start}%" width="${width(start, end)}%" y="5" height="8" rx="2"/><rect class="window" x="${renew}%" width="${width(renew, end)}%" y="5" height="8" rx="2"/><rect class="end" x="${Math.max(0, end - 0.4)}%" width="3" y="2" height="14" rx="1"/><line class="now" x1="${now}%" x2="${now}%" y1="0" y2="18"/></svg>`
}
