import type { cli as en } from '../i18n/en/cli.js'
import type { Language } from '../types.js'

export type CliWords = typeof en

/** Loads one language only. */
export async function cliWords(language: Language): Promise<CliWords> {
  if (language === 'zh') return (await import('../i18n/zh/cli.js')).cli
  return (await import('../i18n/en/cli.js')).cli
}
