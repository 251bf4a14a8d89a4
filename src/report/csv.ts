/** One row per result and platform, as RFC 4180 has it: CRLF, quotes doubled. */
import type { Entry, PlatformId, Reference, Report, Result, Target } from '../types.js'
import type { ReportOptions } from './options.js'
import { hasFile } from './places.js'
import { headline, isPartial, scopeLines } from './scope.js'
import { visible, visibleLines } from './text.js'
import { type Words, wordsOf } from './words.js'

/** A list is several lines of one cell. */
type Cell = string | readonly string[] | number | undefined
interface Row {
  target: Target | null
  result: Result
  platform: PlatformId
}

const COLUMNS: Readonly<Record<string, (row: Row) => Cell>> = {
  host: ({ target }) => target?.host,
  port: ({ target }) => target?.port,
  scheme: ({ target }) => target?.scheme,
  rule: ({ result }) => result.rule,
  platform: ({ platform }) => platform,
  status: ({ result }) => result.status,
  level: ({ result }) => result.level,
  reason: ({ result }) => {
    const reason = result.evidence?.reason
    return typeof reason === 'string' ? reason : ''
  },
  message: ({ result }) => result.message,
  fix: ({ result }) => visibleLines(result.fix ?? ''),
  reference: (row) => referenceOf(row)?.title,
  url: (row) => referenceOf(row)?.url,
  quote: (row) => referenceOf(row)?.quote,
  edition: (row) => referenceOf(row)?.edition,
  readOn: (row) => referenceOf(row)?.readOn,
  basis: (row) => referenceOf(row)?.basis,
  entry: (row) => entryOf(row)?.text,
  file: (row) => entryOf(row)?.file,
  line: (row) => entryOf(row)?.line,
  column: (row) => entryOf(row)?.column,
  subject: ({ target }) => target?.certificate?.subject,
  issuer: ({ target }) => target?.certificate?.issuer,
  notBefore: ({ target }) => target?.certificate?.notBefore,
  notAfter: ({ target }) => target?.certificate?.notAfter,
  daysLeft: ({ target }) => target?.certificate?.daysLeft,
}

/** That of the row's own platform. */
function referenceOf({ result, platform }: Row): Reference | undefined {
  return result.references?.find(({ platforms }) => platforms.includes(platform)) ?? result.reference
}

export function renderCsv(report: Report, { language }: Pick<ReportOptions, 'language'>): string {
  const { config, targets } = report
  const rows = [
    ...config.flatMap(rowsOf(null)),
    ...targets.flatMap((one) => one.results.flatMap(rowsOf(one))),
  ]
  const lines = rows.map((row) => Object.values(COLUMNS).map((cellOf) => cellOf(row)))
  return [Object.keys(COLUMNS), ...lines, ...scopeRows(report, wordsOf(language))].map(csvLine).join('')
}

/** What was not looked at, switched off or waived: rows of no rule, with the status `scope`. */
function scopeRows(report: Report, words: Words): Cell[][] {
  const lines = isPartial(report, words) ? [headline(report, words), ...scopeLines(report, words)] : []
  return lines.map((line) =>
    Object.keys(COLUMNS).map((name) => (name === 'status' ? 'scope' : name === 'message' ? line : undefined)),
  )
}

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`

const rowsOf = (target: Target | null) => (result: Result) =>
  result.platforms.map((platform): Row => ({ target, result, platform }))

/** The entry a result is about, else the first of the target's that the platform's family has. */
function entryOf({ target, result, platform }: Row): Entry | undefined {
  if (result.entry) return result.entry
  const own = (target?.entries ?? []).filter(({ family }) => platform.startsWith(`${family}-`))
  return own.find(hasFile) ?? own[0]
}

/** Spreadsheets take such a text for a formula; a full-width sign counts as well in East Asian ones. */
const FORMULA = /^\s*[=+\-@|%＝＋－＠｜％]/u

function cell(value: Cell): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = typeof value === 'string' ? visible(value) : value.join('\n')
  const inert = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
