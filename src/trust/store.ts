/** The trust anchors: found by name, with the platform versions that have them built in. */

import { createPublicKey, type KeyObject } from 'node:crypto'
import { compareVersions } from '../facts/index.js'
import { putTo } from '../grouping.js'
import type { TrustList, TrustSpan } from '../types.js'
import { type Anchor, type AnchorSource, readName } from '../x509/index.js'
import { type Limits, lists, type PackedAnchor, type VersionRange } from './data.js'
import { IOS_TLS_ENDED, SYMANTEC } from './families.js'
import { listAt, listsOf, newestKnown, type Os } from './versions.js'

export interface AnchorRecord extends Anchor {
  /** Latest notAfter of the root's own certificates, `YYYY-MM-DD`. */
  notAfter: string
  /** For TLS: if a list still contains a root that TLS refuses, the range ends. */
  ios: readonly VersionRange[]
  android: readonly VersionRange[]
  mozilla: boolean
  chrome: boolean
  windows: boolean
  limits: Limits
  /** NameConstraints of the root's own certificate, DER. */
  nameConstraints: Buffer | null
}

export interface AnchorStore extends AnchorSource {
  readonly anchors: readonly AnchorRecord[]
  byId(id: string): AnchorRecord | null
  bySubject(canonical: string): readonly AnchorRecord[]
}

let store: AnchorStore | undefined

/** The built-in anchors of every known list; made when first asked for. */
export function anchorStore(): AnchorStore {
  store ??= makeStore(lists().anchors.map(recordOf))
  return store
}

function makeStore(anchors: readonly AnchorRecord[]): AnchorStore {
  const ids = new Map(anchors.map((anchor) => [anchor.id, anchor]))
  const names = indexByName(anchors)
  return {
    anchors,
    byId: (id) => ids.get(id) ?? null,
    bySubject: (canonical) => {
      const candidates = new Set(attributeValues(canonical).flatMap((value) => names.get(value) ?? []))
      return [...candidates].filter(({ subjectCanonical }) => subjectCanonical === canonical)
    },
  }
}

/**
 * Reading four hundred subjects takes longer than everything else a run does before its first connection, so they
 * are found by the name for people, which is one of the subject's values, and only the candidates are read.
 */
function indexByName(anchors: readonly AnchorRecord[]): Map<string, AnchorRecord[]> {
  const index = new Map<string, AnchorRecord[]>()
  for (const anchor of anchors) {
    const value = anchor.name.normalize('NFKC').toLowerCase()
    putTo(index, value, anchor)
  }
  return index
}

/** Values of a canonical name's attributes, `type=value` each. */
const attributeValues = (canonical: string): string[] =>
  canonical.split(/[\n+]/).map((attribute) => attribute.slice(attribute.indexOf('=') + 1))

function recordOf(packed: PackedAnchor): AnchorRecord {
  const { subject, spki, ios, ...rest } = packed
  let canonical: string | undefined
  let key: KeyObject | null | undefined
  return {
    ...rest,
    get subjectDer() {
      return subject.toString('hex')
    },
    get spki() {
      return spki.toString('hex')
    },
    ios: SYMANTEC.has(packed.id) ? endedBefore(ios, IOS_TLS_ENDED) : ios,
    get subjectCanonical() {
      canonical ??= readName(subject).canonical
      return canonical
    },
    publicKey: () => {
      if (key === undefined) key = readKey(spki)
      return key
    },
  }
}

/** Cuts ranges at the last list before `version`. */
function endedBefore(ranges: readonly VersionRange[], version: string): VersionRange[] {
  const last = listsOf('ios').findLast((list) => compareVersions(list.version, version) < 0)?.version
  if (last === undefined) return []
  return ranges.flatMap(([from, to]): VersionRange[] => {
    if (compareVersions(from, last) > 0) return []
    return [[from, to === null || compareVersions(to, last) > 0 ? last : to]]
  })
}

function readKey(spki: Buffer): KeyObject | null {
  try {
    return createPublicKey({ key: spki, format: 'der', type: 'spki' })
  } catch {
    return null
  }
}

/** `some`: phones of this version differ by security patch. `unknown`: no list that old is known. */
export type Presence = 'all' | 'some' | 'none' | 'unknown'

/** Do phones of this version have the anchor? Versions newer than the newest list are judged by that one. */
export function presence(anchor: AnchorRecord, os: Os, version: string = newestKnown(os).version): Presence {
  const list = listAt(os, version)
  if (list === null) return 'unknown'
  if (list.wavering?.includes(anchor.id)) return 'some'
  const holds = anchor[os].some(
    ([first, last]) =>
      compareVersions(first, list.version) <= 0 &&
      (last === null || compareVersions(list.version, last) <= 0),
  )
  return holds ? 'all' : 'none'
}

/** True only when every phone of that version has the anchor. `version` counts for ios and android alone. */
export function isTrusted(anchor: AnchorRecord, list: TrustList, version?: string): boolean {
  return list === 'ios' || list === 'android' ? presence(anchor, list, version) === 'all' : anchor[list]
}

const NOWHERE: TrustSpan = { since: null, until: null, root: null }

/** First and last version that has the anchor; `root` is null where none does. Lists without versions have no dates. */
export const spanOf = (anchor: AnchorRecord, list: TrustList): TrustSpan => spanOfAny([anchor], list)

/**
 * The same for a chain that reaches several anchors: the run of versions that lasts longest, in which each version
 * has at least one of them. `root` is the anchor that the newest version of the run has.
 */
export function spanOfAny(anchors: readonly AnchorRecord[], list: TrustList): TrustSpan {
  if (list !== 'ios' && list !== 'android') {
    const found = anchors.find((anchor) => anchor[list])
    return found ? { since: null, until: null, root: found.name } : NOWHERE
  }
  const versions = listsOf(list).map(({ version }) => version)
  const holder = (version: string) => anchors.find((anchor) => isTrusted(anchor, list, version))
  const last = versions.findLastIndex((version) => holder(version) !== undefined)
  if (last < 0) return NOWHERE
  const gap = versions.findLastIndex((version, index) => index < last && holder(version) === undefined)
  const until = last === versions.length - 1 ? null : (versions[last] ?? null)
  const since = versions[gap + 1] ?? ''
  const holds = (version: string) => (anchor: AnchorRecord) => isTrusted(anchor, list, version)
  // One root that stands for the whole span, or the two at its ends.
  const whole = anchors.filter(holds(since)).find(holds(versions[last] ?? ''))
  const ends = [holder(since), holder(versions[last] ?? '')].flatMap((anchor) => anchor?.name ?? [])
  return { since: since || null, until, root: whole?.name ?? [...new Set(ends)].join(' / ') }
}
