import {
  defineRule,
  evidence,
  type Finding,
  fail,
  notApplicable,
  type PlaceFact,
  pass,
} from '../../../src/engine/rule.js'
import {
  HELLO_IDS,
  type HelloId,
  specialUse,
  TLS_VERSIONS,
  type TlsVersion,
} from '../../../src/facts/index.js'
import { rememberedCertificate } from '../../../src/x509/index.js'

type Leaf = { sha256: string; issuer: string; notAfter: string }
type Seen<T> = ({ vantages: string[] } & T)[]
type Reasons = {
  pass: { vantages: string[] }
  'fails-somewhere': { failing: Seen<{ rules: string[] }>; others: string[] }
  'old-certificate': { hello: HelloId; groups: Seen<{ leaves: Leaf[]; old: boolean }> }
  'other-certificate': { hello: HelloId; groups: Seen<{ leaves: Leaf[]; old: boolean }> }
  'different-chain': { hello: HelloId; groups: Seen<{ certificates: number[] }> }
  'different-versions': { groups: Seen<{ versions: TlsVersion[] }> }
  'special-address': { strange: Seen<{ addresses: string[] }>; others: string[] }
  'different-status': { path: string; groups: Seen<{ status: number }> }
  'other-addresses': { groups: Seen<{ addresses: string[] }> }
}
type Findings = Finding<Reasons>[]

/**
 * A CDN must serve everyone the same, as far as phones can tell: a renewal that hasn't reached every region fails for
 * some users only, and can't be seen from a single place. Different addresses, and different certificates none of which
 * is due, are normal.
 */
export default defineRule({
  id: 'vantage/consistent',
  subject: 'places',
  needs: ['places'],
  evidence: evidence<Reasons>(),
  reasons: {
    'fails-somewhere': 'fail',
    'old-certificate': 'fail',
    'other-certificate': 'fail',
    'different-chain': 'fail',
    'different-versions': 'fail',
    'special-address': 'fail',
    'different-status': 'fail',
    'other-addresses': 'fail',
  },
  judge({ places }, _, { now }) {
    // A place that did not look has nothing to compare, and is reported separately.
    const looked = places.filter(({ facts }) => facts.notLooked === undefined)
    if (looked.length < 2) return [notApplicable]
    const findings = [
      ...verdictFindings(looked),
      ...certificateFindings(looked, now),
      ...versionFindings(looked),
      ...addressFindings(looked),
      ...statusFindings(looked),
    ]
    return findings.length > 0 ? findings : [pass({ vantages: looked.map(nameOf) })]
  },
})

const nameOf = ({ vantage }: PlaceFact): string => vantage

/** Places grouped by what `of` returns for them, if anything. */
function grouped<T>(places: readonly PlaceFact[], of: (place: PlaceFact) => T | null): Seen<{ value: T }> {
  const groups = new Map<string, { vantages: string[]; value: T }>()
  for (const place of places) {
    const value = of(place)
    if (value === null) continue
    const key = JSON.stringify(value)
    const known = groups.get(key)
    if (known) known.vantages.push(place.vantage)
    else groups.set(key, { vantages: [place.vantage], value })
  }
  return [...groups.values()]
}

/** If all fail alike nothing differs, and the failure is reported by its own rules. */
function verdictFindings(places: readonly PlaceFact[]): Findings {
  const others = places.filter(({ verdict }) => verdict === 'pass' || verdict === 'warn')
  const failing = grouped(places, ({ verdict, failing }) => (verdict === 'fail' ? failing : null))
  if (others.length === 0 || failing.length === 0) return []
  return [
    fail('fails-somewhere', {
      failing: failing.map(({ vantages, value }) => ({ vantages, rules: [...value] })),
      others: others.map(nameOf),
    }),
  ]
}

/** Answers to the same hello are compared: a server may have both RSA and EC certificates. */
function certificateFindings(places: readonly PlaceFact[], now: number): Findings {
  for (const hello of [...HELLO_IDS].reverse()) {
    const groups = grouped(places, (place) => sentTo(hello, place, ([leaf = '']) => leaf))
    if (groups.length > 1) return [leafFinding(hello, groups, now)]
  }
  for (const hello of [...HELLO_IDS].reverse()) {
    const groups = grouped(places, (place) => sentTo(hello, place, (chain) => chain.join(' ')))
    if (groups.length < 2) continue
    const shown = groups.map(({ vantages, value }) => ({
      vantages,
      certificates: value.map((chain) => chain.split(' ').length),
    }))
    return [fail('different-chain', { hello, groups: shown })]
  }
  return []
}

/** Distinct answers of all addresses seen from the place, in a fixed order; null if there was none. */
function sentTo(
  hello: HelloId,
  { facts }: PlaceFact,
  part: (certificates: readonly string[]) => string,
): string[] | null {
  const sent = facts.endpoints.flatMap(({ handshakes }) => {
    const answer = handshakes[hello]
    return answer?.kind === 'accepted' && answer.certificates?.length ? [part(answer.certificates)] : []
  })
  return sent.length > 0 ? [...new Set(sent)].sort() : null
}

