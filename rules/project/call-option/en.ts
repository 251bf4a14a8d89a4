import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Call options are honoured by the platform',
  why: 'A limit beyond the platform’s is cut, one that is too short ends calls a mobile network would still have answered, and what is of the wrong kind is refused or sent in another form.',
  howToFix:
    'Write a timeout between 1000 and 60000 milliseconds, a file type the platform knows, and header values as strings.',
  pass: () => 'every known option is one the platform honours',
  reasons: {
    'timeout-too-long': {
      message: ({ callee, value, most }) =>
        `${callee} sets a timeout of ${value} ms; the maximum is ${most} ms.`,
      fix: ({ most }) => `Write ${most} or less.`,
    },
    'timeout-too-short': {
      message: ({ callee, value }) =>
        `${callee} sets a timeout of ${value} ms: slow mobile networks take longer than that.`,
      fix: ({ least }) => `Write ${least} or more.`,
    },
    'file-type': {
      message: ({ callee, value, fileTypes }) =>
        `${callee} uploads a file of type ${JSON.stringify(value)}; there are only ${fileTypes.join(', ')}.`,
      fix: ({ fileTypes }) => `Use one of ${fileTypes.join(', ')}, or send the file in another way.`,
    },
    'close-reason': {
      message: ({ callee, bytes, most }) =>
        `${callee} gives a reason of ${bytes} bytes for closing the socket; the most is ${most} bytes of UTF-8.`,
      fix: ({ most }) => `Shorten it to ${most} bytes: a Chinese character takes three.`,
    },
    'header-value': {
      message: ({ callee, option, value }) =>
        `${callee} sets the header ${option} to ${value}, which is not a string.`,
      fix: ({ option }) => `Write the value of ${option} as a string.`,
    },
  },
} satisfies RuleText<typeof rule>
