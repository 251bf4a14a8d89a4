/** The texts of all rules in every language, for a page where the reader can switch languages. */
import type { Language } from '../../src/types.js'
import { texts as en } from './en.js'
import type { Said } from './types.js'
import { texts as zh } from './zh.js'

export const TEXTS: Readonly<Record<Language, Said>> = { en, zh }
