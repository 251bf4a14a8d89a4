import { describe, expect, test } from 'vitest'
import type { ChainFact, Handshake, HelloId, ServerFlight } from '../../src/facts/index.js'
import { distinctChains } from '../../src/probes/chains.js'

const drew = (certificates: string[], more: Partial<ServerFlight> = {}): Handshake => ({
  kind: 'accepted',
  version: 'TLSv1.2',
  cipher: 1,
  certificates,
  ...more,
})
const refused: Handshake = { kind: 'refused', by: 'alert', alert: 40 }
const chains = (handshakes: Partial<Record<HelloId, Handshake>>) => distinctChains(handshakes)

test('one chain, all its hellos', () => {
  expect(chains({ ssl3: refused, 'tls1.2': drew(['A', 'B']), 'tls1.3': drew(['A', 'B']) })).toEqual([
    { certificates: ['A', 'B'], hellos: ['tls1.2', 'tls1.3'], primary: true, keyProof: 'unchecked' },
  ])
})

test.each([
  ['order', ['B', 'A']],
  ['a duplicate', ['A', 'B', 'B']],
  ['one less', ['A']],
])('%s makes another chain', (_, certificates) => {
  expect(chains({ 'tls1.3': drew(['A', 'B']), 'tls1.2-rsa': drew(certificates) })).toHaveLength(2)
})

test('the newest general hello first; primary is what it or TLS 1.2 in general drew', () => {
  const found = chains({
    'tls1.0': drew(['old']),
    'tls1.2': drew(['rsa']),
    'tls1.3': drew(['ec']),
    'tls1.2-rsa': drew(['rsa']),
  })
  expect(found.map(({ certificates, primary }) => [certificates[0], primary])).toEqual([
    ['ec', true],
    ['rsa', true],
    ['old', false],
  ])
})

test('without a general hello the newest accepted one is primary', () => {
  const found = chains({ 'tls1.0': drew(['old']), 'tls1.2-ats': drew(['new']), 'tls1.3': refused })
  expect(found.map(({ certificates, primary }) => [certificates[0], primary])).toEqual([
    ['new', true],
    ['old', false],
  ])
})

test('a general hello that broke off before its chain leaves the next one primary', () => {
  const { certificates: _, ...broken } = drew([]) as ServerFlight
  const found = chains({ 'tls1.3': { kind: 'accepted', ...broken }, 'tls1.2-ats': drew(['A']) })
  expect(found).toMatchObject([{ certificates: ['A'], primary: true }])
})

test.each<[(ServerFlight['keyProof'] | undefined)[], string]>([
  [['valid', 'valid'], 'valid'],
  [['unchecked', 'valid'], 'valid'],
  [['valid', 'invalid'], 'invalid'],
  [['unchecked', undefined], 'unchecked'],
])('key proofs %j make %s', ([newest, older], proof) => {
  const more = (keyProof: ServerFlight['keyProof'] | undefined) => (keyProof ? { keyProof } : {})
  expect(chains({ 'tls1.3': drew(['A'], more(newest)), 'tls1.2': drew(['A'], more(older)) })).toMatchObject([
    { keyProof: proof },
  ])
})

test('staple and SCT list of the newest that had them', () => {
  const found = chains({
    'tls1.3': drew(['A']),
    'tls1.2': drew(['A'], { ocspStaple: 'newer' }),
    'tls1.2-rsa': drew(['A'], { ocspStaple: 'older', sctList: 'scts' }),
  })
  expect(found).toMatchObject([{ ocspStaple: 'newer', sctList: 'scts' }])
})

describe('with simulated phones', () => {
  const phones = (supported: string[] | null, drawn: Record<string, string[]>) => ({
    handshakes: new Map(Object.entries(drawn).map(([id, certificates]) => [id, drew(certificates)])),
    supported: supported && new Set(supported),
  })
  const general = { 'tls1.3': drew(['ec']), 'tls1.2': drew(['rsa']) }
  const told = (found: ChainFact[]) =>
    found.map(({ certificates, primary, clients }) => [certificates[0], primary, clients])

  test('the chains supported phones get are primary, and no others', () => {
    const found = distinctChains(general, phones(['ec'], { 'ios-26': ['ec'], 'android-7.0': ['rsa'] }))
    expect(told(found)).toEqual([
      ['ec', true, ['ios-26']],
      ['rsa', false, ['android-7.0']],
    ])
  })

  test('as long as one of them is not known, the general hellos stand for them', () => {
    const found = distinctChains(general, phones(null, { 'android-7.0': ['odd'] }))
    expect(told(found)).toEqual([
      ['ec', true, undefined],
      ['rsa', true, undefined],
      ['odd', false, ['android-7.0']],
    ])
  })

  test('a chain that a supported phone alone gets is primary', () => {
    const found = distinctChains(general, phones(['ec', 'odd'], { 'ios-26': ['odd'] }))
    expect(told(found)).toEqual([
      ['ec', true, undefined],
      ['rsa', false, undefined],
      ['odd', true, ['ios-26']],
    ])
  })

  test('nobody supported connects: the general hellos stand', () => {
    expect(told(distinctChains(general, phones([], {})))).toEqual([
      ['ec', true, undefined],
      ['rsa', true, undefined],
    ])
  })
})
