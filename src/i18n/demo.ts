/** Words about the demo's servers. */
import { demo as en } from './en/demo.js'
import type { Language } from './languages.js'
import { demo as zh } from './zh/demo.js'

export type DemoCaseId = keyof typeof en

export const DEMO_WORDS: Readonly<Record<Language, typeof en>> = { en, zh }
