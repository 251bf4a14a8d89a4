/** What an answer in HTTP/2 means for the clients that offer it: docs/oracle.md has what each was seen to do with it. */
import { type Finding, fail, unknown, unlessTold } from '../../../src/engine/rule.js'
import type { Http2Answer, Http2Fact, Http2Fault, HttpFact } from '../../../src/facts/index.js'
import type { Reasons } from './reasons.js'

/** At most one for each reason. */
export function http2Findings({ http2, paths }: HttpFact): Finding<Reasons>[] {
  if (!http2) return []
  if (http2.kind !== 'spoken') return [unspoken(http2)]
  const inHttp1 = new Map(paths.map(({ path, exchanges }) => [path, exchanges[0]?.answer]))
  const findings = (http2.answers ?? []).flatMap(({ path, answer }) => {
    const other = inHttp1.get(path)
    return judgeAnswer(path, answer, other?.kind === 'answered' ? other.status : null)
  })
  const byReason = new Map<string, Finding<Reasons>>()
  for (const finding of findings) {
    const reason = 'reason' in finding ? finding.reason : finding.status
    if (!byReason.has(reason)) byReason.set(reason, finding)
  }
  return [...byReason.values()]
}

/** At least one answer came. */
export const speaksHttp2 = ({ http2 }: HttpFact): boolean =>
  http2?.kind === 'spoken' &&
  (http2.answers ?? []).some(({ answer }) => answer.kind === 'answered' && answer.status !== null)

/** Silent or closed once may be chance. */
function unspoken(http2: Exclude<Http2Fact, { kind: 'spoken' }>): Finding<Reasons> {
  if (http2.kind === 'other') return fail('http2-unspoken', { got: http2.got })
  const { phase, cause, again } = http2
  if (phase === 'first-byte' && again && isEnd(cause)) return fail('http2-unspoken', { got: null })
  return unknown('http2-unanswered', { phase, cause })
}

const isEnd = (cause: string): boolean => cause === 'closed' || cause === 'ECONNRESET' || cause === 'EPIPE'

/** RFC 9113 section 7. */
const HTTP_1_1_REQUIRED = 13
/** It is the later request, so a limit on requests would meet it alone. */
const LIMITING = new Set([429, 503])

function judgeAnswer(path: string, answer: Http2Answer, http1: number | null): Finding<Reasons>[] {
  if (answer.kind === 'no-answer') {
    const { phase, cause, again } = answer
    if (phase === 'head' && again && isEnd(cause)) return [fail('http2-unspoken', { got: null })]
    return [unknown('http2-unanswered', { phase, cause })]
  }
  if (answer.kind === 'refused') {
    const { by, code, again } = answer
    if (code === HTTP_1_1_REQUIRED)
      return [unlessTold(fail('http2-sent-back', { path }), 'tls/client-certificate')]
    if (again) return [fail('http2-refused', { path, by, code })]
    return [unknown('http2-unanswered', { phase: by, cause: `code ${code}` })]
  }
  const { status, faults = [] } = answer
  const findings = judgeFaults(path, faults)
  const isOther = status !== null && status >= 400 && !LIMITING.has(status) && http1 !== null && http1 < 400
  return isOther ? [...findings, fail('http2-other-status', { path, status, http1 })] : findings
}

function judgeFaults(path: string, faults: readonly Http2Fault[]): Finding<Reasons>[] {
  const fields = faults.flatMap(({ problem, name = '', value = '' }) =>
    problem === 'connection-field' && REPORTED.has(name) ? [`${name}: ${value}`] : [],
  )
  const others = faults.filter(
    ({ problem, name = '' }) => problem !== 'connection-field' || !REPORTED.has(name),
  )
  const oddities = others.map((fault) => {
    const { problem, name = '', value = '' } = fault
    if (problem === 'length' && NUMBERS.test(value)) return fail('http2-length', { path, value })
    return fail(isRefused(fault) ? 'http2-malformed' : 'http2-irregular', { path, problem, name, value })
  })
  return fields.length > 0 ? [fail('http2-connection-field', { path, fields }), ...oddities] : oddities
}

/** OkHttp takes what is no number for no length, as Chromium does. */
const NUMBERS = /^[\d, ]+$/

/** Public reports name them as the cause of "Protocol error" (NSPOSIXErrorDomain 100) on iPhones. */
const REPORTED = new Set(['upgrade', 'connection', 'proxy-connection'])

/** Those that Chromium was seen to accept, as OkHttp was. */
const ACCEPTED = new Set<Http2Fault['problem']>([
  'connection-field',
  'pseudo-field',
  'odd-status',
  'length',
  'unended',
])

const isRefused = ({ problem, name }: Http2Fault): boolean =>
  !ACCEPTED.has(problem) || name === 'transfer-encoding'
