/** Problems of a config. */
import { config as en } from './en/config.js'
import type { Language } from './languages.js'
import { config as zh } from './zh/config.js'

export type ConfigTexts = typeof en

const WORDS: Readonly<Record<Language, ConfigTexts>> = { en, zh }

export const configTexts = (language: Language): ConfigTexts => WORDS[language]
