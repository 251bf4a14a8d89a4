/** Domains by platforms: one cell per verdict. */
import {
  type Family,
  familyOf,
  type PlatformId,
  type Result,
  runtimeOf,
  type Target,
  type Verdict,
} from '../../types.js'
import { hostLabel, worstOf } from '../labels.js'
import { verdictIcon } from './icons.js'
import { breakable, type Html, html } from './markup.js'
import { type Page, say } from './page.js'

export function matrixPart(page: Page): Html {
  const { targets } = page.report
  if (targets.length === 0) return html``
  return html`<section id="matrix" aria-labelledby="matrix-title">
<h2 id="matrix-title">${say(page, (w) => w.parts.matrix)}</h2>
<div class="scroll" role="group" tabindex="0" aria-labelledby="matrix-title">
<table class="matrix">
<thead>${headRows(page)}</thead>
<tbody>${targets.map((target, at) => row(page, target, at))}</tbody>
</table>
</div>
</section>`
}

function headRows(page: Page): Html {
  const { platforms } = page.report
  const families = familiesOf(platforms)
  const top = families.map(
    ({ family, ids }) =>
      html`<th scope="colgroup" colspan="${ids.length}" class="family">${say(page, (w) => w.family[family])}</th>`,
  )
  const names = families.flatMap(({ ids }) =>
    ids.map(
      (id, at) =>
        html`<th scope="col" class="${at === 0 ? 'first' : ''}">${say(page, (w) => w.runtime[runtimeOf(id)])}</th>`,
    ),
  )
  const corner = say(page, (w) => w.sections.domains)
  return html`<tr><th rowspan="2" scope="col" class="corner">${corner}</th>${top}</tr><tr>${names}</tr>`
}

/** Platforms of one family side by side, in the order of the report. */
export function familiesOf(platforms: readonly PlatformId[]): { family: Family; ids: PlatformId[] }[] {
  const families = [...new Set(platforms.map(familyOf))]
  return families.map((family) => ({ family, ids: platforms.filter((id) => familyOf(id) === family) }))
}

function row(page: Page, target: Target, at: number): Html {
  const cells = familiesOf(page.report.platforms).flatMap(({ ids }) =>
    ids.map((id, column) => cell(page, target, id, column === 0)),
  )
  return html`<tr data-target="${at}"><th scope="row" class="${worstOf(target.verdicts)}"><a href="#t-${at}">${breakable(hostLabel(target))}</a></th>${cells}</tr>`
}

function cell(page: Page, target: Target, id: PlatformId, first: boolean): Html {
  const verdict = target.verdicts[id]
  const edge = first ? ' first' : ''
  if (!verdict) return html`<td class="none${edge}"><span>${say(page, (w) => w.notUsed)}</span></td>`
  return html`<td class="${verdict}${edge}"><span class="cell">${verdictIcon(verdict)}<span>${say(page, (w) => w.cell[verdict])}</span></span>${wrongRule(target, id, verdict)}</td>`
}

const WEIGHS: Readonly<Record<Verdict, (result: Result) => boolean>> = {
  pass: () => false,
  warn: ({ status, level }) => status === 'fail' && level === 'warning',
  fail: ({ status, level }) => status === 'fail' && level !== 'info',
  unknown: ({ status, level }) => status === 'unknown' && level === 'error',
}

/** What made the verdict: the hardest rule, and how many others there are. */
function wrongRule({ results }: Target, id: PlatformId, verdict: Verdict): Html | null {
  const own = results.filter((result) => result.platforms.includes(id) && WEIGHS[verdict](result))
  const hard = own.filter(({ level }) => level === 'error')
  const rules = [...new Set((hard.length > 0 ? hard : own).map(({ rule }) => rule))]
  const [first] = rules
  if (first === undefined) return null
  return html`<br><small><code>${breakable(first)}</code>${rules.length > 1 && ` +${rules.length - 1}`}</small>`
}
