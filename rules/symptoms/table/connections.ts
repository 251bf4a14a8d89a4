/** Errors of a connection that never came about, or broke. */
import type { Symptom } from '../types.js'

export const connections = [
  {
    id: 'no-address',
    words: {
      chromium: ['err_name_not_resolved', '-105', 'err_icann_name_collision', '-166'],
      apple: [
        '未能找到使用指定主机名的服务器',
        'a server with the specified hostname could not be found',
        '-1003',
      ],
      java: ['unknownhostexception', 'unable to resolve host'],
      node: ['enotfound', 'eai_again'],
      curl: ['could not resolve host'],
      harmony: ['2300006'],
    },
    causes: ['dns/resolves', 'dns/private-address'],
    proof: 'server',
  },
  {
    id: 'refused',
    words: {
      chromium: ['err_connection_refused', '-102', 'err_address_unreachable', '-109'],
      apple: ['未能连接到服务器', 'could not connect to the server', '-1004'],
      java: ['connectexception', 'connection refused'],
      node: ['econnrefused', 'ehostunreach'],
      curl: ['curl: (7)', 'curl error 7', 'failed to connect to'],
      harmony: ['2300007'],
    },
    causes: ['tls/reachable', 'domain/port', 'dns/private-address', 'dns/ipv6'],
    proof: 'server',
  },
  {
    id: 'http2',
    words: {
      chromium: [
        'err_http2_protocol_error',
        '-337',
        'err_http2_compression_error',
        '-363',
        'err_http2_frame_size_error',
        '-362',
        'err_http2_server_refused_stream',
        '-351',
      ],
      apple: [
        'nsposixerrordomain code=100',
        'nsposixerrordomain:100',
        'nsposixerrordomain error 100',
        'nsposixerrordomain错误100',
        'couldn’t be completed. protocol error',
        "couldn't be completed. protocol error",
        '未能完成操作。协议错误',
      ],
      java: ['stream was reset', 'mixed case name'],
      curl: ['was not closed cleanly', 'error in the http2 framing layer', 'curl: (92)', 'curl: (16)'],
    },
    causes: ['http/reachable', 'tls/reachable'],
    proof: 'server',
  },
  {
    id: 'reset',
    words: {
      chromium: [
        'err_connection_reset',
        '-101',
        'err_connection_closed',
        '-100',
        'err_empty_response',
        '-324',
      ],
      apple: ['-9816', '-9806', '-9852', '网络连接已中断', 'the network connection was lost', '-1005'],
      java: ['connection reset', 'unexpected end of stream'],
      node: ['econnreset', 'socket hang up'],
      openssl: ['ssl_error_syscall', 'unexpected eof while reading'],
    },
    causes: [
      'tls/refusal',
      'domain/icp-filing',
      'tls/hello-size',
      'http/reachable',
      'tls/client-certificate',
      'tls/reachable',
    ],
    proof: 'server',
  },
  {
    id: 'time-out',
    words: {
      wechat: ['request:fail timeout', 'connectsocket:fail timeout'],
      alipay: ['错误码 13', 'error: 13'],
      chromium: ['err_timed_out', 'err_connection_timed_out', '-118'],
      apple: ['请求超时', 'the request timed out', '-1001'],
      java: ['sockettimeoutexception', 'connect timed out'],
      node: ['etimedout'],
      curl: ['curl: (28)'],
      harmony: ['2300028'],
    },
    causes: ['tls/reachable', 'dns/ipv6', 'http/response-time', 'project/network-timeout', 'dns/consistent'],
    proof: 'server',
  },
] as const satisfies readonly Symptom[]
