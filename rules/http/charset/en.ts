import type { RuleText } from '../../../src/i18n/types.js'
import { noAnswer } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'Text is encoded as UTF-8',
  why: 'Clients try to convert other encodings and may fail, and remove one byte order mark only: users see garbled text, or JSON that does not parse.',
  howToFix: 'Answer in UTF-8 and say so: Content-Type: application/json; charset=utf-8.',
  pass: ({ paths }) => `UTF-8 (${paths.join(', ')})`,
  unknown: {
    compressed: 'the body came in a compression that could not be undone',
    'no-answer': 'the path got no answer',
  },
  reasons: {
    declared: {
      message: ({ path, charset }, { subject }) => `${subject}${path} declares charset ${charset}.`,
      fix: () => 'Answer in UTF-8.\n  nginx: charset utf-8;',
    },
    invalid: {
      message: ({ path, contentType }, { subject }) =>
        `${subject}${path} (${contentType}) sends bytes that are not UTF-8.`,
      fix: () => 'Answer in UTF-8, and declare it in Content-Type.',
    },
    'byte-order-marks': {
      message: ({ path, boms }, { subject }) =>
        `${subject}${path} begins with ${boms} byte order marks; only one is removed.`,
      fix: () => 'Save the files the program includes without a byte order mark.',
    },
    compressed: {
      message: ({ path, encoding }, { subject }) =>
        `${subject}${path} answers compressed (${encoding}), which could not be undone; its text was not checked.`,
    },
    'no-answer': noAnswer,
  },
} satisfies RuleText<typeof rule>
