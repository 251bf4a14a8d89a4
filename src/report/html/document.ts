/** The page's frame: nothing is loaded, and only our own style sheet and script may run. */

import { createHash } from 'node:crypto'
import { LANGUAGES, TAGS } from '../../i18n/languages.js'
import type { Verdict } from '../../types.js'
import { headline } from '../scope.js'
import { type Html, html, stringOf, trusted } from './markup.js'
import { type Page, wordsIn } from './page.js'

/** Content Security Policy Level 3, section 6.7.3.3: a hash of the element's text, byte for byte. */
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`

function policy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

const COLORS: Readonly<Record<Verdict, string>> = {
  pass: '1b6640',
  warn: '9a6700',
  fail: 'a82020',
  unknown: '5b3f99',
}

/** A dot in the verdict's colour, for a browser with many tabs. */
const dot = (verdict: Verdict) =>
  `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='7' fill='%23${COLORS[verdict]}'/%3E%3C/svg%3E`

export interface Assets {
  style: string
  script: string
}

export function documentOf(page: Page, body: Html, { style, script }: Assets): string {
  const { language, report } = page
  const titleIn = (of: typeof language) => {
    const words = wordsIn(of)
    return words.title(headline(report, words))
  }
  // The script's texts in the current language.
  const told = LANGUAGES.map((one) => {
    const { copied, copyFailed } = wordsIn(one).snippets
    return html` data-title-${one}="${titleIn(one)}" data-copied-${one}="${copied}" data-copy-failed-${one}="${copyFailed}"`
  })
  return stringOf(html`<!doctype html>
<html lang="${TAGS[language]}"${told}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${titleIn(language)}</title>
<link rel="icon" href="${dot(report.verdict)}">
<style>${trusted(style)}</style>
</head>
<body>
${body}
<script>${trusted(script)}</script>
</body>
</html>
`)
}
