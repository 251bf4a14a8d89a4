import { withRelease } from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { CONSOLE } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'Domains begin with the scheme of their API',
  why: 'request, uploadFile and downloadFile talk https only, connectSocket wss only. The console refuses any other scheme, and the phone refuses the call.',
  howToFix: `Write https:// for request, uploadFile and downloadFile, wss:// for connectSocket, and serve TLS there. ${CONSOLE}`,
  pass: ({ scheme }) => `begins with ${scheme}://`,
  reasons: {
    missing: {
      message: ({ api, expected }, { subject }) =>
        `${subject} has no scheme; ${api} needs a domain that begins with ${expected}://.`,
      fix: ({ expected }, about) => withRelease(`Put ${expected}:// in front.`, about),
    },
    insecure: {
      message: ({ api, scheme, expected }, { subject }) =>
        `${subject} uses ${scheme}://, which is not encrypted; ${api} accepts only ${expected}://.`,
      fix: ({ expected }, about) =>
        withRelease(`Serve the host with a certificate, and list it as ${expected}://.`, about),
    },
    'other-api': {
      message: ({ api, scheme, expected, apis }, { subject }) =>
        `${subject} is listed under ${api}, which accepts ${expected}://; ${scheme}:// belongs to ${apis.join(', ')}.`,
      fix: ({ expected, apis }, about) =>
        withRelease(`Move it to ${apis.join(' or ')}, or write ${expected}://.`, about),
    },
    unsupported: {
      message: ({ api, scheme, expected }, { subject }) =>
        `${subject} uses ${scheme}://; ${api} accepts only ${expected}://.`,
      fix: ({ expected }, about) => withRelease(`Write ${expected}:// and the host.`, about),
    },
  },
} satisfies RuleText<typeof rule>
