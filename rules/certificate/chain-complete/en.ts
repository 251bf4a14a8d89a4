import { chainCommand } from '../../../src/i18n/commands.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { calledBy, chainFix } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'The server sends the full chain',
  why: 'Android fetches no missing intermediate: there the request fails with "ssl hand shake error" while developer tools, desktop browsers and most iPhones work.',
  howToFix: [
    'Most often the server was given cert.pem where it needs fullchain.pem. Make the chain and serve it:',
    '  hefa chain api.example.com --output fullchain.pem',
    '  ssl_certificate /etc/nginx/fullchain.pem;',
    'then nginx -t && nginx -s reload. On a load balancer or CDN upload the same file as the certificate body. A browser proves nothing here: it fetches what is missing, Android does not.',
  ].join('\n'),
  command: chainCommand,
  pass: ({ certificates, root }) => `${certificates.join(' ← ')} ← ${root}`,
  reasons: {
    missing: {
      message: ({ missing, foundIssuer, certificate, sent }) =>
        `The intermediate certificate ${calledBy(missing, foundIssuer)}, which issued "${certificate.subject}", is missing: the server sends ${sent === 1 ? 'its own certificate only' : `${sent} certificates without it`}.`,
      fix: ({ missing, foundIssuer }) => chainFix(missing, foundIssuer),
    },
    fetchable: {
      message: ({ missing, foundIssuer, certificate, sent }) =>
        `The intermediate certificate ${calledBy(missing, foundIssuer)}, which issued "${certificate.subject}", is missing (${sent} sent); these clients look for it at the address the certificate names, others fail.`,
      fix: ({ missing, foundIssuer }) => chainFix(missing, foundIssuer),
    },
  },
} satisfies RuleText<typeof rule>
