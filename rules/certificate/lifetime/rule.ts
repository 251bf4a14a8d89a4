import { evidence, fail, pass } from '../../../src/engine/rule.js'
import { defineChainRule, instant } from '../chain-rule.js'

const DAY = 86_400

type Lifetime = {
  days: number
  limit: number
  notBefore: string
  notAfter: string
  issuedFrom: string
  /** The longest lifetime a public CA may issue on the day of the verdict. */
  issuable: number
}
type Limit = {
  reason: 'over-398' | 'over-825-ios' | 'over-398-chromium'
  from: string
  days: number
  slack: number
}

/** Lifetimes that clients reject, counted as Apple's code does: notAfter - notBefore, without the inclusive second. */
const REFUSED: readonly Limit[] = [
  { reason: 'over-398', from: '2020-09-01', days: 398, slack: 0 },
  { reason: 'over-825-ios', from: '2019-07-01', days: 825, slack: 3600 },
  // Chromium checks this whatever the issue date (net/cert/cert_verify_proc.cc, HasTooLongValidity).
  { reason: 'over-398-chromium', from: '1970-01-01', days: 398, slack: 0 },
]

/** Lifetimes a CA may not issue (CA/B Forum BR 6.3.2), both ends counted. No client checks this. */
const MIS_ISSUED = [
  { from: '2029-03-15', days: 47 },
  { from: '2027-03-15', days: 100 },
  { from: '2026-03-15', days: 200 },
]

/** Since 2020-09-01, until 2026-03-14 (CA/B Forum BR 6.3.2). */
const LONGEST = 398

const issuableAt = (now: number): number =>
  MIS_ISSUED.find((one) => now >= Date.parse(`${one.from}T00:00:00Z`))?.days ?? LONGEST

export default defineChainRule({
  id: 'certificate/lifetime',
  evidence: evidence<{
    pass: { days: number }
    'over-398': Lifetime
    'over-825-ios': Lifetime
    'over-398-chromium': Lifetime
    'mis-issued': Lifetime
  }>(),
  reasons: { 'over-398': 'fail', 'over-825-ios': 'fail', 'over-398-chromium': 'fail', 'mis-issued': 'fail' },
  judge({ leaf: { notBefore, notAfter } }, _, { now }) {
    const seconds = (notAfter - notBefore) / 1000
    const days = Math.round((seconds / DAY) * 10) / 10
    const issuedFrom = (date: string) => notBefore >= Date.parse(`${date}T00:00:00Z`)
    const lifetime = (limit: number, from: string): Lifetime => ({
      ...{ days, limit, issuedFrom: from, issuable: issuableAt(now) },
      notBefore: instant(notBefore),
      notAfter: instant(notAfter),
    })
    const refused = REFUSED.filter(
      (limit) => issuedFrom(limit.from) && seconds > limit.days * DAY + limit.slack,
    ).map((limit) => fail(limit.reason, lifetime(limit.days, limit.from)))
    // Breaking the newest limit implies the others.
    if (refused[0]?.reason === 'over-398') return refused.slice(0, 1)
    if (refused.length > 0) return refused
    const duty = MIS_ISSUED.find(({ from }) => issuedFrom(from))
    const over = duty && seconds + 1 > duty.days * DAY
    return [over ? fail('mis-issued', lifetime(duty.days, duty.from)) : pass({ days })]
  },
})
