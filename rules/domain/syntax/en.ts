import { FOLDS, PROBLEMS, withRelease } from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { CONSOLE } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'Each entry is a bare origin',
  why: 'The console accepts scheme, domain and port, and nothing else; an entry with more in it cannot be saved or never matches.',
  howToFix: `Write only scheme, host and, where there is one, port: https://api.example.com. ${CONSOLE}`,
  pass: ({ text }) => `${text} is well formed`,
  reasons: {
    malformed: {
      message: ({ problems, text }) =>
        `${JSON.stringify(text)} is not a bare server domain: it has ${problems.map((problem) => PROBLEMS[problem]).join(', ')}.`,
      fix: ({ problems }, about) =>
        withRelease(
          problems.includes('wildcard')
            ? 'List each host by its full name: wildcards are not supported.'
            : 'Write scheme and host only, for example https://api.example.com.',
          about,
        ),
    },
    several: {
      message: ({ text, count }) =>
        `${JSON.stringify(text)} is ${count} domains in one entry; none of them was checked.`,
      fix: ({ parts, count }, about) =>
        withRelease(
          [
            'Write each as an entry of its own:',
            ...parts.map((part) => `  ${JSON.stringify(part)},`),
            ...(count > parts.length ? [`  … and ${count - parts.length} more`] : []),
          ].join('\n'),
          about,
        ),
    },
    'trailing-slash': {
      message: ({ text }) => `${text} ends in "/", which is not part of a server domain.`,
      fix: ({ cut }, about) => withRelease(`Write ${cut}`, about),
    },
    folded: {
      message: ({ folded, text, host }) =>
        `${text} was read as ${host ?? 'no host'}: ${folded.map((fold) => FOLDS[fold]).join(', ')} folded.`,
      fix: ({ host }) =>
        host === null ? 'Write the name in lower-case ASCII.' : `Write ${host} in the console.`,
    },
  },
} satisfies RuleText<typeof rule>
