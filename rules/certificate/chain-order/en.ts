import { chainCommand } from '../../../src/i18n/commands.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'The chain is sent in order',
  why: 'Strict clients expect each certificate to certify the one before it.',
  howToFix: [
    'Put the certificates in the order in which they certify each other: the server’s own first, then its issuer, and so on, without the root. This does it:',
    '  hefa chain fullchain.pem --output ordered.pem',
  ].join('\n'),
  command: chainCommand,
  pass: ({ certificates }) => certificates.join(' ← '),
  reasons: {
    disorder: {
      message: ({ sent }) => `The certificates are sent out of order: ${sent.join(', ')}.`,
      fix: ({ ordered }) => `Put them into this order in the certificate file: ${ordered.join(', ')}.`,
    },
    'leaf-not-first': {
      message: ({ position, ordered }) =>
        `The server's own certificate "${ordered[0]}" is number ${position} in the file. Servers take the first for their own: they refuse the key, or send the wrong certificate.`,
      fix: ({ ordered }) => `Put them into this order in the certificate file: ${ordered.join(', ')}.`,
    },
  },
} satisfies RuleText<typeof rule>
