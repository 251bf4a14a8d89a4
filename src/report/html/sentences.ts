/** What was found, reported once for all hosts it is the same for. */
import type { Result } from '../../types.js'
import { alike } from '../alike.js'
import type { Cause, Finding } from '../causes.js'
import { placeLabels } from '../labels.js'
import { isSource } from '../places.js'
import { breakable, type Html, html, join, type Part } from './markup.js'
import { messageOf, type Page, say, type Words } from './page.js'

/** Sentences shown at once; the rest is folded. */
const TOLD = 6
/** Places in config files named. */
const PLACES = 6
/** Places in the source named: there is no other way to find them. */
const SOURCE_PLACES = 40
/** Hosts named behind a sentence. */
const HOSTS = 40

export function foundPart(page: Page, { findings, status }: Cause): Html {
  const groups = alike(findings, ({ message }) => message)
  const items = groups.map((group) => sentence(page, group))
  const rest = items.slice(TOLD)
  const folded =
    rest.length > 0 &&
    html`<details><summary>${say(page, (w) => w.more(rest.length))}</summary><ul class="found">${rest}</ul></details>`
  const waived = status === 'waived' && waiverOf(page, findings[0]?.results[0])
  return html`<h4 class="sr">${say(page, (w) => w.found)}</h4><ul class="found">${items.slice(0, TOLD)}</ul>${folded}${waived}`
}

function sentence(page: Page, group: readonly Finding[]): Html | null {
  const [first, ...others] = group
  const result = first?.results[0]
  if (!first || !result) return null
  // An entry without a domain is already named in its sentence.
  const named = first.host !== '' && (page.places.has(first.host) || !first.message.includes(first.host))
  const host = named && html`<strong class="host">${hostLink(page, first)}</strong> `
  return html`<li>${host}<span class="message">${messageOf(page, result)}</span> ${alsoAt(page, others)}${scope(page, group)}</li>`
}

function alsoAt(page: Page, others: readonly Finding[]): Html | null {
  if (others.length === 0) return null
  const links = others
    .slice(0, HOSTS)
    .map((finding) => html`<strong class="host">${hostLink(page, finding)}</strong>`)
  const more = others.length > HOSTS ? [say(page, (w) => w.more(others.length - HOSTS))] : []
  const list = join(
    [...links, ...more],
    say(page, (w) => w.listSeparator),
  )
  return html`<span class="also">${say(page, (w) => w.also(''))} ${list}</span>`
}

/** To the part of the page about that domain. */
function hostLink(page: Page, { host }: Finding): Part {
  const at = page.places.get(host)
  return at === undefined ? host : html`<a href="#t-${at}">${breakable(host)}</a>`
}

function few(items: readonly string[], w: Words): string {
  const more = items.length > PLACES ? [w.more(items.length - PLACES)] : []
  return [...items.slice(0, PLACES), ...more].join(w.listSeparator)
}

function scope(page: Page, group: readonly Finding[]): Html | null {
  const distinct = (items: readonly string[]) => [...new Set(items)]
  const addresses = distinct(group.flatMap((finding) => finding.addresses))
  const hellos = distinct(group.flatMap((finding) => finding.hellos))
  const entries = group.flatMap((finding) => finding.entries)
  const most = group.some(isSource) ? SOURCE_PLACES : PLACES
  const parts = [
    addresses.length > 0 && say(page, (w) => w.onlyAt(few(addresses, w))),
    hellos.length > 0 && say(page, (w) => w.onlyFor(few(hellos, w))),
    entries.some(({ file }) => file !== undefined) &&
      say(page, (w) => w.at(placeLabels(entries, most, w.more).join(w.listSeparator))),
  ].filter((part) => part !== false)
  if (parts.length === 0) return null
  return html`<span class="scope">${join(
    parts,
    say(page, (w) => w.clauseSeparator),
  )}</span>`
}

function waiverOf(page: Page, result: Result | undefined): Html | null {
  const waiver = result?.evidence?.waiver
  if (waiver === null || typeof waiver !== 'object' || Array.isArray(waiver)) return null
  const { reason, until } = waiver
  return html`<p class="waiver">${say(page, (w) => {
    const told = [
      ...(typeof reason === 'string' ? [w.quoted(reason)] : []),
      ...(typeof until === 'string' ? [w.waivedUntil(until)] : []),
    ]
    return `${w.waivedBecause}${w.colon}${told.join(w.pause)}`
  })}</p>`
}
