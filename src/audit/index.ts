/** Connects the rooms: config → facts → report. */
export {
  type Baseline,
  type BaselineFault,
  baselineOf,
  baselineText,
} from './baseline/index.js'
export { emptyFacts, unobserved } from './empty-facts.js'
export type { FileNote } from './file-notes.js'
export { type CertificateFile, type FilesQuestion, factsOfFiles } from './files.js'
export { gather } from './gather.js'
export { type Gatherer, openGatherer } from './gatherer.js'
export {
  type InputFault,
  type InputProblem,
  MAX_INPUT,
  readInput,
} from './input.js'
export type { CertificateInput } from './input-types.js'
export { type JoinFault, joinFacts } from './join-facts.js'
export type { ProjectSettings } from './judge-project.js'
export { type KeyFault, publicPartOf } from './key.js'
export { knownOf } from './known.js'
export {
  auditStream,
  chainSentBy,
  explainError,
  exportedBy,
  judge,
  judgeProject,
  loadJudging,
  loadTexts,
  lookUp,
  mergeReports,
  notesOf,
  openJudge,
  readBaseline,
  ruleCatalogue,
  ruleSetOf,
  serveChain,
  silenceOf,
} from './later.js'
export type { LookUpSetting } from './look-up.js'
export type { MergeFault } from './merge-reports.js'
export { joined } from './order.js'
export { placesOf } from './places.js'
export type { PluginRule, RuleSet } from './plugins.js'
export { forPlatforms, underConfig } from './rejudge.js'
export { type FactsFault, isShallow, readFacts, readSentFacts, saveFacts, sentFacts } from './saved.js'
export { originOf, scanSummary } from './scan-summary.js'
export type { ChainStep, Served, ServeOptions, Unserved } from './serve.js'
export type { NameLine, StreamSetting, StreamSinks } from './stream.js'
export { streamConfig } from './stream-config.js'
export type { Facts, GatherSetting, JudgeSettings, SourceFacts } from './types.js'
export { ownVerdict } from './verdicts.js'
