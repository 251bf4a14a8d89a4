import type atsCipher from '../../../rules/tls/ats-cipher.js'
import type clientHandshake from '../../../rules/tls/client-handshake.js'
import type legacyAndroid from '../../../rules/tls/legacy-android.js'
import type obsoleteVersion from '../../../rules/tls/obsolete-version.js'
import type reachable from '../../../rules/tls/reachable.js'
import type serverName from '../../../rules/tls/server-name.js'
import type version from '../../../rules/tls/version.js'
import { fewOf } from '../few.js'
import { cipherName } from '../names.js'
import type { RuleText } from '../types.js'

const few = fewOf(', ', (n) => ` and ${n} more`)

const VERSION_FIX = [
  'Allow TLS 1.2 and 1.3.',
  '  nginx: ssl_protocols TLSv1.2 TLSv1.3;',
  '  Tencent Cloud CLB, Alibaba Cloud SLB/ALB: choose the TLS policy "TLS 1.2 or later" of the HTTPS listener.',
].join('\n')

const CIPHER_FIX = [
  'Allow ECDHE suites with AES-GCM (and TLS 1.3).',
  '  nginx: ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE+AES;',
  '  Tencent Cloud CLB, Alibaba Cloud SLB/ALB: choose a TLS policy with forward secrecy.',
].join('\n')

const dead = (list: { address: string; how: string }[]) =>
  few(list.map(({ address, how }) => `${address} (${how})`))

const CURVE_FIX = [
  'Allow the groups X25519, P-256 and P-384, and use an RSA or P-256 certificate.',
  '  nginx: ssl_ecdh_curve X25519:prime256v1:secp384r1;',
].join('\n')

const LACKING = {
  version: { why: 'no protocol version in common', fix: VERSION_FIX },
  suite: { why: 'no cipher suite in common', fix: CIPHER_FIX },
  group: { why: 'no group for the key exchange in common', fix: CURVE_FIX },
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
    fix: 'Let the server speak HTTP/1.1 beside HTTP/2.',
  },
  other: {
    why: 'something else in their hello is refused, since nothing they need is missing',
    fix: 'Update the TLS library of the server, the load balancer and the firewall before it: they must ignore what they don’t know in a ClientHello, and take one that does not fit one TCP segment.',
  },
} as const

const GOT: Record<string, string> = {
  'other-version': 'answers with a version they do not accept',
  reset: 'resets the connection',
  closed: 'closes the connection',
  'not-tls': 'answers with something that is not TLS',
  malformed: 'answers with broken TLS',
  'server-hello': 'answers with something they do not accept',
}

const otherService = (got: string): string =>
  got === 'malformed' ? 'broken TLS' : /^[A-Z][\w/]+$/.test(got) ? got : 'something else'

const gotBy = ({ by, alert }: { by: string; alert: number | null }) =>
  alert === null ? (GOT[by] ?? by) : `refuses with alert ${alert}`

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
    derived.length > 0 ? ` Composed from source code, not recorded: the hello of ${derived.join(', ')}.` : ''
  return `${names} can’t connect to ${subject}: ${LACKING[lacking].why}; the server ${got}.${likely}${sure}`
}

/** What nothing was seen of is not guessed at. */
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

const byProxy = (cause: string) => cause.startsWith('proxy:')

