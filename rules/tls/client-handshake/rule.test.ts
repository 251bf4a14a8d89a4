import { describe, expect, test } from 'vitest'
import { CLIENTS, clientById } from '../../../src/clients/index.js'
import type { ClientFact, ClientFlight, Handshake, Prediction } from '../../../src/facts/index.js'
import type { PlatformId } from '../../../src/types.js'
import { context, told } from '../../../test/helpers/chains.js'
import {
  accepted,
  column,
  endpoint,
  judgments,
  modern,
  refused,
  silent,
  target,
} from '../../../test/helpers/targets.js'
import { textsOf } from '../../texts/index.js'
import rule from './rule.js'

type Answer = Extract<ClientFact, { basis: 'connected' }>['handshake']

const fine: Prediction = { kind: 'accepted', version: 'TLSv1.2', cipher: 0xc02f, group: 0x17, from: 'tls1.2' }
const connected = (client: string, handshake: Answer): ClientFact => ({
  client,
  basis: 'connected',
  handshake,
})
const flight = (more: Partial<ClientFlight> = {}): Answer => ({
  kind: 'accepted',
  version: 'TLSv1.2',
  cipher: 0xc02f,
  group: 0x17,
  signatureAlgorithm: 0x0401,
  leaf: { type: 'rsa' },
  keyProof: 'valid',
  ...more,
})

/** All clients except those named are predicted to connect. */
function clients(named: Record<string, Answer | Prediction['kind']>): ClientFact[] {
  return CLIENTS.map(({ id }): ClientFact => {
    const own = named[id]
    if (own === undefined || own === 'accepted') return { client: id, basis: 'predicted', prediction: fine }
    if (typeof own === 'string') return { client: id, basis: 'predicted', prediction: { kind: own } }
    return connected(id, own)
  })
}
const ask = (facts: ClientFact[], platform: PlatformId = 'wechat-ios', more = {}) =>
  rule.judge(
    {
      clients: facts,
      handshakes: modern(),
      tlsVersions: {} as never,
      endpoint: {} as never,
      nameless: silent,
    },
    { platform },
    context(more),
  )

describe('findings', () => {
  test.each<[string, Record<string, Answer | Prediction['kind']>, PlatformId, string[]]>([
    ['everybody connects', {}, 'wechat-ios', ['pass']],
    ['a supported one is refused', { 'ios-18': refused }, 'wechat-ios', ['fail cannot-connect']],
    ['the oldest supported one', { 'ios-15': refused }, 'alipay-ios', ['fail cannot-connect']],
    ['the newest legacy one', { 'ios-14': refused }, 'alipay-ios', ['fail legacy-cannot-connect']],
    ['the oldest legacy one', { 'ios-12.0': refused }, 'mpaas-ios', ['fail legacy-cannot-connect']],
    ['older than that is not looked at', { 'ios-11': refused }, 'wechat-ios', ['pass']],
    ['a failure that was only predicted', { 'ios-18': 'refused' }, 'wechat-ios', ['unknown unconfirmed']],
    ['one of whom nothing is known', { 'android-10': 'open' }, 'wechat-android', ['unknown unconfirmed']],
    [
      'a legacy one of whom nothing is known',
      { 'android-8': 'open' },
      'wechat-android',
      ['unknown legacy-unconfirmed'],
    ],
    ['silence', { 'ios-26': silent }, 'wechat-ios', ['unknown no-answer']],
    ['silence to a legacy one', { 'ios-13': silent }, 'wechat-ios', ['unknown legacy-no-answer']],
    [
      'a failure beside silence',
      { 'ios-26': silent, 'ios-18': refused },
      'wechat-ios',
      ['fail cannot-connect', 'unknown no-answer'],
    ],
    [
      'a legacy failure beside a supported unknown',
      { 'android-17': 'open', 'android-7.0': refused },
      'wechat-android',
      ['unknown unconfirmed', 'fail legacy-cannot-connect'],
    ],
    ['Android’s failures are not Apple’s', { 'android-17': refused }, 'wechat-ios', ['pass']],
    ['cronet is on WeChat’s phones', { 'chromium-110': refused }, 'wechat-android', ['fail cannot-connect']],
    ['and not on Alipay’s', { 'chromium-110': refused }, 'alipay-android', ['pass']],
    [
      'desktop Chromium is devtools’',
      { 'chromium-150': refused },
      'wechat-devtools',
      ['fail cannot-connect'],
    ],
    ['and not a phone’s', { 'chromium-150': refused }, 'wechat-android', ['pass']],
    ['other apps’ libraries stand for nobody', { 'android-11-okhttp': refused }, 'alipay-android', ['pass']],
    [
      'two families, two findings',
      { 'android-17': refused, 'cronet-android-16': refused },
      'wechat-android',
      ['fail cannot-connect', 'fail cannot-connect'],
    ],
  ])('%s', (_, named, platform, expected) => expect(told(ask(clients(named), platform))).toEqual(expected))

  test('the versions of the config decide who is supported', () => {
    const old = { supportedOs: { ios: '12', android: '7.0' }, legacyOs: { ios: '9', android: '4.4' } }
    expect(told(ask(clients({ 'ios-14': refused }), 'wechat-ios', old))).toEqual(['fail cannot-connect'])
    expect(told(ask(clients({ 'ios-9': refused }), 'wechat-ios', old))).toEqual([
      'fail legacy-cannot-connect',
    ])
  })
})

