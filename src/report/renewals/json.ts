import { safeJson } from '../text.js'
import type { RenewalPlan } from './types.js'

export function jsonRenewals(plan: RenewalPlan): string {
  return `${safeJson(JSON.stringify(plan, null, 2))}\n`
}
