/** How handshakes end, and what comes back over them. */
import type httpReachable from '../../../rules/http/reachable.js'
import type clientCertificate from '../../../rules/tls/client-certificate.js'
import type { RuleText } from '../types.js'

const NO_CLIENT_CERTIFICATES =
  'Stop asking for client certificates on this name and port; keep mutual TLS for servers among themselves, on a name of its own.'
const CERTIFICATE_FIX = [
  NO_CLIENT_CERTIFICATES,
  '  nginx: ssl_verify_client off;    haproxy: bind ... ssl crt ... (no verify required)',
  '  Apache: SSLVerifyClient none    ingress-nginx: drop auth-tls-verify-client, or set it to "off"',
  '  Cloud load balancers: turn mutual (two-way) authentication off in the HTTPS listener.',
].join('\n')

const AFTER = {
  finish: 'after the client’s part of the handshake',
  'first-byte': 'after the request',
}

const withAlert = (alert: number | null) =>
  alert === null ? 'closes the connection without a byte, twice' : `refuses with alert ${alert}`

export const ending: {
  'tls/client-certificate': RuleText<typeof clientCertificate>
  'http/reachable': RuleText<typeof httpReachable>
} = {
  'tls/client-certificate': {
    title: 'No client certificate is required',
    why: 'A mini program has no way to show a client certificate: where a server insists on one, every request fails on every phone.',
    pass: ({ asked }) =>
      asked ? 'a client certificate is asked for, and none is needed' : 'no client certificate is asked for',
    reasons: {
      demanded: {
        message: ({ phase, alert }, { subject }) =>
          `${subject} requires a client certificate: without one it ${withAlert(alert)}, ${AFTER[phase]}. No phone has one.`,
        fix: () => CERTIFICATE_FIX,
      },
      said: {
        message: ({ path, status, text }, { subject }) =>
          `${subject} requires a client certificate: ${path} answers ${status}, “${text}”. No phone has one.`,
        fix: () => CERTIFICATE_FIX,
      },
      perhaps: {
        message: ({ path, status }, { subject }) =>
          `${subject} asks for a client certificate and answers ${status} (${path}) without one; if that is why, no phone gets through.`,
        fix: () =>
          `If requests without a certificate are refused: ${NO_CLIENT_CERTIFICATES} If not, name a path that answers in the config ("paths").`,
      },
      'other-address': {
        message: ({ asking, answered }, { subject }) =>
          `${subject}: ${asking.join(', ')} asks for a client certificate; requests went to ${answered}, so whether one is needed there was not seen.`,
        fix: () => 'Give every address of the name the same settings.',
      },
    },
  },
  'http/reachable': {
    title: 'A handshake comes to its end, and HTTP comes back',
    why: 'A certificate in order is not yet an answer: a server that breaks off after the handshake fails every request of the mini program.',
    pass: ({ path, status, version }) => `${version}, ${path} answered ${status}`,
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
            ? `${subject}${path} answers with more than 64 kB of header fields.`
            : problem === 'length'
              ? `${subject}${path} answers with a Content-Length that contradicts itself.`
              : `${subject}${path} does not answer in HTTP; it sent: ${got}`,
        fix: () => 'Look which program listens on this port, and what the gateway in front of it sends.',
      },
      'http2-only': {
        message: (_, { subject }) =>
          `${subject} speaks HTTP/2 only, which hefa does not: its paths were not looked at, and clients that ask in HTTP/1.1 (WebSocket, old phones) get nothing.`,
        fix: () => 'Let the gateway speak HTTP/1.1 too.',
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
  },
}
