import type { RuleText } from '../../../src/i18n/types.js'
import { few } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'The host name has an address',
  why: 'A name without an address fails on every phone with a plain network error.',
  howToFix: [
    'Look the name up at a resolver users have; a name that was just added needs its TTL to pass:',
    '  dig +short HOST @223.5.5.5',
    'If only your company’s resolver knows it, phones do not.',
  ].join('\n'),
  pass: ({ addresses }) => `resolves to ${few(addresses)}`,
  unknown: {
    'no-answer': 'the resolver gave no answer',
    'aaaa-no-answer': 'IPv4 addresses were found, and the question for IPv6 ones got no answer',
  },
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
        `Whether ${subject} has an IPv6 address could not be determined from ${resolver}: ${cause}.`,
      fix: () => 'Run again, or ask another server: --dns 223.5.5.5',
    },
  },
} satisfies RuleText<typeof rule>
