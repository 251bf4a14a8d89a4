import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'The private key belongs to the certificate',
  why: 'Where key and certificate do not belong together every phone ends the connection: the server cannot prove that it is the one the certificate names.',
  howToFix:
    'Install the private key the certificate was requested with, or reissue the certificate for the key you have. Check before you deploy:\n  hefa cert fullchain.pem --domain api.example.com --key privkey.pem',
  pass: ({ certificate, asked }) =>
    asked
      ? `the private key belongs to "${certificate.subject}"`
      : `the server proved that it holds the key of "${certificate.subject}"`,
  reasons: {
    'not-proven': {
      message: ({ certificate }) =>
        `The server did not prove that it holds the key of "${certificate.subject}": the signature in its handshake is wrong.`,
      fix: () =>
        'Check whether certificate and private key belong together, and whether something between rewrites the handshake.',
    },
    'wrong-key': {
      message: ({ certificate }) =>
        `The private key does not belong to the certificate "${certificate.subject}".`,
      fix: () =>
        'Use the key the certificate was requested with, or have the certificate issued for this key.',
    },
  },
} satisfies RuleText<typeof rule>
