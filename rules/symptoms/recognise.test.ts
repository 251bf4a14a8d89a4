/** What people paste is recognised: every word of the table, and whole messages from public reports. */
import { describe, expect, test } from 'vitest'
import { RULES } from '../index.js'
import { hostIn, recognise, SYMPTOMS } from './index.js'

const first = (text: string) => recognise(text)[0]?.symptom.id

const words = SYMPTOMS.flatMap(({ id, words }) =>
  Object.values<readonly string[]>(words).flatMap((own) => own.map((word) => [word, id] as const)),
)

/** Chromium's numbers of one and two digits mean nothing in a sentence. */
const FEW_DIGITS = /^-\d{1,2}$/

describe('every word of the table', () => {
  test.each(words)('%s', (word, id) => {
    expect(first(word)).toBe(id)
    if (FEW_DIGITS.test(word)) return
    expect(recognise(`Error: ${word.toUpperCase()} .`).map(({ symptom }) => symptom.id)).toContain(id)
  })

  test('belongs to one symptom only', () => {
    const all = words.map(([word]) => word)
    expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([])
  })

  test('every cause is a rule', () => {
    const ids = new Set(RULES.map(({ id }) => id))
    expect(
      SYMPTOMS.flatMap(({ causes }) => causes as readonly string[]).filter((id) => !ids.has(id)),
    ).toEqual([])
  })
})

