/** Renewals as text: one renderer per format. */
import type { Report } from '../../types.js'
import type { TextOptions } from '../options.js'
import type { PlanOptions } from './plan.js'
import type { RenewalPlan } from './types.js'

export type { PlanOptions } from './plan.js'
export type { Renewal, RenewalPlan, ServedAt, Unseen } from './types.js'

/** Loaded when it is asked for, like the formats. */
export const loadPlanner = async (): Promise<(report: Report, options: PlanOptions) => RenewalPlan> =>
  (await import('./plan.js')).renewalPlan

export type RenewalRenderer = (plan: RenewalPlan, options: TextOptions) => string

export const RENEWAL_FORMATS = {
  pretty: async (): Promise<RenewalRenderer> => (await import('./pretty.js')).prettyRenewals,
  json: async (): Promise<RenewalRenderer> => (await import('./json.js')).jsonRenewals,
  csv: async (): Promise<RenewalRenderer> => (await import('./csv.js')).csvRenewals,
  markdown: async (): Promise<RenewalRenderer> => (await import('./markdown.js')).markdownRenewals,
  ics: async (): Promise<RenewalRenderer> => (await import('./ics.js')).icsRenewals,
}
export type RenewalFormatName = keyof typeof RENEWAL_FORMATS