/** Of its lifetime; certificates are renewed when a third is left. */
const DUE = 1 / 3

function leafFinding(hello: HelloId, seen: Seen<{ value: string[] }>, now: number) {
  const ends = seen.flatMap(({ value }) =>
    value.map((leaf) => rememberedCertificate(leaf)?.notAfter ?? Number.NaN),
  )
  const newest = Math.max(...ends.filter(Number.isFinite))
  const groups = seen.map(({ vantages, value }) => ({
    vantages,
    leaves: value.map(leafOf),
    old: value.some((leaf) => isLeftOver(leaf, newest, now)),
  }))
  return groups.some(({ old }) => old)
    ? fail('old-certificate', { hello, groups })
    : fail('other-certificate', { hello, groups })
}

/** It is due, or can't be parsed, and another place has one that expires later. */
function isLeftOver(leaf: string, newest: number, now: number): boolean {
  const { notBefore, notAfter } = rememberedCertificate(leaf) ?? {
    notBefore: Number.NaN,
    notAfter: Number.NaN,
  }
  if (!Number.isFinite(notBefore) || !Number.isFinite(notAfter)) return true
  return notAfter < newest && notAfter - now < (notAfter - notBefore) * DUE
}

function leafOf(base64: string): Leaf {
  const { sha256 = '', issuer, notAfter = Number.NaN } = rememberedCertificate(base64) ?? {}
  return {
    sha256,
    issuer: issuer?.text ?? '',
    notAfter: Number.isFinite(notAfter) ? new Date(notAfter).toISOString() : '',
  }
}

const HELLOS: Record<TlsVersion, HelloId> = {
  SSLv3: 'ssl3',
  TLSv1: 'tls1.0',
  'TLSv1.1': 'tls1.1',
  'TLSv1.2': 'tls1.2',
  'TLSv1.3': 'tls1.3',
}

const answers = ({ facts }: PlaceFact, version: TlsVersion) =>
  facts.endpoints.flatMap(({ connect, handshakes }) =>
    connect.kind === 'accepted' ? [handshakes[HELLOS[version]]?.kind ?? 'no-answer'] : [],
  )

/** A version that went unanswered anywhere is not compared; a place without a TLS answer has no versions. */
function versionFindings(all: readonly PlaceFact[]): Findings {
  const places = all.filter(({ facts }) =>
    facts.endpoints.some(({ handshakes }) =>
      Object.values(handshakes).some(({ kind }) => kind === 'accepted'),
    ),
  )
  const known = TLS_VERSIONS.filter((version) =>
    places.every((place) => !answers(place, version).includes('no-answer')),
  )
  const groups = grouped(places, (place) =>
    known.filter((version) => answers(place, version).includes('accepted')),
  )
  if (groups.length < 2) return []
  return [
    fail('different-versions', {
      groups: groups.map(({ vantages, value }) => ({ vantages, versions: value })),
    }),
  ]
}

const addressesOf = ({ facts: { dns } }: PlaceFact): string[] =>
  dns ? [...dns.a.addresses, ...dns.aaaa.addresses].sort() : []

const addressGroups = (places: readonly PlaceFact[], addresses: (place: PlaceFact) => string[]) =>
  grouped(places, addresses).map(({ vantages, value }) => ({ vantages, addresses: value }))

/** What resolvers answered; addresses given by the user don't count. */
function addressFindings(all: readonly PlaceFact[]): Findings {
  const places = all.filter(
    (place) => place.facts.dns?.source === 'resolver' && addressesOf(place).length > 0,
  )
  const inside = (place: PlaceFact) => addressesOf(place).filter((address) => specialUse(address) !== null)
  const strange = places.filter((place) => inside(place).length > 0)
  const others = places.filter((place) => inside(place).length === 0)
  if (strange.length > 0 && others.length > 0) {
    return [fail('special-address', { strange: addressGroups(strange, inside), others: others.map(nameOf) })]
  }
  const groups = addressGroups(places, addressesOf)
  return groups.length < 2 ? [] : [fail('other-addresses', { groups })]
}

/** Success and redirects by class, errors exactly: 403 and 404 are different faults. */
function statusFindings(places: readonly PlaceFact[]): Findings {
  const paths = new Set(
    places.flatMap(({ facts: { http } }) =>
      [...(http?.paths ?? []), ...(http?.upgrades ?? [])].map(({ path }) => path),
    ),
  )
  return [...paths].flatMap((path): Findings => {
    const shown = (place: PlaceFact) => statusAt(path, place)
    const classes = grouped(places, (place) => classOf(shown(place)))
    if (classes.length < 2) return []
    const groups = grouped(places, shown).map(({ vantages, value }) => ({ vantages, status: value }))
    return [fail('different-status', { path, groups })]
  })
}

const classOf = (status: number | null): number | null =>
  status === null || status >= 400 ? status : Math.floor(status / 100)

function statusAt(path: string, { facts: { http } }: PlaceFact): number | null {
  const asked = http?.paths.find((one) => one.path === path)?.exchanges[0]?.answer
  const answer = asked ?? http?.upgrades.find((one) => one.path === path)?.answer
  return answer?.kind === 'answered' ? answer.status : null
}
