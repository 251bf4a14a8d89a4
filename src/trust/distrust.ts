/** Does a platform reject this chain's CA, although it is in its root list? */
import type { Name } from '../x509/index.js'
import { type DistrustEvent, type DistrustSource, EVENTS, LIMIT_SOURCES, type Mechanism } from './events.js'
import { FAMILIES, type FamilyId } from './families.js'
import { type AnchorRecord, spanOf } from './store.js'
import { listsOf, type Os, type Store } from './versions.js'

export interface DistrustQuestion {
  /** Where the path ends; null if it ends in no anchor. Don't ask about a --ca anchor: it can't be distrusted. */
  record: AnchorRecord | null
  /** Every issuer's name on the path. */
  issuers: readonly Name[]
  /** The leaf's notBefore. */
  notBefore: number
  /** The oldest SCT, embedded or sent along; null without any. */
  earliestSct: number | null
  store: Store
  /** Instant to judge for. */
  at: number
}

export interface Distrust {
  /** For people. */
  authority: string
  store: Store
  mechanism: Mechanism
  /** ISO 8601. */
  date: string
  /** First system version it holds on; null: on every one. Always null for Chrome. */
  fromVersion: string | null
  /** An `unsure` event justifies a note, never a refusal. */
  certainty: 'confirmed' | 'unsure'
  source: DistrustSource
}

/**
 * What counts against the path besides the state of its root in the lists: the event that counts most, a confirmed one
 * before an unsure one. Null when nothing is. Removals that only affect newer phones are reported by `removalOf`.
 */
export function distrustOf(question: DistrustQuestion): Distrust | null {
  const found = [...limitsOf(question), ...eventsOf(question)].flatMap((distrust): Distrust[] => {
    const held = holds(distrust.mechanism, Date.parse(distrust.date), question)
    if (held === 'no') return []
    return [held === 'maybe' ? { ...distrust, certainty: 'unsure' } : distrust]
  })
  return found.find(({ certainty }) => certainty === 'confirmed') ?? found[0] ?? null
}

function holds(mechanism: Mechanism, date: number, question: DistrustQuestion): 'yes' | 'maybe' | 'no' {
  const { notBefore, earliestSct, at } = question
  if (at < date) return 'no'
  if (mechanism === 'issued-after') return notBefore > date ? 'yes' : 'no'
  if (mechanism !== 'sct-after') return 'yes'
  if (earliestSct !== null) return earliestSct > date ? 'yes' : 'no'
  // Without an SCT this is left to the transparency rule; the date of issue only hints at when one would have been made.
  return notBefore > date ? 'maybe' : 'no'
}

/** Limits of single anchors in the root data. */
function limitsOf({ record, store }: DistrustQuestion): Distrust[] {
  if (record === null) return []
  const { chromeSctNotAfter, appleIssuedAfter } = record.limits
  const common = { authority: record.name, store, fromVersion: null, certainty: 'confirmed' } as const
  if (store === 'chrome' && chromeSctNotAfter !== undefined) {
    const source = LIMIT_SOURCES.chromeSctNotAfter
    return [{ ...common, mechanism: 'sct-after', date: chromeSctNotAfter, source }]
  }
  if (store === 'ios' && appleIssuedAfter !== undefined) {
    // Certificates issued on that day still count.
    const date = `${appleIssuedAfter}T23:59:59Z`
    return [{ ...common, mechanism: 'issued-after', date, source: LIMIT_SOURCES.appleIssuedAfter }]
  }
  return []
}

function eventsOf(question: DistrustQuestion): Distrust[] {
  const { record, store } = question
  const family = familyOf(question)
  if (family === null) return []
  return EVENTS.filter((event) => event.family === family && event.store === store)
    .filter(({ mechanism }) => mechanism !== 'removed' || record === null || store === 'chrome')
    .map((event) => asDistrust(event, event.fromVersion ?? null))
}

function asDistrust(
  { family, store, mechanism, date, certainty, source }: DistrustEvent,
  fromVersion: string | null,
) {
  return { authority: FAMILIES[family].name, store, mechanism, date, fromVersion, certainty, source }
}

/**
 * Why an anchor is missing from newer versions' lists. Older versions still trust it, so this refuses nothing: the
 * anchor's own ranges do. Null when it is still listed, never was, or was removed without a known event.
 */
export function removalOf(record: AnchorRecord, os: Os): Distrust | null {
  const { until } = spanOf(record, os)
  if (until === null) return null
  const labels = listsOf(os).map(({ version }) => version)
  const event = EVENTS.find(
    ({ family, store, mechanism }) =>
      store === os && mechanism === 'removed' && FAMILIES[family].anchors.has(record.id),
  )
  return event ? asDistrust(event, labels[labels.indexOf(until) + 1] ?? null) : null
}

/** By anchor; by name only if the path ends in none, since CAs also issue under others' roots. */
function familyOf({ record, issuers }: DistrustQuestion): FamilyId | null {
  const ids = Object.keys(FAMILIES) as FamilyId[]
  if (record !== null) return ids.find((id) => FAMILIES[id].anchors.has(record.id)) ?? null
  const organisations = new Set(issuers.flatMap(({ canonical }) => organisationsIn(canonical)))
  return ids.find((id) => FAMILIES[id].organisations.some((name) => organisations.has(name))) ?? null
}

/** organizationName values (2.5.4.10) of a canonical name. */
const organisationsIn = (canonical: string): string[] =>
  [...canonical.matchAll(/(?:^|[\n+])2\.5\.4\.10=([^\n+]*)/g)].map(([, value = '']) => value)
