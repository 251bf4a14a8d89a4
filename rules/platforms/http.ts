/** What the platforms say of answers over HTTP and WebSocket: levels, numbers, sentences. Data only. */
import type { Clause } from '../../src/engine/rule.js'
import type { Family } from '../../src/types.js'
import type { LevelsOf } from '../all.js'
import { clausesOf, type Sources } from './cite.js'
import { follows, said } from './quotations/index.js'

const REDIRECT: LevelsOf<'http/redirect'> = {
  unlisted: 'warning',
  insecure: 'warning',
  loop: 'warning',
  nowhere: 'warning',
  'default-path': 'info',
  'too-many': 'warning',
  'no-answer': 'warning',
}

/** WeChat hands every status to the success callback; on Alipay and mPaaS the call fails with error 19. */
const STATUS: Record<'wechat' | 'other', LevelsOf<'http/status'>> = {
  wechat: {
    'not-found': 'warning',
    'client-error': 'warning',
    'server-error': 'warning',
    'default-path': 'info',
    'not-http': 'warning',
    'no-answer': 'warning',
  },
  other: {
    'not-found': 'warning',
    'server-error': 'warning',
    'client-error': 'info',
    'default-path': 'info',
    'not-http': 'warning',
    'no-answer': 'warning',
  },
}

const TURNED_AWAY: LevelsOf<'http/turned-away'> = {
  unfiled: 'warning',
  'hot-link': 'warning',
  challenge: 'warning',
  firewall: 'warning',
  'origin-lost': 'warning',
  'plain-to-tls': 'warning',
  misdirected: 'warning',
}

const WEBSOCKET: LevelsOf<'http/websocket'> = {
  broken: 'warning',
  'not-upgraded': 'warning',
  'not-http': 'warning',
  refused: 'info',
  'default-path': 'info',
  'no-answer': 'warning',
}

const clauses = clausesOf('http')

const wechat = clauses('ios', 'android', 'devtools')

export const wechatHttp: Clause[] = [
  wechat(
    'redirect',
    REDIRECT,
    { whole: said('wechat.redirect'), reasons: { insecure: follows('wechat.https') } },
    { family: 'wechat', match: 'origin' },
  ),
  wechat('charset', 'info', {
    whole: said('wechat.charset'),
    reasons: { 'byte-order-marks': said('wechat.byte-order-mark') },
  }),
  wechat('response-time', 'warning', said('wechat.timeout')),
  wechat('status', STATUS.wechat, said('wechat.any-status'), { lowest: 500 }),
  wechat('turned-away', TURNED_AWAY, {
    whole: follows('wechat.any-status'),
    reasons: { unfiled: said('wechat.filing'), 'hot-link': said('wechat.referer-form') },
  }),
  wechat('json', 'info', said('wechat.json'), { family: 'wechat' }),
  wechat('websocket', WEBSOCKET, follows('wechat.schemes')),
]

const phones = clauses('ios', 'android')

/** The sentences of a family on answers. */
interface Sentences {
  redirect: Sources<'http/redirect'>
  charset: Sources<'http/charset'>
  time: Sources<'http/response-time'>
  status: Sources<'http/status'>
  turnedAway: Sources<'http/turned-away'>
  json: Sources<'http/json'>
  socket: Sources<'http/websocket'>
}

const phoneClauses = (family: Family, its: Sentences): Clause[] => [
  phones('redirect', REDIRECT, its.redirect, { family, match: 'registrable-domain' }),
  phones('charset', 'info', its.charset),
  phones('response-time', 'warning', its.time),
  phones('status', STATUS.other, its.status, { lowest: 400 }),
  // The Referer that such a rule refuses is WeChat's.
  phones('turned-away', { ...TURNED_AWAY, 'hot-link': 'not-demanded' }, its.turnedAway),
  phones('json', 'warning', its.json, { family }),
  phones('websocket', WEBSOCKET, its.socket),
]

export const alipayHttp = phoneClauses('alipay', {
  redirect: { whole: follows('alipay.match'), reasons: { insecure: follows('alipay.https') } },
  charset: {
    whole: follows('alipay.formats'),
    reasons: { 'byte-order-marks': said('alipay.byte-order-mark') },
  },
  time: said('alipay.timeout'),
  status: said('alipay.status'),
  turnedAway: { whole: follows('alipay.outside'), reasons: { unfiled: said('alipay.filing') } },
  json: said('alipay.json'),
  socket: follows('mpaas.socket-answer'),
})
export const mpaasHttp = phoneClauses('mpaas', {
  redirect: { whole: follows('mpaas.only-listed'), reasons: { insecure: follows('mpaas.https') } },
  charset: follows('mpaas.formats'),
  time: said('mpaas.timeout'),
  status: said('mpaas.status'),
  turnedAway: follows('mpaas.outside'),
  json: said('mpaas.json'),
  socket: { whole: said('mpaas.socket-answer'), reasons: { 'not-upgraded': follows('mpaas.protocol') } },
})
