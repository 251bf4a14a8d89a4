/** The code that needs rules, clauses, texts and trust anchors; loaded in one piece (see later.ts). */

export { anchorStore } from '../trust/index.js'
export { ruleCatalogue } from './catalogue.js'
export { explainError } from './explain.js'
export { notesOf } from './file-notes.js'
export { judge, openJudge } from './judge.js'
export { judgeProject } from './judge-project.js'
export { mergeReports } from './merge-reports.js'
export { exportedBy, ruleSetOf } from './plugins.js'
export { loadTexts } from './run.js'
export { chainSentBy, serveChain, silenceOf } from './serve.js'
export { auditStream } from './stream.js'
