import type privateAddress from '../../../rules/dns/private-address.js'
import type resolves from '../../../rules/dns/resolves.js'
import type { RuleText } from '../types.js'

export const dns: {
  'dns/resolves': RuleText<typeof resolves>
  'dns/private-address': RuleText<typeof privateAddress>
} = {
  'dns/resolves': {
    title: 'The host name has an address',
    why: 'A name without an address fails on every phone with a plain network error.',
    pass: ({ addresses }) => `resolves to ${addresses.join(', ')}`,
    reasons: {
      nxdomain: {
        message: ({ resolver }, { subject }) =>
          `${subject} does not exist: the name server (${resolver}) answers NXDOMAIN.`,
        fix: () => 'Correct the spelling, or add the A record at your DNS provider.',
      },
      'no-address': {
        message: ({ resolver, cname }, { subject }) =>
          cname.length > 0
            ? `${subject} is an alias of ${cname.join(' → ')}, which has no address (asked ${resolver}).`
            : `${subject} exists but has neither an A nor an AAAA record (asked ${resolver}).`,
        fix: () => 'Add an A record, or correct the target of the CNAME.',
      },
      'no-answer': {
        message: ({ resolver, cause }, { subject }) =>
          `The name server (${resolver}) gave no usable answer for ${subject}: ${cause}.`,
        fix: () => 'Run again, or ask another server: --dns 223.5.5.5',
      },
      'aaaa-no-answer': {
        message: ({ resolver, cause }, { subject }) =>
          `Whether ${subject} has an IPv6 address could not be learned from ${resolver}: ${cause}.`,
        fix: () => 'Run again, or ask another server: --dns 223.5.5.5',
      },
    },
  },
  'dns/private-address': {
    title: 'The addresses are reachable from the internet',
    why: 'A phone on a mobile network can not reach an address that exists only inside your company or on one machine.',
    pass: () => 'public addresses',
    reasons: {
      all: {
        message: ({ addresses, uses, resolver }, { subject }) =>
          `${subject} resolves only to ${addresses.join(', ')} (${uses.join(', ')}), which phones can't reach (asked ${resolver}).`,
        fix: () =>
          'Publish a public address. If this is the answer of your company’s resolver, ask a public one: --dns 223.5.5.5',
      },
      some: {
        message: ({ addresses, uses }, { subject }) =>
          `${subject} also resolves to ${addresses.join(', ')} (${uses.join(', ')}); phones that pick it fail or wait.`,
        fix: () => 'Remove these records from the public zone.',
      },
      'no-answer': {
        message: ({ resolver, cause }, { subject }) =>
          `Which addresses ${subject} has could not be learned from ${resolver}: ${cause}.`,
        fix: () => 'Run again, or ask another server: --dns 223.5.5.5',
      },
      'rest-unanswered': {
        message: ({ resolver, cause }, { subject }) =>
          `The known addresses of ${subject} are public; whether it has others could not be learned from ${resolver}: ${cause}.`,
        fix: () => 'Run again, or ask another server: --dns 223.5.5.5',
      },
    },
  },
}
