/** Words about simulated phones. */
import { clients as en } from './en/clients.js'
import type { Language } from './languages.js'
import { clients as zh } from './zh/clients.js'

export type ClientWords = typeof en

const WORDS: Readonly<Record<Language, ClientWords>> = { en, zh }

export const clientWords = (language: Language): ClientWords => WORDS[language]
