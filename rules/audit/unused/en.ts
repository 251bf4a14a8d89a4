import type { RuleText } from '../../../src/i18n/types.js'
import { more } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'Every setting has an effect',
  why: 'A misspelt host or a setting for a platform that is not judged does nothing, and looks as if it did.',
  pass: () => 'every setting has an effect',
  reasons: {
    'no-such-host': {
      message: ({ part, key }) =>
        `${part}: ${JSON.stringify(key)} is in no domain list, so this has no effect.`,
      fix: () => 'Write the host as the list has it, or remove this.',
    },
    'no-such-platform': {
      message: ({ part }) => `${part} concerns no platform that is judged, so this has no effect.`,
      fix: () => 'Add the platform to "platforms", or remove this.',
    },
    'nothing-waived': {
      message: ({ part, rule, host }) => `${part} waived nothing: ${rule} found nothing against ${host}.`,
      fix: () => 'Remove the waiver; what it excused is fixed.',
    },
    'fixed-in-baseline': {
      message: ({ count, first }) =>
        `${count === 1 ? '1 known finding is' : `${count} known findings are`} gone: ${more(first, count)}.`,
      fix: () => 'Write the baseline again with --write-baseline, so that they cannot come back unnoticed.',
    },
    'made-from-source': {
      message: () =>
        'The lists were made from the source they are compared with: that every call is listed says nothing of the console.',
      fix: () =>
        'Compare the lists with the console of the platform, then remove "madeFrom" from the config.',
    },
  },
} satisfies RuleText<typeof rule>
