/** What is said of the run as a whole: worked out once, told at the head of the page and again at its end. */
import type { PlatformId, Report, Verdict } from '../../types.js'
import type { Causes } from '../causes.js'
import { minuteLabel } from '../labels.js'
import { type NextStep, nextStep } from '../next.js'
import { exitWords, extent, headline, scopeLines, symbolOf, verdictWord } from '../scope.js'
import { visible } from '../text.js'
import { placesLine } from '../vantages.js'
import type { Look } from './look.js'

export interface Summary {
  verdict: Verdict
  symbol: string
  headline: string
  /** What the exit status means. */
  exit: string
  /** Version, time, and how much was looked at. */
  about: string[]
  /** What the verdict covers, a line each. */
  scope: string[]
  platforms: PlatformLine[]
  /** Is everything known that the platforms ask for? */
  isKnown: boolean
  /** Null if there is nothing to do. */
  next: NextStep | null
}

export interface PlatformLine {
  id: PlatformId
  verdict: Verdict
  symbol: string
  word: string
}

export function summaryOf(report: Report, causes: Causes, { words, scanWords }: Look): Summary {
  const { verdict, verdicts, tool, at, durationMs } = report
  const { listsReadOn } = report.scope
  return {
    verdict,
    symbol: symbolOf(report, verdict),
    headline: headline(report, words),
    exit: exitWords(report, words),
    platforms: report.platforms.map((id) => {
      const own = verdicts[id] ?? 'unknown'
      return { id, verdict: own, symbol: symbolOf(report, own), word: verdictWord(report, id, own, words) }
    }),
    isKnown: report.scope.notKnown === undefined,
    about: [
      `hefa ${visible(tool.version, 40)}`,
      words.asOf(minuteLabel(at)),
      ...extent(report, words, scanWords),
      ...(listsReadOn ? [words.listsReadOn(visible(listsReadOn, 40))] : []),
      words.seconds(Math.round(durationMs / 100) / 10),
    ],
    scope: [...placesLine(report, words), ...scopeLines(report, words)],
    next: nextStep(report, words, causes),
  }
}
