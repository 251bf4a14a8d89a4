import type { RuleText } from '../../../src/i18n/types.js'
import { noAnswer, notHttp } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'Paths answer without an error status',
  why: 'WeChat calls success whatever the status is; on Alipay and mPaaS the call fails with error 19.',
  howToFix:
    'Name a path under "paths" that answers 200, such as a health check; a 5xx there is for the server’s log to explain.',
  pass: ({ statuses }) => statuses.map(({ path, status }) => `${path}: ${status}`).join(', '),
  unknown: { 'no-answer': 'the path got no answer' },
  reasons: {
    'not-found': {
      message: ({ path, status }, { subject }) => `${subject}${path} answers ${status}.`,
      fix: () => 'Correct the path in the config, or the routes of server and gateway.',
    },
    'server-error': {
      message: ({ path, status }, { subject }) => `${subject}${path} answers ${status}.`,
      fix: () => 'Check the logs of the server and of the gateway in front of it.',
    },
    'client-error': {
      message: ({ path, status }, { subject }) =>
        `${subject}${path} answers ${status} to a GET without parameters and credentials.`,
    },
    'default-path': {
      message: ({ status }, { subject }) =>
        `${subject}/ answers ${status}. Many API servers have nothing there; name the paths your app calls in the config.`,
    },
    'not-http': notHttp,
    'no-answer': noAnswer,
  },
} satisfies RuleText<typeof rule>
