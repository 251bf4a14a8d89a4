import {
  defineRule,
  evidence,
  type Finding,
  fail,
  leftTo,
  notApplicable,
  pass,
  unknown,
} from '../../../src/engine/rule.js'
import { type HttpFact, type HttpFailure, httpEnding } from '../../../src/facts/index.js'
import { A_CONNECTION } from '../../presuppositions.js'

type Answered = { kind: 'answered'; firstByteMs: number }
interface Wait {
  path: string
  answer: Answered | HttpFailure
}

type Reasons = {
  pass: { slowestMs: number; timeout: number }
  'too-slow': { path: string; firstByteMs: number | null; timeout: number }
  'not-waited': { path: string; waited: number; timeout: number }
  'no-answer': { path: string; phase: string; cause: string }
}

/** The first byte must come in time. */
export default defineRule({
  id: 'http/response-time',
  subject: 'http',
  presupposes: A_CONNECTION,
  needs: ['http'],
  /** Milliseconds; 0: the timeout of the probe (`--timeout`). */
  parameters: { timeout: 0 },
  evidence: evidence<Reasons>(),
  reasons: { 'too-slow': 'fail', 'not-waited': 'unknown', 'no-answer': 'unknown' },
  judge({ http }, { timeout: wanted }) {
    const timeout = wanted > 0 ? wanted : http.timeoutMs
    const waits = waitsOf(http)
    if (waits.length === 0) return [notApplicable]
    const findings = waits.flatMap((wait) => judgeWait(wait, timeout, http.timeoutMs))
    // Without any answered request there is no response time.
    const nobody = findings.length > 0 && findings.every(isSilence) && httpEnding(http).kind === 'silent'
    if (nobody) return [leftTo('http/reachable')]
    const times = waits.flatMap(({ answer }) => (answer.kind === 'answered' ? [answer.firstByteMs] : []))
    return findings.length > 0 ? findings : [pass({ slowestMs: Math.max(0, ...times), timeout })]
  },
})

const isSilence = (finding: Finding<Reasons>): boolean =>
  'reason' in finding && finding.reason === 'too-slow' && finding.evidence.firstByteMs === null

/** The slowest answer for each path, redirects included, or the failure in its place. */
function waitsOf({ paths, upgrades }: HttpFact): Wait[] {
  const requests = paths.flatMap(({ path, exchanges }): Wait[] => {
    const answers = exchanges.map(({ answer }) => answer)
    const failed = answers.find(({ kind }) => kind === 'no-answer')
    const [slowest] = answers
      .filter((answer) => answer.kind === 'answered')
      .sort((a, b) => b.firstByteMs - a.firstByteMs)
    const answer = failed ?? slowest ?? answers[0]
    return answer ? [{ path, answer }] : []
  })
  return [...requests, ...upgrades.map(({ path, answer }) => ({ path, answer }))]
}

function judgeWait({ path, answer }: Wait, timeout: number, waited: number): Finding<Reasons>[] {
  if (answer.kind === 'answered') {
    const { firstByteMs } = answer
    return firstByteMs > timeout ? [fail('too-slow', { path, firstByteMs, timeout })] : []
  }
  // A non-HTTP answer arrived in time.
  if (answer.kind === 'malformed' || answer.phase === 'head') return []
  const { phase, cause } = answer
  if (phase !== 'first-byte' || cause !== 'timeout') return [unknown('no-answer', { path, phase, cause })]
  if (waited < timeout) return [unknown('not-waited', { path, waited, timeout })]
  return [fail('too-slow', { path, firstByteMs: null, timeout })]
}
