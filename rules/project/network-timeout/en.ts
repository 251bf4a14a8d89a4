import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Timeouts are within the platform’s limits',
  why: '60 s is the most there is; a limit below a second ends calls that a mobile network would still have answered.',
  howToFix:
    'Choose between 1000 and 60000 milliseconds in app.json, and give single calls a timeout of their own.',
  pass: ({ least, most }) => `between ${least} and ${most} ms`,
  reasons: {
    'too-long': {
      message: ({ setting, value, most }) => `${setting} is ${value} ms; the maximum is ${most} ms.`,
      fix: ({ most }) => `Write ${most} or less.`,
    },
    'too-short': {
      message: ({ setting, value }) =>
        `${setting} is ${value} ms: slow mobile networks take longer than that.`,
      fix: ({ least }) => `Write ${least} or more.`,
    },
  },
} satisfies RuleText<typeof rule>
