/** Problems of a report given as input. Only the language in use is loaded. */
import type { diff as en } from './en/diff.js'
import type { Language } from './languages.js'

export type FaultWords = typeof en.faults

const WORDS: Readonly<Record<Language, () => Promise<FaultWords>>> = {
  en: async () => (await import('./en/diff.js')).diff.faults,
  zh: async () => (await import('./zh/diff.js')).diff.faults,
}

export const faultWords = (language: Language): Promise<FaultWords> => WORDS[language]()
