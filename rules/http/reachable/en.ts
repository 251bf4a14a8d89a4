import { AFTER } from '../../../src/i18n/en/ending-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'The server answers HTTP requests',
  why: 'A valid certificate is not enough: a server that breaks off after the handshake fails every request of the mini program.',
  pass: ({ path, status, version }) => `${version}, ${path} answered ${status}`,
  unknown: {
    'http2-unanswered': 'the server chose HTTP/2, and gave no answer in it',
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
    'http2-only': {
      message: (_, { subject }) =>
        `${subject} speaks HTTP/2 only, which hefa does not: its paths were not checked, and clients that ask in HTTP/1.1 (WebSocket, old phones) get nothing.`,
      fix: () => 'Let the gateway speak HTTP/1.1 too.',
    },
    'http2-unspoken': {
      message: ({ got }, { subject }) =>
        `${subject} chooses HTTP/2 in the handshake but does not speak it: it ${got === null ? 'closes the connection' : `sent ${got}`}. Clients that offer HTTP/2, such as iOS and browsers, fail; curl --http1.1 and hefa’s own requests work.`,
      fix: () =>
        'Offer in ALPN only what the server behind speaks: a proxy that passes TCP on must not announce h2 for an HTTP/1.1 backend.\n  HAProxy: mode http, or alpn http/1.1 in the bind line',
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
