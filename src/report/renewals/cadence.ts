/**
 * How often a certificate will have to be renewed: CAs may issue ever shorter ones (CA/B Forum Baseline Requirements
 * 6.3.2, ballot SC-081v3). What counts is the day of issue, so a step takes effect at the first renewal after it.
 */
const DAY = 86_400_000

const STEPS = [
  { from: '2020-09-01', days: 398 },
  { from: '2026-03-15', days: 200 },
  { from: '2027-03-15', days: 100 },
  { from: '2029-03-15', days: 47 },
] as const

/** Days before the end from which a renewal is due, at most. */
const LEAD = 30

export interface Cadence {
  /** First day of issue it applies to, YYYY-MM-DD; null if it already applies. */
  from: string | null
  /** Longest lifetime a CA may issue then. */
  maxDays: number
  /** The lifetime this certificate's successors can have then. */
  lifetimeDays: number
  /** Days from one renewal to the next. */
  everyDays: number
}

/** Fixed days for long lifetimes, a third of the lifetime for short ones. In days. */
export const leadOf = (lifetimeDays: number, days = LEAD): number => Math.min(days, lifetimeDays / 3)

/** Steps that change nothing for a certificate of this lifetime are left out. */
export function cadenceOf(lifetimeDays: number, at: number): Cadence[] {
  const begins = ({ from }: { from: string }) => Date.parse(`${from}T00:00:00Z`)
  const current = STEPS.findLast((step) => begins(step) <= at) ?? STEPS[0]
  const phases = [
    phase(null, current.days, lifetimeDays),
    ...STEPS.filter((step) => begins(step) > at).map(({ from, days }) => phase(from, days, lifetimeDays)),
  ]
  return phases.filter(
    (one, index) => index === 0 || one.lifetimeDays < (phases[index - 1]?.lifetimeDays ?? 0),
  )
}

function phase(from: string | null, maxDays: number, ownDays: number): Cadence {
  const lifetimeDays = Math.min(maxDays, ownDays)
  return {
    from,
    maxDays,
    lifetimeDays,
    everyDays: Math.max(1, Math.floor(lifetimeDays - leadOf(lifetimeDays))),
  }
}

export const daysOf = (ms: number): number => ms / DAY
