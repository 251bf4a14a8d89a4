/** Errors of the TLS handshake. */
import type { Symptom } from '../types.js'

export const handshake = [
  {
    id: 'handshake',
    words: {
      wechat: ['ssl hand shake error', 'ssl handshake error', 'tls handshake failed'],
      java: [
        'sslprotocolexception',
        'failure in ssl library',
        'sslhandshakeexception',
        'ssl handshake aborted',
        'ssl handshake failed',
        'handshake failed',
        'connection closed by peer',
      ],
      apple: [
        'kcfstreamerrordomainssl',
        'knwerrordomaintls',
        '-1200',
        '-9802',
        '-9858',
        '-9880',
        '发生了 ssl 错误',
        'an ssl error has occurred',
      ],
      chromium: ['err_ssl_protocol_error', '-107'],
      curl: ['curl error 60', 'curl error 35', 'curl: (60)', 'curl: (35)', 'ssl certificate problem'],
      harmony: ['2300035'],
    },
    causes: [
      'certificate/chain-complete',
      'certificate/trusted',
      'tls/version',
      'tls/ats-cipher',
      'tls/refusal',
      'tls/hello-size',
      'tls/client-handshake',
    ],
    proof: 'server',
    vague: true,
  },
  {
    id: 'tls-version',
    words: {
      wechat: ['tls 版本必须大于等于 1.2', 'tls版本必须大于等于1.2', 'tls version must'],
      chromium: [
        'err_ssl_obsolete_version',
        'err_ssl_version_or_cipher_mismatch',
        '-113',
        'err_ssl_version_interference',
      ],
      apple: ['-9836', '-9801', '-9824', '-9881', '-9882'],
      java: [
        'protocol_version',
        'sslv3_alert_handshake_failure',
        'handshake_failure',
        'unsupported_protocol',
      ],
      openssl: [
        'tlsv1 alert protocol version',
        'sslv3 alert handshake failure',
        'no protocols available',
        'unsupported protocol',
        'no shared cipher',
      ],
    },
    causes: [
      'tls/version',
      'tls/refusal',
      'tls/ats-cipher',
      'tls/hello-size',
      'tls/client-handshake',
      'certificate/key-strength',
    ],
    proof: 'server',
  },
  {
    id: 'server-name',
    words: {
      chromium: ['err_ssl_unrecognized_name_alert', '-159'],
      java: ['unrecognized_name'],
      apple: ['-9865'],
      openssl: ['tlsv1 unrecognized name', 'tlsv1 alert unrecognized name', 'cert cb error'],
      server: ['421 misdirected', 'misdirected request'],
    },
    causes: ['tls/refusal', 'certificate/hostname', 'http/turned-away'],
    proof: 'server',
  },
  {
    id: 'client-certificate',
    words: {
      chromium: ['err_bad_ssl_client_auth_cert', '-117', 'err_ssl_client_auth_cert_needed', '-110'],
      apple: ['-1205', '-1206', '-9863'],
      java: ['certificate_required', 'bad_certificate'],
      openssl: ['alert certificate required', 'alert bad certificate'],
      server: ['no required ssl certificate was sent'],
    },
    causes: ['tls/client-certificate', 'tls/refusal'],
    proof: 'server',
  },
  {
    id: 'plain-http',
    words: {
      openssl: ['wrong version number', 'packet length too long', 'http request'],
      java: ['unable to parse tls packet header', 'unsupported or unrecognized ssl message'],
      server: ['the plain http request was sent to https port'],
      node: ['eproto'],
    },
    causes: ['tls/reachable', 'domain/port'],
    proof: 'server',
  },
] as const satisfies readonly Symptom[]