test.each<[string, string, Answer, string]>([
  [
    'a version it does not take',
    'ios-12.0',
    { kind: 'refused', by: 'other-version', version: 'TLSv1' },
    'version',
  ],
  ['a suite it did not offer', 'ios-18', flight({ cipher: 0x009c }), 'suite'],
  ['a suite of another version', 'ios-18', flight({ version: 'TLSv1.3' }), 'suite'],
  ['a group it does not know', 'android-7.0', flight({ group: 0x18 }), 'group'],
  ['a signature it did not offer', 'android-7.0', flight({ signatureAlgorithm: 0x0804 }), 'signature'],
  [
    'a certificate on a curve it does not know',
    'android-7.0',
    flight({ cipher: 0xc02c, signatureAlgorithm: 0x0503, leaf: { type: 'ec', group: 0x18 } }),
    'certificate-curve',
  ],
  ['a kind of key it can not check', 'ios-18', flight({ leaf: { type: 'ed25519' } }), 'certificate-key'],
  [
    'static RSA with an EC key',
    'android-10',
    flight({ cipher: 0x009c, leaf: { type: 'ec', group: 0x17 } }),
    'certificate-key',
  ],
  [
    'more certificates than it takes',
    'android-10',
    flight({ certificateBytes: 102_401 }),
    'certificate-size',
  ],
  ['a signature that proves nothing', 'ios-18', flight({ keyProof: 'invalid' }), 'false-signature'],
  [
    'a flight that breaks',
    'ios-18',
    flight({ incomplete: { kind: 'refused', by: 'alert', alert: 80 } }),
    'broken-off',
  ],
])('a ServerHello is not yet a connection: %s', (_, id, answer, fault) => {
  const platform = id.startsWith('ios') ? 'alipay-ios' : 'alipay-android'
  const [finding] = ask(clients({ [id]: answer }), platform)
  expect(finding).toMatchObject({ status: 'fail', evidence: { failed: [{ id, got: { fault } }] } })
})

test("a flight that ends in silence isn't a failure", () => {
  const incomplete = { kind: 'no-answer', phase: 'handshake', cause: 'timeout' } as const
  expect(told(ask(clients({ 'ios-26': flight({ incomplete }) })))).toEqual(['unknown no-answer'])
})

test('evidence: who, what was offered, what came back, how sure', () => {
  const [finding] = ask(clients({ 'ios-26': refused, 'ios-18': 'refused' }))
  const offer = clientById('ios-26')?.offer
  expect(finding).toMatchObject({
    reason: 'cannot-connect',
    evidence: {
      family: 'ios',
      failed: [
        {
          id: 'ios-26',
          name: 'iOS 26.0-26.4',
          offered: { versions: ['TLSv1.3', 'TLSv1.2'], suites: offer?.suites, groups: offer?.groups },
          got: { by: 'alert', alert: 70, version: null, fault: 'answer' },
        },
      ],
      undetermined: ['iOS 18.0-18.7'],
    },
  })
  const rows =
    finding && 'evidence' in finding && 'clients' in finding.evidence ? finding.evidence.clients : []
  const row = (id: string) => rows.find((one) => one.id === id)
  expect(row('ios-26')).toMatchObject({
    verdict: 'fails',
    certainty: 'connected',
    hello: 'derived',
    version: null,
  })
  expect(row('ios-18')).toMatchObject({ verdict: 'unknown', certainty: 'predicted' })
  expect(row('ios-16')).toMatchObject({ verdict: 'connects', version: 'TLSv1.2', suite: 0xc02f, group: 0x17 })
  expect(row('chromium-100')).toMatchObject({ verdict: 'connects' })
  expect(row('android-17')).toBeUndefined()
})

