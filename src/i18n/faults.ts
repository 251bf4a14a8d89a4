/** What can be wrong with a report that is read. Of one language, only that one is loaded. */
import type { diff as en } from './en/diff.js'
import type { Language } from './languages.js'

export type FaultWords = typeof en.faults

const WORDS: Readonly<Record<Language, () => Promise<FaultWords>>> = {
  en: async () => (await import('./en/diff.js')).diff.faults,
  zh: async () => (await import('./zh/diff.js')).diff.faults,
}

export const faultWords = (language: Language): Promise<FaultWords> => WORDS[language]()
