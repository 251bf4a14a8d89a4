/** Reports with certificates of given dates. */
import type { CertificateSummary, Report, Result, Target } from '../../../src/types.js'
import { report, result, target } from '../sample.js'

export const NOW = '2026-11-20T08:00:00.000Z'
const DAY = 86_400_000
const at = (days: number) => new Date(Date.parse(NOW) + days * DAY).toISOString()

/** @param ends days from now */
export function certificate(
  ends: number,
  lifetime = 90,
  part: Partial<CertificateSummary> = {},
): CertificateSummary {
  return {
    subject: 'CN=api.example.com',
    issuer: 'C=US,O=Let\\27s Encrypt,CN=R11',
    names: ['api.example.com'],
    notBefore: at(ends - lifetime),
    notAfter: at(ends),
    sha256: String(Math.abs(ends)).padStart(4, '0').repeat(16),
    daysLeft: Math.floor(ends),
    ...part,
  }
}

export function served(host: string, leaf: CertificateSummary, part: Partial<Target> = {}): Target {
  return target({
    host,
    certificate: leaf,
    entries: [{ family: 'wechat', api: 'request', text: `https://${host}` }],
    ...part,
  })
}

export const soonest = (host: string, days: number, evidence: Result['evidence'] = {}): Result =>
  result({
    ...{ rule: 'certificate/expires-soon', status: 'fail', level: 'warning', reason: 'soon' },
    message: `${host} ends in ${days} days`,
    evidence: { notAfter: at(days).replace('.000Z', 'Z'), threshold: 30, ...evidence },
  })

export const all = (...targets: Target[]): Report => report({ at: NOW, targets })
