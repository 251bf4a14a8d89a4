/** Every sentence says what was measured, in both languages. */
import { describe, expect, test } from 'vitest'
import { texts as en } from '../../../rules/texts/en.js'
import { texts as zh } from '../../../rules/texts/zh.js'

const hop = { path: '/v1', from: 'https://a.cn/v1', to: 'https://b.cn/' }
const lost = { path: '/v1', phase: 'first-byte', cause: 'ECONNRESET' }
const other = { path: '/v1', problem: 'not-http', got: 'SSH-2.0' }
const status = { path: '/v1', status: 418 }

/** Evidence by rule and reason, and words its sentence must hold. */
const SAMPLES: Record<string, Record<string, [evidence: object, ...words: string[]]>> = {
  'http/redirect': {
    unlisted: [{ ...hop, apis: ['request'] }, hop.from, hop.to, 'request'],
    insecure: [hop, hop.from, hop.to, 'http'],
    loop: [hop, hop.from, hop.to],
    nowhere: [hop, hop.from, hop.to],
    'default-path': [{ ...hop, problem: 'insecure', apis: [] }, hop.from, hop.to, 'http'],
    'too-many': [hop, hop.from, hop.to],
    'not-followed': [hop, hop.from, hop.to],
    'no-answer': [lost, 'a.cn/v1', 'ECONNRESET'],
  },
  'http/charset': {
    declared: [{ path: '/v1', charset: 'gbk' }, 'a.cn/v1', 'gbk'],
    invalid: [{ path: '/v1', contentType: 'text/html' }, 'a.cn/v1', 'text/html', 'UTF-8'],
    'byte-order-marks': [{ path: '/v1', boms: 3 }, 'a.cn/v1', '3'],
    compressed: [{ path: '/v1', encoding: 'gzip' }, 'a.cn/v1', 'gzip'],
    'no-answer': [lost, 'a.cn/v1', 'ECONNRESET'],
  },
  'http/response-time': {
    'too-slow': [{ path: '/v1', firstByteMs: 8123, timeout: 8000 }, 'a.cn/v1', '8123', '8000'],
    'not-waited': [{ path: '/v1', waited: 8000, timeout: 60_500 }, 'a.cn/v1', '8000', '60500'],
    'no-answer': [lost, 'a.cn/v1', 'ECONNRESET'],
  },
  'http/status': {
    'not-found': [status, 'a.cn/v1', '418'],
    'server-error': [status, 'a.cn/v1', '418'],
    'client-error': [status, 'a.cn/v1', '418'],
    'default-path': [{ path: '/', status: 418 }, 'a.cn/', '418'],
    'not-http': [other, 'a.cn/v1', 'SSH-2.0'],
    'no-answer': [lost, 'a.cn/v1', 'ECONNRESET'],
  },
  'http/websocket': {
    broken: [{ path: '/v1', faults: ['accept', 'extensions'] }, 'a.cn/v1', '101', 'Sec-WebSocket-Accept'],
    dropped: [{ path: '/v1', code: 1011 }, 'a.cn/v1', '1011'],
    closed: [{ path: '/v1', code: 1008 }, 'a.cn/v1', '1008'],
    refused: [status, 'a.cn/v1', '418'],
    'upgrade-lost': [{ path: '/v1' }, 'a.cn/v1', '426'],
    'not-upgraded': [status, 'a.cn/v1', '418', '101'],
    'default-path': [{ path: '/', status: 418 }, 'a.cn/', '418', '101'],
    'not-http': [other, 'a.cn/v1', 'SSH-2.0'],
    'no-answer': [lost, 'a.cn/v1', 'ECONNRESET'],
  },
}

type Texts = Record<string, { reasons: Record<string, { message: Say; fix?: Say }> }>
type Say = (evidence: object, about: { subject: string; platforms: string[] }) => string

describe.each([
  ['en', en.rules as Texts],
  ['zh', zh.rules as Texts],
])('%s', (_, texts) => {
  test.each(Object.keys(SAMPLES))('%s', (rule) => {
    const reasons = texts[rule]?.reasons ?? {}
    expect(Object.keys(SAMPLES[rule] ?? {}).sort()).toEqual(Object.keys(reasons).sort())
    for (const [reason, [evidence, ...words]] of Object.entries(SAMPLES[rule] ?? {})) {
      const about = { subject: 'a.cn', platforms: ['wechat-ios', 'alipay-ios'] }
      const message = reasons[reason]?.message(evidence, about) ?? ''
      for (const word of words) expect(message, reason).toContain(word)
      expect(`${message}${reasons[reason]?.fix?.(evidence, about)}`).not.toMatch(/undefined\S|NaN|\[object/)
    }
  })

  test('no byte at all, a longer wait, and a new package', () => {
    const about = { subject: 'a.cn', platforms: ['alipay-ios'] }
    const slow = texts['http/response-time']?.reasons
    expect(slow?.['too-slow']?.message({ path: '/', firstByteMs: null, timeout: 8000 }, about)).not.toContain(
      'null',
    )
    expect(slow?.['not-waited']?.fix?.({ path: '/', waited: 8000, timeout: 60_500 }, about)).toContain(
      '--timeout 61',
    )
    const unlisted = texts['http/redirect']?.reasons.unlisted
    const fix = (platform: string) =>
      unlisted?.fix?.({ ...hop, apis: [] }, { subject: 'a.cn', platforms: [platform] })
    expect(fix('alipay-ios')?.length).toBeGreaterThan(fix('wechat-ios')?.length ?? Infinity)
  })
})
