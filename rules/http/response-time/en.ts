import type { RuleText } from '../../../src/i18n/types.js'
import { noAnswer } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'The first byte arrives in time',
  why: 'A request that waits longer than the client’s limit fails with a timeout, and users leave earlier than that.',
  howToFix:
    'Move slow work out of the request (a job and a second call), and check whether the first byte waits for a cold start.',
  pass: ({ slowestMs, timeout }) => `first byte after ${slowestMs} ms at most (limit ${timeout} ms)`,
  unknown: {
    'not-waited': 'the probe’s deadline is shorter than the one judged',
    'no-answer': 'the connection ended before an answer',
  },
  reasons: {
    'too-slow': {
      message: ({ path, firstByteMs, timeout }, { subject }) =>
        firstByteMs === null
          ? `${subject}${path} sent no byte within ${timeout} ms.`
          : `${subject}${path} sent its first byte after ${firstByteMs} ms, later than ${timeout} ms.`,
      fix: () => 'Answer sooner, or hand long work to a second request that asks for the result.',
    },
    'not-waited': {
      message: ({ path, waited, timeout }, { subject }) =>
        `${subject}${path} sent no byte within ${waited} ms; hefa waited no longer, and the limit is ${timeout} ms.`,
      fix: ({ timeout }) => `Run again with --timeout ${Math.ceil(timeout / 1000)}.`,
    },
    'no-answer': noAnswer,
  },
} satisfies RuleText<typeof rule>
