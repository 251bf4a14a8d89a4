import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'The developer tools check domains',
  why: 'With the check off everything works in devtools, and the first who see that a domain is not listed are the users.',
  howToFix: 'Turn the check on (详情 → 本地设置) and keep the setting out of the shared project file.',
  pass: () => 'the check is on',
  reasons: {
    off: {
      message: ({ setting, value }) =>
        `${setting} is ${value}: the developer tools check neither domains nor certificates.`,
      fix: ({ setting, value }) => `Set ${setting} to ${!value}, and try the program with it.`,
    },
  },
} satisfies RuleText<typeof rule>
