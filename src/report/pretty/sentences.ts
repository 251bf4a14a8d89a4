/** What was found and how to fix it, reported once for all hosts it is the same for. */
import { alike } from '../alike.js'
import type { Cause, Finding } from '../causes.js'
import { placeLabels } from '../labels.js'
import { isSource } from '../places.js'
import { visible, visibleLines } from '../text.js'
import { INDENT, type Item, indented, labelled, marked } from './items.js'
import type { Look } from './look.js'

/** Sentences and fixes listed; of the others hosts are named. */
const TOLD = 8
/** Of what is missing in a source, names listed after the first. */
const MISSING_TOLD = 7
/** Places in config files listed. */
const PLACES = 4
/** Entries listed after the first. */
const ENTRIES = 7
/** Hosts named in one list. */
const HOSTS = 20
/** Addresses or clients listed. */
const ADDRESSES = 8
/** Places in the source listed: there is no other way to find them. */
const SOURCE_PLACES = 12

export function findingLines(look: Look, { findings }: Cause): Item[] {
  const groups = alike(findings, ({ message }) => message)
  const told = look.verbose ? groups : groups.slice(0, TOLD)
  const rest = groups.slice(told.length).flat()
  const also = rest.length > 0 ? look.words.also(hostsText(look, rest)) : ''
  return [...told.flatMap((group) => sentenceLines(look, group)), ...(also ? [indented(also)] : [])]
}

/** One sentence for all: under the hosts when it names none, else with the other hosts after it. */
function sentenceLines(look: Look, group: readonly Finding[]): Item[] {
  const { words } = look
  const [first] = group
  if (!first) return []
  const message = visible(first.message)
  const names = first.names.some((name) => first.message.includes(name))
  const others = group.slice(1)
  if (others.length > 0 && !names) {
    return [indented(hostsText(look, group), 'strong'), indented(message), ...scopeText(look, group)]
  }
  const host = visible(first.host, 300)
  const text = names || host === '' ? message : `${host}${words.colon}${message}`
  if (callsOf(first) !== null) return [indented(text), ...scopeText(look, [first]), ...lacking(look, others)]
  if (others.length > 0 && group.every(isEntry)) return entryLines(look, text, group)
  const also = others.length > 0 ? [indented(words.also(hostsText(look, others)))] : []
  return [indented(text), ...also, ...scopeText(look, group)]
}

/** A line of a list, which has one place. */
const isEntry = (finding: Finding): boolean =>
  finding.target === null && finding.entries.length === 1 && !isSource(finding)

/** Each entry with its own place. */
function entryLines(look: Look, text: string, [first, ...others]: readonly Finding[]): Item[] {
  const { words, verbose } = look
  const placed = (finding: Finding) => {
    const place = placeLabels(finding.entries, 1, words.more).join('')
    return place === '' ? visible(finding.host, 300) : `${visible(finding.host, 300)}${words.aside(place)}`
  }
  const told = verbose ? others : others.slice(0, ENTRIES)
  const rest = others.length - told.length
  return [
    indented(text),
    ...scopeText(look, first ? [first] : []),
    ...told.map((one) => indented(words.also(placed(one)))),
    ...(rest > 0 ? [indented(words.more(rest))] : []),
  ]
}

/** How many calls need what is missing; null for other findings. */
function callsOf({ results }: Finding): number | null {
  const count = results[0]?.evidence?.callCount
  return typeof count === 'number' && typeof results[0]?.evidence?.define === 'string' ? count : null
}

/** Each with its place and the number of calls, in one line. */
function lacking(look: Look, findings: readonly Finding[]): Item[] {
  const { words, scanWords } = look
  const told = look.verbose ? findings : findings.slice(0, MISSING_TOLD)
  const lines = told.map((finding) => {
    const about = [scanWords.calls(callsOf(finding) ?? 0), ...placeLabels(finding.entries, 1, words.more)]
    const text = `${visible(finding.host, 100)} · ${about.join(' · ')}`
    return marked({ text: `${INDENT}  ` }, text)
  })
  const rest = findings.length - told.length
  return rest > 0 ? [...lines, marked({ text: `${INDENT}  ` }, words.more(rest), 'dim')] : lines
}

function few({ words, verbose }: Look, items: readonly string[]): string {
  const names = [...new Set(items)].map((item) => visible(item, 100))
  const shown = verbose || names.length <= ADDRESSES ? names : names.slice(0, ADDRESSES)
  const more = names.length > shown.length ? [words.more(names.length - shown.length)] : []
  return [...shown, ...more].join(words.listSeparator)
}

function scopeText(look: Look, group: readonly Finding[]): Item[] {
  const { words } = look
  const addresses = few(
    look,
    group.flatMap((finding) => finding.addresses),
  )
  const hellos = few(
    look,
    group.flatMap((finding) => finding.hellos),
  )
  const entries = group.flatMap((finding) => finding.entries)
  const most = group.some(isSource) ? SOURCE_PLACES : PLACES
  const places = placeLabels(entries, look.verbose ? entries.length : most, words.more).join(
    words.listSeparator,
  )
  const parts = [
    ...(addresses ? [words.onlyAt(addresses)] : []),
    ...(hellos ? [words.onlyFor(hellos)] : []),
    ...(places ? [words.at(places)] : []),
  ]
  return parts.length > 0 ? [indented(parts.join(words.clauseSeparator), 'dim')] : []
}

export function hostsText({ words, verbose }: Look, findings: readonly Finding[]): string {
  const hosts = [...new Set(findings.map(({ host }) => visible(host, 300)))].filter((host) => host !== '')
  const told = verbose ? hosts : hosts.slice(0, HOSTS)
  const rest = hosts.length - told.length
  return [...told, ...(rest > 0 ? [words.more(rest)] : [])].join(words.listSeparator)
}

export function fixLines(look: Look, { findings }: Cause): Item[] {
  const groups = alike(
    findings.filter(({ fix }) => fix !== ''),
    ({ fix }) => fix,
  )
  const told = look.verbose ? groups : groups.slice(0, TOLD)
  const { words } = look
  const lines = told.flatMap(([first]) => {
    if (!first) return []
    const text = visibleLines(first.fix)
    const named = first.host === '' || first.names.some((name) => first.fix.includes(name))
    return told.length > 1 && !named ? [words.fixFor(visible(first.host, 300)), ...text] : text
  })
  if (told.length < groups.length) lines.push(words.more(groups.length - told.length))
  return labelled(words, words.fix, lines)
}
