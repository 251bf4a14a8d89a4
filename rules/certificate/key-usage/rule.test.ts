import { describe, expect, test } from 'vitest'
import type { CertificateInput } from '../../../src/demo/index.js'
import type { ClientFact, KeyExchangeFact } from '../../../src/facts/index.js'
import { authority, chainFact, issue, STORES, toldOf } from '../../../test/helpers/chains.js'
import {
  accepted,
  column,
  endpoint,
  everyHello,
  judgments,
  refused,
  target,
} from '../../../test/helpers/targets.js'
import rule from './rule.js'

const ca = [authority.root]
type Usages = NonNullable<CertificateInput['keyUsage']> | null
const certified = (key: 'rsa-2048' | 'ec-p256', keyUsage: Usages) =>
  chainFact([issue({ key, keyUsage }), authority.intermediate], { hellos: ['tls1.2', 'tls1.3'] })

const TLS13: KeyExchangeFact = { by: 'tls1.3', version: 'TLSv1.3', cipher: 0x1301 }
const ECDHE: KeyExchangeFact = { by: 'tls1.2', version: 'TLSv1.2', cipher: 0xc02f }
const DHE: KeyExchangeFact = { by: 'tls1.2', version: 'TLSv1.2', cipher: 0x009e }
const STATIC: KeyExchangeFact = { by: 'tls1.2', version: 'TLSv1.2', cipher: 0x009c }

describe('RSA', () => {
  test.each<[Usages, KeyExchangeFact, string]>([
    [['digitalSignature', 'keyEncipherment'], TLS13, 'pass'],
    [['digitalSignature', 'keyEncipherment'], STATIC, 'pass'],
    [['keyEncipherment'], TLS13, 'fail no-signature'],
    [['keyEncipherment'], ECDHE, 'fail no-signature-rsa'],
    [['keyEncipherment'], DHE, 'fail no-signature-rsa'],
    [['keyEncipherment'], STATIC, 'pass'],
    [['digitalSignature'], TLS13, 'pass'],
    [['digitalSignature'], ECDHE, 'pass'],
    [['digitalSignature'], STATIC, 'fail no-encipherment'],
    [['dataEncipherment'], TLS13, 'fail no-signature'],
    [['nonRepudiation'], STATIC, 'fail no-encipherment'],
    [null, STATIC, 'not-applicable'],
    [null, TLS13, 'not-applicable'],
  ])('%j over %j: %s', (usages, exchange, expected) => {
    for (const store of STORES)
      expect(toldOf(rule, certified('rsa-2048', usages), { ca, store, exchanges: [exchange] })).toEqual([
        expected,
      ])
  })
  test('of a file, a signature is expected', () => {
    expect(toldOf(rule, certified('rsa-2048', ['keyEncipherment']), { ca })).toEqual([
      'fail no-signature-rsa',
    ])
    expect(toldOf(rule, certified('rsa-2048', ['digitalSignature']), { ca })).toEqual(['pass'])
  })
})

describe('EC signs always', () => {
  test.each<[Usages, string]>([
    [['digitalSignature'], 'pass'],
    [['digitalSignature', 'keyAgreement'], 'pass'],
    [['keyAgreement'], 'fail no-signature'],
    [['keyEncipherment'], 'fail no-signature'],
    [['keyCertSign'], 'fail no-signature'],
  ])('%j: %s', (usages, expected) => {
    for (const exchange of [TLS13, { ...ECDHE, cipher: 0xc02b }])
      expect(toldOf(rule, certified('ec-p256', usages), { ca, exchanges: [exchange] })).toEqual([expected])
    expect(toldOf(rule, certified('ec-p256', usages), { ca })).toEqual([expected])
  })
})

describe('what a platform’s own clients negotiate counts', () => {
  const chain = certified('rsa-2048', ['keyEncipherment'])
  const told = (
    clients: ClientFact[],
    handshakes = {
      ...everyHello(refused),
      'tls1.2': accepted('TLSv1.2', { certificates: chain.certificates }),
    },
  ) => {
    const server = endpoint('93.184.216.34', { handshakes, clients, chains: [chain] })
    const all = judgments(target([server]), { rules: [rule], ca })
    const platforms = ['wechat-ios', 'wechat-android', 'wechat-devtools'] as const
    return platforms.map((platform) => column(all, rule.id, platform).join())
  }
  const flight = (client: string, version: 'TLSv1.2' | 'TLSv1.3', cipher: number): ClientFact => ({
    client,
    basis: 'connected',
    handshake: { kind: 'accepted', version, cipher, chain: 0 },
  })

  test('not what hellos of no phone drew', () => {
    const clients = [flight('ios-26', 'TLSv1.3', 0x1301), flight('android-17', 'TLSv1.2', 0xc02f)]
    expect(told([...clients, flight('chromium-150', 'TLSv1.2', 0x009c)])).toEqual([
      'fail warning no-signature',
      'fail warning no-signature-rsa',
      'pass error',
    ])
  })
  test('predicted ones too, and only those that get this chain', () => {
    const prediction = { kind: 'accepted', version: 'TLSv1.3', cipher: 0x1301 } as const
    const of = (from: string): ClientFact => ({
      client: 'android-17',
      basis: 'predicted',
      prediction: { ...prediction, from },
    })
    expect(told([of('tls1.3')])[1]).toBe('fail error no-signature')
    expect(told([of('tls1.3-ecdsa')])[1]).toBe('fail warning no-signature-rsa')
  })
  test('levels', () => {
    expect(told([])).toEqual([
      'fail warning no-signature-rsa',
      'fail warning no-signature-rsa',
      'fail error no-signature-rsa',
    ])
  })
})

test('a leaf our reader can’t make out', () => {
  expect(toldOf(rule, chainFact(['AAAA']))).toEqual(['unknown not-observed'])
})
