import type { RuleText } from '../../../src/i18n/types.js'
import { few } from '../words/en.js'
import type rule from './rule.js'

const HOW: Record<string, string> = {
  connection: 'refuses connections',
  reset: 'resets the connection',
  closed: 'closes the connection',
  'not-tls': 'does not speak TLS',
  malformed: 'speaks broken TLS',
}

export default {
  title: 'IPv6 addresses work like IPv4 ones',
  why: 'Phones in mobile networks try IPv6 first. An AAAA record without a working server behind it makes every first request wait or fail.',
  howToFix:
    'Make the server listen on IPv6 (listen [::]:443 ssl;) and open the firewall for it, or remove the AAAA record: phones in mobile networks try it first.',
  pass: ({ addresses }) => `answered at ${few(addresses)}`,
  unknown: { silent: 'an IPv6 address gave no answer' },
  reasons: {
    refused: {
      message: ({ addresses, how }, { subject }) =>
        `${subject}: its IPv6 address ${few(addresses)} ${HOW[how] ?? 'refuses every handshake'}, while IPv4 works.`,
      fix: () =>
        'Let the server listen on IPv6 too (nginx: listen [::]:443 ssl;), or remove the AAAA record.',
    },
    'only-ipv6': {
      message: ({ addresses }, { subject }) =>
        `${subject} has IPv6 addresses alone (${few(addresses)}): phones in networks without IPv6, and old clients, can’t connect.`,
      fix: () => 'Give the name an IPv4 address as well: an A record, or a load balancer or CDN with both.',
    },
    silent: {
      message: ({ addresses, phase, cause }, { subject }) =>
        `${subject}: whether its IPv6 address ${few(addresses)} works could not be determined from here (${phase}: ${cause}).`,
      fix: () => 'Run again from a network with IPv6.',
    },
  },
} satisfies RuleText<typeof rule>
