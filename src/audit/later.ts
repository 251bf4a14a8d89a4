/**
 * Rules, clauses and texts are half of the program and aren't needed for probing: they are loaded on demand, during an
 * audit while the first answers are pending.
 */
type Judging = typeof import('./judging.js')

/** Loads them ahead of time. */
export const loadJudging = (): Promise<Judging> => import('./judging.js')

export const auditStream: Judging['auditStream'] = async (...args) =>
  (await loadJudging()).auditStream(...args)
export const exportedBy: Judging['exportedBy'] = async (...args) => (await loadJudging()).exportedBy(...args)
/** The rules and probable causes behind the text of an error, as `hefa explain` prints them. */
export const explainError: Judging['explainError'] = async (...args) =>
  (await loadJudging()).explainError(...args)
/**
 * Judges facts, gathered now or saved earlier, without a clock or a network. The same facts and settings give the
 * same report.
 */
export const judge: Judging['judge'] = async (...args) => (await loadJudging()).judge(...args)
export const judgeProject: Judging['judgeProject'] = async (...args) =>
  (await loadJudging()).judgeProject(...args)
export const loadTexts: Judging['loadTexts'] = async (...args) => (await loadJudging()).loadTexts(...args)
export const openJudge: Judging['openJudge'] = async (...args) => (await loadJudging()).openJudge(...args)
/** Every rule with its texts and the clauses of each platform, as `hefa rules --format json` prints them. */
export const ruleCatalogue: Judging['ruleCatalogue'] = async (...args) =>
  (await loadJudging()).ruleCatalogue(...args)
export const ruleSetOf: Judging['ruleSetOf'] = async (...args) => (await loadJudging()).ruleSetOf(...args)

type ReadBaseline = typeof import('./baseline/read.js').readBaseline
/** As `./baseline/read.js` has it. */
export const readBaseline = async (source: string): Promise<ReturnType<ReadBaseline>> =>
  (await import('./baseline/read.js')).readBaseline(source)
