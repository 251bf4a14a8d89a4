/** Text of the HTML page: its own words, and those of reports and scans. */
import { html as en } from './en/html.js'
import { report as reportEn } from './en/report.js'
import { scan as scanEn } from './en/scan.js'
import type { Language } from './languages.js'
import { html as zh } from './zh/html.js'
import { report as reportZh } from './zh/report.js'
import { scan as scanZh } from './zh/scan.js'

const EN = { ...reportEn, ...en, scan: scanEn }
export type HtmlWords = typeof EN

const WORDS: Readonly<Record<Language, HtmlWords>> = { en: EN, zh: { ...reportZh, ...zh, scan: scanZh } }

export const htmlWords = (language: Language): HtmlWords => WORDS[language]
