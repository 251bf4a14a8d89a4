import { AFTER } from '../../../src/i18n/en/ending-words.js'
import { cipherName } from '../../../src/i18n/names.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { CIPHER_FIX } from '../../tls/words/en.js'
import { errorName } from './error-codes.js'
import type { Http2Oddity } from './reasons.js'
import type rule from './rule.js'

/** What is wrong with an answer in HTTP/2. */
function oddityOf({ problem, name, value }: Http2Oddity): string {
  switch (problem) {
    case 'connection-field':
      return `a header field that only HTTP/1 has (${name}: ${value})`
    case 'field-name':
      return `a header name with characters that HTTP/2 does not allow, such as capitals (${name})`
    case 'field-value':
      return `control characters in the value of ${name}: ${value}`
    case 'pseudo-field':
      return `a pseudo-header field that does not belong there (${name})`
    case 'no-status':
      return value === '' ? 'no status' : `a status that is none (${value})`
    case 'odd-status':
      return `a status without three digits (${value})`
    case 'length':
      return `a content-length that is not the length of the body (${value})`
    case 'no-head':
      return 'a body, or the end of the answer, before its header fields'
    case 'unended':
      return 'an answer without an end'
    case 'endless-head':
      return 'more than 256 kB of header fields'
    case 'compression':
      return 'header fields that can’t be decompressed'
    case 'pushed':
      return 'an answer that was not asked for (PUSH_PROMISE)'
    case 'frame':
      return 'a frame that is too long, or out of place'
  }
}

const FIX_ODDITY =
  'Find out what the gateway passes on from its backend, and remove it there.\n  To see it: curl -v --http2 URL'

