import { scan as en } from '../i18n/en/scan.js'
import { scan as zh } from '../i18n/zh/scan.js'
import type { Language } from '../types.js'

export type ScanWords = typeof en

export function scanWordsOf(language: Language): ScanWords {
  return language === 'zh' ? zh : en
}
