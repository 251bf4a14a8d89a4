/** The texts of the terminal. Only the language in use is loaded. */
import type { cli as en } from './en/cli.js'
import type { Language } from './languages.js'

export type CliWords = typeof en

const WORDS: Readonly<Record<Language, () => Promise<CliWords>>> = {
  en: async () => (await import('./en/cli.js')).cli,
  zh: async () => (await import('./zh/cli.js')).cli,
}

export const cliWords = (language: Language): Promise<CliWords> => WORDS[language]()
