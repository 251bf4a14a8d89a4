/** Text of the generated pages. */
import { docs as en } from './en/docs.js'
import type { Language } from './languages.js'
import { docs as zh } from './zh/docs.js'

const WORDS: Readonly<Record<Language, typeof en>> = { en, zh }

export const docsWords = (language: Language): typeof en => WORDS[language]
