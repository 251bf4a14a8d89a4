import { callsLan, namesOf, on } from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Calls don’t go to IP addresses or localhost',
  why: 'An address cannot be listed, and localhost is the phone itself: such a call works on the developer’s machine alone.',
  howToFix:
    'Give the server a name and a certificate. For work on your own machine choose the host by build or by wx.getAccountInfoSync().miniProgram.envVersion, so that a release never holds the address.',
  pass: () => 'every known host is a name',
  reasons: {
    address: {
      message: ({ origin, address, host }) =>
        `${origin} is an IP address${address === null || address === host ? '' : ` (${address})`}, which cannot be listed.`,
      fix: () => 'Give the server a name and a certificate, and call that name.',
    },
    lan: {
      message: ({ origin }, about) =>
        `${origin} is an address of a LAN${on(about, callsLan) ? `: ${namesOf(about, callsLan)} lets it through, but only phones in that network reach it` : ', which phones on the internet cannot reach'}.`,
      fix: () => 'Call a public name unless devices in the user’s own network are meant.',
    },
    localhost: {
      message: ({ origin }) => `${origin} is the phone itself.`,
      fix: () => 'Call the public name of your server in the build that is released.',
    },
  },
} satisfies RuleText<typeof rule>
