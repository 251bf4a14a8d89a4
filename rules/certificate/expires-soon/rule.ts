import { evidence, type Finding, fail, notApplicable, pass, unlessTold } from '../../../src/engine/rule.js'
import type { Certificate } from '../../../src/x509/index.js'
import { type ByHolder, defineChainRule, forBoth, heldBy, instant, type Named, named } from '../chain-rule.js'

const DAY = 86_400_000

/** Whole days left, rounded down. */
const daysBetween = (from: number, to: number) => Math.max(0, Math.floor((to - from) / DAY))

type Left = { daysLeft: number; notAfter: string; threshold: number }
type Evidence = { pass: Left } & ByHolder<{ soon: Left & { certificate: Named; expired: boolean } }>

/**
 * Time to renew: a fixed number of days for long lifetimes, a third of the lifetime for short ones. Expired
 * certificates are reported by certificate/validity.
 */
export default defineChainRule({
  id: 'certificate/expires-soon',
  parameters: { days: 30 },
  evidence: evidence<Evidence>(),
  reasons: forBoth({ soon: 'fail' }),
  judge({ analysis, leaf }, { store, days }, { now }) {
    const path = [...analysis.best(store).certificates].sort((a, b) => a.notAfter - b.notAfter)
    const found = path.flatMap((one): Finding<Evidence>[] => {
      if (one.notAfter - now >= thresholdOf(one, days) * DAY) return []
      const expired = now >= one.notAfter + 1000
      const left = { certificate: named(one), ...leftOf(one, days, now), expired }
      const soon = fail(heldBy('soon', one === leaf), left)
      return [expired ? unlessTold(soon, 'certificate/validity') : soon]
    })
    if (found.length > 0) return found
    if (path.some(({ notBefore }) => now < notBefore)) return [notApplicable]
    return [pass(leftOf(path[0] ?? leaf, days, now))]
  },
})

const leftOf = (one: Certificate, days: number, now: number): Left => ({
  daysLeft: daysBetween(now, one.notAfter),
  notAfter: instant(one.notAfter),
  threshold: Math.round(thresholdOf(one, days) * 10) / 10,
})

/** In days, by each certificate's own lifetime: an intermediate that ends a little later may need renewal first. */
const thresholdOf = ({ notBefore, notAfter }: Certificate, days: number) =>
  Math.min(days, (notAfter - notBefore) / 3 / DAY)
