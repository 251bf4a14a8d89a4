/** When each certificate must be renewed, from the report alone. */
import type { CertificateSummary, Json, Target } from '../../types.js'
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
    for (const { sha256, ...renewal } of ofTarget(target, index, now)) {
      const key = `${sha256} ${renewal.notAfter} ${renewal.renewFrom}`
      const known = byCertificate.get(key)
      if (!known) byCertificate.set(key, renewal)
      else {
        known.targets.push(index)
        known.hosts.push(...renewal.hosts)
      }
    }
  }
  return [...byCertificate.values()].sort((a, b) => a.notAfter - b.notAfter || a.renewFrom - b.renewFrom)
}

/** One line per certificate: other addresses and clients may get another one than the newest client. */
function ofTarget(target: Target, index: number, now: number): (Renewal & { sha256: string })[] {
  const judged = judgedOf(target)
  const dated = certificatesOf(target).sort((a, b) => a.notAfter - b.notAfter)
  return dated.map(({ sha256, notBefore, notAfter: own }, at) => {
    // The soonest of all stands for the chain that holds it, which is not told: the server's own soonest is taken.
    const early = at === 0 ? (judged.find(({ notAfter }) => notAfter < own) ?? null) : null
    const notAfter = early?.notAfter ?? own
    const threshold =
      judged.find((one) => one.notAfter === notAfter)?.threshold ??
      Math.min(DAYS, (own - notBefore) / 3 / DAY)
    const renewFrom = notAfter - threshold * DAY
    return {
      ...{ targets: [index], hosts: [hostLabel(target)], sha256, notBefore, notAfter, renewFrom },
      daysLeft: Math.floor((notAfter - now) / DAY),
      state: stateAt(now, { notBefore, notAfter, renewFrom }),
      endsFirst: early?.name ?? null,
    }
  })
}

interface Dated {
  sha256: string
  notBefore: number
  notAfter: number
}

/** Every certificate of its own that the target shows; the one of the newest client is told outside its chains too. */
export function certificatesIn({ certificate, chains = [] }: Target): CertificateSummary[] {
  const all = [certificate, ...chains.map((one) => one.certificate)].flatMap((one) => one ?? [])
  return [...new Map(all.map((one) => [one.sha256, one])).values()]
}

function certificatesOf(target: Target): Dated[] {
  return certificatesIn(target).flatMap(({ sha256, ...dates }) => {
    const notBefore = Date.parse(dates.notBefore)
    const notAfter = Date.parse(dates.notAfter)
    return Number.isFinite(notBefore) && Number.isFinite(notAfter) ? [{ sha256, notBefore, notAfter }] : []
  })
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

/** What the rules say of the whole chain: what has ended, and what ends soonest by the number of days of the config. */
function judgedOf({ results }: Target): Judged[] {
  const found = results.flatMap(({ rule, evidence }): Judged[] => {
    const ended = rule === 'certificate/validity' && evidence?.reason === 'expired'
    if (!evidence || (!ended && rule !== 'certificate/expires-soon')) return []
    const notAfter = typeof evidence.notAfter === 'string' ? Date.parse(evidence.notAfter) : Number.NaN
    const threshold = ended ? 0 : evidence.threshold
    if (!Number.isFinite(notAfter) || typeof threshold !== 'number') return []
    return [{ notAfter, threshold, name: subjectIn(evidence.certificate) }]
  })
  return found.sort((a, b) => a.notAfter - b.notAfter)
}

function subjectIn(value: Json | undefined): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return ''
  return typeof value.subject === 'string' ? value.subject : ''
}