export const tls: {
  'tls/reachable': RuleText<typeof reachable>
  'tls/version': RuleText<typeof version>
  'tls/legacy-android': RuleText<typeof legacyAndroid>
  'tls/obsolete-version': RuleText<typeof obsoleteVersion>
  'tls/ats-cipher': RuleText<typeof atsCipher>
  'tls/client-handshake': RuleText<typeof clientHandshake>
  'tls/server-name': RuleText<typeof serverName>
} = {
  'tls/reachable': {
    title: 'A TLS server answers',
    why: 'Without a TLS server on that port every request of the mini program fails.',
    pass: ({ addresses }) => `answered at ${few(addresses)}`,
    reasons: {
      refused: {
        message: ({ addresses }, { subject }) => `${subject} refuses connections (${few(addresses)}).`,
        fix: () =>
          'Start the server, open the port in the security group, or correct the port in the domain list.',
      },
      reset: {
        message: ({ addresses }, { subject }) =>
          `${subject} accepts connections and ends them without a TLS answer (${few(addresses)}).`,
        fix: () =>
          'Check whether the name is bound to a certificate on the load balancer, and whether a firewall cuts the connection (unfiled domains are cut in mainland China).',
      },
      'not-tls': {
        message: ({ got }, { subject }) =>
          `${subject} does not speak TLS; what answers there is ${otherService(got)}.`,
        fix: () => 'Turn TLS on for this port.\n  nginx: listen 443 ssl;',
      },
      silent: {
        message: ({ addresses, phase, cause }, { subject }) =>
          byProxy(cause)
            ? `The proxy gave no way to ${subject} (${few(addresses)}): ${cause.slice(6)}.`
            : `${subject} did not answer (${few(addresses)}; ${phase}: ${cause}).`,
        fix: ({ cause }) =>
          byProxy(cause)
            ? 'Look at --proxy, or HTTPS_PROXY: its address, the user and password, and what it lets through. Hosts in NO_PROXY are asked directly.'
            : 'Run again from a network that reaches the server, or with a longer --timeout.',
      },
      'some-refused': {
        message: ({ dead: list, living }, { subject }) =>
          `${subject}: ${dead(list)} refused the connection while ${few(living)} answered; phones that try it first wait.`,
        fix: () => 'Start the server there, or remove the address from DNS.',
      },
      'some-broken': {
        message: ({ dead: list, living }, { subject }) =>
          `${subject}: ${dead(list)} gave no TLS answer while ${few(living)} did; phones that are sent there fail.`,
        fix: () => 'Repair the server there, or remove the address from DNS.',
      },
      'some-silent': {
        message: ({ dead: list, living }, { subject }) =>
          `${subject}: ${dead(list)} did not answer while ${few(living)} did.`,
        fix: () => 'Run again; if it stays silent, repair the server there or remove the address from DNS.',
      },
      'spare-silent': {
        message: ({ dead: list }, { subject }) =>
          `${subject}: its IPv6 address could not be reached from here: ${dead(list)}.`,
        fix: () => 'Run again from a network with IPv6, or remove the AAAA record.',
      },
    },
  },
  'tls/version': {
    title: 'TLS 1.2 or 1.3 is spoken',
    why: 'iOS and current Android refuse anything older; users see a failed request with an SSL error.',
    pass: ({ accepted }) => accepted.join(', '),
    reasons: {
      'too-old': {
        message: ({ minimum, accepted }, { subject }) =>
          accepted.length > 0
            ? `${subject} speaks only ${accepted.join(', ')}; ${minimum} or later is required.`
            : `${subject} refuses ${minimum} and everything later.`,
        fix: () => VERSION_FIX,
      },
      'no-answer': {
        message: ({ silent }, { subject }) =>
          `${subject} gave no answer when asked for ${silent.join(', ')}.`,
        fix: () => 'Run again, with a longer --timeout if the server is slow.',
      },
    },
  },
  'tls/legacy-android': {
    title: 'Android 4.4 and older can connect',
    why: 'They speak TLS 1.0 at most. The platform’s sentence is ambiguous and TLS 1.0 and 1.1 are deprecated, so this is only noted, and only where `legacyOs` reaches down to them.',
    pass: ({ accepted }) => accepted.join(', '),
    reasons: {
      'modern-only': {
        message: (_, { subject }) =>
          `${subject} speaks neither TLS 1.0 nor 1.1: Android 4.4 and older can’t connect. That is usual today.`,
      },
      'no-answer': {
        message: ({ silent }, { subject }) =>
          `${subject} gave no answer when asked for ${silent.join(', ')}.`,
      },
    },
  },
  'tls/obsolete-version': {
    title: 'Obsolete protocol versions are off',
    why: 'SSL 3.0 is broken (RFC 7568), TLS 1.0 and 1.1 are deprecated (RFC 8996).',
    pass: ({ refused }) => `${refused.join(', ')} refused`,
    reasons: {
      ssl3: {
        message: (_, { subject }) => `${subject} still speaks SSL 3.0.`,
        fix: () => VERSION_FIX,
      },
      deprecated: {
        message: ({ accepted }, { subject }) => `${subject} still speaks ${accepted.join(' and ')}.`,
        fix: () => VERSION_FIX,
      },
      'no-answer': {
        message: ({ silent }, { subject }) =>
          `${subject} gave no answer when asked for ${silent.join(', ')}.`,
      },
    },
  },
  'tls/ats-cipher': {
    title: 'A forward-secret cipher suite that iOS offers (ATS)',
    why: 'Under App Transport Security an iPhone offers only ECDHE suites; a server without one fails on every iPhone and works everywhere else.',
    pass: ({ cipher }) => cipherName(cipher),
    reasons: {
      'legacy-cbc-only': {
        message: ({ cipher }, { subject }) =>
          `${subject} accepts only ECDHE with CBC and SHA-256/384 (${cipherName(cipher)}): in Apple’s printed list, but no longer offered by iOS 15.4 and later.`,
        fix: () => CIPHER_FIX,
      },
      'no-ats-suite': {
        message: ({ cipher, dhBits }, { subject }) =>
          `${subject} accepts no suite that iOS offers under ATS; it chose ${cipherName(cipher)}${dhBits ? ` (DHE, ${dhBits} bits)` : ''} when everything was offered.`,
        fix: () => CIPHER_FIX,
      },
      'no-answer': {
        message: ({ silent }, { subject }) =>
          `${subject} gave no answer to these hellos: ${silent.join(', ')}.`,
        fix: () => 'Run again, with a longer --timeout if the server is slow.',
      },
    },
  },
  'tls/client-handshake': {
    title: 'Every generation of phones gets a connection',
    why: 'Phones offer different versions, cipher suites and curves. Where the server accepts none of them, every request fails on those phones alone, while your own phone works.',
    pass: ({ clients }) =>
      `${clients.filter(({ verdict }) => verdict === 'connects').length} kinds of clients connect`,
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
  },
  'tls/server-name': {
    title: 'The server answers without a server name too',
    why: 'Phones always name the server (SNI). Gateways, health checks and old libraries may not; they get the default certificate. Only noted.',
    pass: () => 'the same certificate without a name',
    reasons: {
      'other-certificate': {
        message: ({ names }, { subject }) =>
          `${subject}: without a server name another certificate is sent${names.length > 0 ? ` (${names.join(', ')})` : ''}.`,
      },
      refused: {
        message: (got, { subject }) => `${subject}: without a server name the server ${gotBy(got)}.`,
      },
      'warning-alert': {
        message: ({ alert }, { subject }) =>
          `${subject} warns that it does not know the name (alert ${alert}) and goes on; some clients give up there.`,
        fix: () =>
          'Name the host in the server’s configuration (nginx: server_name, Tomcat: a host of that name).',
      },
      'no-answer': {
        message: ({ phase, cause }, { subject }) =>
          `${subject} gave no answer to a hello without a server name (${phase}: ${cause}).`,
      },
    },
  },
}
