/** Words for comparing two reports. */
import { diff as en } from './en/diff.js'
import type { Language } from './languages.js'
import { diff as zh } from './zh/diff.js'

export type DiffWords = typeof en

const WORDS: Readonly<Record<Language, DiffWords>> = { en, zh }

export const diffWords = (language: Language): DiffWords => WORDS[language]
