/** Joins the rooms: config → facts → report. */
export { type RuleEntry, ruleCatalogue } from './catalogue.js'
export { gather } from './gather.js'
export { judge } from './judge.js'
export type { Facts, GatherSetting, JudgeSettings } from './types.js'
