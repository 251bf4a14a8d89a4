import { AFTER } from '../../../src/i18n/en/ending-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const NO_CLIENT_CERTIFICATES =
  'Stop asking for client certificates on this name and port; keep mutual TLS for servers among themselves, on a name of its own.'

const CERTIFICATE_FIX = [
  NO_CLIENT_CERTIFICATES,
  '  nginx: ssl_verify_client off;    haproxy: bind ... ssl crt ... (no verify required)',
  '  Apache: SSLVerifyClient none    ingress-nginx: drop auth-tls-verify-client, or set it to "off"',
  '  Cloud load balancers: turn mutual (two-way) authentication off in the HTTPS listener.',
].join('\n')

const withAlert = (alert: number | null) =>
  alert === null ? 'closes the connection without a byte, twice' : `refuses with alert ${alert}`

export default {
  title: 'No client certificate is required',
  why: 'A mini program has no way to show a client certificate: where a server insists on one, every request fails on every phone.',
  pass: ({ asked }) =>
    asked ? 'a client certificate is asked for, and none is needed' : 'no client certificate is asked for',
  unknown: {
    'other-address': 'the address that asks for a client certificate is not the one that answered over HTTP',
  },
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
} satisfies RuleText<typeof rule>
