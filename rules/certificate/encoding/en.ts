import { ofBoth } from '../../../src/i18n/holders.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { OTHER_CHAIN, REISSUE, REISSUE_ADVICE } from '../words/en.js'
import type rule from './rule.js'
import type { Found } from './rule.js'

const oneOf = ({ certificate, faults }: Found['certificates'][number]) =>
  `"${certificate}": ${faults.join(', ')}`

export default {
  title: 'The certificates are encoded as the standards require',
  why: 'Some clients refuse what others let pass: strict parsers end the connection.',
  howToFix: REISSUE_ADVICE,
  pass: ({ certificates }) => `${certificates} read without fault`,
  reasons: ofBoth<typeof rule>((isLeaf) => {
    const said = (who: string) => ({
      message: ({ certificates }: Found) => `${certificates.map(oneOf).join('; ')}.${who}`,
      fix: () => (isLeaf ? REISSUE : OTHER_CHAIN),
    })
    return {
      faulty: said(''),
      strict: said(' Chromium refuses such a certificate.'),
      unreadable: said(' BoringSSL, the TLS of Android and Chromium, refuses such a certificate.'),
    }
  }),
} satisfies RuleText<typeof rule>
