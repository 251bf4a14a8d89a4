/** The messages of a watch. Only the language in use is loaded. */
import type { watch as en } from './en/watch.js'
import type { Language } from './languages.js'

export type WatchWords = typeof en

const WORDS: Readonly<Record<Language, () => Promise<WatchWords>>> = {
  en: async () => (await import('./en/watch.js')).watch,
  zh: async () => (await import('./zh/watch.js')).watch,
}

export const watchWords = (language: Language): Promise<WatchWords> => WORDS[language]()
