/** The renewals of a report, as the page draws them. */
import type { Report } from '../../types.js'
import { hostLabel } from '../labels.js'
import { renewalPlan } from '../renewals/plan.js'
import { certificatesIn } from '../renewals/served.js'
import type { Renewal as Planned } from '../renewals/types.js'

export interface Renewal extends Pick<Planned, 'daysLeft' | 'state' | 'endsFirst'> {
  /** Where the targets stand in the report, and their labels. */
  targets: number[]
  hosts: string[]
  /** Milliseconds since 1970. */
  notBefore: number
  expires: number
  renewFrom: number
}

/** Soonest first; hosts that show the same certificate share a line. Certificates without readable dates are left out. */
export function renewalsOf(report: Report): Renewal[] {
  const shown = report.targets.map((target) => new Set(certificatesIn(target).map(({ sha256 }) => sha256)))
  return renewalPlan(report, { within: null, allowUnknown: true }).renewals.map((planned) => {
    const at = shown.flatMap((own, index) => (own.has(planned.sha256) ? [index] : []))
    return {
      targets: at,
      hosts: at.flatMap((index) => report.targets[index] ?? []).map(hostLabel),
      notBefore: Date.parse(planned.notBefore),
      expires: Date.parse(planned.expires),
      renewFrom: Date.parse(planned.renewFrom),
      daysLeft: planned.daysLeft,
      state: planned.state,
      endsFirst: planned.endsFirst,
    }
  })
}
