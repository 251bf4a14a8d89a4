import { evidence, fail, notApplicable, pass } from '../../src/engine/rule.js'
import type { Certificate } from '../../src/x509/index.js'
import { defineChainRule, instant, type Named, named } from './chain-rule.js'

const DAY = 86_400_000

/** Whole days left, rounded down. */
const daysBetween = (from: number, to: number) => Math.max(0, Math.floor((to - from) / DAY))

/** Time for a renewal: fixed days for long lifetimes, a third of the lifetime for short ones. */
export default defineChainRule({
  id: 'certificate/expires-soon',
  parameters: { days: 30 },
  evidence: evidence<{
    pass: { daysLeft: number; notAfter: string; threshold: number }
    soon: { certificate: Named; daysLeft: number; notAfter: string; threshold: number }
  }>(),
  reasons: { soon: 'fail' },
  judge({ analysis, leaf }, { store, days }, { now }) {
    const path = [...analysis.best(store).certificates].sort((a, b) => a.notAfter - b.notAfter)
    if (path.some(({ notBefore, notAfter }) => now >= notAfter + 1000 || now < notBefore))
      return [notApplicable]
    const soon = path.find((one) => one.notAfter - now < thresholdOf(one, days) * DAY)
    const first = soon ?? path[0] ?? leaf
    const left = {
      daysLeft: daysBetween(now, first.notAfter),
      notAfter: instant(first.notAfter),
      threshold: Math.round(thresholdOf(first, days) * 10) / 10,
    }
    return [soon ? fail('soon', { certificate: named(first), ...left }) : pass(left)]
  },
})

/** In days, by each certificate's own lifetime: an intermediate that ends a little later may need renewal first. */
const thresholdOf = ({ notBefore, notAfter }: Certificate, days: number) =>
  Math.min(days, (notAfter - notBefore) / 3 / DAY)
