/** The page: a form, and a script that submits it, follows its progress and opens the report. It loads nothing else. */

import { createHash } from 'node:crypto'
import type { CliWords } from '../../i18n/cli.js'
import { otherThan, TAGS } from '../../i18n/languages.js'
import { FAMILIES, familyName, isDefaultFamily } from '../../platforms/index.js'
import type { Language } from '../../types.js'
import { SCRIPT } from './script.js'

type ServeWords = CliWords['serve']

const STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#fbfaf8,#161514);--card:light-dark(#fff,#201f1d);--ink:light-dark(#1c1a17,#efece7);--soft:light-dark(#5d5850,#aaa49a);--edge:light-dark(#b9b2a6,#5b564e);--accent:light-dark(#1f5fae,#8ab8f5);--fail:light-dark(#a82020,#ff9d94)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:44rem;padding:1rem clamp(1rem,4vw,2rem) 4rem;font:16px/1.55 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;background:var(--paper);color:var(--ink)}
header{display:flex;justify-content:space-between;align-items:baseline}
h1{font-size:1.6rem;margin:.5rem 0}
a{color:var(--accent)}
label,legend{display:block;font-weight:600;margin-top:1.5rem}
fieldset{border:0;padding:0;margin:0}
fieldset label{display:inline-block;font-weight:400;margin:.25rem 1.25rem .25rem 0}
p,small{color:var(--soft)}
small{display:block}
textarea{width:100%;min-height:8rem;font:14px/1.5 ui-monospace,Menlo,Consolas,monospace;padding:.6rem;border:1px solid var(--edge);border-radius:6px;background:var(--card);color:inherit}
#drop{border:1px dashed var(--edge);border-radius:6px;padding:1rem;margin-top:.3rem}
#drop.over{border-color:var(--accent)}
button{margin-top:1.5rem;font:inherit;padding:.45rem 1.6rem;border-radius:999px;border:1px solid var(--ink);background:var(--ink);color:var(--paper);cursor:pointer}
button:disabled{opacity:.5;cursor:default}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
#state{min-height:1.5rem;margin-top:1rem}
#state.failed{color:var(--fail)}
`

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Content Security Policy of the page; in a frame, another page could make the user click. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(SCRIPT)}`,
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)

export function pageOf(language: Language, { page }: ServeWords): string {
  const data = (['waiting', 'running', 'progress', 'failed', 'noAnswer'] as const)
    .map((name) => ` data-${name === 'noAnswer' ? 'no-answer' : name}="${escaped(page[name])}"`)
    .join('')
  const boxes = FAMILIES.map(
    (family) =>
      `<label><input type="checkbox" value="${family}"${isDefaultFamily(family) ? ' checked' : ''}> ${escaped(familyName(family, language))}</label>`,
  ).join('')
  return `<!doctype html>
<html lang="${TAGS[language]}"${data}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(page.title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header><h1>${escaped(page.title)}</h1><a href="/?lang=${otherThan(language)}" lang="${TAGS[otherThan(language)]}">${escaped(page.other)}</a></header>
<main>
<p>${escaped(page.lead)}</p>
<form>
<label for="domains">${escaped(page.domains)}</label>
<small id="domains-help">${escaped(page.domainsHelp)}</small>
<textarea id="domains" required spellcheck="false" autocomplete="off" aria-describedby="domains-help"></textarea>
<fieldset><legend>${escaped(page.platforms)}</legend>${boxes}</fieldset>
<label for="files">${escaped(page.files)}</label>
<small id="files-help">${escaped(page.filesHelp)}</small>
<div id="drop"><input id="files" type="file" multiple aria-describedby="files-help"> <span>${escaped(page.drop)}</span></div>
<button>${escaped(page.start)}</button>
<div id="state" role="status"></div>
</form>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`
}
