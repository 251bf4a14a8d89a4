/** The entry point to the texts of rules and symptoms: only the language in use is loaded. */
import type { Texts } from '../../src/i18n/index.js'
import type { Language } from '../../src/types.js'
import type { Said, SymptomTexts } from './types.js'

export type { SymptomTexts }

const RULES: Readonly<Record<Language, () => Promise<{ texts: Said }>>> = {
  en: () => import('./en.js'),
  zh: () => import('./zh.js'),
}
const SYMPTOMS: Readonly<Record<Language, () => Promise<{ symptoms: SymptomTexts }>>> = {
  en: () => import('../symptoms/en.js'),
  zh: () => import('../symptoms/zh.js'),
}

export async function textsOf(language: Language): Promise<Texts> {
  return { language, ...(await RULES[language]()).texts }
}

export async function symptomTextsOf(language: Language): Promise<SymptomTexts> {
  return (await SYMPTOMS[language]()).symptoms
}
