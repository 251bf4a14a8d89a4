/** The code that needs rules, clauses and texts; loaded in one piece (see later.ts). */
export { ruleCatalogue } from './catalogue.js'
export { explainError } from './explain.js'
export { judge, openJudge } from './judge.js'
export { judgeProject } from './judge-project.js'
export { exportedBy, ruleSetOf } from './plugins.js'
export { loadTexts } from './run.js'
export { auditStream } from './stream.js'
