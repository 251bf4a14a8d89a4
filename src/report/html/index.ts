/**
 * The report as one self-contained page: works from a disk, loads nothing, and holds both languages. All of it is
 * made here as escaped text; its script only hides, shows and copies what is already there.
 */
import type { Report } from '../../types.js'
import { causesOf } from '../causes.js'
import { minuteLabel } from '../labels.js'
import { documentOf } from './document.js'
import { domainsPart } from './domains.js'
import { filterPart } from './filters.js'
import { findingsPart } from './findings.js'
import { masthead, navigation, sourceOnly, verdictPart } from './head.js'
import { iconDefinitions } from './icons.js'
import { html } from './markup.js'
import { matrixPart } from './matrix.js'
import { type HtmlOptions, pageOf, say } from './page.js'
import { scanPart } from './scan.js'
import { SCRIPT } from './script.js'
import { STYLE } from './style/index.js'
import { timelinePart } from './timeline.js'
import { byHost } from './told.js'
import { vantagesPart } from './vantages.js'

export type { HtmlOptions } from './page.js'

export function renderHtml(report: Report, options: HtmlOptions): string {
  const page = pageOf(report, options)
  const causes = causesOf(report)
  const { part: findings, total, weights, told } = findingsPart(page, causes)
  const todo = byHost(told)
  const { version } = report.tool
  const body = html`${iconDefinitions()}
${masthead(page)}
<main>
${verdictPart(page, causes)}
${navigation(page)}
${filterPart(page, { findings: total, weights })}
${matrixPart(page, todo)}
${vantagesPart(page)}
${findings}
${scanPart(page)}
${sourceOnly(report) ? null : timelinePart(page)}
${domainsPart(page, todo)}
</main>
<footer><p>${say(page, (w) => w.footer(version, minuteLabel(report.at)))}</p></footer>
<p class="sr" role="status" id="told"></p>`
  return documentOf(page, body, { style: STYLE, script: SCRIPT })
}
