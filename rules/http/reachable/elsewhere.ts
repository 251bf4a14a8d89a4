/** Other addresses of the name beside the one that was asked everything: phones are given any of them. */
import { type Finding, fail, unknown } from '../../../src/engine/rule.js'
import {
  type Answered,
  type ElsewhereFact,
  type HttpFact,
  httpEnding,
  isHttp2,
} from '../../../src/facts/index.js'
import type { Reasons } from './reasons.js'

/** @param main what the first address answered. At most one finding for each reason. */
export function elsewhereFindings(
  { elsewhere = [] }: HttpFact,
  [main]: readonly Answered[],
): Finding<Reasons>[] {
  const path = main?.path ?? '/'
  const status = main?.answer.status ?? 0
  const findings = elsewhere.flatMap((one) => judgeOne(one, path, status))
  const byReason = new Map(
    findings.toReversed().map((finding) => ['reason' in finding && finding.reason, finding]),
  )
  return [...byReason.values()].toReversed()
}

function judgeOne(fact: ElsewhereFact, path: string, status: number): Finding<Reasons>[] {
  const { address, connection, answer } = fact
  if (answer.kind === 'answered') {
    const isWorse = answer.status >= 400 && answer.status !== TOO_MANY && status < 400
    return isWorse ? [fail('other-status', { address, path, status: answer.status, first: status })] : []
  }
  // Whether a handshake comes about there is a matter of the rules about TLS.
  if (connection.kind !== 'accepted' && (connection.kind === 'refused' || connection.phase !== 'finish'))
    return []
  const ending = endingAt(fact, path)
  if (ending.kind === 'ended') return [fail('other-address', { address, alert: ending.alert, got: null })]
  if (ending.kind === 'silent')
    return [unknown('other-silent', { address, phase: ending.phase, cause: ending.cause })]
  if (ending.kind !== 'not-http' || isHttp2(ending.got)) return []
  return [fail('other-address', { address, alert: null, got: ending.got })]
}

const TOO_MANY = 429

const endingAt = ({ connection, answer }: ElsewhereFact, path: string) =>
  httpEnding({
    timeoutMs: 0,
    connection,
    paths: answer.kind === 'answered' ? [] : [{ path, configured: true, exchanges: [{ url: '', answer }] }],
    upgrades: [],
  })
