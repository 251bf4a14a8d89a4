import { formats as en } from '../i18n/en/formats.js'
import { formats as zh } from '../i18n/zh/formats.js'
import type { Language } from '../types.js'

export type FormatWords = typeof en

export function formatWordsOf(language: Language): FormatWords {
  return language === 'zh' ? zh : en
}
