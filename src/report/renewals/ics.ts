/** A calendar (RFC 5545): one all-day event on the day from which a certificate should be renewed. */

import { renewalWords } from '../../i18n/renewals.js'
import { wordsOf } from '../../i18n/report.js'
import type { TextOptions } from '../options.js'
import { visible } from '../text.js'
import type { Renewal, RenewalPlan } from './types.js'
import { hostsText, scopeTexts, shortName, usedBy } from './words.js'

const HOSTS = 3
const ALL_HOSTS = 50
const DAY = 86_400_000
/** Days before the end at which there is a second reminder. */
const LAST_CALL = 7

export function icsRenewals(plan: RenewalPlan, options: TextOptions): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//hefa//hefa ${escaped(plan.tool.version)}//EN`,
    'CALSCALE:GREGORIAN',
    ...unseenIn(plan, options),
    ...(plan.renewals.length > 0 ? plan.renewals.flatMap((one) => eventOf(one, plan, options)) : NOTHING),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** Hosts that have no event because their certificate is not known: as the calendar's description (RFC 7986 section 5.2). */
function unseenIn({ unseen }: RenewalPlan, { language }: TextOptions): string[] {
  const [words, common] = [renewalWords(language), wordsOf(language)]
  if (unseen.length === 0) return []
  const all = [...new Set(unseen.map(({ host }) => host))]
  const hosts = all.slice(0, ALL_HOSTS).map((host) => visible(host, 300))
  const more = all.length > ALL_HOSTS ? [words.more(all.length - ALL_HOSTS)] : []
  const text = escaped(`${words.unseen}${common.colon}${[...hosts, ...more].join(common.listSeparator)}`)
  return [`DESCRIPTION:${text}`, `X-WR-CALDESC:${text}`]
}

/** A calendar must hold a component (RFC 5545 section 3.4): this one says nothing. */
const NOTHING = [
  ...['BEGIN:VTIMEZONE', 'TZID:UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...['TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE'],
]

/** The same certificate is the same event, whenever the calendar is made: importing it again updates it. */
function eventOf(renewal: Renewal, { at }: RenewalPlan, { language }: TextOptions): string[] {
  const [words, common] = [renewalWords(language), wordsOf(language)]
  const { event } = words
  const hosts = hostsText(renewal, HOSTS, words, common.listSeparator)
  const title = event.summary(hosts, renewal.expires.slice(0, 10))
  const description = [
    event.expires(renewal.expires),
    `${event.servedAt}${common.colon}${hostsText(renewal, ALL_HOSTS, words, common.listSeparator)}`,
    ...scopeTexts(renewal, words, common.listSeparator),
    ...usedBy(renewal, common.listSeparator, common.colon),
    `${event.issuer}${common.colon}${shortName(renewal.issuer)}`,
    ...(renewal.endsFirst === null ? [] : [words.endsFirst(visible(renewal.endsFirst, 200))]),
    event.renew,
  ]
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(renewal)}`,
    `DTSTAMP:${utc(at)}`,
    `DTSTART;VALUE=DATE:${renewal.renewFrom.slice(0, 10).replaceAll('-', '')}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description.join('\n'))}`,
    'TRANSP:TRANSPARENT',
    ...alarm('PT9H', event.alarm(hosts)),
    ...lastCall(renewal, event.alarm(hosts)),
    'END:VEVENT',
  ]
}

const uidOf = ({ sha256, notAfter }: Renewal) =>
  `${/^[0-9a-f]{64}$/.test(sha256) ? sha256 : `unread-${utc(notAfter)}`}@renewals.hefa`

/** RFC 5545 section 3.6.6: from the beginning of the event's day. */
function alarm(trigger: string, text: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${trigger}`,
    `DESCRIPTION:${escaped(text)}`,
    'END:VALARM',
  ]
}

/** Once more a week before the end, where that is later than the event itself. */
function lastCall({ renewFrom, expires }: Renewal, text: string): string[] {
  const begin = Date.parse(`${renewFrom.slice(0, 10)}T00:00:00Z`)
  const days = Math.floor((Date.parse(expires) - begin) / DAY) - LAST_CALL
  return days > 0 ? alarm(`P${days}D`, text) : []
}

/** `20261120T080000Z`. */
const utc = (instant: string) => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '')

/** TEXT (RFC 5545 section 3.3.11): no other control character may stand in it. */
function escaped(text: string): string {
  return text
    .split('\n')
    .map((line) => visible(line, 4000).replace(/[\\;,]/g, (char) => `\\${char}`))
    .join('\\n')
}

const encoder = new TextEncoder()
const OCTETS = 75

/** At most 75 octets a line, the space that begins a continuation counted (RFC 5545 section 3.1); no character is cut. */
function folded(line: string): string {
  const lines: string[] = []
  let [part, size] = ['', 0]
  for (const char of line) {
    const octets = encoder.encode(char).length
    if (size + octets > OCTETS) {
      lines.push(part)
      ;[part, size] = [' ', 1]
    }
    part += char
    size += octets
  }
  return [...lines, part].join('\r\n')
}