/** Shapes of messages from public reports; hosts are made up. */
test.each([
  ['request:fail 似乎已断开与互联网的连接。', 'network-changed'],
  ['error:1000042e:SSL routines:OPENSSL_internal:TLSV1_ALERT_PROTOCOL_VERSION', 'tls-version'],
  ['SSL routines:OPENSSL_internal:SSLV3_ALERT_BAD_CERTIFICATE', 'client-certificate'],
  ['SSL_ERROR_UNKNOWN_CA', 'untrusted'],
  ['request:fail 请求超时。', 'time-out'],
  ['request:fail 网络连接已中断。', 'reset'],
  ['request:fail response data convert to utf8 fail', 'not-json'],
  ['如若已在管理后台更新域名配置，请刷新项目配置后重新编译项目，操作路径：“详情-域名信息”', 'not-in-list'],
  ['该域名包含非法字符，只支持英文大小写字母、数字、“:”及“ - ”', 'list-refused'],
  ['HTTP load failed, 0/0 bytes (error code: -1200 [3:-9816])', 'reset'],
  [
    'Error Domain=NSURLErrorDomain Code=-1200 "发生了 SSL 错误，无法建立与该服务器的安全连接。" UserInfo={_kCFStreamErrorCodeKey=-9860',
    'handshake',
  ],
  ['kCFStreamErrorDomainSSL: error -9820', 'handshake'],
  ['Domain: kCFStreamErrorDomainSSL Code: -9807', 'untrusted'],
  ['SSL handshake failed: sslv3 alert certificate unknown', 'untrusted'],
  ['downloadFile:fail Error: unable to verify the first certificate', 'untrusted'],
  [
    'https://api.shop.example 对应的服务器证书无效。控制台输入 showRequestInfo() 可以获取更详细信息。',
    'untrusted',
  ],
  ['closeSocket:fail wcwss taskID not exist', 'web-socket'],
  ['cURL error 60:  (see https://curl.haxx.se/libcurl/c/libcurl-errors.html)', 'handshake'],
  ['{ "error": 13, "errorMessage": "" }', 'time-out'],
  [
    '{"errno":600001,"errMsg":"request:fail errcode:-202 cronet_error_code:-202 error_msg:net::ERR_CERT_AUTHORITY_INVALID"}',
    'untrusted',
  ],
  ['request:fail -200:net::ERR_CERT_COMMON_NAME_INVALID', 'wrong-name'],
  ['request:fail ssl hand shake error', 'handshake'],
  ['{errMsg: "request:fail url not in domain list"}', 'not-in-list'],
  ['TCPSocket.connect connect fail: invalid address', 'socket-address'],
  ['uploadFile:fail url not in domain list:api.shop.example', 'not-in-list'],
  [
    'https://api.shop.example 不在以下 request 合法域名列表中，请参考文档：https://developers.weixin.qq.com',
    'not-in-list',
  ],
  ['小程序要求的 TLS 版本必须大于等于 1.2', 'tls-version'],
  ['request:fail -118:net::ERR_CONNECTION_TIMED_OUT', 'time-out'],
  ['request:fail -2:net::ERR_FAILED', 'net-error'],
  ['request:fail -21:net::ERR_NETWORK_CHANGED', 'network-changed'],
  [
    'request:fail errcode:10011 cronet_error_code:0 error_msg:network change, cancel all task',
    'network-changed',
  ],
  [
    'javax.net.ssl.SSLHandshakeException: java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.',
    'untrusted',
  ],
  ['javax.net.ssl.SSLPeerUnverifiedException: Hostname api.shop.example not verified:', 'wrong-name'],
  ['request:fail 未能完成操作。（kCFErrorDomainCFNetwork 错误 -1202。）', 'untrusted'],
  ['NSURLErrorDomain Code=-1200 "发生了 SSL 错误，无法建立与该服务器的安全连接。"', 'handshake'],
  ['Error: unable to verify the first certificate code: UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted'],
  ['curl: (60) SSL certificate problem: certificate has expired', 'dates'],
  ['error:1408F10B:SSL routines:ssl3_get_record:wrong version number', 'plain-http'],
  ['Error in connection establishment: net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'tls-version'],
  [
    "WebSocket connection to 'wss://ws.shop.example/' failed: Error during WebSocket handshake: Unexpected response code: 200",
    'web-socket',
  ],
  ['400 Bad Request No required SSL certificate was sent', 'client-certificate'],
  ['{"errcode":85302,"errmsg":"no icp domain"}', 'not-filed'],
  ['SyntaxError: Unexpected token < in JSON at position 0', 'not-json'],
  ['request:fail timeout', 'time-out'],
])('%s', (text, id) => {
  expect(first(text)).toBe(id)
})

test.each(['everything is fine', 'total -2 items, port 2020', 'sku-200 is sold out', 'a price of -2001', ''])(
  '"%s" shows no symptom',
  (text) => {
    expect(recognise(text)).toEqual([])
  },
)

test('a text of a megabyte is recognised by its beginning', () => {
  expect(first(`request:fail timeout ${'x'.repeat(1 << 20)} -202`)).toBe('time-out')
})

test.each([
  ['https://api.shop.example/v1?x=1 不在以下', 'api.shop.example'],
  ["connection to 'wss://ws.shop.example:8443/a'", 'ws.shop.example:8443'],
  ['no URL', null],
  ['https://127.0.0.1/', null],
  ['https://`rm`/', null],
])('the host in %s', (text, host) => {
  expect(hostIn(text)).toBe(host)
})

/** The same message as different consoles, keyboards and people write it. */
test.each([
  [
    '{errno: 600001, errMsg: "request:fail errcode:-202 cronet_error_code:-202 error_msg:net::ERR_CERT_AUTHORITY_INVALID"}',
    'untrusted',
  ],
  ['{"errno":600001,"errMsg":"request:fail\\n-118:net::ERR_CONNECTION_TIMED_OUT"}', 'time-out'],
  ['errno：600002，errMsg：request：fail url not in domain list', 'not-in-list'],
  ['ｒｅｑｕｅｓｔ：fail　ssl　hand　shake　error', 'handshake'],
  ['request:fail ssl hand\n  shake error', 'handshake'],
  ['小程序要求的TLS版本必须大于等于1.2', 'tls-version'],
  ['小程序要求的 TLS 版本必须大于等于1.2。', 'tls-version'],
  ['connectSocket:fail 小程序要求的 TLS 版本必须大于等于 1.2', 'tls-version'],
  ['[vConsole] 14:02:11 {"errMsg":"request:fail -105:net::ERR_NAME_NOT_RESOLVED"}', 'no-address'],
  [
    'MiniProgramError\n{"errMsg":"uploadFile:fail -100:net::ERR_CONNECTION_CLOSED"}\nObject\n    at Page.<anonymous>',
    'reset',
  ],
  ['request:fail 发生了SSL错误，无法建立与该服务器的安全连接。', 'handshake'],
  ['request:fail 未能读取数据，因为它的格式不正确。', 'not-json'],
  ['connectSocket:fail 未能完成该操作。（kNWErrorDomainTLS错误-9858）', 'handshake'],
  ['connectSocket:fail 未完成的操作', 'net-error'],
  ["{error: 13, errorMessage: '请求超时'}", 'time-out'],
  ['{ "error" : 11, "errorMessage" : "无权跨域" }', 'not-in-list'],
  ['{"code":2300060,"message":"SSL peer certificate or SSH remote key was not OK"}', 'untrusted'],
  [
    'SSL_do_handshake() failed (SSL: error:1417A179:SSL routines:tls_post_process_client_hello:cert cb error)',
    'server-name',
  ],
  ['SSL handshake aborted: ssl=0x61512948: I/O error during system call, Connection reset by peer', 'reset'],
  ['URL 域名不合法，请在 mp 后台配置后重试', 'not-in-list'],
  [
    'Error Domain=NSPOSIXErrorDomain Code=100 "Protocol error" UserInfo={_kCFStreamErrorCodeKey=100}',
    'http2',
  ],
  ['request:fail The operation couldn’t be completed. Protocol error', 'http2'],
  ['request:fail 未能完成操作。协议错误', 'http2'],
  ['request:fail errcode:-337 cronet_error_code:-337 error_msg:net::ERR_HTTP2_PROTOCOL_ERROR', 'http2'],
  ['curl: (92) HTTP/2 stream 1 was not closed cleanly: PROTOCOL_ERROR (err 1)', 'http2'],
])('%s', (text, id) => expect(first(text)).toBe(id))
