/** What was found and how to fix it, told once for all hosts it is the same for. */
import type { Cause, Finding } from '../causes.js'
import { placeLabels } from '../labels.js'
import { isSource } from '../places.js'
import { visible, visibleLines } from '../text.js'
import { INDENT, labelled, marked, type Page } from './page.js'

/** Sentences and fixes told; of the others hosts are named. */
const TOLD = 8
/** Of what is missing in a source, names told after the first. */
const MISSING_TOLD = 7
/** Places in config files told. */
const PLACES = 4
/** Entries told after the first. */
const ENTRIES = 7
/** Hosts named in one list. */
const HOSTS = 20
/** Addresses or clients told. */
const ADDRESSES = 8
/** Places in the source told: there is no other way to find them. */
const SOURCE_PLACES = 12

/** Findings whose text is the same but for the host's name and port. */
export function alike(findings: readonly Finding[], textOf: (finding: Finding) => string): Finding[][] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const pattern = patternOf(textOf(finding), finding)
    const known = groups.get(pattern)
    if (known) known.push(finding)
    else groups.set(pattern, [finding])
  }
  return [...groups.values()]
}

function patternOf(text: string, { names, port }: Finding): string {
  const nameless = names.reduce((rest, name) => rest.replaceAll(name, '\0'), text)
  return port === undefined ? nameless : nameless.replace(new RegExp(`\\b${port}\\b`, 'g'), '\0')
}

export function findingLines(page: Page, { findings }: Cause): string[] {
  const groups = alike(findings, ({ message }) => message)
  const told = page.verbose ? groups : groups.slice(0, TOLD)
  const rest = groups.slice(told.length).flat()
  const also = rest.length > 0 ? page.words.also(hostsText(page, rest)) : ''
  return [...told.flatMap((group) => sentenceLines(page, group)), ...(also ? plain(page, also) : [])]
}

/** One sentence for all: under the hosts when it names none, else with the other hosts after it. */
function sentenceLines(page: Page, group: readonly Finding[]): string[] {
  const { words } = page
  const [first] = group
  if (!first) return []
  const message = visible(first.message)
  const names = first.names.some((name) => first.message.includes(name))
  const others = group.slice(1)
  if (others.length > 0 && !names) {
    const hosts = marked(page, { text: INDENT }, hostsText(page, group), 'strong')
    return [...hosts, ...plain(page, message), ...scopeText(page, group)]
  }
  const host = visible(first.host, 300)
  const text = names || host === '' ? message : `${host}${words.colon}${message}`
  if (callsOf(first) !== null)
    return [...plain(page, text), ...scopeText(page, [first]), ...lacking(page, others)]
  if (others.length > 0 && group.every(isEntry)) return entryLines(page, text, group)
  const also = others.length > 0 ? plain(page, words.also(hostsText(page, others))) : []
  return [...plain(page, text), ...also, ...scopeText(page, group)]
}

/** A line of a list, which stands in one place. */
const isEntry = (finding: Finding): boolean =>
  finding.target === null && finding.entries.length === 1 && !isSource(finding)

/** Each entry with its own place. */
function entryLines(page: Page, text: string, [first, ...others]: readonly Finding[]): string[] {
  const { words, verbose } = page
  const placed = (finding: Finding) => {
    const place = placeLabels(finding.entries, 1, words.more).join('')
    return place === '' ? visible(finding.host, 300) : `${visible(finding.host, 300)}${words.aside(place)}`
  }
  const told = verbose ? others : others.slice(0, ENTRIES)
  const rest = others.length - told.length
  return [
    ...plain(page, text),
    ...scopeText(page, first ? [first] : []),
    ...told.flatMap((one) => plain(page, words.also(placed(one)))),
    ...(rest > 0 ? plain(page, words.more(rest)) : []),
  ]
}

/** How many calls need what is missing; null for other findings. */
function callsOf({ results }: Finding): number | null {
  const count = results[0]?.evidence?.callCount
  return typeof count === 'number' && typeof results[0]?.evidence?.define === 'string' ? count : null
}

/** Each with its place and the number of calls, in one line. */
function lacking(page: Page, findings: readonly Finding[]): string[] {
  const { words, scanWords } = page
  const told = page.verbose ? findings : findings.slice(0, MISSING_TOLD)
  const lines = told.flatMap((finding) => {
    const about = [scanWords.calls(callsOf(finding) ?? 0), ...placeLabels(finding.entries, 1, words.more)]
    const text = `${visible(finding.host, 100)} · ${about.join(' · ')}`
    return marked(page, { text: `${INDENT}  ` }, text)
  })
  const rest = findings.length - told.length
  return rest > 0 ? [...lines, ...marked(page, { text: `${INDENT}  ` }, words.more(rest), 'dim')] : lines
}

const plain = (page: Page, text: string) => marked(page, { text: INDENT }, text)

function scopeText(page: Page, group: readonly Finding[]): string[] {
  const { words } = page
  const join = (items: readonly string[]) => {
    const names = [...new Set(items)].map((item) => visible(item, 100))
    const shown = page.verbose || names.length <= ADDRESSES ? names : names.slice(0, ADDRESSES)
    const more = names.length > shown.length ? [words.more(names.length - shown.length)] : []
    return [...shown, ...more].join(words.listSeparator)
  }
  const addresses = join(group.flatMap((finding) => finding.addresses))
  const hellos = join(group.flatMap((finding) => finding.hellos))
  const entries = group.flatMap((finding) => finding.entries)
  const most = group.some(isSource) ? SOURCE_PLACES : PLACES
  const places = placeLabels(entries, page.verbose ? entries.length : most, words.more).join(
    words.listSeparator,
  )
  const parts = [
    ...(addresses ? [words.onlyAt(addresses)] : []),
    ...(hellos ? [words.onlyFor(hellos)] : []),
    ...(places ? [words.at(places)] : []),
  ]
  return parts.length > 0 ? marked(page, { text: INDENT }, parts.join(words.clauseSeparator), 'dim') : []
}

export function hostsText({ words, verbose }: Page, findings: readonly Finding[]): string {
  const hosts = [...new Set(findings.map(({ host }) => visible(host, 300)))].filter((host) => host !== '')
  const told = verbose ? hosts : hosts.slice(0, HOSTS)
  const rest = hosts.length - told.length
  return [...told, ...(rest > 0 ? [words.more(rest)] : [])].join(words.listSeparator)
}

export function fixLines(page: Page, { findings }: Cause): string[] {
  const groups = alike(
    findings.filter(({ fix }) => fix !== ''),
    ({ fix }) => fix,
  )
  const told = page.verbose ? groups : groups.slice(0, TOLD)
  const { words } = page
  const lines = told.flatMap(([first]) => {
    if (!first) return []
    const text = visibleLines(first.fix)
    const named = first.host === '' || first.names.some((name) => first.fix.includes(name))
    return told.length > 1 && !named ? [words.fixFor(visible(first.host, 300)), ...text] : text
  })
  if (told.length < groups.length) lines.push(words.more(groups.length - told.length))
  return labelled(page, words.fix, lines)
}
