/** What a scan read: how much of it was understood, what was not, and which hosts are called. */
import type { ScanSummary } from '../../types.js'
import { placeLabel } from '../labels.js'
import { writeConfigCommand } from '../write-config.js'
import { type Html, html, join, type Part } from './markup.js'
import { codeBlock, type Page, say, type Words } from './page.js'

/** Rows of one table. */
const MOST = 200

export function scanPart(page: Page): Html {
  const { scan } = page.report
  if (!scan) return html``
  return html`<section id="source" aria-labelledby="source-title">
<h2 id="source-title">${say(page, (w) => w.scan.source)}</h2>
<p>${join(about(page, scan), ' · ')}</p>
${undeterminedPart(page, scan)}${passedPart(page, scan)}${hostsPart(page, scan)}
${
  scan.compared
    ? null
    : html`<p>${say(page, (w) => w.scan.notCompared)} ${say(page, (w) => w.scan.makeConfig)}</p>${codeBlock([writeConfigCommand(scan.folder)])}`
}</section>`
}

function about(
  page: Page,
  { folder, kinds, filesRead, calls, passedOver, leftOut, otherBuilds, omitted }: ScanSummary,
): Part[] {
  const passed = passedOver.length + omitted.passedOver
  return [
    html`<code>${folder}</code>`,
    ...kinds.map((kind) => say(page, (w) => w.scan.kind[kind])),
    say(page, (w) => w.scan.read(filesRead)),
    say(page, (w) => w.scan.resolved(calls.resolved, calls.found)),
    ...(calls.undetermined > 0 ? [say(page, (w) => w.scan.undetermined(calls.undetermined))] : []),
    ...(passed > 0 ? [say(page, (w) => w.scan.passedOver(passed))] : []),
    ...leftOut.map(({ reason, files, file }) =>
      say(page, (w) => w.scan.leftOut(files, w.scan.leftOutFor[reason], file)),
    ),
    ...(otherBuilds
      ? [
          say(page, (w) =>
            w.scan.otherBuilds(
              otherBuilds.origins,
              otherBuilds.first.join(', ') + (otherBuilds.origins > otherBuilds.first.length ? ' …' : ''),
            ),
          ),
        ]
      : []),
  ]
}

function undeterminedPart(page: Page, { undetermined, omitted }: ScanSummary): Html | null {
  const rows = undetermined.map((call) => [
    html`<code>${placeLabel(call)}</code>`,
    html`<code>${call.callee}</code>`,
    say(page, (w) => w.scan.reasons[call.reason]),
  ])
  return folded(
    page,
    (w) => w.scan.undeterminedTitle,
    [(w) => w.scan.place, (w) => w.scan.call, (w) => w.scan.why],
    { rows, omitted: omitted.undetermined },
  )
}

function passedPart(page: Page, { passedOver, omitted }: ScanSummary): Html | null {
  const rows = passedOver.map((file) => [
    html`<code>${placeLabel(file)}</code>`,
    say(page, (w) => w.scan.passed[file.reason]),
  ])
  return folded(page, (w) => w.scan.passedOverTitle, [(w) => w.scan.file, (w) => w.scan.why], {
    rows,
    omitted: omitted.passedOver,
  })
}

function hostsPart(page: Page, { hosts, omitted }: ScanSummary): Html | null {
  const rows = hosts.map(({ origin, api, calls }) => [
    html`<code>${origin}</code>`,
    html`<code>${api}</code>`,
    say(page, (w) => w.scan.calls(calls)),
  ])
  return folded(page, (w) => w.scan.hosts, [(w) => w.scan.host, (w) => w.scan.api, (w) => w.scan.call], {
    rows,
    omitted: omitted.hosts,
  })
}

type Word = (words: Words) => string

function folded(
  page: Page,
  title: Word,
  header: readonly Word[],
  { rows, omitted }: { rows: readonly Part[][]; omitted: number },
): Html | null {
  if (rows.length === 0) return null
  const rest = Math.max(0, rows.length - MOST) + omitted
  return html`<details class="domain"><summary><h3>${say(page, title)}</h3> <span class="brief">${rows.length + omitted}</span></summary>
<div class="inside"><table class="checks of-source"><thead><tr>${header.map((word) => html`<th scope="col">${say(page, word)}</th>`)}</tr></thead>
<tbody>${rows.slice(0, MOST).map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody></table>
${rest > 0 ? html`<p class="soft">${say(page, (w) => w.more(rest))}</p>` : null}</div></details>\n`
}
