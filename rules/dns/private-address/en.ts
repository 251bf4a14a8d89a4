import type { RuleText } from '../../../src/i18n/types.js'
import { few } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'The addresses are reachable from the internet',
  why: 'A phone on a mobile network cannot reach an address that exists only inside your company or on one machine.',
  howToFix:
    'Give the name a public address, or put a public load balancer in front. If only your office’s resolver answers so, ask another: --dns 223.5.5.5.',
  pass: () => 'public addresses',
  unknown: {
    'proxy-address': 'a proxy program on this machine made the address up',
    'no-answer': 'the resolver gave no answer',
    'rest-unanswered': 'only one of the questions for IPv4 and IPv6 addresses was answered',
  },
  reasons: {
    'proxy-address': {
      message: ({ addresses, resolver }, { subject }) =>
        `${subject} resolves to ${few(addresses)} here (asked ${resolver}): not an internet address, but one that a proxy program on this machine (Clash, Surge, mihomo, sing-box …) makes up. What phones get is not known.`,
      fix: () =>
        [
          'Switch the fake-IP mode (enhanced-mode: fake-ip) or the program off for the audit, or except the domain (fake-ip-filter), and run again.',
          'Asking another server helps only if the program does not intercept DNS: --dns 223.5.5.5',
          'Or name the address yourself: --resolve HOST:443:ADDRESS',
        ].join('\n'),
    },
    all: {
      message: ({ addresses, uses, resolver }, { subject }) =>
        `${subject} resolves only to ${few(addresses)} (${uses.join(', ')}), which phones can't reach (asked ${resolver}).`,
      fix: () =>
        'Publish a public address. If this is the answer of your company’s resolver, ask a public one: --dns 223.5.5.5',
    },
    some: {
      message: ({ addresses, uses }, { subject }) =>
        `${subject} also resolves to ${few(addresses)} (${uses.join(', ')}); phones that pick it fail or wait.`,
      fix: () => 'Remove these records from the public zone.',
    },
    'no-answer': {
      message: ({ resolver, cause }, { subject }) =>
        `Which addresses ${subject} has could not be determined from ${resolver}: ${cause}.`,
      fix: () => 'Run again, or ask another server: --dns 223.5.5.5',
    },
    'rest-unanswered': {
      message: ({ resolver, cause }, { subject }) =>
        `The known addresses of ${subject} are public; whether it has others could not be determined from ${resolver}: ${cause}.`,
      fix: () => 'Run again, or ask another server: --dns 223.5.5.5',
    },
  },
} satisfies RuleText<typeof rule>
