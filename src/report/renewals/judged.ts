/** What the rules about dates found of one certificate's chain: they look at the whole chain, and at the config's days. */

import type { CertificateSummary, Result } from '../../types.js'
import { roleOf } from '../roles.js'

export interface Judged {
  /** Milliseconds since 1970: where the chain ends first. */
  notAfter: number
  /** Days before that end from which it warns; null if the rule for that reported nothing. */
  threshold: number | null
  /** Subject of the certificate that ends first; empty when it is not reported. */
  name: string
}

interface About {
  certificate: CertificateSummary
  addresses: readonly string[]
  clients: readonly string[]
  /** Every leaf of the host. */
  leaves: readonly CertificateSummary[]
}

/** The soonest end judged for this leaf; a finding about another leaf of the same host says nothing about this one. */
export function judgedOf(results: readonly Result[], about: About): Judged | null {
  const own = results.filter(
    ({ rule, evidence }) =>
      roleOf(rule).renewal !== undefined &&
      meets(evidence?.addresses, about.addresses) &&
      meets(evidence?.hellos, about.clients),
  )
  // A finding with clients is about a chain that only those get.
  const named = own.filter(({ evidence }) => Array.isArray(evidence?.hellos))
  const judged = (named.length > 0 ? named : own).flatMap(readJudged)
  const others = about.leaves.filter(({ sha256 }) => sha256 !== about.certificate.sha256)
  return (
    judged
      .filter(({ notAfter }) => !others.some((other) => sameSecond(Date.parse(other.notAfter), notAfter)))
      .sort((a, b) => a.notAfter - b.notAfter)[0] ?? null
  )
}

const sameSecond = (a: number, b: number) => Math.floor(a / 1000) === Math.floor(b / 1000)

/** A scope that is not given is the whole host. */
function meets(scope: unknown, own: readonly string[]): boolean {
  return !Array.isArray(scope) || own.length === 0 || scope.some((one) => own.includes(one))
}

function readJudged({ rule, evidence }: Result): Judged[] {
  // Only this rule reports a chain that has expired somewhere, and only the other one that has not.
  const { renewal } = roleOf(rule)
  if (renewal === 'over' && !String(evidence?.reason).endsWith('expired')) return []
  const notAfter = typeof evidence?.notAfter === 'string' ? Date.parse(evidence.notAfter) : Number.NaN
  const threshold = typeof evidence?.threshold === 'number' ? evidence.threshold : null
  if (!Number.isFinite(notAfter) || (threshold === null && renewal === 'soon')) return []
  const certificate = evidence?.certificate
  const subject =
    certificate !== null && typeof certificate === 'object' && 'subject' in certificate
      ? certificate.subject
      : ''
  return [{ notAfter, threshold, name: typeof subject === 'string' ? subject : '' }]
}
