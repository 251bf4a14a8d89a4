import type { RuleText } from '../../../src/i18n/types.js'
import { CIPHER_FIX, gotBy, VERSION_FIX } from '../words/en.js'
import type rule from './rule.js'

const CURVE_FIX = [
  'Allow the groups X25519, P-256 and P-384, and use an RSA or P-256 certificate.',
  '  nginx: ssl_ecdh_curve X25519:prime256v1:secp384r1;',
].join('\n')

const LACKING = {
  version: { why: 'no protocol version in common', fix: VERSION_FIX },
  suite: { why: 'no cipher suite in common', fix: CIPHER_FIX },
  group: { why: 'no key exchange group in common', fix: CURVE_FIX },
  'certificate-curve': { why: 'they do not know the curve of the certificate’s key', fix: CURVE_FIX },
  'certificate-key': {
    why: 'they cannot check signatures of the certificate’s kind of key',
    fix: 'Use an RSA or P-256 certificate.',
  },
  'certificate-size': {
    why: 'the certificates sent are more than the 100 kB that TLS libraries accept',
    fix: 'Send the server’s own certificate and its intermediates, nothing else.\n  hefa chain fullchain.pem --output shorter.pem',
  },
  protocol: {
    why: 'no application protocol (ALPN) in common',
    fix: 'Let the server speak HTTP/1.1 as well as HTTP/2.',
  },
  downgrade: {
    why: 'the connection is downgraded: TLS 1.2 was chosen although the server says it has 1.3, which TLS 1.3 clients treat as an attack (RFC 8446 section 4.1.3)',
    fix: 'Update the gateway or the firewall that inspects TLS before the server: it passes on the random of a TLS 1.3 server in a TLS 1.2 handshake. Or turn TLS 1.3 on there, or off behind it.',
  },
  other: {
    why: 'something else in their hello is refused, since nothing they need is missing',
    fix: 'Update the TLS library of the server, the load balancer and the firewall before it: they must ignore what they don’t know in a ClientHello, and take one that does not fit one TCP segment.',
  },
} as const

interface Failure {
  lacking: keyof typeof LACKING
  failed: { name: string; hello: string; got: { by: string; alert: number | null } }[]
  undetermined: string[]
}

const cannotConnect = (subject: string, { lacking, failed, undetermined }: Failure) => {
  const names = failed.map(({ name }) => name).join(', ')
  const got = failed[0] ? gotBy(failed[0].got) : ''
  const likely = undetermined.length > 0 ? ` Probably neither can ${undetermined.join(', ')}.` : ''
  const derived = failed.filter(({ hello }) => hello === 'derived').map(({ name }) => name)
  const sure =
    derived.length > 0
      ? ` Reconstructed from source code, not recorded: the hello of ${derived.join(', ')}.`
      : ''
  return `${names} can’t connect to ${subject}: ${LACKING[lacking].why}; the server ${got}.${likely}${sure}`
}

/** Without any observation nothing is assumed. */
const notSent = (subject: string, { undetermined, doomed }: { undetermined: string[]; doomed: string[] }) => {
  const open = undetermined.filter((name) => !doomed.includes(name))
  const expected =
    doomed.length > 0
      ? [
          `${doomed.join(', ')} would probably not get a connection to ${subject}, but their own hellos were not sent.`,
        ]
      : []
  const unseen =
    open.length > 0
      ? [`What ${open.join(', ')} would get from ${subject} is unknown: their own hellos were not sent.`]
      : []
  return [...expected, ...unseen].join(' ')
}

export default {
  title: 'Every phone generation can connect',
  why: 'Phones offer different versions, cipher suites and curves. Where the server accepts none of them, every request fails on those phones alone, while your own phone works.',
  howToFix:
    'Look at what the named phone offers and what the server insists on: usually a list of suites or curves that is too short. Mozilla’s “intermediate” configuration reaches every phone listed here.',
  pass: ({ clients }) =>
    `${clients.filter(({ verdict }) => verdict === 'connects').length} kinds of clients connect`,
  unknown: {
    unconfirmed: 'what a supported client gets could only be guessed from other hellos',
    'legacy-unconfirmed': 'the same for an older client',
    'no-answer': 'the hello of a supported client got no answer',
    'legacy-no-answer': 'the same for an older client',
  },
  reasons: {
    'cannot-connect': {
      message: (found, { subject }) => cannotConnect(subject, found),
      fix: ({ lacking }) => LACKING[lacking].fix,
    },
    'legacy-cannot-connect': {
      message: (found, { subject }) => cannotConnect(subject, found),
      fix: ({ lacking }) =>
        `If these old phones matter to you: ${LACKING[lacking].fix}\nIf not, raise legacyOs in the config.`,
    },
    unconfirmed: {
      message: (found, { subject }) => notSent(subject, found),
      fix: () => 'Run again with --clients, which sends every hello.',
    },
    'legacy-unconfirmed': {
      message: (found, { subject }) => notSent(subject, found),
      fix: () => 'Run again with --clients, which sends every hello.',
    },
    'no-answer': {
      message: ({ undetermined }, { subject }) =>
        `${subject} gave no answer to the hellos of ${undetermined.join(', ')}.`,
      fix: () =>
        'Run again, with a longer --timeout if the server is slow. If it stays silent, look for a firewall that drops large ClientHellos.',
    },
    'legacy-no-answer': {
      message: ({ undetermined }, { subject }) =>
        `${subject} gave no answer to the hellos of ${undetermined.join(', ')}.`,
      fix: () => 'Run again, with a longer --timeout if the server is slow.',
    },
  },
} satisfies RuleText<typeof rule>
