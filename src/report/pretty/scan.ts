/** What a scan read: how much of it was understood, what was not, and which hosts are called. */
import type { Report, ScanSummary } from '../../types.js'
import { placeLabel } from '../labels.js'
import { isSource } from '../places.js'
import { visible } from '../text.js'
import { displayWidth, padEnd } from '../width.js'
import { writeConfigCommand } from '../write-config.js'
import { heading, INDENT, type Item, indented, marked, row } from './items.js'
import type { Look } from './look.js'

/** Lines of one list. */
const LINES = 10

export function scanLines({ scan, config }: Pick<Report, 'scan' | 'config'>, look: Look): Item[] {
  if (!scan) return []
  const { scanWords: words } = look
  const kinds = scan.kinds.map((kind) => words.kind[kind]).join(look.words.listSeparator)
  const about = [visible(scan.folder, 300), kinds, words.read(scan.filesRead)].filter((part) => part !== '')
  const told = toldPlaces(config)
  return [
    heading(words.source),
    marked({ text: '  ' }, about.join(' · ')),
    ...callLines(scan, told, look),
    ...passedLines(scan, told, look),
    ...leftLines(scan, look),
    ...hostLines(scan, look),
  ]
}

/** What could not be determined has its block above, with the reason and what to do. */
function toldPlaces(config: Report['config']): ReadonlySet<string> {
  const open = config.filter((result) => result.status === 'unknown' && isSource(result))
  return new Set(open.flatMap(({ entry }) => (entry ? [placeLabel(entry)] : [])))
}

/** Every call is either resolved or listed. */
function callLines(
  { calls, undetermined, omitted }: ScanSummary,
  told: ReadonlySet<string>,
  look: Look,
): Item[] {
  const { scanWords: words, words: common } = look
  const { found, resolved } = calls
  const open = calls.undetermined > 0
  const text =
    words.resolved(resolved, found) + (open ? common.pause + words.undetermined(calls.undetermined) : '')
  // What is missing has its block above, which represents the calls that need it.
  const untold = undetermined.filter((call) => !call.missing && !told.has(placeLabel(call)))
  const rows = untold.map((call) => [
    placeLabel(call),
    `${visible(call.callee, 80)} · ${words.reasons[call.reason]}`,
  ])
  return [
    marked(
      open ? { text: '  ? ', tone: 'unknown' } : { text: `  ${found > 0 ? '✔' : '·'} `, tone: 'good' },
      text,
    ),
    ...listLines(rows, untold.length > 0 ? omitted.undetermined : 0, look),
  ]
}

function passedLines({ passedOver, omitted }: ScanSummary, told: ReadonlySet<string>, look: Look): Item[] {
  const { scanWords: words } = look
  const all = passedOver.length + omitted.passedOver
  if (all === 0) return []
  const untold = passedOver.filter((file) => !told.has(placeLabel(file)))
  const rows = untold.map((file) => [placeLabel(file), words.passed[file.reason]])
  return [
    marked({ text: '  ! ', tone: 'warning' }, words.passedOver(all)),
    ...listLines(rows, untold.length > 0 ? omitted.passedOver : 0, look),
  ]
}

/** What is not part of the mini program is named once, with how much it is. */
function leftLines({ leftOut, otherBuilds }: ScanSummary, { scanWords, words }: Look): Item[] {
  const notes = leftOut.map(({ reason, files, file }) =>
    scanWords.leftOut(files, scanWords.leftOutFor[reason], visible(file, 300)),
  )
  if (otherBuilds)
    notes.push(scanWords.otherBuilds(otherBuilds.origins, namedIn(otherBuilds, words.listSeparator)))
  return notes.map((note) => marked({ text: '  · ' }, note, 'dim'))
}

function namedIn({ origins, first }: NonNullable<ScanSummary['otherBuilds']>, separator: string): string {
  const names = first.map((one) => visible(one, 100)).join(separator)
  return origins > first.length ? `${names} …` : names
}

/** If there are lists to compare with, the findings say what matters about hosts. */
function hostLines({ hosts, omitted, compared, folder }: ScanSummary, look: Look): Item[] {
  const { scanWords: words, verbose } = look
  if (compared && !verbose) return []
  const apis = [...new Set(hosts.map(({ api }) => api))]
  const told = apis.map((api) => {
    const own = hosts.filter((host) => host.api === api)
    return { api, own: verbose ? own : own.slice(0, LINES) }
  })
  const lists = told.flatMap(({ api, own }) => {
    const rows = own.map(({ origin, calls }) => [visible(origin, 300), words.calls(calls)])
    return [row(`  · ${api}`), ...listLines(rows, 0, look)]
  })
  const rest = hosts.length + omitted.hosts - told.flatMap(({ own }) => own).length
  const more = moreLine(rest, look)
  if (compared) return [...lists, ...more]
  return [
    ...lists,
    ...more,
    marked({ text: '  ! ', tone: 'warning' }, words.notCompared),
    indented(words.makeConfig),
    // A command is one line, however long.
    row(`${INDENT}  `, [writeConfigCommand(folder), 'strong']),
  ]
}

const moreLine = (rest: number, { words }: Look): Item[] =>
  rest > 0 ? [marked({ text: `${INDENT}  ` }, words.more(rest), 'dim')] : []

/** Two columns, the second one hanging; below each other where there is no room. */
function listLines(rows: readonly string[][], omitted: number, look: Look): Item[] {
  const told = look.verbose ? rows : rows.slice(0, LINES)
  const column = Math.max(0, ...told.map(([first = '']) => displayWidth(first))) + 2
  const beside = column + INDENT.length + 2 <= look.width / 2
  const lines = told.flatMap(([first = '', second = '']) =>
    beside
      ? [marked({ text: `${INDENT}  ${padEnd(first, column)}` }, second)]
      : [marked({ text: `${INDENT}  ` }, first), marked({ text: `${INDENT}    ` }, second, 'dim')],
  )
  return [...lines, ...moreLine(rows.length - told.length + omitted, look)]
}
