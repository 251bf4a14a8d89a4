/** When each certificate must be renewed, from the report alone. */
import type { Target } from '../../types.js'
import { hostLabel } from '../labels.js'

const DAY = 86_400_000
const DAYS = 30

export interface Renewal {
  /** Where the targets stand in the report. */
  targets: number[]
  hosts: string[]
  /** Milliseconds since 1970. */
  notBefore: number
  notAfter: number
  renewFrom: number
  daysLeft: number
  state: 'expired' | 'early' | 'due' | 'later'
  /** The certificate of the chain that ends first, where it is not the server's own. */
  endsFirst: string | null
}

/** Soonest first; hosts that show the same certificate share a line. Certificates without readable dates are left out. */
export function renewalsOf(targets: readonly Target[], at: string): Renewal[] {
  const now = Date.parse(at)
  if (!Number.isFinite(now)) return []
  const byCertificate = new Map<string, Renewal>()
  for (const [index, target] of targets.entries()) {
    const renewal = renewalOf(target, index, now)
    if (!renewal) continue
    const key = `${target.certificate?.sha256} ${renewal.notAfter} ${renewal.renewFrom}`
    const known = byCertificate.get(key)
    if (!known) byCertificate.set(key, renewal)
    else {
      known.targets.push(index)
      known.hosts.push(...renewal.hosts)
    }
  }
  return [...byCertificate.values()].sort((a, b) => a.notAfter - b.notAfter || a.renewFrom - b.renewFrom)
}

function renewalOf(target: Target, index: number, now: number): Renewal | null {
  const { certificate } = target
  if (!certificate) return null
  const notBefore = Date.parse(certificate.notBefore)
  const own = Date.parse(certificate.notAfter)
  if (!Number.isFinite(notBefore) || !Number.isFinite(own)) return null
  const judged = soonestJudged(target)
  const early = judged !== null && judged.notAfter < own ? judged : null
  const notAfter = early?.notAfter ?? own
  const threshold = judged?.threshold ?? Math.min(DAYS, (own - notBefore) / 3 / DAY)
  const renewFrom = notAfter - threshold * DAY
  return {
    ...{ targets: [index], hosts: [hostLabel(target)], notBefore, notAfter, renewFrom },
    daysLeft: Math.floor((notAfter - now) / DAY),
    state: stateAt(now, { notBefore, notAfter, renewFrom }),
    endsFirst: early?.name ?? null,
  }
}

function stateAt(
  now: number,
  dates: Pick<Renewal, 'notBefore' | 'notAfter' | 'renewFrom'>,
): Renewal['state'] {
  // The last second belongs to the period, whole.
  if (now >= dates.notAfter + 1000) return 'expired'
  if (now < dates.notBefore) return 'early'
  return now > dates.renewFrom ? 'due' : 'later'
}

interface Judged {
  notAfter: number
  threshold: number
  name: string
}

/** The rule about renewal looks at the whole chain, and at the number of days the config sets. */
function soonestJudged({ results }: Target): Judged | null {
  const found = results.flatMap(({ rule, evidence }): Judged[] => {
    if (rule !== 'certificate/expires-soon') return []
    const notAfter = typeof evidence?.notAfter === 'string' ? Date.parse(evidence.notAfter) : Number.NaN
    const threshold = evidence?.threshold
    if (!Number.isFinite(notAfter) || typeof threshold !== 'number') return []
    const certificate = evidence?.certificate
    const named = certificate !== null && typeof certificate === 'object' && 'subject' in certificate
    const name = named && typeof certificate.subject === 'string' ? certificate.subject : ''
    return [{ notAfter, threshold, name }]
  })
  return found.sort((a, b) => a.notAfter - b.notAfter)[0] ?? null
}
