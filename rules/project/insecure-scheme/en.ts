import { callsLan, namesOf, on } from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Calls use https or wss',
  why: 'Phones refuse http:// and ws:// in a released mini program; only devtools with the domain check off lets them through.',
  howToFix:
    'Serve the host with a certificate and write https:// (wss:// for sockets) in the code. http:// may stay only for devices in the same LAN, on WeChat.',
  pass: () => 'every known URL is encrypted',
  reasons: {
    insecure: {
      message: ({ origin, scheme }) => `${origin} uses ${scheme}://, which is not encrypted.`,
      fix: ({ secure, host }) => `Serve ${host} with a certificate and write ${secure}://.`,
    },
    lan: {
      message: ({ origin, scheme }, about) =>
        `${origin} uses ${scheme}:// to an address of a LAN${on(about, callsLan) ? `, which ${namesOf(about, callsLan)} lets through` : ''}.`,
      fix: (_, about) =>
        on(about, callsLan)
          ? 'Make sure that only devices in the user’s own network are meant.'
          : 'Give the server a public name and a certificate.',
    },
  },
} satisfies RuleText<typeof rule>
