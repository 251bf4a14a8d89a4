import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

/** How many files of the library there are besides the one named. */
const more = (files: number) => (files > 1 ? ` and ${files - 1} more` : '')

export default {
  title: 'Hosts that bundled libraries call are known',
  why: 'Engines and SDKs that are copied into a project call the network themselves. Their calls are not a mistake in the project, but their servers have to be listed too.',
  howToFix: 'Look up in its documentation which servers it needs, and list them.',
  pass: () => 'no library among the files calls servers',
  unknown: {
    own: 'a library among the files calls servers that its settings or its own servers name',
  },
  reasons: {
    given: {
      message: ({ name, file, files }) =>
        `${name} (${file}${more(files)}) calls only what it is given. What this project gives it is judged where it does so.`,
      fix: () => 'Nothing has to be done for the library itself.',
    },
    own: {
      message: ({ name, file, files, calls }) =>
        `${name} (${file}${more(files)}) also calls servers that its settings or its own servers name${calls > 0 ? ` (calls: ${calls})` : ''}. Addresses of its own are reported by themselves.`,
      fix: () => 'Look up in its documentation which servers it needs, and list them.',
    },
  },
} satisfies RuleText<typeof rule>
