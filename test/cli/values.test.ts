import { describe, expect, test } from 'vitest'
import { UsageError } from '../../src/cli/usage-error.js'
import * as values from '../../src/cli/values.js'
import { cli as en } from '../../src/i18n/en/cli.js'
import { cli as zh } from '../../src/i18n/zh/cli.js'

describe('--at', () => {
  const at = values.instant(en)
  test.each([
    ['2026-12-31', '2026-12-31T00:00:00.000Z'],
    ['2026-12-31T08:30', '2026-12-31T08:30:00.000Z'],
    ['2026-12-31T08:30:15Z', '2026-12-31T08:30:15.000Z'],
    ['2026-12-31t08:30:15.25z', '2026-12-31T08:30:15.250Z'],
    ['2026-12-31T08:00:00+08:00', '2026-12-31T00:00:00.000Z'],
    ['2026-12-31T08:00:00-0130', '2026-12-31T09:30:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['0099-01-01', '0099-01-01T00:00:00.000Z'],
  ])('%s is %s, whatever the zone of the machine', (text, iso) =>
    expect(new Date(at(text)).toISOString()).toBe(iso),
  )

  test.each([
    '',
    'tomorrow',
    '2026',
    '2026-13-01',
    '2026-00-10',
    '2026-02-30',
    '2025-02-29',
    '2026-12-31T25:00',
    '2026-12-31T08:60',
    '2026-12-31T08:00:60',
    '2026-12-31T08:00+24:00',
    '31.12.2026',
    '1798675200',
  ])('%j is refused', (text) => expect(() => at(text)).toThrow(UsageError))
})

describe('--resolve', () => {
  const resolve = values.resolveEntry(en)
  test.each([
    ['api.example.com:443:203.0.113.7', { host: 'api.example.com', port: 443, addresses: ['203.0.113.7'] }],
    [
      'API.Example.com.:8443:203.0.113.7,[2001:DB8::1]',
      { host: 'api.example.com', port: 8443, addresses: ['203.0.113.7', '2001:db8::1'] },
    ],
    ['例子.测试:443:127.0.0.1', { host: 'xn--fsqu00a.xn--0zwm56d', port: 443, addresses: ['127.0.0.1'] }],
    ['[::1]:443:[::1]', { host: '::1', port: 443, addresses: ['::1'] }],
    ['*:443:192.0.2.1', { host: '*', port: 443, addresses: ['192.0.2.1'] }],
    ['a.example:443:192.0.2.1,192.0.2.1', { host: 'a.example', port: 443, addresses: ['192.0.2.1'] }],
  ])('%s', (text, entry) => expect(resolve(text)).toEqual(entry))

  test.each([
    'api.example.com',
    'api.example.com:443',
    'api.example.com:443:',
    'api.example.com:0:192.0.2.1',
    'api.example.com:65536:192.0.2.1',
    'api.example.com:443:localhost',
    'api.example.com:443:192.0.2.1,',
    'api.example.com:443:192.0.2.256',
    'api.example.com:443:[192.0.2.1]',
    ':443:192.0.2.1',
    '*.example.com:443:192.0.2.1',
    'a b:443:192.0.2.1',
  ])('%j is refused', (text) => expect(() => resolve(text)).toThrow(UsageError))
})

describe('--dns', () => {
  const dns = values.dnsServer(en)
  test.each([
    ['223.5.5.5', '223.5.5.5'],
    ['127.0.0.1:5353', '127.0.0.1:5353'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]:5353', '[2001:db8::1]:5353'],
  ])('%s', (text, server) => expect(dns(text)).toBe(server))

  test.each(['', 'dns.example.com', '1.2.3', '127.0.0.1:0', '127.0.0.1:70000', '127.0.0.1:x', '[::1'])(
    '%j is refused',
    (text) => expect(() => dns(text)).toThrow(UsageError),
  )
})

describe('numbers', () => {
  const seconds = values.seconds(en, '--timeout')
  const whole = values.wholeNumber(en, '--concurrency')
  test.each([
    ['8', 8000],
    ['0.5', 500],
    ['.25', 250],
    ['86400', 86_400_000],
  ])('%s seconds', (text, ms) => expect(seconds(text)).toBe(ms))
  test.each(['0', '-1', '', '8s', '1e3', 'Infinity', 'NaN', '86401', '0.0'])(
    '%j seconds are refused',
    (text) => expect(() => seconds(text)).toThrow(UsageError),
  )
  test('1 connection', () => expect(whole('1')).toBe(1))
  test.each(['0', '-3', '1.5', '', 'many', '0x10', '100001'])('%j connections are refused', (text) =>
    expect(() => whole(text)).toThrow(UsageError),
  )
})

describe('--platform', () => {
  const platforms = values.platformList(en)
  test('families and ids, each once, in the order of the table', () => {
    expect(platforms('alipay-ios, wechat,wechat-ios')).toEqual([
      'wechat-ios',
      'wechat-android',
      'wechat-devtools',
      'alipay-ios',
    ])
  })
  test('a misspelled id is reported with the one that was meant', () => {
    expect(() => platforms('wechat-ois')).toThrow('did you mean wechat-ios?')
  })
  test.each(['', ',', 'WeChat', 'wechat;alipay'])('%j is refused', (text) =>
    expect(() => platforms(text)).toThrow(UsageError),
  )
})

test('what is refused is reported in the language of the run', () => {
  expect(() => values.oneOf(zh, '--format', ['pretty', 'json'])('jsn')).toThrow(
    '--format：“jsn”不是 pretty, json 之一（是否想输入 json？）',
  )
})
