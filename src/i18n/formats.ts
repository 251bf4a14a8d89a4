/** Column headings and similar, in machine-readable formats. */
import { formats as en } from './en/formats.js'
import type { Language } from './languages.js'
import { formats as zh } from './zh/formats.js'

export type FormatWords = typeof en

const WORDS: Readonly<Record<Language, FormatWords>> = { en, zh }

export const formatWordsOf = (language: Language): FormatWords => WORDS[language]
