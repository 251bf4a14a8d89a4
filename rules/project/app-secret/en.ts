import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const ENDPOINT = {
  message: ({ endpoint }: { endpoint: string }) =>
    `${endpoint} is in client code: to call it takes the AppSecret, which everybody could then read.`,
  fix: () => 'Send the code of wx.login to your own server, and call this address there.',
}

export default {
  title: 'No AppSecret is in client code',
  why: 'Everybody can unpack a mini program. Who has its AppSecret can act as the app: read its users, send its messages.',
  howToFix:
    'Reset the AppSecret in the console first (开发管理 → 开发设置): it counts as known from the first upload on. Keep the new one on your server, and call the APIs that need it there.',
  pass: () => 'no AppSecret found',
  reasons: {
    'app-secret': {
      message: ({ secret }) => `An AppSecret (${secret}) is in client code.`,
      fix: () =>
        'Take it out, reset it in the console (it counts as known), and keep the new one on your server.',
    },
    'session-endpoint': ENDPOINT,
    'token-endpoint': ENDPOINT,
    'of-server': {
      message: ({ file, text }) =>
        `${file} is code of a server in the mini program's folder, with ${text}: where files that nothing uses are uploaded too, everybody can read it.`,
      fix: () =>
        'Keep the folder out of the package (packOptions.ignore, type folder), or move it elsewhere.',
    },
  },
} satisfies RuleText<typeof rule>
