import { evidence, fail, notApplicable, pass } from '../../src/engine/rule.js'
import { defineChainRule, instant, type Named, named } from './chain-rule.js'

const DAY = 86_400_000

/** Whole days left, rounded down. */
const daysBetween = (from: number, to: number) => Math.floor((to - from) / DAY)

/** Time for a renewal: fixed days for long lifetimes, a third of the lifetime for short ones. */
export default defineChainRule({
  id: 'certificate/expires-soon',
  parameters: { days: 30 },
  evidence: evidence<{
    pass: { daysLeft: number; notAfter: string; threshold: number }
    soon: { certificate: Named; daysLeft: number; notAfter: string; threshold: number }
  }>(),
  judge({ analysis, leaf }, { store, days }, { now }) {
    const path = analysis.best(store).certificates
    const first = path.reduce((a, b) => (b.notAfter < a.notAfter ? b : a), leaf)
    if (path.some(({ notBefore, notAfter }) => now > notAfter || now < notBefore)) return [notApplicable]
    const third = (first.notAfter - first.notBefore) / 3 / DAY
    const threshold = Math.min(days, third)
    const left = {
      daysLeft: daysBetween(now, first.notAfter),
      notAfter: instant(first.notAfter),
      threshold: Math.round(threshold * 10) / 10,
    }
    const soon = first.notAfter - now < threshold * DAY
    return [soon ? fail('soon', { certificate: named(first), ...left }) : pass(left)]
  },
})
