import type atsCipher from '../../../rules/tls/ats-cipher.js'
import type legacyAndroid from '../../../rules/tls/legacy-android.js'
import type obsoleteVersion from '../../../rules/tls/obsolete-version.js'
import type reachable from '../../../rules/tls/reachable.js'
import type version from '../../../rules/tls/version.js'
import { cipherName } from '../names.js'
import type { RuleText } from '../types.js'

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
  list.map(({ address, how }) => `${address} (${how})`).join(', ')

export const tls: {
  'tls/reachable': RuleText<typeof reachable>
  'tls/version': RuleText<typeof version>
  'tls/legacy-android': RuleText<typeof legacyAndroid>
  'tls/obsolete-version': RuleText<typeof obsoleteVersion>
  'tls/ats-cipher': RuleText<typeof atsCipher>
} = {
  'tls/reachable': {
    title: 'A TLS server answers',
    why: 'Without a TLS server on that port every request of the mini program fails.',
    pass: ({ addresses }) => `answered at ${addresses.join(', ')}`,
    reasons: {
      refused: {
        message: ({ addresses }, { subject }) => `${subject} refuses connections (${addresses.join(', ')}).`,
        fix: () =>
          'Start the server, open the port in the security group, or correct the port in the domain list.',
      },
      reset: {
        message: ({ addresses }, { subject }) =>
          `${subject} accepts connections and ends them without a TLS answer (${addresses.join(', ')}).`,
        fix: () =>
          'Look whether the name is bound to a certificate on the load balancer, and whether a firewall cuts the connection (unfiled domains are cut in mainland China).',
      },
      'not-tls': {
        message: ({ got }, { subject }) => `${subject} does not speak TLS; it answered: ${got}`,
        fix: () => 'Turn TLS on for this port.\n  nginx: listen 443 ssl;',
      },
      silent: {
        message: ({ addresses, phase, cause }, { subject }) =>
          `${subject} did not answer (${addresses.join(', ')}; ${phase}: ${cause}).`,
        fix: () => 'Run again from a network that reaches the server, or with a longer --timeout.',
      },
      'some-refused': {
        message: ({ dead: list, living }, { subject }) =>
          `${subject}: ${dead(list)} refused the connection while ${living.join(', ')} answered; phones that try it first wait.`,
        fix: () => 'Start the server there, or remove the address from DNS.',
      },
      'some-broken': {
        message: ({ dead: list, living }, { subject }) =>
          `${subject}: ${dead(list)} gave no TLS answer while ${living.join(', ')} did; phones that are sent there fail.`,
        fix: () => 'Repair the server there, or remove the address from DNS.',
      },
      'some-silent': {
        message: ({ dead: list, living }, { subject }) =>
          `${subject}: ${dead(list)} did not answer while ${living.join(', ')} did.`,
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
            ? `${subject} speaks only ${accepted.join(', ')}; ${minimum} or later is demanded.`
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
    why: 'They speak TLS 1.0 at most. The platform’s sentence is ambiguous and TLS 1.0 and 1.1 are deprecated, so this is only noted.',
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
}
