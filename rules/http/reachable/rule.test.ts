import { describe, expect, test } from 'vitest'
import type { Http2Answer, Http2Fault, HttpAnswer, HttpFact } from '../../../src/facts/index.js'
import { endpoint, target } from '../../../test/helpers/targets.js'
import {
  answer,
  closed,
  httpFact,
  notHttp,
  path,
  silent,
  told,
  upgrade,
  withHttp,
} from '../../../test/rules/http/helpers.js'
import rule from './rule.js'

const toldOf = (...answers: HttpAnswer[]) =>
  told(rule, withHttp(httpFact({ paths: answers.map((one) => path([one])) })), 'wechat-android')

const alert = (number: number) =>
  ({ kind: 'no-answer', phase: 'first-byte', cause: `alert:${number}` }) as const
const body = (cut: string) => ({ bytes: 2, boms: 0, utf8: 'valid' as const, cut })
const cutTwice = { ...closed, again: true } as const
const settings = { ...notHttp, got: '\\x00\\x00\\x12\\x04\\x00\\x00\\x00\\x00\\x00' }

test('a status line that OkHttp refuses, Chromium takes, and nobody tried on iOS', () => {
  const oddLine = 'http/1.1 200 OK'
  const facts = withHttp(httpFact({ paths: [path([answer()]), path([answer({ oddLine })])] }))
  const socket = withHttp(httpFact({ upgrades: [upgrade({ oddLine })] }))
  for (const each of [facts, socket]) {
    expect(told(rule, each, 'wechat-android')).toEqual(['fail error status-line'])
    expect(told(rule, each, 'alipay-android')).toEqual(['fail error status-line'])
    expect(told(rule, each, 'wechat-ios')).toEqual(['fail warning status-line'])
    expect(told(rule, each, 'wechat-devtools')).toEqual(['not-applicable error status-line'])
  }
})

