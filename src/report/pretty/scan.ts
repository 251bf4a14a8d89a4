/** What a scan read: how much of it was understood, what was not, and which hosts are called. */
import type { Report, ScanSummary } from '../../types.js'
import { placeLabel } from '../labels.js'
import { isSource } from '../places.js'
import { visible } from '../text.js'
import { displayWidth, padEnd } from '../width.js'
import { INDENT, marked, type Page, type Tone } from './page.js'

/** Lines of one list. */
const LINES = 10

export function scanLines(page: Page): string[] {
  const { scan } = page.report
  if (!scan) return []
  const { scanWords: words, paint } = page
  const kinds = scan.kinds.map((kind) => words.kind[kind]).join(page.words.listSeparator)
  const about = [visible(scan.folder, 300), kinds, words.read(scan.filesRead)].filter((part) => part !== '')
  return [
    paint.strong(words.source),
    ...marked(page, { text: '  ' }, about.join(' · ')),
    ...callLines(page, scan),
    ...passedLines(page, scan),
    ...leftLines(page, scan),
    ...hostLines(page, scan),
  ]
}

/** Every call is either resolved or named. */
function callLines(page: Page, { calls, undetermined, omitted }: ScanSummary): string[] {
  const told = toldPlaces(page.report)
  const { scanWords: words, words: common } = page
  const { found, resolved } = calls
  const open = calls.undetermined > 0
  const text =
    words.resolved(resolved, found) + (open ? common.pause + words.undetermined(calls.undetermined) : '')
  // What is missing has its block above, and stands for the calls that need it.
  const untold = undetermined.filter((call) => !call.missing && !told.has(placeLabel(call)))
  const rows = untold.map((call) => [
    placeLabel(call),
    `${visible(call.callee, 80)} · ${words.reasons[call.reason]}`,
  ])
  const mark = open ? { symbol: '?', tone: 'unknown' } : { symbol: found > 0 ? '✔' : '·', tone: 'good' }
  return [
    ...marked(page, { text: `  ${mark.symbol} `, tone: mark.tone as Tone }, text),
    ...listLines(page, rows, untold.length > 0 ? omitted.undetermined : 0),
  ]
}

/** What could not be determined has its block above, with the reason and what to do. */
function toldPlaces({ config }: Report): Set<string> {
  const open = config.filter((result) => result.status === 'unknown' && isSource(result))
  return new Set(open.flatMap(({ entry }) => (entry ? [placeLabel(entry)] : [])))
}

function passedLines(page: Page, { passedOver, omitted }: ScanSummary): string[] {
  const { scanWords: words } = page
  const all = passedOver.length + omitted.passedOver
  if (all === 0) return []
  const told = toldPlaces(page.report)
  const untold = passedOver.filter((file) => !told.has(placeLabel(file)))
  const rows = untold.map((file) => [placeLabel(file), words.passed[file.reason]])
  return [
    ...marked(page, { text: '  ! ', tone: 'warning' }, words.passedOver(all)),
    ...listLines(page, rows, untold.length > 0 ? omitted.passedOver : 0),
  ]
}

/** What is no part of the mini program is named once, with how much it is. */
function leftLines(page: Page, { leftOut, otherBuilds }: ScanSummary): string[] {
  const { scanWords: words } = page
  const notes = leftOut.map(({ reason, files, file }) =>
    words.leftOut(files, words.leftOutFor[reason], visible(file, 300)),
  )
  if (otherBuilds) notes.push(words.otherBuilds(otherBuilds.origins, namedIn(otherBuilds, page)))
  return notes.flatMap((note) => marked(page, { text: '  · ' }, note, 'dim'))
}

function namedIn({ origins, first }: NonNullable<ScanSummary['otherBuilds']>, page: Page): string {
  const names = first.map((one) => visible(one, 100)).join(page.words.listSeparator)
  return origins > first.length ? `${names} …` : names
}

/** With lists to compare with, the findings say what matters of hosts. */
function hostLines(page: Page, { hosts, omitted, compared, folder }: ScanSummary): string[] {
  const { scanWords: words, paint, verbose } = page
  if (compared && !verbose) return []
  const apis = [...new Set(hosts.map(({ api }) => api))]
  const told = apis.map((api) => {
    const own = hosts.filter((host) => host.api === api)
    return { api, own: verbose ? own : own.slice(0, LINES) }
  })
  const lists = told.flatMap(({ api, own }) => {
    const rows = own.map(({ origin, calls }) => [visible(origin, 300), words.calls(calls)])
    return [`  · ${api}`, ...listLines(page, rows, 0)]
  })
  const rest = hosts.length + omitted.hosts - told.flatMap(({ own }) => own).length
  const more = rest > 0 ? marked(page, { text: `${INDENT}  ` }, page.words.more(rest), 'dim') : []
  if (compared) return [...lists, ...more]
  return [
    ...lists,
    ...more,
    ...marked(page, { text: '  ! ', tone: 'warning' }, words.notCompared),
    ...marked(page, { text: INDENT }, words.makeConfig),
    // A command is one line, however long.
    `${INDENT}  ${paint.strong(writeConfigCommand(folder))}`,
  ]
}

export function writeConfigCommand(folder: string): string {
  const name = visible(folder, 300)
  return `hefa scan ${shellWord(name.startsWith('-') ? `./${name}` : name)} --write-config > hefa.config.jsonc`
}

const shellWord = (text: string) => (/^[\w./@+:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)

/** Two columns, the second one hanging; below each other where there is no room. */
function listLines(page: Page, rows: readonly string[][], omitted: number): string[] {
  const told = page.verbose ? rows : rows.slice(0, LINES)
  const column = Math.max(0, ...told.map(([first = '']) => displayWidth(first))) + 2
  const beside = column + INDENT.length + 2 <= page.width / 2
  const lines = told.flatMap(([first = '', second = '']) =>
    beside
      ? marked(page, { text: `${INDENT}  ${padEnd(first, column)}` }, second)
      : [
          ...marked(page, { text: `${INDENT}  ` }, first),
          ...marked(page, { text: `${INDENT}    ` }, second, 'dim'),
        ],
  )
  const rest = rows.length - told.length + omitted
  return rest > 0 ? [...lines, ...marked(page, { text: `${INDENT}  ` }, page.words.more(rest), 'dim')] : lines
}
