/** The previous state and a new report → what changed, and the new state. */
import { type CertificateSummary, PLATFORM_IDS, type Report, type Target, type Verdict } from '../types.js'
import type { Change, Seen, WatchState } from './types.js'

/** Days before the end of a certificate at which it is reported again. */
const WINDOWS = [14, 7, 3, 1, 0]

const DAY = 86_400_000
const DEFAULT_PORTS = { https: 443, wss: 443, udp: 0, tcp: 0 }
const ORDER: readonly Verdict[] = ['fail', 'unknown', 'warn', 'pass']

export interface Look {
  /** The verdict over lists and source, which belong to no target. */
  own: Verdict
  report: Report
  /** Days before the end of a certificate at which it is reported first. */
  within: number
}

/** @param last null at the first look, at which only what is wrong is reported */
export function changesOf(last: WatchState | null, { own, report, within }: Look): Change[] {
  const before = lastSeen(last)
  const changes = report.targets.flatMap((target) => {
    const was = before(target)
    const now = seenOf(target, was, within)
    return [...verdictChange(was, now), ...renewalChange(was, now, target)]
  })
  const back: Change[] = last?.configUsable === false ? [{ kind: 'config', usable: true }] : []
  const ownBefore = last?.own ?? null
  const ownChange: Change[] = isTold(ownBefore, own)
    ? [{ kind: 'verdict', target: null, before: ownBefore, after: own, platforms: report.platforms }]
    : []
  return [...back, ...ownChange, ...changes]
}

/** What is remembered: nothing sent by a server except its certificate's dates. */
export function stateAfter(last: WatchState | null, { own, report, within }: Look): WatchState {
  const before = lastSeen(last)
  return {
    ...{ schemaVersion: 1, at: report.at, verdict: report.verdict, own, configUsable: true },
    seen: report.targets.map((target) => seenOf(target, before(target), within)),
    waiting: last?.waiting ?? [],
  }
}

/** Nothing could be looked at: what was seen last stays known, but no verdict holds. */
export const stateWithout = (last: WatchState): WatchState => ({
  ...last,
  verdict: 'unknown',
  configUsable: false,
})

function lastSeen(last: WatchState | null): (target: Target) => Seen | null {
  const seen = new Map(last?.seen.map((one) => [one.target, one]))
  return (target) => seen.get(labelOf(target)) ?? null
}

function labelOf({ host, port, scheme }: Target): string {
  const label = port === DEFAULT_PORTS[scheme] ? host : `${host}:${port}`
  return scheme === 'https' ? label : `${scheme}://${label}`
}

/** A server that sends no certificate at the moment hasn't another one: its last stays known. */
function seenOf(target: Target, was: Seen | null, within: number): Seen {
  const { verdicts, certificate } = target
  const last = { notAfter: was?.notAfter, sha256: was?.sha256, window: was?.window ?? null }
  const { notAfter, sha256, window } = certificate
    ? { ...certificate, ...endOf(certificate), window: windowOf(endOf(certificate), within) }
    : last
  return { target: labelOf(target), verdicts, notAfter, sha256, window }
}

type End = Pick<CertificateSummary, 'notBefore' | 'notAfter' | 'daysLeft'>

/** A chain is good until the first of its certificates ends. */
const endOf = ({ notBefore, notAfter, daysLeft, issuerEnds }: CertificateSummary): End =>
  issuerEnds ?? { notBefore, notAfter, daysLeft }

/** For a certificate valid for only a few days: renewal normally leaves a third. */
function windowOf({ notBefore, notAfter, daysLeft }: End, within: number): number | null {
  const lifetime = (Date.parse(notAfter) - Date.parse(notBefore)) / DAY
  const first = Number.isNaN(lifetime) ? within : Math.min(within, lifetime / 3)
  const begun = [first, ...WINDOWS.filter((days) => days < first)].filter((days) => daysLeft <= days)
  return begun.at(-1) ?? null
}

const worst = ({ verdicts }: Seen): Verdict =>
  ORDER.find((verdict) => Object.values(verdicts).includes(verdict)) ?? 'unknown'

/** At the first look a pass isn't news. */
const isTold = (before: Verdict | null, after: Verdict): boolean =>
  before === null ? after === 'fail' || after === 'unknown' : before !== after

function verdictChange(was: Seen | null, now: Seen): Change[] {
  const platforms = PLATFORM_IDS.filter((id) => was?.verdicts[id] !== now.verdicts[id])
  const [before, after] = [was && worst(was), worst(now)]
  if (platforms.length === 0 || (before === null && !isTold(before, after))) return []
  return [{ kind: 'verdict', target: now.target, before, after, platforms }]
}

function renewalChange(was: Seen | null, now: Seen, { certificate }: Target): Change[] {
  if (!certificate) return []
  const { notAfter, daysLeft } = endOf(certificate)
  const { target, window } = now
  const known = was?.sha256 === now.sha256 ? (was?.window ?? null) : null
  if (window !== null && (known === null || window < known))
    return [
      { kind: 'renewal', target, notAfter, daysLeft, ...(certificate.issuerEnds && { intermediate: true }) },
    ]
  const isRenewed = was !== null && was.window !== null && was.sha256 !== now.sha256 && window === null
  return isRenewed ? [{ kind: 'renewed', target, notAfter }] : []
}
