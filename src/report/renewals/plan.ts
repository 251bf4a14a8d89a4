/** Report → when each certificate must be renewed. */

import {
  type ApiName,
  type CertificateSummary,
  type Entry,
  type Family,
  PLATFORM_IDS,
  type PlatformId,
  type Report,
} from '../../types.js'
import { cadenceOf, daysOf, leadOf } from './cadence.js'
import { type Served, servedBy } from './served.js'
import type { Renewal, RenewalPlan, Unseen } from './types.js'
import { bare, hasCertificate, strays, unseenOf } from './unseen.js'

const DAY = 86_400_000
/** notAfter itself still belongs to the lifetime (RFC 5280 section 4.1.2.5), the whole second. */
const LAST_SECOND = 1000

export interface PlanOptions {
  /** Milliseconds; null shows everything. */
  within: number | null
  allowUnknown: boolean
}

export function renewalPlan(report: Report, { within, allowUnknown }: PlanOptions): RenewalPlan {
  const now = Date.parse(report.at)
  const probed = report.targets.filter(hasCertificate)
  const served = probed.flatMap(servedBy)
  const readable = served.filter(({ certificate }) => hasDates(certificate))
  const all = merged(readable.map((one) => renewalOf(one, now)))
  const shown = all.filter((one) => within === null || falls(one, now, within))
  const unseen = [
    ...strays(report),
    ...bare(report),
    ...probed.flatMap(unseenOf),
    ...served
      .filter(({ certificate }) => !hasDates(certificate))
      .map(({ served: { host } }): Unseen => ({ host, reason: 'unreadable-dates', message: '' })),
  ]
  const inside = shown.some((one) => within !== null || unusable(one))
  return {
    schemaVersion: 1,
    tool: report.tool,
    at: report.at,
    withinSeconds: within === null ? null : within / 1000,
    exitCode: inside ? 1 : unseen.length > 0 && !allowUnknown ? 3 : 0,
    renewals: shown,
    laterCount: all.length - shown.length,
    unseen,
  }
}

const unusable = ({ state }: Renewal) => state === 'expired' || state === 'not-yet-valid'

function falls(renewal: Renewal, now: number, within: number): boolean {
  return unusable(renewal) || Date.parse(renewal.expires) - now <= within
}

function hasDates({ notBefore, notAfter }: CertificateSummary): boolean {
  return Number.isFinite(Date.parse(notBefore)) && Number.isFinite(Date.parse(notAfter))
}

function renewalOf({ certificate, served, judged, entries, verdicts }: Served, now: number): Renewal {
  const { subject, issuer, names, sha256 } = certificate
  const [notBefore, notAfter] = [Date.parse(certificate.notBefore), Date.parse(certificate.notAfter)]
  const lifetimeDays = daysOf(notAfter - notBefore + LAST_SECOND)
  const early = judged !== null && judged.notAfter < notAfter ? judged : null
  const expires = early?.notAfter ?? notAfter
  const renewFrom = expires - (judged?.threshold ?? leadOf(lifetimeDays)) * DAY
  return {
    servedAt: [served],
    platforms: PLATFORM_IDS.filter((id) => id in verdicts),
    apis: apisOf(entries),
    ...{ subject, issuer, names, sha256 },
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    expires: iso(expires),
    endsFirst: early?.name ?? null,
    renewFrom: iso(renewFrom),
    lifetimeDays: Math.round(lifetimeDays * 10) / 10,
    daysLeft: Math.floor((expires - now) / DAY),
    state: stateAt(now, { notBefore, expires, renewFrom }),
    cadence: cadenceOf(lifetimeDays, now),
  }
}

function stateAt(
  now: number,
  { notBefore, expires, renewFrom }: Record<'notBefore' | 'expires' | 'renewFrom', number>,
): Renewal['state'] {
  if (now >= expires + LAST_SECOND) return 'expired'
  if (now < notBefore) return 'not-yet-valid'
  return now > renewFrom ? 'due' : 'later'
}

const iso = (ms: number) => new Date(ms).toISOString()

function apisOf(entries: readonly Entry[]): Renewal['apis'] {
  const found = new Map<Family, Set<ApiName>>()
  for (const { family, api } of entries) found.set(family, (found.get(family) ?? new Set()).add(api))
  return [...found].map(([family, apis]) => ({ family, apis: [...apis] }))
}

/** Hosts that serve the same certificate share it; the soonest end judged for any of their chains counts. */
function merged(renewals: readonly Renewal[]): Renewal[] {
  const found = new Map<string, Renewal>()
  for (const renewal of renewals) {
    const known = found.get(renewal.sha256)
    found.set(renewal.sha256, known ? joined(known, renewal) : renewal)
  }
  return [...found.values()].sort(
    (a, b) =>
      Date.parse(a.expires) - Date.parse(b.expires) || Date.parse(a.renewFrom) - Date.parse(b.renewFrom),
  )
}

function joined(a: Renewal, b: Renewal): Renewal {
  const sooner = Date.parse(b.expires) < Date.parse(a.expires) ? b : a
  const platforms = new Set<PlatformId>([...a.platforms, ...b.platforms])
  const entries = [...a.apis, ...b.apis].flatMap(({ family, apis }) =>
    apis.map((api): Entry => ({ family, api, text: '' })),
  )
  return {
    ...sooner,
    servedAt: [...a.servedAt, ...b.servedAt],
    platforms: PLATFORM_IDS.filter((id) => platforms.has(id)),
    apis: apisOf(entries),
  }
}
