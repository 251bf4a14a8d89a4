/** Errors of a request: its list, its URL, its answer, its socket. */
import type { Symptom } from '../types.js'

export const requests = [
  {
    id: 'not-filed',
    words: {
      wechat: [
        '85302',
        '85303',
        'no_icp_domain',
        '9420001',
        '域名未备案',
        '未备案',
        '没有备案',
        '未通过 icp',
      ],
    },
    causes: ['domain/icp-filing', 'domain/icp-tld', 'http/turned-away'],
    proof: 'list',
  },
  {
    id: 'list-refused',
    words: { wechat: ['包含非法字符', '85301', 'invalid_requestdomain', '域名格式不正确', 'invalid domain'] },
    causes: ['domain/syntax', 'domain/scheme', 'domain/port', 'domain/ip-address', 'domain/limit'],
    proof: 'list',
  },
  {
    id: 'http-not-allowed',
    words: {
      apple: ['-1022', 'app transport security'],
      java: ['cleartext communication', 'cleartext http traffic'],
      chromium: ['err_cleartext_not_permitted', '-29', 'err_disallowed_url_scheme', '-301'],
      alipay: ['错误码 20', 'error: 20', '不支持 http', '不支持ws', '不支持 ws'],
    },
    causes: ['project/insecure-scheme', 'domain/scheme', 'http/redirect'],
    proof: 'source',
  },
  {
    id: 'invalid-url',
    words: {
      wechat: ['600009', '600011', 'invalid url', 'protocol must be http or https'],
      chromium: ['err_invalid_url', '-300'],
      alipay: ['参数错误'],
      harmony: ['2300003'],
    },
    causes: ['project/url-encoding', 'project/url-length', 'project/insecure-scheme'],
    proof: 'source',
  },
  {
    id: 'redirects',
    words: {
      wechat: ['600008'],
      chromium: ['err_too_many_redirects', '-310'],
      apple: ['-1007'],
      harmony: ['2300047'],
    },
    causes: ['http/redirect'],
    proof: 'server',
  },
  {
    id: 'web-socket',
    words: {
      wechat: [
        'wcwss taskid not exist',
        'websocket was closed before the connection was established',
        '605103',
        'connectsocket:fail',
        'invalid http status',
      ],
      chromium: ['error during websocket handshake', 'unexpected response code'],
      java: ['expected http 101 response'],
    },
    causes: ['http/websocket', 'project/unlisted-domain', 'certificate/chain-complete'],
    proof: 'server',
  },
  {
    id: 'sockets-at-once',
    words: { wechat: ['600007', 'max task', 'websocket connections limit'], alipay: ['websocket 已经存在'] },
    causes: ['project/several-sockets'],
    proof: 'source',
  },
  {
    id: 'hot-link',
    words: { server: ['403 forbidden', 'x-tengine-error', 'denied by referer'] },
    causes: ['http/turned-away', 'http/status'],
    proof: 'server',
  },
  {
    id: 'not-json',
    words: {
      alipay: ['解码失败', '错误码 14', 'error: 14'],
      apple: [
        '未能读取数据，因为它的格式不正确',
        'isn’t in the correct format',
        "isn't in the correct format",
      ],
      wechat: ['response data convert to utf8 fail', 'unexpected token', 'json.parse', 'in json at position'],
    },
    causes: ['http/json', 'http/charset', 'http/turned-away'],
    proof: 'server',
  },
  {
    id: 'network-changed',
    words: {
      chromium: [
        'err_network_changed',
        '-21',
        'err_internet_disconnected',
        '-106',
        'err_proxy_connection_failed',
        '-130',
        'err_tunnel_connection_failed',
        '-111',
      ],
      apple: ['似乎已断开与互联网的连接', 'the internet connection appears to be offline', '-1009'],
      wechat: ['network change, cancel all task', 'interrupted', '600003'],
    },
    causes: [],
    proof: 'none',
  },
  {
    id: 'net-error',
    words: {
      wechat: ['600001', 'cronet component error', 'request:fail', 'uploadfile:fail', 'downloadfile:fail'],
      alipay: ['错误码 12', '错误码 19', '网络出错', 'error: 12', 'http 错误', 'error: 19'],
      chromium: ['err_failed', '-2'],
      apple: [
        'kcferrordomaincfnetwork',
        'nsurlerrordomain',
        '未能完成操作',
        '未能完成该操作',
        '未完成的操作',
        'the operation couldn’t be completed',
        "the operation couldn't be completed",
      ],
    },
    causes: ['certificate/chain-complete', 'certificate/trusted', 'tls/reachable', 'tls/refusal'],
    proof: 'server',
    vague: true,
  },
] as const satisfies readonly Symptom[]
