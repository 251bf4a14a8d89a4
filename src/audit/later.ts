/**
 * Rules, clauses, texts and trust anchors are more than half of the program and aren't needed for probing: they are
 * loaded on demand, during an audit while the first answers are pending.
 */
import { loadLookUp } from './later-look-up.js'

type Judging = typeof import('./judging.js')
type LookUps = typeof import('./look-up.js')

const importJudging = (): Promise<Judging> => import('./judging.js')

/** Loads them ahead of time. */
export async function loadJudging(): Promise<Judging> {
  const [judging] = await Promise.all([importJudging(), loadLookUp()])
  return judging
}

export const auditStream: Judging['auditStream'] = async (...args) =>
  (await loadJudging()).auditStream(...args)
export const chainSentBy = async (
  ...args: Parameters<Judging['chainSentBy']>
): Promise<ReturnType<Judging['chainSentBy']>> => (await loadJudging()).chainSentBy(...args)
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
export const lookUp: LookUps['lookUp'] = async (...args) => (await loadLookUp()).lookUp(...args)
export const mergeReports: Judging['mergeReports'] = async (...args) =>
  (await loadJudging()).mergeReports(...args)
export const notesOf = async (
  ...args: Parameters<Judging['notesOf']>
): Promise<ReturnType<Judging['notesOf']>> => (await loadJudging()).notesOf(...args)
export const openJudge: Judging['openJudge'] = async (...args) => (await loadJudging()).openJudge(...args)
/** Every rule with its texts and the clauses of each platform, as `hefa rules --format json` prints them. */
export const ruleCatalogue: Judging['ruleCatalogue'] = async (...args) =>
  (await loadJudging()).ruleCatalogue(...args)
export const ruleSetOf: Judging['ruleSetOf'] = async (...args) => (await loadJudging()).ruleSetOf(...args)
export const serveChain: Judging['serveChain'] = async (...args) => (await loadJudging()).serveChain(...args)
export const silenceOf = async (
  ...args: Parameters<Judging['silenceOf']>
): Promise<ReturnType<Judging['silenceOf']>> => (await loadJudging()).silenceOf(...args)

type ReadBaseline = typeof import('./baseline/read.js').readBaseline
/** See `./baseline/read.js`. */
export const readBaseline = async (source: string): Promise<ReturnType<ReadBaseline>> =>
  (await import('./baseline/read.js')).readBaseline(source)
