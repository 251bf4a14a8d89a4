import type { RuleText } from '../../../src/i18n/types.js'
import { days, REISSUE_ADVICE } from '../words/en.js'
import type rule from './rule.js'

const sctCounts = (embedded: number, handshake: number, stapled: number) =>
  [
    ...(embedded > 0 ? [`${embedded} embedded`] : []),
    ...(handshake > 0 ? [`${handshake} in the handshake`] : []),
    ...(stapled > 0 ? [`${stapled} stapled`] : []),
  ].join(', ')

export default {
  title: 'The certificate is logged (Certificate Transparency)',
  why: 'iOS and Chromium refuse a public certificate without enough timestamps of public logs.',
  howToFix: `${REISSUE_ADVICE} Public CAs embed the timestamps by themselves, unless the order asked them not to.`,
  pass: ({ embedded, handshake, stapled }) =>
    `${sctCounts(embedded, handshake, stapled)} timestamps (whether their logs are approved today is not judged)`,
  reasons: {
    none: {
      message: () =>
        'The certificate carries no Signed Certificate Timestamp, and the handshake brings none.',
      fix: () => 'Ask your CA to reissue it with embedded timestamps, as is usual.',
    },
    'too-few': {
      message: ({ embedded, handshake, stapled, needed, days: lifetime }) =>
        `The certificate has timestamps of ${embedded} logs (and ${handshake + stapled} in the handshake); ${needed} are required for a lifetime of ${days(lifetime)}.`,
      fix: () => 'Ask your CA to reissue it with enough embedded timestamps.',
    },
  },
} satisfies RuleText<typeof rule>
