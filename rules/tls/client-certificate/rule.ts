import { defineRule, evidence, fail, leftTo, notApplicable, pass, unknown } from '../../../src/engine/rule.js'
import { type Answered, type HttpFact, httpEnding } from '../../../src/facts/index.js'
import { A_CHAIN } from '../../presuppositions.js'
import { askingAddresses, insists } from '../asks-for-certificate.js'
import { speaksTls } from '../speaks-tls.js'

type Reasons = {
  pass: { asked: boolean }
  demanded: { phase: 'finish' | 'first-byte'; alert: number | null }
  said: { path: string; status: number; text: string }
  perhaps: { path: string; status: number }
  'other-address': { asking: string[]; answered: string }
}

/**
 * Phones have no client certificate. A server may request one and carry on without; one that requires it ends the
 * handshake or answers with an error page.
 */
export default defineRule({
  id: 'tls/client-certificate',
  subject: 'target',
  presupposes: A_CHAIN,
  needs: ['endpoints', 'http'],
  evidence: evidence<Reasons>(),
  reasons: { demanded: 'fail', said: 'fail', perhaps: 'fail', 'other-address': 'unknown' },
  judge({ endpoints, http }) {
    if (!endpoints.some(speaksTls) || http === null) return [notApplicable]
    const ending = httpEnding(http)
    if (insists(endpoints, http) && ending.kind === 'ended')
      return [fail('demanded', { phase: ending.phase, alert: ending.alert })]
    // We didn't see how the handshake ends: http/reachable reports that.
    if (ending.kind !== 'answered') return [leftTo('http/reachable')]
    const asking = askingAddresses(endpoints)
    return [judgeAnswers(ending.answers, asking, addressOf(http))]
  },
})

const addressOf = ({ connection }: HttpFact): string =>
  connection.kind === 'accepted' ? connection.address : ''

function judgeAnswers(answers: readonly Answered[], asking: readonly string[], answered: string) {
  const told = answers.flatMap(({ path, answer }) => {
    const text = 'excerpt' in answer && answer.excerpt ? wantOf(answer.excerpt) : null
    return text === null ? [] : [{ path, status: answer.status, text }]
  })
  if (told[0]) return fail('said', told[0])
  if (asking.length === 0) return pass({ asked: false })
  if (!asking.includes(answered)) return unknown('other-address', { asking: [...asking], answered })
  const [first] = answers
  if (first && answers.every(({ answer }) => DENIED.has(answer.status)))
    return fail('perhaps', { path: first.path, status: first.answer.status })
  return pass({ asked: true })
}

/** Status codes for a missing certificate: bad request, unauthorized, forbidden; 495 and 496 are nginx's. */
const DENIED = new Set([400, 401, 403, 495, 496])

/**
 * What nginx and its kin ("No required SSL certificate was sent"), IIS ("SSL client certificate is required", "requires
 * your browser to have a Secure Sockets Layer (SSL) client certificate") and Apache ("Cannot perform Post-Handshake
 * Authentication") write.
 */
const WANTS =
  /no required (?:ssl|tls|client) certificate was sent|client certificate (?:is )?required|requires? [^.<]{0,80}client certificate|post-handshake authentication/i

function wantOf(excerpt: string): string | null {
  return WANTS.exec(excerpt)?.[0] ?? null
}
