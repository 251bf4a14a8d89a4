import { expect, test } from 'vitest'
import type { HttpFailure, UpgradeAnswer } from '../../../src/facts/index.js'
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
import { texts as en } from '../../texts/en.js'
import { texts as zh } from '../../texts/zh.js'
import rule from './rule.js'

const toldOf = (given: Partial<UpgradeAnswer> | HttpFailure, name = '/socket') =>
  told(
    rule,
    withHttp(httpFact({ upgrades: [upgrade(given, { path: name }), upgrade({}, { path: '/other' })] }), {
      scheme: 'wss',
    }),
    'wechat-ios',
  )

test.each<[string, Partial<UpgradeAnswer> | HttpFailure, string]>([
  ['a proper 101', {}, 'pass warning'],
  ['in other letters', { upgrade: 'WebSocket', connection: 'keep-alive, upgrade' }, 'pass warning'],
  ['an empty list of extensions, which Chromium refuses', { extensions: '' }, 'fail warning broken'],
  ['103 before it', { interim: 103 }, 'fail warning broken'],
  ['a masked frame', { frame: 'masked' }, 'fail warning broken'],
  ['an error at once', { closed: { code: 1011 } }, 'fail warning dropped'],
  ['a broken protocol at once', { closed: { code: 1002 } }, 'fail warning dropped'],
  ['the end of the connection at once', { cut: true }, 'fail warning dropped'],
  ['a close for want of a token, perhaps', { closed: { code: 1008 } }, 'fail info closed'],
  ['a code of the program’s own', { closed: { code: 4001 } }, 'fail info closed'],
  ['a close without a code', { closed: { code: null } }, 'fail info closed'],
  ['a wrong key', { accept: 'wrong' }, 'fail warning broken'],
  ['no key', { accept: 'missing' }, 'fail warning broken'],
  ['another upgrade', { upgrade: 'h2c' }, 'fail warning broken'],
  ['no Upgrade', { upgrade: null }, 'fail warning broken'],
  ['no Connection', { connection: null }, 'fail warning broken'],
  ['another Connection', { connection: 'keep-alive' }, 'fail warning broken'],
  ['a subprotocol nobody asked for', { subprotocol: 'chat' }, 'fail warning broken'],
  ['an extension nobody asked for', { extensions: 'permessage-deflate' }, 'fail warning broken'],
  ['399', { status: 399 }, 'fail warning not-upgraded'],
  ['400', { status: 400 }, 'fail info refused'],
  ['426, although the upgrade was asked for', { status: 426 }, 'fail warning upgrade-lost'],
  ['499', { status: 499 }, 'fail info refused'],
  ['500', { status: 500 }, 'fail warning not-upgraded'],
  ['200', { status: 200 }, 'fail warning not-upgraded'],
  ['another protocol', notHttp, 'fail warning not-http'],
  ['silence', silent, 'unknown warning no-answer'],
  ['the connection closed', closed, 'unknown warning no-answer'],
])('%s', (_, given, expected) => expect(toldOf(given)).toEqual([expected]))

test('what nobody named in the config may be elsewhere, but a broken 101 is broken', () => {
  expect(toldOf({ status: 200 }, '/')).toEqual(['fail info default-path'])
  expect(toldOf({ status: 500 }, '/')).toEqual(['fail info default-path'])
  expect(toldOf({ status: 502 }, '/')).toEqual(['fail warning not-upgraded'])
  expect(toldOf({ status: 404 }, '/')).toEqual(['fail info default-path'])
  expect(toldOf({ status: 426 }, '/')).toEqual(['fail warning upgrade-lost'])
  expect(toldOf({ accept: 'wrong' }, '/')).toEqual(['fail warning broken'])
})

test('no socket: nothing to judge', () => {
  expect(told(rule, withHttp(httpFact({ paths: [path([answer()])] })), 'wechat-ios')).toEqual([
    'not-applicable warning',
  ])
})

test('all faults are named, in words', () => {
  const upgrades = [upgrade({ accept: 'wrong', subprotocol: 'chat' })]
  const [finding] = rule.judge({ http: httpFact({ upgrades }), entries: [], listed: [] }, {}, {} as never)
  expect(finding).toMatchObject({
    reason: 'broken',
    evidence: { path: '/socket', faults: ['accept', 'subprotocol'] },
  })
})

test('Alipay’s error 9 is explained to Alipay and mPaaS only', () => {
  for (const { rules } of [en, zh]) {
    const text = rules[rule.id]
    const about = (platform: 'wechat-ios' | 'alipay-ios' | 'mpaas-ios') => ({
      subject: 'a.cn',
      platforms: [platform],
    })
    const said = (platform: 'wechat-ios' | 'alipay-ios' | 'mpaas-ios') => [
      text?.pass({ paths: ['/'] }, about(platform)),
      text?.reasons.refused?.fix?.({ path: '/', status: 400 }, about(platform)),
    ]
    for (const platform of ['alipay-ios', 'mpaas-ios'] as const)
      for (const sentence of said(platform)) expect(sentence).toContain('Sec-WebSocket-Protocol')
    for (const sentence of said('wechat-ios')) expect(sentence).not.toContain('Sec-WebSocket-Protocol')
  }
})
