/** The texts of lists of renewals. */
import { renewals as en } from './en/renewals.js'
import type { Language } from './languages.js'
import { renewals as zh } from './zh/renewals.js'

export type RenewalWords = typeof en

const WORDS: Readonly<Record<Language, RenewalWords>> = { en, zh }

export const renewalWords = (language: Language): RenewalWords => WORDS[language]