export default {
  title: 'The server answers HTTP requests',
  why: 'A valid certificate is not enough: a server that breaks off after the handshake fails every request of the mini program.',
  pass: ({ path, status, version }) => `${version}, ${path} answered ${status}`,
  unknown: {
    'http2-unanswered': 'the server chose HTTP/2, and gave no answer in it',
    'other-silent': 'another address got no answer',
    'path-silent': 'one of the configured paths got no answer',
    'no-answer': 'the handshake or the request got no answer, or none was made',
  },
  reasons: {
    refused: {
      message: ({ phase, alert }, { subject }) =>
        `${subject} refuses every connection with alert ${alert}, ${AFTER[phase]}.`,
      fix: ({ phase }) =>
        phase === 'first-byte'
          ? 'Check the error log of the server. A client certificate that is asked for only after the request (renegotiation, Apache’s SSLVerifyClient in a Location) looks like this: no phone has one.'
          : 'Check the error log of the server or load balancer: the handshake is refused at its end.',
    },
    cut: {
      message: ({ phase }, { subject }) =>
        `${subject} closes the connection without a byte, ${AFTER[phase]}, and did so twice.`,
      fix: () =>
        'Check the error log of the server, whether the gateway’s backend is up, and whether a firewall cuts connections that carry this name.',
    },
    'not-http': {
      message: ({ path, problem, got }, { subject }) =>
        problem === 'endless-head'
          ? `${subject}${path} answers with more than 256 kB of header fields.`
          : problem === 'length'
            ? `${subject}${path} answers with a Content-Length that contradicts itself.`
            : `${subject}${path} does not answer in HTTP; it sent: ${got}`,
      fix: () => 'Find out which program listens on this port, and what the gateway in front of it sends.',
    },
    'status-line': {
      message: ({ path, line }, { subject }) =>
        `${subject}${path} begins its answer over HTTP/1.1 with “${line}”. OkHttp, on which Android’s HttpURLConnection is built, refuses that; Chromium accepts it, and what iOS does is not known.`,
      fix: () =>
        'Begin the answer with “HTTP/1.1”, one space, three digits and another space, and send nothing before it: the program or gateway writes this line by hand.',
    },
    'http2-only': {
      message: (_, { subject }) =>
        `${subject} speaks HTTP/2 only: clients that ask in HTTP/1.1 (Android’s HttpURLConnection, WebSocket) get nothing.`,
      fix: () => 'Let the gateway speak HTTP/1.1 too.',
    },
    'http2-unspoken': {
      message: ({ got }, { subject }) =>
        `${subject} chooses HTTP/2 in the handshake but does not speak it: it ${got === null ? 'closes the connection' : `sent ${got}`}. Clients that offer HTTP/2, such as iOS and browsers, fail; curl --http1.1 and hefa’s own requests work.`,
      fix: () =>
        'Offer in ALPN only what the server behind speaks: a proxy that passes TCP on must not announce h2 for an HTTP/1.1 backend.\n  HAProxy: mode http, or alpn http/1.1 in the bind line',
    },
    'http2-connection-field': {
      message: ({ path, fields }, { subject }) =>
        `${subject}${path} answers over HTTP/2 with ${fields.join(', ')}, which HTTP/2 forbids: iOS discards such an answer (“Protocol error”, NSPOSIXErrorDomain 100). Chromium and OkHttp ignore the field, so everything works on Android and in the developer tools.`,
      fix: ({ fields }) =>
        `The gateway passes on what its backend says about their own connection. Remove it:\n${[
          ...new Set(fields.map((field) => field.split(':')[0] ?? '')),
        ]
          .map((name) => `  nginx: proxy_hide_header ${name};`)
          .join(
            '\n',
          )}\n  Apache as the backend: Protocols http/1.1, or Header unset Upgrade\n  To see it: curl -v --http2 URL`,
    },
    'http2-malformed': {
      message: (oddity, { subject }) =>
        `${subject}${oddity.path} answers over HTTP/2 with ${oddityOf(oddity)}: clients that use HTTP/2, such as iOS and browsers, discard the answer. Over HTTP/1.1 it works.`,
      fix: () => FIX_ODDITY,
    },
    'http2-irregular': {
      message: (oddity, { subject }) =>
        `${subject}${oddity.path} answers over HTTP/2 with ${oddityOf(oddity)}. RFC 9113 has clients discard such an answer; Chromium and OkHttp accept it, curl does not, and what iOS does is not known.`,
      fix: () => FIX_ODDITY,
    },
    'http2-length': {
      message: ({ path, value }, { subject }) =>
        `${subject}${path} answers over HTTP/2 with a content-length of ${value}, but its body is not so long: OkHttp and curl fail, Chromium accepts it, and what iOS does is not known.`,
      fix: () =>
        'Compute Content-Length from the bytes that are sent, or leave it out: a gateway that changes the body must remove it.\n  To see it: curl -v --http2 URL',
    },
    'http2-weak-suite': {
      message: ({ address, cipher }, { subject }) =>
        `${subject} (${address}) chooses HTTP/2 together with ${cipherName(cipher)}, which HTTP/2 forbids, and has no TLS 1.3: Chromium gives up (ERR_HTTP2_INADEQUATE_TRANSPORT_SECURITY). OkHttp goes on, and what iOS does is not known.`,
      fix: () =>
        `${CIPHER_FIX}\n  They must come first: ssl_prefer_server_ciphers with an old list chooses CBC.`,
    },
    'http2-refused': {
      message: ({ path, by, code }, { subject }) =>
        `${subject}${path} answers over HTTP/1.1, but over HTTP/2 the server ends the ${by} with ${errorName(code)}, and did so twice.`,
      fix: () =>
        'Check the error log of the gateway, or stop offering h2 until the reason is found.\n  curl -v --http2 URL',
    },
    'http2-sent-back': {
      message: ({ path }, { subject }) =>
        `${subject}${path} offers HTTP/2 and then asks for HTTP/1.1 (HTTP_1_1_REQUIRED): Chromium asks again, OkHttp fails, and what iOS does is not known.`,
      fix: () =>
        'Don’t offer h2 where the server can’t use it. On IIS, Windows authentication and client certificates cause this.',
    },
    'http2-other-status': {
      message: ({ path, status, http1 }, { subject }) =>
        `${subject}${path} answers ${status} over HTTP/2 but ${http1} over HTTP/1.1: clients that use HTTP/2, such as iOS and browsers, get the error.`,
      fix: () =>
        'Compare: curl -v --http2 URL, curl -v --http1.1 URL. Look for rules that depend on the protocol.',
    },
    'http2-unanswered': {
      message: ({ phase, cause }, { subject }) =>
        `${subject} chooses HTTP/2 in the handshake; whether it speaks it could not be determined: no answer (${phase}: ${cause}).`,
      fix: () => 'Run again, with a longer --timeout if the server is slow.\n  curl -v --http2 URL',
    },
    'broken-body': {
      message: ({ path }, { subject }) =>
        `${subject}${path} answers, but the chunks of the body are not framed as HTTP requires (RFC 9112 section 7.1).`,
      fix: () => 'Find out what the program behind the gateway writes with Transfer-Encoding: chunked.',
    },
    'short-body': {
      message: ({ path, bytes }, { subject }) =>
        `${subject}${path} answers, but ends the connection after ${bytes} bytes of the body, before its announced length or its last chunk, and did so twice: clients report an error.`,
      fix: () =>
        'Compute Content-Length from the bytes that are sent, after compressing. If the program breaks off in the middle, its error log says why.',
    },
    'other-address': {
      message: ({ address, alert, got }, { subject }) => {
        const what =
          got !== null
            ? `sends something that is not HTTP: ${got}`
            : alert === null
              ? 'closes the connection without a byte, twice'
              : `refuses with alert ${alert}`
        return `${subject} answers at its first address, but ${address} completes the handshake and then ${what}. Phones that are given this address fail.`
      },
      fix: ({ address }) =>
        `Check the server at ${address} and what is behind it, or take it out of DNS until it works.`,
    },
    'other-status': {
      message: ({ address, path, status, first }, { subject }) =>
        `${subject}${path} answers ${first} at its first address, but ${status} at ${address}: it depends on chance which one a phone gets.`,
      fix: ({ address }) =>
        `Compare the releases and the backends of both; to see it: curl --connect-to ::[${address}]: URL`,
    },
    'other-silent': {
      message: ({ address, phase, cause }, { subject }) =>
        `Whether ${subject} answers requests at ${address} too could not be determined: no answer (${phase}: ${cause}).`,
      fix: () =>
        'Run again; if it stays so, check the server at that address and the load balancer before it.',
    },
    'path-ended': {
      message: ({ path, phase, alert }, { subject }) =>
        `${subject} answers, but for ${path} it ${alert === null ? 'closes the connection without a byte' : `ends the connection with alert ${alert}`}, ${AFTER[phase]}${alert === null ? ', and did so twice' : ''}. The mini program’s calls to it fail.`,
      fix: ({ path, alert }) =>
        alert === null
          ? `Check the backend behind ${path}: its error log and, in the gateway’s, what was said about this request. If the mini program does not call this path, remove it from the config.`
          : `Check the server’s error log for ${path}: a client certificate that is asked for only there (Apache’s SSLVerifyClient in a Location) looks like this, and no phone has one.`,
    },
    'path-silent': {
      message: ({ path, phase, cause }, { subject }) =>
        `Whether ${subject}${path} answers could not be determined: other requests were answered, this one was not (${phase}: ${cause}).`,
      fix: ({ path }) =>
        `Run again, with a longer --timeout if it is slow; if it stays so, check the backend behind ${path}. If the mini program does not call this path, remove it from the config.`,
    },
    'no-answer': {
      message: ({ phase, cause }, { subject }) =>
        `Whether ${subject} answers requests could not be determined: no answer (${phase}: ${cause}).`,
      fix: ({ cause }) =>
        cause === 'timeout'
          ? 'Run again, with a longer --timeout if the server is slow; if it stays so, look for what is between the server and its clients.'
          : 'Run again; if it stays so, check whether a firewall or the load balancer cuts connections, and read the error log of the server.',
    },
  },
} satisfies RuleText<typeof rule>
