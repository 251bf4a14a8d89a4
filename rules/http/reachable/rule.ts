import { defineRule, evidence, fail, leftTo, pass, unknown } from '../../../src/engine/rule.js'
import { type HttpFact, httpEnding, isHttp2 } from '../../../src/facts/index.js'
import { A_CHAIN } from '../../presuppositions.js'
import { insists } from '../../tls/asks-for-certificate.js'
import { speaksTls } from '../../tls/speaks-tls.js'
import { elsewhereFindings } from './elsewhere.js'
import { http2Findings, speaksHttp2 } from './http2.js'
import { pathFindings } from './paths.js'
import type { Reasons } from './reasons.js'
import { weakSuite } from './weak-suite.js'

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
    'status-line': 'fail',
    'http2-only': 'fail',
    'broken-body': 'fail',
    'short-body': 'fail',
    'http2-unspoken': 'fail',
    'http2-connection-field': 'fail',
    'http2-malformed': 'fail',
    'http2-irregular': 'fail',
    'http2-length': 'fail',
    'http2-weak-suite': 'fail',
    'http2-refused': 'fail',
    'http2-sent-back': 'fail',
    'http2-other-status': 'fail',
    'http2-unanswered': 'unknown',
    'other-address': 'fail',
    'other-status': 'fail',
    'other-silent': 'unknown',
    'path-ended': 'fail',
    'path-silent': 'unknown',
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
      if (speaksHttp2(http)) return [fail('http2-only', { got: '' })]
      const { phase, alert } = ending
      return [alert === null ? fail('cut', { phase }) : fail('refused', { phase, alert })]
    }
    const fault = faultOf(http)
    if (fault) return [fault]
    const only = http.onlyHttp2 ? [fail('http2-only', http.onlyHttp2)] : []
    const faults = [
      ...only,
      ...pathFindings(http),
      ...oddLines(http),
      ...weakSuite(endpoints),
      ...http2Findings(http),
      ...elsewhereFindings(http, ending.answers),
    ]
    if (faults.length > 0) return faults
    const [first] = ending.answers
    return [pass({ path: first?.path ?? '', status: first?.answer.status ?? 0, version: versionOf(http) })]
  },
})

/** As much of a body as was wanted, or could be had in time. */
const WHOLE: readonly (string | undefined)[] = [undefined, 'limit', 'timeout']

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
  // One connection that ends may be chance; http/well-formed reports a body without an end.
  const short = first.find(({ answer }) => !WHOLE.includes(answer.body.cut))
  if (short?.answer.body.again)
    return fail('short-body', { path: short.path, bytes: short.answer.body.bytes })
  return short ? unknown('no-answer', { phase: 'body', cause: short.answer.body.cut ?? '' }) : null
}

/** The first one, on whichever path: what they say is made in one place. */
function oddLines({ paths, upgrades }: HttpFact) {
  const answers = [
    ...paths.flatMap(({ path, exchanges }) => exchanges.map(({ answer }) => ({ path, answer }))),
    ...upgrades,
  ]
  const lines = answers.flatMap(({ path, answer }) =>
    answer.kind === 'answered' && answer.oddLine !== undefined ? [{ path, line: answer.oddLine }] : [],
  )
  return lines.slice(0, 1).map((found) => fail('status-line', found))
}

const versionOf = ({ connection }: HttpFact): string =>
  connection.kind === 'accepted' ? connection.version : ''

function notHttp({ path, problem, got }: Reasons['not-http']) {
  return problem === 'not-http' && isHttp2(got)
    ? fail('http2-only', { got })
    : fail('not-http', { path, problem, got })
}
