import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Configured paths of request answer in JSON',
  why: 'dataType is json unless a call says otherwise. WeChat hands over the text when it is not JSON; on Alipay and mPaaS the call fails with error 14.',
  pass: ({ paths }) => `JSON (${paths.join(', ')})`,
  reasons: {
    'not-json': {
      message: ({ path, contentType }, { subject }) =>
        `${subject}${path} answers with something other than JSON${contentType ? ` (${contentType})` : ''}.`,
      fix: () => 'Answer in JSON, or set dataType to text in the calls of this path.',
    },
  },
} satisfies RuleText<typeof rule>
