import { chainCommand } from '../../../src/i18n/commands.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'No unneeded certificates are sent',
  why: 'They cost bytes in every handshake and serve no purpose.',
  howToFix: [
    'Remove what no client needs: the root, duplicates, certificates of another chain.',
    '  hefa chain fullchain.pem --output shorter.pem',
  ].join('\n'),
  command: chainCommand,
  pass: ({ sent }) => `${sent} sent, all needed`,
  reasons: {
    surplus: {
      message: ({ certificates, bytes }) =>
        `${certificates
          .map(({ position, subject, why }) => {
            const what = {
              duplicate: 'is sent twice',
              root: 'is a root, which clients have',
              stranger: 'belongs to no path',
              unreadable: 'is unreadable',
            }[why]
            return `certificate ${position}${subject ? ` "${subject}"` : ''} ${what}`
          })
          .join('; ')} (${bytes} bytes in every handshake).`,
      fix: () => 'Remove it from the certificate file.',
    },
  },
} satisfies RuleText<typeof rule>
