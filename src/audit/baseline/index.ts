/** The door of the baseline: findings that are known, so that new ones are seen. */
export { type BaselineSetting, type Cover, openCover } from './cover.js'
export { baselineOf, baselineText, labelOf } from './make.js'
export type { BaselineFault } from './read.js'
export type { Baseline, KnownFinding } from './types.js'
