/** What a scan read, as folded tables. */
import type { ScanSummary } from '../../types.js'
import { placeLabel } from '../labels.js'
import { writeConfigCommand } from '../write-config.js'
import { html, inline, pre } from './escape.js'
import type { Scene } from './tables.js'

/** Rows of one table. */
const MOST = 50

export function scanPart(scene: Scene): string[] {
  const { report, scanWords: words } = scene
  const { scan } = report
  if (!scan) return []
  const kinds = scan.kinds.map((kind) => words.kind[kind]).join(scene.words.listSeparator)
  const { found, resolved, undetermined } = scan.calls
  const passed = scan.passedOver.length + scan.omitted.passedOver
  const about = [
    ...[scan.folder, kinds, words.read(scan.filesRead), words.resolved(resolved, found)],
    ...(undetermined > 0 ? [words.undetermined(undetermined)] : []),
    ...(passed > 0 ? [words.passedOver(passed)] : []),
    ...scan.leftOut.map(({ reason, files, file }) => words.leftOut(files, words.leftOutFor[reason], file)),
    ...otherBuilds(scene, scan),
  ]
  return [
    `### ${words.source}`,
    about
      .filter((part) => part !== '')
      .map((part) => inline(part, 300))
      .join(' · '),
    ...undeterminedPart(scene, scan),
    ...passedPart(scene, scan),
    ...hostsPart(scene, scan),
    ...(scan.compared
      ? []
      : [
          inline(words.notCompared),
          `${inline(words.makeConfig)}\n\n${pre([writeConfigCommand(scan.folder)])}`,
        ]),
  ]
}

function otherBuilds({ scanWords, words }: Scene, { otherBuilds: others }: ScanSummary): string[] {
  if (!others) return []
  const more = others.origins > others.first.length ? ' …' : ''
  return [scanWords.otherBuilds(others.origins, others.first.join(words.listSeparator) + more)]
}

function undeterminedPart(scene: Scene, { undetermined, omitted }: ScanSummary): string[] {
  const { scanWords: words } = scene
  const rows = undetermined.map((call) => [
    html(placeLabel(call), 400),
    html(call.callee, 80),
    html(words.reasons[call.reason]),
  ])
  return folded(
    scene,
    { title: words.undeterminedTitle, header: [words.place, words.call, words.why] },
    rows,
    omitted.undetermined,
  )
}

function passedPart(scene: Scene, { passedOver, omitted }: ScanSummary): string[] {
  const { scanWords: words } = scene
  const rows = passedOver.map((file) => [html(placeLabel(file), 400), html(words.passed[file.reason])])
  return folded(
    scene,
    { title: words.passedOverTitle, header: [words.file, words.why] },
    rows,
    omitted.passedOver,
  )
}

function hostsPart(scene: Scene, { hosts, omitted }: ScanSummary): string[] {
  const { scanWords: words } = scene
  const rows = hosts.map(({ origin, api, calls }) => [html(origin, 300), api, html(words.calls(calls))])
  return folded(
    scene,
    { title: words.hosts, header: [words.host, words.api, words.call] },
    rows,
    omitted.hosts,
  )
}

interface Heading {
  title: string
  header: string[]
}

const line = (name: 'th' | 'td') => (cells: readonly string[]) =>
  `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>`

/** As HTML throughout: it must hold no empty line (CommonMark 0.31, 4.6, type 6). */
function folded(
  { words }: Scene,
  { title, header }: Heading,
  rows: readonly string[][],
  omitted: number,
): string[] {
  if (rows.length === 0) return []
  const rest = Math.max(0, rows.length - MOST) + omitted
  return [
    [
      `<details><summary>${html(title)}${html(words.aside(String(rows.length + omitted)))}</summary>`,
      `<table><thead>${line('th')(header.map((cell) => html(cell)))}</thead><tbody>`,
      ...rows.slice(0, MOST).map(line('td')),
      '</tbody></table>',
      ...(rest > 0 ? [`<p>${html(words.more(rest))}</p>`] : []),
      '</details>',
    ].join('\n'),
  ]
}
