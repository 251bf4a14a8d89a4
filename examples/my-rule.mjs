// A rule of one's own: our API hosts must offer TLS 1.3. Named in the config as "plugins": ["./my-rule.mjs"].
import { defineRule, fail, pass, unknown } from 'hefa'

/** @typedef {{ pass: {}, refused: {}, 'no-answer': {} }} Evidence */

const rule = defineRule({
  id: 'company/tls-1.3',
  subject: 'endpoint',
  needs: ['tlsVersions'],
  evidence: /** @type {Evidence | undefined} */ (undefined),
  reasons: { refused: 'fail', 'no-answer': 'unknown' },
  // Where no hello was answered at all, that is reported once, and this rule is counted under it.
  presupposes: [{ rule: 'tls/reachable' }],
  judge({ tlsVersions }) {
    const { kind } = tlsVersions['TLSv1.3']
    if (kind === 'accepted') return [pass({})]
    return [kind === 'no-answer' ? unknown('no-answer', {}) : fail('refused', {})]
  },
})

/** @type {import('hefa').PluginRule[]} */
export const rules = [
  {
    rule,
    level: 'warning',
    cite: {
      title: 'Company handbook, chapter 7',
      quote: 'Public hosts speak TLS 1.3.',
      readOn: '2026-11-01',
    },
    text: {
      en: {
        title: 'TLS 1.3 is spoken',
        why: 'It saves a round trip on every mobile network.',
        pass: () => 'TLS 1.3',
        reasons: {
          refused: {
            message: (_, { subject }) => `${subject} does not speak TLS 1.3.`,
            fix: () => 'nginx: ssl_protocols TLSv1.2 TLSv1.3;',
          },
          'no-answer': { message: (_, { subject }) => `${subject} did not answer.` },
        },
      },
    },
  },
]
