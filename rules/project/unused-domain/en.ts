import { withRelease } from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

/** At least one of the counts is not 0. */
function gaps(calls: number, files: number): string {
  const told =
    calls > 0 && `${calls} ${calls === 1 ? 'call has a URL' : 'calls have URLs'} that could not be determined`
  const read = files > 0 && `${files} ${files === 1 ? 'file was' : 'files were'} passed over`
  return [told, read].filter(Boolean).join(', ')
}

export default {
  title: 'Every listed host is called',
  why: 'Lists are short, and an abandoned host may pass into other hands while the program still trusts it.',
  howToFix: 'Remove the entry, unless a plugin, a web page or data from the server uses it.',
  pass: () => 'the source mentions every listed host',
  unknown: {
    'not-determined': 'calls whose URL cannot be determined, or files that were not read, may mean it',
  },
  reasons: {
    unused: {
      message: ({ host, api }, { subject }) =>
        `${subject || host} is listed for ${api}, and the source does not mention it.`,
      fix: (_, about) => withRelease('Remove it from the list, unless a plugin or data uses it.', about),
    },
    'not-determined': {
      message: ({ host, calls, files }, { subject }) =>
        `Whether ${subject || host} is used could not be determined: ${gaps(calls, files)}.`,
      fix: () => 'See project/unlisted-domain for the calls.',
    },
  },
} satisfies RuleText<typeof rule>
