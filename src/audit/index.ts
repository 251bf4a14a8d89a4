/** Joins the rooms: config → facts → report. */
export {
  type Baseline,
  type BaselineFault,
  baselineOf,
  baselineText,
  readBaseline,
} from './baseline/index.js'
export { ruleCatalogue } from './catalogue.js'
export { explainError } from './explain.js'
export { type FileNote, notesOf } from './file-notes.js'
export { type CertificateFile, type FilesQuestion, factsOfFiles } from './files.js'
export { emptyFacts, type Gatherer, gather, openGatherer, unobserved } from './gather.js'
export {
  type InputFault,
  type InputProblem,
  MAX_INPUT,
  readInput,
} from './input.js'
export type { CertificateInput } from './input-types.js'
export { type JoinFault, joinFacts } from './join-facts.js'
export { judge, openJudge, ownVerdict } from './judge.js'
export { judgeProject, type ProjectSettings } from './judge-project.js'
export { type KeyFault, publicPartOf } from './key.js'
export { knownOf } from './known.js'
export { type LookUpSetting, lookUp } from './look-up.js'
export { type MergeFault, mergeReports } from './merge-reports.js'
export { joined } from './order.js'
export { placesOf } from './places.js'
export { BUILT_IN, exportedBy, type PluginRule, type RuleSet, ruleSetOf } from './plugins.js'
export { forPlatforms, underConfig } from './rejudge.js'
export { loadTexts } from './run.js'
export { type FactsFault, isShallow, readFacts, readSentFacts, saveFacts, sentFacts } from './saved.js'
export { originOf, scanSummary } from './scan-summary.js'
export {
  type ChainStep,
  chainSentBy,
  type Served,
  type ServeOptions,
  serveChain,
  silenceOf,
  type Unserved,
} from './serve.js'
export { auditStream, type NameLine, type StreamSetting, type StreamSinks, streamConfig } from './stream.js'
export type { Facts, GatherSetting, JudgeSettings, SourceFacts } from './types.js'
