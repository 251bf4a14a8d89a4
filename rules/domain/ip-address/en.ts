import { callsLan, namesOf, on, withRelease } from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { CONSOLE } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'Domains are names, not IP addresses',
  why: 'The console does not accept IP addresses as server domains, however they are written, and an address has no ICP filing.',
  howToFix: `Give the server a name (with an ICP filing where that is required) and a certificate for it. ${CONSOLE}`,
  pass: ({ host }) => `${host} is a name`,
  reasons: {
    address: {
      message: ({ written, address }) =>
        address === null
          ? `${written} ends in a number, so every client reads it as an IP address, and not even a valid one.`
          : `${written} is an IP address${written === address ? '' : ` (${address})`}, not a domain.`,
      fix: (_, about) => withRelease('List a domain name that resolves to this server.', about),
    },
    'lan-address': {
      message: ({ written, address }, about) =>
        `${written} is a private IP address${written === address ? '' : ` (${address})`}, not a domain.${
          on(about, callsLan)
            ? ` ${namesOf(about, callsLan)} lets a mini program call addresses of its own LAN without a check, yet they cannot be listed as server domains.`
            : ''
        }`,
      fix: (_, about) =>
        withRelease(
          on(about, callsLan)
            ? 'Remove it from the list if it is meant for devices in the same LAN; else list a domain name.'
            : 'List a domain name that resolves to a public server.',
          about,
        ),
    },
  },
} satisfies RuleText<typeof rule>