describe('what came back', () => {
  test.each<[string, HttpAnswer[], string]>([
    ['an answer', [answer()], 'pass error'],
    ['any status is an answer', [answer({ status: 503 })], 'pass error'],
    ['a body in broken chunks', [answer({ body: body('malformed') })], 'fail error broken-body'],
    [
      'a body that ends early, which may be chance',
      [answer({ body: body('closed') })],
      'unknown error no-answer',
    ],
    [
      'a body that ends early twice',
      [answer({ body: { ...body('closed'), again: true } })],
      'fail error short-body',
    ],
    ['a body that breaks off', [answer({ body: body('ECONNRESET') })], 'unknown error no-answer'],
    [
      'a body without an end, which http/well-formed reports',
      [answer({ body: body('timeout') })],
      'pass error',
    ],
    ['a body longer than is read', [answer({ body: body('limit') })], 'pass error'],
    ['another protocol that nobody asked for', [answer({ status: 101 })], 'fail error not-http'],
    [
      'one path with a broken body',
      [answer(), answer({ body: body('malformed') })],
      'fail error broken-body',
    ],
    ['an alert', [alert(80)], 'fail error refused'],
    ['a connection closed twice without a byte', [cutTwice], 'fail error cut'],
    ['closed once, which may be chance', [closed], 'unknown error no-answer'],
    ['silence', [silent], 'unknown error no-answer'],
    [
      'a head that breaks off',
      [{ kind: 'no-answer', phase: 'head', cause: 'closed' }],
      'unknown error no-answer',
    ],
    ['another protocol', [notHttp], 'fail error not-http'],
    ['HTTP/2 alone', [settings], 'fail error http2-only'],
    [
      'HTTP/2, an odd length',
      [{ ...settings, got: '\\x00\\x00\\r\\x04\\x00\\x00\\x00\\x00\\x00' }],
      'fail error http2-only',
    ],
    ['zeros that are no first frame', [{ ...notHttp, got: '\\x00\\x00\\x00\\x00' }], 'fail error not-http'],
    ['one of two named paths is cut', [cutTwice, answer({ status: 404 })], 'fail error path-ended'],
    ['one of two named paths is refused', [answer(), alert(80)], 'fail error path-ended'],
    ['one of two named paths is silent', [answer(), closed], 'unknown error path-silent'],
    ['one of two named paths is not HTTP', [answer(), notHttp], 'fail error not-http'],
    ['silence beside a refusal is a doubt', [alert(80), silent], 'unknown error no-answer'],
  ])('%s', (_, answers, expected) => expect(toldOf(...answers)).toEqual([expected]))

  test.each<[string, HttpFact['http2'], string, string]>([
    ['spoken', { kind: 'spoken' }, 'pass error', 'pass error'],
    [
      'another protocol',
      { kind: 'other', got: 'HTTP/1.1 400' },
      'fail error http2-unspoken',
      'fail warning http2-unspoken',
    ],
    [
      'closed twice',
      { kind: 'no-answer', phase: 'first-byte', cause: 'closed', again: true },
      'fail error http2-unspoken',
      'fail warning http2-unspoken',
    ],
    [
      'closed once',
      { kind: 'no-answer', phase: 'first-byte', cause: 'closed' },
      'unknown error http2-unanswered',
      'unknown warning http2-unanswered',
    ],
    [
      'silent twice',
      { kind: 'no-answer', phase: 'first-byte', cause: 'timeout', again: true },
      'unknown error http2-unanswered',
      'unknown warning http2-unanswered',
    ],
  ])('HTTP/2 chosen, and %s', (_, http2, ios, android) => {
    const facts = withHttp(httpFact({ paths: [path([answer()])], ...(http2 && { http2 }) }))
    expect(told(rule, facts, 'wechat-ios')).toEqual([ios])
    expect(told(rule, facts, 'alipay-android')).toEqual([android])
  })

  const spoken = (given: Http2Answer, status = 200) => {
    const one = path([answer({ status })])
    const answers = [{ path: one.path, answer: given }]
    return withHttp(httpFact({ paths: [one], http2: { kind: 'spoken', answers } }))
  }
  const withFault = (problem: Http2Fault['problem'], name?: string): Http2Answer => ({
    kind: 'answered',
    status: 200,
    faults: [{ problem, ...(name !== undefined && { name, value: 'x' }) }],
  })
  const PASSES = 'pass error'
  const ignored = (reason: string): [string, string] => {
    const both = `not-applicable error ${reason}`
    return [both, both]
  }
  const DISCARDED = 'fail error http2-malformed'

  test.each<[string, Http2Answer, [ios: string, android: string, devtools: string]]>([
    ['in order', { kind: 'answered', status: 200 }, [PASSES, PASSES, PASSES]],
    [
      'with Upgrade',
      withFault('connection-field', 'upgrade'),
      ['fail error http2-connection-field', ...ignored('http2-connection-field')],
    ],
    [
      'with Connection',
      withFault('connection-field', 'connection'),
      ['fail error http2-connection-field', ...ignored('http2-connection-field')],
    ],
    [
      'with Keep-Alive, of which nobody reported anything',
      withFault('connection-field', 'keep-alive'),
      ['fail warning http2-irregular', ...ignored('http2-irregular')],
    ],
    [
      'with Transfer-Encoding',
      withFault('connection-field', 'transfer-encoding'),
      [DISCARDED, 'fail warning http2-malformed', DISCARDED],
    ],
    ['with capitals', withFault('field-name', 'X-A'), [DISCARDED, 'fail warning http2-malformed', DISCARDED]],
    [
      'of another length',
      { kind: 'answered', status: 200, faults: [{ problem: 'length', value: '9' }] },
      ['fail warning http2-length', 'fail warning http2-length', 'not-applicable error http2-length'],
    ],
    [
      'of a length that is no number',
      { kind: 'answered', status: 200, faults: [{ problem: 'length', value: 'x' }] },
      ['fail warning http2-irregular', ...ignored('http2-irregular')],
    ],
    [
      'refused twice',
      { kind: 'refused', by: 'stream', code: 2, again: true },
      ['fail error http2-refused', 'fail warning http2-refused', 'fail error http2-refused'],
    ],
    [
      'refused once',
      { kind: 'refused', by: 'connection', code: 0 },
      [
        'unknown error http2-unanswered',
        'unknown warning http2-unanswered',
        'unknown error http2-unanswered',
      ],
    ],
    [
      'that sends back to HTTP/1.1',
      { kind: 'refused', by: 'stream', code: 13, again: true },
      [
        'fail warning http2-sent-back',
        'fail warning http2-sent-back',
        'not-applicable error http2-sent-back',
      ],
    ],
    [
      'closed twice',
      { kind: 'no-answer', phase: 'head', cause: 'closed', again: true },
      ['fail error http2-unspoken', 'fail warning http2-unspoken', 'fail error http2-unspoken'],
    ],
    [
      'closed twice in its body',
      { kind: 'no-answer', phase: 'body', cause: 'closed', again: true },
      [
        'unknown error http2-unanswered',
        'unknown warning http2-unanswered',
        'unknown error http2-unanswered',
      ],
    ],
    [
      'with an error of its own',
      { kind: 'answered', status: 502 },
      [
        'fail warning http2-other-status',
        'fail warning http2-other-status',
        'fail warning http2-other-status',
      ],
    ],
  ])('an answer in HTTP/2 %s', (_, given, [ios, android, devtools]) => {
    expect(told(rule, spoken(given), 'wechat-ios')).toEqual([ios])
    expect(told(rule, spoken(given), 'alipay-android')).toEqual([android])
    expect(told(rule, spoken(given), 'wechat-devtools')).toEqual([devtools])
  })

  test('a limit on requests is met by the last one', () =>
    expect(told(rule, spoken({ kind: 'answered', status: 429 }), 'wechat-ios')).toEqual([PASSES]))

  test('HTTP/2 alone, where HTTP/1.1 is cut', () => {
    const cut = (given: Http2Answer) => {
      const one = path([cutTwice])
      const answers = [{ path: one.path, answer: given }]
      return withHttp(httpFact({ paths: [one], http2: { kind: 'spoken', answers } }))
    }
    const answered = cut({ kind: 'answered', status: 200 })
    expect(told(rule, answered, 'wechat-ios')).toEqual(['fail warning http2-only'])
    expect(told(rule, answered, 'alipay-android')).toEqual(['fail error http2-only'])
    const inHttp2 = withHttp(httpFact({ paths: [path([answer()])], onlyHttp2: { got: '' } }))
    expect(told(rule, inHttp2, 'wechat-ios')).toEqual(['fail warning http2-only'])
    expect(told(rule, inHttp2, 'wechat-android')).toEqual(['fail error http2-only'])
    const refused = cut({ kind: 'refused', by: 'connection', code: 1 })
    expect(told(rule, refused, 'wechat-ios')).toEqual(['fail error cut'])
  })

  test('an error that HTTP/1.1 has too is no fault of HTTP/2', () =>
    expect(told(rule, spoken({ kind: 'answered', status: 404 }, 404), 'wechat-ios')).toEqual([PASSES]))

  test('over a WebSocket', () => {
    const socket = (given: Parameters<typeof upgrade>[0]) =>
      told(rule, withHttp(httpFact({ upgrades: [upgrade(given)] }), { scheme: 'wss' }), 'mpaas-ios')
    expect(socket({ status: 400 })).toEqual(['pass error'])
    expect(socket(cutTwice)).toEqual(['fail error cut'])
  })

  test('nothing was asked', () => {
    expect(toldOf()).toEqual(['unknown error no-answer'])
    const { http: _, ...unasked } = target([endpoint('192.0.2.1')])
    expect(told(rule, unasked, 'alipay-android')).toEqual(['unknown error no-answer'])
  })
})
