import type { RuleText } from '../../../src/i18n/types.js'
import { REISSUE, REISSUE_ADVICE, whose } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'Every certificate in the chain is currently valid',
  why: 'Every phone refuses an expired certificate; users see a failed request.',
  howToFix: `${REISSUE_ADVICE} If a new one is already on disk, only the reload is missing. If an intermediate has expired, replace it with your CA’s current one (hefa chain finds it).`,
  pass: ({ notAfter }) => `valid until ${notAfter}`,
  reasons: {
    expired: {
      message: ({ certificate, leaf, notAfter }) => `${whose(certificate, leaf)} expired on ${notAfter}.`,
      fix: () => REISSUE,
    },
    'issuer-expired': {
      message: ({ certificate, leaf, notAfter }) => `${whose(certificate, leaf)} expired on ${notAfter}.`,
      fix: () => 'Replace the expired intermediate with your CA’s current one.',
    },
    'issuer-not-yet-valid': {
      message: ({ certificate, leaf, notBefore }) =>
        `${whose(certificate, leaf)} becomes valid only on ${notBefore}.`,
      fix: () => 'Serve the previous chain until then.',
    },
    'not-yet-valid': {
      message: ({ certificate, leaf, notBefore }) =>
        `${whose(certificate, leaf)} becomes valid only on ${notBefore}.`,
      fix: () => 'Serve the previous certificate until then, or have a new one issued.',
    },
  },
} satisfies RuleText<typeof rule>
