import { type Words, wordsOf } from '../../i18n/report.js'
import { type ScanWords, scanWordsOf } from '../../i18n/scan.js'
import type { ReportOptions } from '../options.js'

/** The style of a page, whatever its content. */
export interface Look {
  words: Words
  scanWords: ScanWords
  width: number
  verbose: boolean
}

export const lookOf = ({ language, width, verbose }: ReportOptions): Look => ({
  words: wordsOf(language),
  scanWords: scanWordsOf(language),
  width: Math.max(40, width),
  verbose,
})
