/** The table of simulated clients on the page. */
import { clientWords, type ClientWords as Words } from '../../i18n/clients.js'
import { cipherName, groupName } from '../../i18n/names.js'
import type { Language, Report } from '../../types.js'
import { type ClientRow, type ClientTable, clientTables } from '../clients-table.js'
import { hostLabel } from '../labels.js'
import { visible } from '../text.js'
import { displayWidth, padEnd } from '../width.js'
import { heading, type Item, row as line, marked } from './items.js'

const MARKS = {
  connects: { symbol: '✔', tone: 'good' },
  fails: { symbol: '✘', tone: 'error' },
  unknown: { symbol: '?', tone: 'unknown' },
} as const

export function clientLines(report: Report, language: Language): Item[] {
  const tables = clientTables(report)
  if (tables.length === 0) return []
  const words = clientWords(language)
  const rows = tables.flatMap((table) => table.rows)
  const legend = [
    ...(rows.some(isPredicted) ? [words.predicted] : []),
    ...(rows.some(isDerived) ? [words.derived] : []),
  ]
  return [
    heading(words.title),
    ...tables.flatMap((table) => tableLines(table, words)),
    ...legend.map((line) => marked({ text: '  ' }, line, 'dim')),
  ]
}

function tableLines({ target, addresses, rows }: ClientTable, words: Words): Item[] {
  const at = addresses.length > 0 ? ` (${addresses.map((one) => visible(one, 60)).join(', ')})` : ''
  const cells = rows.map((row) => cellsOf(row, words))
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((line) => displayWidth(line[column] ?? ''))))
  return [
    marked({ text: '  ' }, `${hostLabel(target)}${at}`),
    ...rows.map((row, at) => {
      const { symbol, tone } = MARKS[row.verdict]
      const text = (cells[at] ?? []).map((cell, column) => padEnd(cell, widths[column] ?? 0)).join('  ')
      return line('    ', [symbol, tone], ` ${text.trimEnd()}`)
    }),
  ]
}

const isPredicted = ({ certainty }: ClientRow): boolean => certainty === 'predicted'
const isDerived = ({ hello }: ClientRow): boolean => hello === 'derived'

function cellsOf(row: ClientRow, words: Words): string[] {
  const { name, version, group, suite, verdict } = row
  const marks = `${isPredicted(row) ? '*' : ''}${isDerived(row) ? '~' : ''}`
  const shown = `${visible(name, 40)} ${marks}`.trimEnd()
  if (version === null) return [shown, '', '', words.verdicts[verdict]]
  const number = visible(version, 10).replace('TLSv', '')
  return [shown, number, group === null ? '' : groupName(group), suite === null ? '' : shortName(suite)]
}

/** `ECDHE-RSA-AES128-GCM-SHA256`: the IANA name, shortened in servers' settings. */
export function shortName(suite: number): string {
  return cipherName(suite)
    .replace(/^TLS_/, '')
    .replace('_WITH_', '-')
    .replace(/AES_(\d+)/, 'AES$1')
    .replace('CBC_', '')
    .replace('POLY1305_SHA256', 'POLY1305')
    .replaceAll('_', '-')
}
