/** Entry point of baselines: known findings, so that new ones stand out. */
export { type BaselineSetting, type Cover, openCover } from './cover.js'
export { baselineOf, baselineText, labelOf } from './make.js'
export type { BaselineFault } from './read.js'
export type { Baseline, KnownFinding } from './types.js'