describe('what is lacking', () => {
  const lacking = (handshakes: Record<string, Handshake>, id: string, platform: PlatformId) => {
    const facts = { clients: clients({ [id]: refused }), handshakes, endpoint: {} } as never
    const [finding] = rule.judge(facts, { platform }, context())
    return finding && 'evidence' in finding && 'lacking' in finding.evidence ? finding.evidence.lacking : null
  }
  const only12 = (more = {}) => ({ 'tls1.3': refused, 'tls1.2': accepted('TLSv1.2', more) })
  test.each<[string, Record<string, Handshake>, string, PlatformId, string]>([
    ['a version', { 'tls1.3': refused, 'tls1.2': refused }, 'ios-26', 'wechat-ios', 'version'],
    ['a suite', only12({ cipher: 0x009c }), 'ios-26', 'wechat-ios', 'suite'],
    ['a group', only12({ group: 0x1d }), 'android-7.0', 'wechat-android', 'group'],
    ['nothing', only12({ group: 0x1d }), 'android-9', 'wechat-android', 'other'],
  ])('%s', (_, handshakes, id, platform, expected) => {
    expect(lacking(handshakes, id, platform)).toBe(expected)
  })
})

test('a downgrade has a name and texts of its own', async () => {
  const [finding] = ask(clients({ 'ios-26': { kind: 'refused', by: 'downgrade' } }))
  if (!finding || !('reason' in finding)) throw new Error('no finding')
  expect(finding).toMatchObject({ reason: 'cannot-connect', evidence: { lacking: 'downgrade' } })
  const about = { subject: 'api.example.com', platforms: [] }
  for (const [language, words] of [
    ['en', 'downgraded'],
    ['zh', '降级'],
  ] as const) {
    const said = (await textsOf(language)).rules['tls/client-handshake']?.reasons['cannot-connect']
    expect(said?.message(finding.evidence, about)).toContain(words)
    expect(said?.fix?.(finding.evidence, about)).toContain('1.3')
  }
})

test('levels: supported ones are errors, legacy ones warnings; other platforms pass', () => {
  const facts = target([
    endpoint('93.184.216.34', { clients: clients({ 'ios-26': refused, 'android-8': refused }) }),
  ])
  const all = judgments(facts, { rules: [rule] })
  expect(column(all, rule.id, 'wechat-ios')).toEqual(['fail error cannot-connect'])
  expect(column(all, rule.id, 'alipay-android')).toEqual(['fail warning legacy-cannot-connect'])
  expect(column(all, rule.id, 'wechat-devtools')).toEqual(['pass error'])
  // One finding for every platform that has the family.
  const failing = all.filter(({ reason }) => reason === 'cannot-connect')
  expect(failing.map(({ platforms }) => platforms)).toEqual([['wechat-ios', 'alipay-ios', 'mpaas-ios']])
})

test('an unconfirmed failure is never a pass', () => {
  const facts = target([endpoint('93.184.216.34', { clients: clients({ 'ios-18': 'refused' }) })])
  expect(column(judgments(facts, { rules: [rule] }), rule.id, 'wechat-ios')).toEqual([
    'unknown error unconfirmed',
  ])
  const legacy = target([endpoint('93.184.216.34', { clients: clients({ 'ios-13': 'open' }) })])
  expect(column(judgments(legacy, { rules: [rule] }), rule.id, 'wechat-ios')).toEqual([
    'unknown warning legacy-unconfirmed',
  ])
})

test('nobody was simulated: unknown', () => {
  const facts = target([endpoint('93.184.216.34', { handshakes: modern() })])
  expect(column(judgments(facts, { rules: [rule] }), rule.id, 'wechat-ios')).toEqual([
    'unknown error not-observed',
  ])
})

test.each(['en', 'zh'] as const)(
  '%s: every reason has its sentence and names who fails',
  async (language) => {
    const text = (await textsOf(language)).rules['tls/client-handshake']
    const about = { subject: 'api.example.com', platforms: [] }
    const findings = ask(
      clients({ 'ios-26': refused, 'ios-18': 'refused', 'ios-14': { kind: 'refused', by: 'reset' } }),
    )
    for (const finding of findings) {
      if (!('reason' in finding)) throw new Error('no finding')
      const said = text?.reasons[finding.reason]
      expect(said?.message(finding.evidence, about)).toMatch(/iOS (26\.0-26\.4|18\.0-18\.7|14\.0-14\.8)/)
      expect(said?.fix?.(finding.evidence, about)).toBeTruthy()
    }
    expect(findings).toHaveLength(3)
  },
)

test.each(['en', 'zh'] as const)('%s: a hello that nobody recorded is told as such', async (language) => {
  const text = (await textsOf(language)).rules['tls/client-handshake']
  const said = (id: string) => {
    const [finding] = ask(clients({ [id]: refused }), 'alipay-android')
    if (!finding || !('reason' in finding)) throw new Error('no finding')
    return text?.reasons[finding.reason]?.message(finding.evidence, {
      subject: 'api.example.com',
      platforms: [],
    })
  }
  expect(said('android-17')).toMatch(
    /not recorded: the hello of Android 17\.|Android 17 的握手消息由源码推得/,
  )
  expect(said('android-13')).not.toMatch(/not recorded|源码/)
})
