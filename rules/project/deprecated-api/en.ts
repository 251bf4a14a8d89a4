import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'No deprecated API is called',
  why: 'Once it is removed every call to it fails, even in programs released long before.',
  howToFix:
    'Write my.request instead. Its default content type is application/json, not application/x-www-form-urlencoded.',
  pass: () => 'no such call',
  reasons: {
    deprecated: {
      message: ({ callee, instead }) => `${callee} will be removed; ${instead} takes its place.`,
      fix: ({ instead }) =>
        `Call ${instead}, and set headers: { 'content-type': 'application/x-www-form-urlencoded' } where the server expects a form.`,
    },
  },
} satisfies RuleText<typeof rule>
