import {
  defineRule,
  evidence,
  type Finding,
  fail,
  notApplicable,
  pass,
  unknown,
} from '../../../src/engine/rule.js'
import type { UpgradeAnswer, UpgradeFact } from '../../../src/facts/index.js'
import { A_CONNECTION } from '../../presuppositions.js'
import { NOTHING_BEHIND } from '../guards.js'

type Answer = { path: string; status: number }
type Fault = 'accept' | 'upgrade' | 'connection' | 'subprotocol' | 'extensions' | 'interim' | 'frame'

type Reasons = {
  pass: { paths: string[] }
  broken: { path: string; faults: Fault[] }
  /** Opened, and ended at once: with a code of the protocol's own errors, or with no word at all. */
  dropped: { path: string; code: number | null }
  /** Closed in good order, which may be due to what our request lacks. */
  closed: { path: string; code: number | null }
  refused: Answer
  'upgrade-lost': { path: string }
  'not-upgraded': Answer
  'default-path': Answer
  'not-http': { path: string; problem: string; got: string }
  'no-answer': { path: string; phase: string; cause: string }
}

/** A socket host must answer the opening handshake with 101, checked as RFC 6455 section 4.1 requires of clients. */
export default defineRule({
  id: 'http/websocket',
  subject: 'http',
  presupposes: A_CONNECTION,
  needs: ['http'],
  evidence: evidence<Reasons>(),
  reasons: {
    broken: 'fail',
    dropped: 'fail',
    closed: 'fail',
    refused: 'fail',
    'upgrade-lost': 'fail',
    'not-upgraded': 'fail',
    'default-path': 'fail',
    'not-http': 'fail',
    'no-answer': 'unknown',
  },
  judge({ http }) {
    if (http.upgrades.length === 0) return [notApplicable]
    const findings = http.upgrades.flatMap(judgeUpgrade)
    return findings.length > 0 ? findings : [pass({ paths: http.upgrades.map(({ path }) => path) })]
  },
})

function judgeUpgrade({ path, configured, answer }: UpgradeFact): Finding<Reasons>[] {
  if (answer.kind === 'no-answer') {
    const { phase, cause } = answer
    return [unknown('no-answer', { path, phase, cause })]
  }
  if (answer.kind === 'malformed') {
    const { problem, got } = answer
    return [fail('not-http', { path, problem, got })]
  }
  const { status } = answer
  if (status === 101) {
    const faults = faultsOf(answer)
    return faults.length > 0 ? [fail('broken', { path, faults })] : endOf(path, answer)
  }
  // RFC 9110 section 15.5.22: it wants the upgrade that was asked for, so the question did not arrive whole.
  if (status === 426) return [fail('upgrade-lost', { path })]
  if (!configured && !NOTHING_BEHIND.has(status)) return [fail('default-path', { path, status })]
  return [fail(status >= 400 && status < 500 ? 'refused' : 'not-upgraded', { path, status })]
}

function endOf(path: string, { closed, cut }: UpgradeAnswer): Finding<Reasons>[] {
  if (cut) return [fail('dropped', { path, code: null })]
  if (!closed) return []
  const { code } = closed
  return [fail(code !== null && ERRORS.has(code) ? 'dropped' : 'closed', { path, code })]
}

/** RFC 6455 section 7.4.1: what went wrong in the protocol or in the server, whoever asks. */
const ERRORS = new Set([1002, 1003, 1007, 1009, 1010, 1011, 1014])

/** We request neither a subprotocol nor an extension, so the server may not choose one. */
function faultsOf(answer: UpgradeAnswer): Fault[] {
  const { accept, upgrade, connection, subprotocol, extensions, interim, frame } = answer
  const upgrades = connection?.split(',').some((word) => word.trim().toLowerCase() === 'upgrade')
  const faults: [Fault, boolean][] = [
    ['accept', accept !== 'right'],
    ['upgrade', upgrade?.trim().toLowerCase() !== 'websocket'],
    ['connection', !upgrades],
    ['subprotocol', subprotocol !== null],
    // Chromium refuses an empty one too, and every answer before the final one.
    ['extensions', extensions !== null],
    ['interim', interim !== undefined],
    ['frame', frame !== undefined],
  ]
  return faults.flatMap(([fault, found]) => (found ? [fault] : []))
}
