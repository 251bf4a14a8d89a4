/**
 * All certificate rules together against a phone thought out by brute force: it tries every way from the leaf to a
 * root and takes any without a fault. No rule may pass what it refuses; none may fail what it takes.
 */
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { RULES } from '../../../rules/index.js'
import { freshKey, type Issued } from '../../../src/demo/index.js'
import { compareVersions } from '../../../src/facts/index.js'
import { type VersionRange, versionsFrom } from '../../../src/trust/index.js'
import { buildIn, recordOf } from '../../helpers/anchors.js'
import { base64, chainFact, DAY, issue, issueCa, NOW } from '../../helpers/chains.js'
import { endpoint, judgments, target } from '../../helpers/targets.js'
import { runs } from '../../helpers/thorough.js'

afterEach(() => {
  vi.restoreAllMocks()
})

const RULES_OF_PATHS = RULES.filter(({ id }) =>
  /^certificate\/(validity|trusted|chain-complete|distrusted-ca|path|key-strength|signature-algorithm|self-signed)$/.test(
    id,
  ),
)
const FAULTS = ['none', 'expired', 'no-ca', 'sha1', 'weak-key'] as const
type Fault = (typeof FAULTS)[number]

const roots = ['Alpha', 'Beta', 'Gamma'].map((name) => issueCa({ subject: `${name} Root` }))
const keys = [freshKey('ec-p256'), freshKey('ec-p256'), freshKey('ec-p224')]

/** One issue of an authority. */
interface Link {
  certificate: Issued
  /** Which authority it is of, and by which root or authority it was issued. */
  of: number
  by: { root: number } | { authority: number }
  fault: Fault
}

function link(of: number, by: Link['by'], fault: Fault): Link {
  const common = { subject: `CA ${of}`, key: keys[of] as (typeof keys)[number] }
  const issuer =
    'root' in by
      ? roots[by.root]
      : issueCa({ subject: `CA ${by.authority}`, key: keys[by.authority] as never })
  const certificate = issueCa({
    ...common,
    issuer: issuer as Issued,
    ...(fault === 'expired' ? { notBefore: new Date(NOW - 900 * DAY), notAfter: new Date(NOW - DAY) } : {}),
    ...(fault === 'no-ca' ? { ca: false, keyUsage: null } : {}),
    ...(fault === 'sha1' ? { hash: 'sha1' as const } : {}),
  })
  return { certificate, of, by, fault }
}

/** Authority 0 issues the leaf; 1 and, with a key too weak for iOS, 2 issue authority 0 again. */
const LINKS: Link[] = [
  ...[0, 1, 2].flatMap((root) =>
    (['none', 'expired', 'no-ca', 'sha1'] as const).map((fault) => link(0, { root }, fault)),
  ),
  ...[0, 1].map((root) => link(1, { root }, 'none')),
  ...[1, 2].map((root) => link(2, { root }, 'weak-key')),
  link(0, { authority: 1 }, 'none'),
  link(0, { authority: 2 }, 'none'),
]
const leaf = issue({ issuer: (LINKS[0] as Link).certificate })

interface World {
  roots: { ranges: VersionRange[]; refused: boolean }[]
  /** Places in LINKS. */
  sent: number[]
  fetched: number[]
}

const RANGES: VersionRange[][] = [[['4.4', null]], [['4.4', '13']], [['14', null]], [['12', null]], []]
const world: fc.Arbitrary<World> = fc.record({
  roots: fc.tuple(
    ...roots.map(() => fc.record({ ranges: fc.constantFrom(...RANGES), refused: fc.boolean() })),
  ),
  sent: fc.shuffledSubarray([...LINKS.keys()], { maxLength: 5 }),
  fetched: fc.shuffledSubarray([...LINKS.keys()], { maxLength: 1 }),
})

const linksAt = (places: readonly number[]): Link[] => places.flatMap((place) => LINKS[place] ?? [])

/** Every way up: the roots it ends in, and the links it goes through. */
function ways(of: number, links: readonly Link[], passed: Link[] = []): { root: number; through: Link[] }[] {
  return links
    .filter((one) => one.of === of && !passed.some((other) => other.of === one.of))
    .flatMap((one) => {
      const through = [...passed, one]
      return 'root' in one.by ? [{ root: one.by.root, through }] : ways(one.by.authority, links, through)
    })
}

const has = (ranges: readonly VersionRange[], version: string) =>
  ranges.some(
    ([from, to]) => compareVersions(from, version) <= 0 && (to === null || compareVersions(version, to) <= 0),
  )

function takes({ roots: lists, sent, fetched }: World, os: 'ios' | 'android'): boolean {
  const links = linksAt(os === 'ios' ? [...sent, ...fetched] : sent)
  const forgiven: Fault[] = os === 'ios' ? ['none'] : ['none', 'weak-key']
  const good = ways(0, links).filter(
    ({ root, through }) =>
      through.every(({ fault }) => forgiven.includes(fault)) && !(os === 'ios' && lists[root]?.refused),
  )
  const { supported } = versionsFrom(os, os === 'ios' ? '12' : '10', os === 'ios' ? '12' : '10')
  return supported.every((version) => good.some(({ root }) => has(lists[root]?.ranges ?? [], version)))
}

function verdict(one: World, os: 'ios' | 'android'): string[] {
  vi.restoreAllMocks()
  buildIn(
    ...roots.map((root, index) => {
      const { ranges = [], refused = false } = one.roots[index] ?? {}
      return recordOf(root, {
        ios: ranges,
        android: ranges,
        ...(refused ? { limits: { appleIssuedAfter: '2020-01-01' } } : {}),
      })
    }),
  )
  const fetched = linksAt(one.fetched).map(({ certificate }) => ({
    of: '',
    url: '',
    certificates: [base64(certificate)],
  }))
  const chain = chainFact([leaf, ...linksAt(one.sent).map(({ certificate }) => certificate)], { fetched })
  const all = judgments(target([endpoint('93.184.216.34', { chains: [chain] })]), {
    rules: RULES_OF_PATHS,
    platforms: [`wechat-${os}`],
    supportedOs: { ios: '12', android: '10' },
    legacyOs: { ios: '12', android: '10' },
  })
  return all
    .filter(({ status, level }) => level === 'error' && (status === 'fail' || status === 'unknown'))
    .map(({ rule, reason }) => `${rule} ${reason}`)
}

test.each(['android', 'ios'] as const)('%s', (os) => {
  let taken = 0
  fc.assert(
    fc.property(world, (one) => {
      const wanted = takes(one, os)
      if (wanted) taken++
      expect(verdict(one, os).length === 0).toBe(wanted)
    }),
    { numRuns: runs(600), seed: 20261120 },
  )
  // Of both kinds there were enough.
  expect(taken).toBeGreaterThan(runs(30))
})
