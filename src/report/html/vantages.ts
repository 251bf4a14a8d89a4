/** Hosts by places: what each place sees, those that differ first. */
import type { Target, VantageView } from '../../types.js'
import { hostLabel } from '../labels.js'
import { differs, hasPlaces, verdictAt, viewsOf } from '../vantages.js'
import { dayLabel } from './dates.js'
import { verdictIcon } from './icons.js'
import { breakable, type Html, html, join, type Part } from './markup.js'
import { type Page, say } from './page.js'

const [HOSTS, ADDRESSES] = [200, 4]

interface Row {
  target: Target
  /** Place among the targets. */
  at: number
  unlike: boolean
}

/** Those whose places differ come first. */
const rowsOf = (targets: readonly Target[]): Row[] =>
  targets
    .map((target, at): Row => ({ target, at, unlike: differs(target) }))
    .filter(({ target }) => target.vantages)
    .sort((one, other) => Number(other.unlike) - Number(one.unlike))

export function vantagesPart(page: Page): Part {
  const { report } = page
  if (!hasPlaces(report)) return null
  const names = report.scope.vantages ?? []
  const rows = rowsOf(report.targets)
  const unlike = rows.filter((row) => row.unlike).length
  const rest = rows.length - HOSTS
  const head = names.map((name) => html`<th scope="col"><code>${breakable(name)}</code></th>`)
  return html`<section id="vantages" aria-labelledby="vantages-title">
<h2 id="vantages-title">${say(page, (w) => w.parts.vantages)}</h2>
<p class="lead">${say(page, (w) => w.vantages.lead(unlike, rows.length))}</p>
<div class="scroll" role="group" tabindex="0" aria-labelledby="vantages-title">
<table class="matrix">
<thead><tr><th scope="col" class="corner">${say(page, (w) => w.sections.domains)}</th>${head}</tr></thead>
<tbody>${rows.slice(0, HOSTS).map((row) => rowOf(page, row, names))}</tbody>
</table>
</div>
${rest > 0 && html`<p class="soft">${say(page, (w) => w.more(rest))}</p>`}
</section>`
}

function rowOf(page: Page, { target, at }: Row, names: readonly string[]): Html {
  const cells = viewsOf(target, names).map((view) =>
    view ? cellOf(page, view) : html`<td class="none">–</td>`,
  )
  return html`<tr data-target="${at}"><th scope="row"><a href="#t-${at}">${breakable(hostLabel(target))}</a></th>${cells}</tr>`
}

function cellOf(page: Page, view: VantageView): Html {
  const verdict = verdictAt(view)
  const { notLooked } = view
  const facts = notLooked ? [say(page, (w) => w.vantages.notLooked[notLooked])] : seenIn(page, view)
  return html`<td class="${verdict}"><span class="cell">${verdictIcon(verdict)}<span>${say(page, (w) => w.cell[verdict])}</span></span>${facts.map((fact) => html`<br><small>${fact}</small>`)}</td>`
}

/** What differs between places most often, in few words. */
function seenIn(
  page: Page,
  { certificate, chain, versions, status, addresses = [], dns }: VantageView,
): Part[] {
  const shown = addresses.slice(0, ADDRESSES).map(({ address }) => html`<code>${address}</code>`)
  const more = addresses.length - ADDRESSES
  return [
    certificate &&
      html`${say(page, (w) => w.vantages.until(dayLabel(certificate.notAfter)))} <code>${certificate.sha256.slice(0, 8)}</code>`,
    chain && say(page, (w) => w.vantages.sent(chain.length)),
    versions?.join(', '),
    status !== undefined && `HTTP ${status}`,
    dns && say(page, (w) => w.vantages.dns(dns)),
    shown.length > 0 && html`${join(shown, ' ')}${more > 0 && html` +${more}`}`,
  ].filter((part) => part !== undefined && part !== false)
}
