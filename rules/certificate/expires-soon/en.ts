import { ofBoth } from '../../../src/i18n/holders.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { days, whose } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'The certificate does not expire soon',
  why: 'If a renewal is forgotten, every phone fails at the same minute.',
  howToFix: [
    'Renew now, then find out why the machine did not: the job still runs, the new file is where the server reads it, and the server was reloaded (the most forgotten step). Then monitor it:',
    '  certbot renew --dry-run',
    '  hefa renewals --within 30d',
  ].join('\n'),
  pass: ({ daysLeft, notAfter }) => `${days(daysLeft)} left (${notAfter})`,
  reasons: ofBoth<typeof rule>((isLeaf) => ({
    soon: {
      message: ({ certificate, daysLeft, notAfter, threshold, expired }) =>
        expired
          ? `${whose(certificate, isLeaf)} expired on ${notAfter}.`
          : `${whose(certificate, isLeaf)} expires in ${days(daysLeft)}, on ${notAfter} (warning threshold: ${days(threshold)}).`,
      fix: () =>
        isLeaf
          ? 'Renew it now, and check that automatic renewal still works.'
          : 'Replace it with the current intermediate certificate of your CA; if there is none, reissue the certificate.',
    },
  })),
} satisfies RuleText<typeof rule>
