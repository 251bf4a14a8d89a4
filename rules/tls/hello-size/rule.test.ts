import { describe, expect, test } from 'vitest'
import { CLIENTS } from '../../../src/clients/index.js'
import type { ClientFact, EndpointFacts, Prediction } from '../../../src/facts/index.js'
import type { PlatformId } from '../../../src/types.js'
import { context, told } from '../../../test/helpers/chains.js'
import {
  column,
  DESCRIBED,
  endpoint,
  judgments,
  modern,
  silent,
  target,
} from '../../../test/helpers/targets.js'
import { textsOf } from '../../texts/index.js'
import handshake from '../client-handshake/rule.js'
import rule from './rule.js'

type Answer = Extract<ClientFact, { basis: 'connected' }>['handshake']

const fine: Prediction = { kind: 'accepted', version: 'TLSv1.2', cipher: 0xc02f, group: 0x17, from: 'tls1.2' }
const works: Answer = {
  kind: 'accepted',
  version: 'TLSv1.2',
  cipher: 0xc02f,
  group: 0x17,
  signatureAlgorithm: 0x0401,
  leaf: { type: 'rsa' },
}
const reset: Answer = { kind: 'refused', by: 'reset' }
const closed: Answer = { kind: 'refused', by: 'closed' }
const alert: Answer = { kind: 'refused', by: 'alert', alert: 40 }
const unreadable = (code: number): Answer => ({ kind: 'refused', by: 'alert', alert: code })

/** Length and answer of the hellos that were sent; everybody else is predicted to connect. */
type Sent = Record<string, [number | undefined, Answer]>

const clients = (sent: Sent): ClientFact[] =>
  CLIENTS.map(({ id }): ClientFact => {
    const [helloBytes, answer] = sent[id] ?? []
    if (!answer) return { client: id, basis: 'predicted', prediction: fine }
    return {
      client: id,
      basis: 'connected',
      handshake: answer,
      ...(helloBytes !== undefined && { helloBytes }),
    }
  })

const ask = (sent: Sent, padded?: EndpointFacts['padded'], platform: PlatformId = 'wechat-ios') =>
  rule.judge({ clients: clients(sent), endpoint: { padded } } as never, { platform }, context())

const old: Sent = { 'android-7.0': [300, works] }

describe('findings', () => {
  test.each<[string, Sent, string]>([
    ['long ones are answered', { ...old, 'ios-26': [1520, works] }, 'pass'],
    ['long ones are reset', { ...old, 'ios-26': [1520, reset] }, 'fail cut'],
    ['long ones are closed', { ...old, 'ios-26': [1520, closed] }, 'fail cut'],
    ['one byte longer', { ...old, 'ios-26': [301, reset] }, 'fail cut'],
    ['no longer', { ...old, 'ios-26': [300, reset] }, 'not-applicable'],
    [
      'a longer one is answered',
      { ...old, 'ios-26': [1520, reset], 'cronet-android-16': [1700, works] },
      'not-applicable',
    ],
    [
      'a longer one is refused by an alert: it was read',
      { ...old, 'ios-26': [1520, reset], 'cronet-android-16': [1700, alert] },
      'not-applicable',
    ],
    ['long ones get no answer', { ...old, 'ios-26': [1520, silent] }, 'unknown silent'],
    [
      'one is cut, another gets no answer',
      { ...old, 'ios-26': [1520, reset], 'cronet-android-16': [1700, silent] },
      'fail cut',
    ],
    ['an alert about what stands in it is no cut', { ...old, 'ios-26': [1520, alert] }, 'not-applicable'],
    ['one that says it could not be read is', { ...old, 'ios-26': [1520, unreadable(50)] }, 'fail cut'],
    ['so is an internal error', { ...old, 'ios-26': [1520, unreadable(80)] }, 'fail cut'],
    ['a short one could not be read', { ...old, 'ios-26': [299, unreadable(80)] }, 'not-applicable'],
    ['nobody was answered', { 'ios-26': [1520, reset] }, 'not-applicable'],
    ['only others’ were cut', { ...old, 'ios-26': [1520, works], 'android-17': [1600, reset] }, 'pass'],
    [
      'no length is known',
      { 'android-7.0': [undefined, works], 'ios-26': [undefined, reset] },
      'not-applicable',
    ],
    ['no hello of this platform was sent', old, 'not-applicable'],
  ])('%s', (_, sent, expected) => expect(told(ask(sent))).toEqual([expected]))
})

describe('a hello of ours as long as the shortest one turned away', () => {
  const cut: Sent = { ...old, 'ios-26': [1520, reset] }
  test.each<[string, Sent, NonNullable<EndpointFacts['padded']>['answer'], string]>([
    ['it is cut too', cut, closed, 'fail cut'],
    ['it can not be read either', { ...old, 'ios-26': [1520, unreadable(80)] }, unreadable(80), 'fail cut'],
    ['it is answered: something else is disliked', cut, { kind: 'accepted' }, 'not-applicable'],
    ['it is read', cut, alert, 'not-applicable'],
    ['it was cut by chance, perhaps', cut, silent, 'not-applicable'],
  ])('%s', (_, sent, answer, expected) =>
    expect(told(ask(sent, { helloBytes: 1520, answer }))).toEqual([expected]),
  )
})

describe('one cause, one finding', () => {
  const all = (sent: Sent) =>
    judgments(target([endpoint('93.184.216.34', { handshakes: modern(), clients: clients(sent) })]), {
      rules: [rule, handshake],
    })
  const cut: Sent = {
    ...old,
    'ios-26': [1520, reset],
    'cronet-android-16': [1700, reset],
    'chromium-133': [1750, reset],
    'android-17': [1600, reset],
  }

  test('the same for every platform, and nothing else', () => {
    const failed = all(cut).filter(({ status }) => status === 'fail' || status === 'unknown')
    expect(failed).toMatchObject([
      { rule: rule.id, platforms: DESCRIBED, evidence: { shortest: 1520, longest: 300 } },
    ])
  })

  test('what is refused for another reason is reported beside it', () => {
    const more = all({ ...cut, 'ios-15': [500, alert] })
    expect(column(more, handshake.id, 'wechat-ios')).toEqual(['fail error cannot-connect'])
    expect(column(more, rule.id, 'wechat-ios')).toEqual(['fail error cut'])
  })

  test('an alert is another’s', () => {
    const more = all({ ...old, 'ios-26': [1520, alert] })
    expect(column(more, handshake.id, 'wechat-ios')).toEqual(['fail error cannot-connect'])
    expect(column(more, rule.id, 'wechat-ios')).toEqual(['not-applicable error'])
  })
})

test.each(['en', 'zh'] as const)('%s: both lengths and who fails are told', async (language) => {
  const text = (await textsOf(language)).rules[rule.id]
  for (const answer of [reset, silent]) {
    const [finding] = ask({ ...old, 'ios-26': [1520, answer] })
    if (!finding || !('reason' in finding)) throw new Error('no finding')
    const said = text?.reasons[finding.reason]
    const about = { subject: 'api.example.com', platforms: [] }
    expect(said?.message(finding.evidence, about)).toMatch(/1520.*300.*iOS 26/)
    expect(said?.fix?.(finding.evidence, about)).toBeTruthy()
  }
})
