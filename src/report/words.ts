import { report as en } from '../i18n/en/report.js'
import { report as zh } from '../i18n/zh/report.js'
import type { Language } from '../types.js'

export type Words = typeof en

export function wordsOf(language: Language): Words {
  return language === 'zh' ? zh : en
}
