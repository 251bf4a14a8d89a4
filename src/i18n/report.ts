/** The texts of reports. */
import { report as en } from './en/report.js'
import type { Language } from './languages.js'
import { report as zh } from './zh/report.js'

export type Words = typeof en

const WORDS: Readonly<Record<Language, Words>> = { en, zh }

export const wordsOf = (language: Language): Words => WORDS[language]
