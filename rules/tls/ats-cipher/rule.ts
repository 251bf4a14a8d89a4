import { defineRule, evidence, fail, leftTo, pass, unknown } from '../../../src/engine/rule.js'
import type { HelloId } from '../../../src/facts/index.js'
import { A_CHAIN } from '../../presuppositions.js'

/** App Transport Security: a forward-secret suite that iOS offers. Each hello offered exactly such a list. */
export default defineRule({
  id: 'tls/ats-cipher',
  subject: 'endpoint',
  presupposes: A_CHAIN,
  needs: ['handshakes'],
  evidence: evidence<{
    pass: { hello: HelloId; cipher: number }
    'legacy-cbc-only': { cipher: number }
    'no-ats-suite': { cipher: number; dhBits: number | null }
    'no-answer': { silent: HelloId[] }
  }>(),
  reasons: { 'legacy-cbc-only': 'fail', 'no-ats-suite': 'fail', 'no-answer': 'unknown' },
  judge({ handshakes }) {
    const [modern, general, ats, legacy] = (
      ['tls1.3', 'tls1.2', 'tls1.2-ats', 'tls1.2-ats-legacy'] as const
    ).map((id) => ({ id, answer: handshakes[id] }))
    for (const one of [modern, ats]) {
      if (one?.answer?.kind === 'accepted') return [pass({ hello: one.id, cipher: one.answer.cipher })]
    }
    const silent = [modern, ats, general].filter(
      (one) => one?.answer === undefined || one.answer.kind === 'no-answer',
    )
    if (silent.length > 0) return [unknown('no-answer', { silent: silent.flatMap((one) => one?.id ?? []) })]
    if (legacy?.answer?.kind === 'accepted')
      return [fail('legacy-cbc-only', { cipher: legacy.answer.cipher })]
    // Neither TLS 1.2 nor 1.3: tls/version reports that.
    if (general?.answer?.kind !== 'accepted') return [leftTo('tls/version', 'tls/refusal')]
    const { cipher, dhBits } = general.answer
    return [fail('no-ats-suite', { cipher, dhBits: dhBits ?? null })]
  },
})
