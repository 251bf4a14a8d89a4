import {
  defineRule,
  evidence,
  type Finding,
  fail,
  notApplicable,
  pass,
  unknown,
} from '../../../src/engine/rule.js'
import type { PathFact } from '../../../src/facts/index.js'
import { A_CONNECTION } from '../../presuppositions.js'
import { NOTHING_BEHIND, turnedAway } from '../guards.js'

type Answer = { path: string; status: number }

/** Lower status codes are no errors (RFC 9110 section 15). */
const LOWEST = 400

/** Not found for every client; other codes below 500 may be due to something our request lacks. */
const NOT_FOUND = new Set([404, 410])

type Reasons = {
  pass: { statuses: Answer[] }
  'not-found': Answer
  'server-error': Answer
  'client-error': Answer
  'default-path': Answer
  'not-http': { path: string; problem: string; got: string }
  'no-answer': { path: string; phase: string; cause: string }
}

/** The final status of each path, after redirects. */
export default defineRule({
  id: 'http/status',
  subject: 'http',
  presupposes: A_CONNECTION,
  needs: ['http'],
  /** Lower status codes of the default path aren't worth a note. */
  parameters: { lowest: 400 },
  evidence: evidence<Reasons>(),
  reasons: {
    'not-found': 'fail',
    'server-error': 'fail',
    'client-error': 'fail',
    'default-path': 'fail',
    'not-http': 'fail',
    'no-answer': 'unknown',
  },
  judge({ http }, { lowest }) {
    if (http.paths.length === 0) return [notApplicable]
    const findings = http.paths.flatMap((path) => judgePath(path, lowest))
    if (findings.length > 0) return findings
    const statuses = http.paths.flatMap(({ path, exchanges }) => {
      const answer = exchanges.at(-1)?.answer
      return answer?.kind === 'answered' ? [{ path, status: answer.status }] : []
    })
    return [pass({ statuses })]
  },
})

function judgePath(fact: PathFact, lowest: number): Finding<Reasons>[] {
  const { path, configured, exchanges } = fact
  // Not from the server itself: http/turned-away reports it.
  if (turnedAway(fact)) return []
  const answer = exchanges.at(-1)?.answer
  if (!answer) return []
  if (answer.kind === 'no-answer') {
    const { phase, cause } = answer
    return [unknown('no-answer', { path, phase, cause })]
  }
  if (answer.kind === 'malformed') {
    const { problem, got } = answer
    return [fail('not-http', { path, problem, got })]
  }
  const { status } = answer
  if (status < (configured ? LOWEST : lowest)) return []
  const reason = configured || NOTHING_BEHIND.has(status) ? reasonFor(status) : 'default-path'
  return [fail(reason, { path, status })]
}

function reasonFor(status: number): 'server-error' | 'not-found' | 'client-error' {
  if (status >= 500) return 'server-error'
  return NOT_FOUND.has(status) ? 'not-found' : 'client-error'
}
