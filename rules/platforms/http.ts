/** What the platforms say of answers over HTTP and WebSocket: levels, numbers, sentences. Data only. */
import type { Clause } from '../../src/engine/rule.js'
import type { Family } from '../../src/types.js'
import type { LevelsOf } from '../all.js'
import { ALIPAY_MATCH, clausesOf, mpaasNetwork, wechatGuide, wechatNetwork } from './cite.js'

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

const WECHAT_GUIDE = wechatGuide(
  '检查发出去的请求是否302到其他域名的接口，这种302的情况会被视为请求别的域名接口导致无法发起请求。',
)

const clauses = clausesOf('http')

const wechat = clauses('ios', 'android', 'devtools')

export const wechatHttp: Clause[] = [
  wechat('redirect', REDIRECT, WECHAT_GUIDE, { family: 'wechat', match: 'origin' }),
  wechat(
    'charset',
    'info',
    wechatNetwork(
      '建议服务器返回值使用 UTF-8 编码。对于非 UTF-8 编码，小程序会尝试进行转换，但是会有转换失败的可能。',
    ),
  ),
  wechat('response-time', 'warning', wechatNetwork('默认超时时间和最大超时时间都是 60s')),
  wechat(
    'status',
    STATUS.wechat,
    wechatNetwork(
      '只要成功接收到服务器返回，无论statusCode是多少，都会进入success回调。请开发者根据业务逻辑对返回值进行判断。',
    ),
    { lowest: 500 },
  ),
  wechat('turned-away', TURNED_AWAY, wechatNetwork('域名必须经过 ICP 备案')),
  wechat('json', 'info', wechatGuide('回包的内容格式，如果设为json，会尝试对返回的数据做一次 JSON解析'), {
    family: 'wechat',
  }),
  wechat(
    'websocket',
    WEBSOCKET,
    wechatNetwork(
      '域名只支持 `https` (`request`、`uploadFile`、`downloadFile`) 和 `wss` (`connectSocket`) 协议',
    ),
  ),
]

const phones = clauses('ios', 'android')

/** Alipay's own pages say little of answers: mPaaS, the same client, speaks for both. */
const phoneClauses = (family: Family): Clause[] => [
  phones('redirect', REDIRECT, ALIPAY_MATCH, { family, match: 'registrable-domain' }),
  phones('charset', 'info', mpaasNetwork('建议检查前后端请求和响应数据格式是否一致。')),
  phones('response-time', 'warning', mpaasNetwork('超时时间,单位为 ms,默认为 30000')),
  phones(
    'status',
    STATUS.other,
    mpaasNetwork(
      '如遇见 HTTP 404、500、504 等异常错误,建议打开 IDE 调试器 > Network 以查看具体的错误信息,然后根据对应 HTTP 错误码对症处理。',
    ),
    { lowest: 400 },
  ),
  // The Referer that such a rule refuses is WeChat's.
  phones(
    'turned-away',
    { ...TURNED_AWAY, 'hot-link': 'not-demanded' },
    mpaasNetwork(
      '请确认请求 URL 地址在外网是否能正常请求 HTTPS 协议,小程序真机中均为线上环境的正式请求,不能使用局域网本地请求。',
    ),
  ),
  phones(
    'json',
    'warning',
    mpaasNetwork(
      '当入参 dataType 值为 json 时,小程序框架会先对返回结果做 JSON.prase 操作,如果解析失败,则会返回 error 为 14 的错误。',
    ),
    { family },
  ),
  phones('websocket', WEBSOCKET, mpaasNetwork('WebSocket 请求没有指定 Sec-WebSocket-Protocol 请求头')),
]

export const alipayHttp = phoneClauses('alipay')
export const mpaasHttp = phoneClauses('mpaas')
