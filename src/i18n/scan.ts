/** The texts of a scan. */
import { scan as en } from './en/scan.js'
import type { Language } from './languages.js'
import { scan as zh } from './zh/scan.js'

export type ScanWords = typeof en

const WORDS: Readonly<Record<Language, ScanWords>> = { en, zh }

export const scanWordsOf = (language: Language): ScanWords => WORDS[language]
