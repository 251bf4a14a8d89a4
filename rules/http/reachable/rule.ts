import { defineRule, evidence, fail, leftTo, pass, unknown } from '../../../src/engine/rule.js'
import { type HttpFact, httpEnding } from '../../../src/facts/index.js'
import { A_CHAIN } from '../../presuppositions.js'
import { insists } from '../../tls/asks-for-certificate.js'
import { speaksTls } from '../../tls/speaks-tls.js'

type Reasons = {
  pass: { path: string; status: number; version: string }
  refused: { phase: 'finish' | 'first-byte'; alert: number }
  cut: { phase: 'finish' | 'first-byte' }
  'not-http': { path: string; problem: string; got: string }
  'http2-only': { got: string }
  'broken-body': { path: string }
  /** HTTP/2 was chosen, but something else came, or the connection was closed twice. */
  'http2-unspoken': { got: string | null }
  'http2-unanswered': { phase: string; cause: string }
  'no-answer': { phase: string; cause: string }
}

/** At least one handshake must complete, and an HTTP answer must arrive over it. */
export default defineRule({
  id: 'http/reachable',
  subject: 'target',
  presupposes: A_CHAIN,
  needs: ['endpoints', 'http'],
  evidence: evidence<Reasons>(),
  reasons: {
    refused: 'fail',
    cut: 'fail',
    'not-http': 'fail',
    'http2-only': 'fail',
    'broken-body': 'fail',
    'http2-unspoken': 'fail',
    'http2-unanswered': 'unknown',
    'no-answer': 'unknown',
  },
  judge({ endpoints, http }) {
    // No address accepts TLS 1.2 or later.
    if (!endpoints.some(speaksTls)) return [leftTo(...A_CHAIN.map(({ rule }) => rule))]
    if (http === null) return [unknown('no-answer', { phase: 'http', cause: 'not-asked' })]
    const ending = httpEnding(http)
    if (ending.kind === 'silent') return [unknown('no-answer', { phase: ending.phase, cause: ending.cause })]
    if (ending.kind === 'not-http') return [notHttp(ending)]
    if (ending.kind === 'ended') {
      if (insists(endpoints, http)) return [leftTo('tls/client-certificate')]
      const { phase, alert } = ending
      return [alert === null ? fail('cut', { phase }) : fail('refused', { phase, alert })]
    }
    const fault = faultOf(http) ?? http2Fault(http)
    if (fault) return [fault]
    const [first] = ending.answers
    return [pass({ path: first?.path ?? '', status: first?.answer.status ?? 0, version: versionOf(http) })]
  },
})

/** Every client gives up on a body whose framing makes no sense, and on one that ends before its length. */
function faultOf({ paths }: HttpFact) {
  const first = paths.flatMap(({ path, exchanges }) =>
    exchanges.slice(0, 1).flatMap(({ answer }) => (answer.kind === 'answered' ? [{ path, answer }] : [])),
  )
  // RFC 9110 section 7.8: another protocol is for those who asked for it.
  const switched = first.find(({ answer }) => answer.status === 101)
  if (switched) return fail('not-http', { path: switched.path, problem: 'not-http', got: 'HTTP/1.1 101' })
  const broken = first.find(({ answer }) => answer.body.cut === 'malformed')
  if (broken) return fail('broken-body', { path: broken.path })
  // One connection that ends may be chance.
  const short = first.some(({ answer }) => answer.body.cut === 'closed')
  return short ? unknown('no-answer', { phase: 'body', cause: 'closed' }) : null
}

/** Silent or closed once may be chance. */
function http2Fault({ http2 }: HttpFact) {
  if (http2?.kind === 'other') return fail('http2-unspoken', { got: http2.got })
  if (http2?.kind !== 'no-answer') return null
  const { phase, cause, again } = http2
  const ended = phase === 'first-byte' && (cause === 'closed' || cause === 'ECONNRESET' || cause === 'EPIPE')
  if (ended && again) return fail('http2-unspoken', { got: null })
  return unknown('http2-unanswered', { phase, cause })
}

/** A server's first frame in HTTP/2 (RFC 9113 section 6.5): 24 bits of length, SETTINGS, no flags, stream 0. */
const HTTP2_SETTINGS = /^\\x00\\x00(?:\\\\|\\[rn]|\\x[\da-f]{2}|[^\\])\\x04\\x00(?:\\x00){4}/

const versionOf = ({ connection }: HttpFact): string =>
  connection.kind === 'accepted' ? connection.version : ''

function notHttp({ path, problem, got }: Reasons['not-http']) {
  const isHttp2 = problem === 'not-http' && HTTP2_SETTINGS.test(got)
  return isHttp2 ? fail('http2-only', { got }) : fail('not-http', { path, problem, got })
}
