/** Domains by platforms: one cell per verdict, with the rule that made it; then entries that are no domain. */
import { putTo } from '../../grouping.js'
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
import { isSource } from '../places.js'
import { verdictIcon } from './icons.js'
import { breakable, type Html, html } from './markup.js'
import { type Page, say } from './page.js'
import { ruleTitle } from './rule-texts.js'
import type { Told } from './told.js'
import { tokensOfTarget } from './weights.js'

/** Entries that are no domain: lists of thousands exist. */
const ENTRIES = 200

type Row = Pick<Target, 'verdicts' | 'results'> & {
  label: string
  /** Index among the targets; null for an entry without one. */
  at: number | null
  told: readonly Told[]
}

const rowsFor = (
  targets: readonly Target[],
  rejected: ReturnType<typeof rejectedOf>,
  todo: ReadonlyMap<string, readonly Told[]>,
): Row[] =>
  [
    ...targets.map((target, at) => ({ ...target, label: hostLabel(target), at })),
    ...rejected.slice(0, ENTRIES).map((entry) => ({ ...entry, at: null })),
  ].map((row) => ({ ...row, told: todo.get(row.label) ?? [] }))

export function matrixPart(page: Page, todo: ReadonlyMap<string, readonly Told[]>): Html {
  const rejected = rejectedOf(page.report)
  const rows = rowsFor(page.report.targets, rejected, todo)
  if (rows.length === 0) return html``
  const rest = rejected.length - ENTRIES
  return html`<section id="matrix" aria-labelledby="matrix-title">
<div class="title"><h2 id="matrix-title">${say(page, (w) => w.parts.matrix)}</h2>${rows.length > 1 && orders(page)}</div>
<div class="scroll" role="group" tabindex="0" aria-labelledby="matrix-title">
<table class="matrix">
<thead>${headRows(page)}</thead>
<tbody>${rows.map((row) => rowOf(page, row))}${groupRows(page, rows)}</tbody>
</table>
</div>
${rest > 0 && html`<p class="soft">${say(page, (w) => w.notAudited(rest))}</p>`}
</section>`
}

function orders(page: Page): Html {
  const button = (name: 'listed' | 'worst' | 'cause') =>
    html`<button type="button" data-order="${name}" aria-pressed="${name === 'listed' ? 'true' : 'false'}">${say(page, (w) => w.order[name])}</button>`
  return html`<span class="buttons" role="group" aria-labelledby="order-title" data-needs-script hidden><span class="sr" id="order-title">${say(page, (w) => w.order.title)}</span>${button('listed')}${button('worst')}${button('cause')}</span>`
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

const GRAVITY: Readonly<Record<Verdict, number>> = { fail: 0, unknown: 1, warn: 2, pass: 3 }

function rowOf(page: Page, row: Row): Html {
  const { label, at, told, verdicts } = row
  const cells = familiesOf(page.report.platforms).flatMap(({ ids }) =>
    ids.map((id, column) => cell(page, row, id, column === 0)),
  )
  const worst = worstOf(verdicts)
  const id = told[0]?.id
  const name = breakable(label)
  const linked =
    at !== null ? html`<a href="#t-${at}">${name}</a>` : id ? html`<a href="#${id}">${name}</a>` : name
  const filtered = at !== null ? html`data-target="${at}"` : html`data-tokens="${tokensOfTarget(row)}"`
  return html`<tr ${filtered} data-row data-gravity="${GRAVITY[worst]}" data-cause="${causeOf(row)}"><th scope="row" class="${worst}">${linked}</th>${cells}</tr>`
}

const causeOf = ({ told }: Row): string => told[0]?.rule ?? ''

/** Headings of the rows in the order by cause: the script inserts them. */
function groupRows(page: Page, rows: readonly Row[]): Html[] {
  const columns = page.report.platforms.length + 1
  const ranked = [...rows].sort((a, b) => (a.told[0]?.urgency ?? 9) - (b.told[0]?.urgency ?? 9))
  return [...new Set(ranked.map(causeOf))].map((rule) => {
    const title =
      rule === ''
        ? say(page, (w) => w.order.nothing)
        : html`${ruleTitle(page, rule)} <code class="rule">${rule}</code>`
    return html`<tr class="group" data-group="${rule}" hidden><th scope="rowgroup" colspan="${columns}">${title}</th></tr>`
  })
}

function cell(page: Page, row: Row, id: PlatformId, first: boolean): Html {
  const verdict = row.verdicts[id]
  const edge = first ? ' first' : ''
  if (!verdict) return html`<td class="none${edge}"><span>${say(page, (w) => w.notUsed)}</span></td>`
  return html`<td class="${verdict}${edge}"><span class="cell">${verdictIcon(verdict)}<span>${say(page, (w) => w.cell[verdict])}</span></span>${wrongRule(row, id, verdict)}</td>`
}

const WEIGHS: Readonly<Record<Verdict, (result: Result) => boolean>> = {
  pass: () => false,
  warn: ({ status, level }) => status === 'fail' && level === 'warning',
  fail: ({ status, level }) => status === 'fail' && level !== 'info',
  unknown: ({ status, level }) => status === 'unknown' && level === 'error',
}

/** The cause of the verdict: the rule with the highest level, and the number of others. */
function wrongRule({ results, told }: Row, id: PlatformId, verdict: Verdict): Html | null {
  const own = results.filter((result) => result.platforms.includes(id) && WEIGHS[verdict](result))
  const hard = own.filter(({ level }) => level === 'error')
  const rules = [...new Set((hard.length > 0 ? hard : own).map(({ rule }) => rule))]
  const [first] = rules
  if (first === undefined) return null
  const card = told.find(({ rule }) => rule === first)?.id
  const name = html`<code>${breakable(first)}</code>`
  return html`<br><small>${card ? html`<a href="#${card}">${name}</a>` : name}${rules.length > 1 && ` +${rules.length - 1}`}</small>`
}

function verdictOn(id: PlatformId, results: readonly Result[]): [PlatformId, Verdict][] {
  const verdict = VERDICTS.find((one) =>
    results.some((result) => result.platforms.includes(id) && WEIGHS[one](result)),
  )
  return verdict ? [[id, verdict === 'fail' ? hardest(results, id) : verdict]] : []
}

/** Entries of the config without a target, with their findings. */
export function rejectedOf({ config, targets, platforms }: Page['report']): Omit<Row, 'at' | 'told'>[] {
  const leading = new Set(targets.flatMap(({ entries }) => entries.map(({ text }) => text)))
  const found = new Map<string, Result[]>()
  for (const result of config) {
    const text = result.entry?.text
    if (text === undefined || leading.has(text) || isSource(result)) continue
    if (result.status !== 'fail' && result.status !== 'unknown') continue
    putTo(found, text, result)
  }
  return [...found].map(([label, results]) => ({
    ...{ label, results },
    verdicts: Object.fromEntries(platforms.flatMap((id) => verdictOn(id, results))),
  }))
}

const VERDICTS = ['fail', 'unknown'] as const satisfies readonly Verdict[]

const hardest = (results: readonly Result[], id: PlatformId): Verdict =>
  results.some(
    ({ status, level, platforms }) => status === 'fail' && level === 'error' && platforms.includes(id),
  )
    ? 'fail'
    : 'warn'
