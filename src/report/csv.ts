/** One row per finding, or per result and platform, in the format of RFC 4180: CRLF, doubled quotes. */

import { type Words, wordsOf } from '../i18n/report.js'
import {
  type Entry,
  familyOf,
  PLATFORM_IDS,
  type PlatformId,
  type Reference,
  type Report,
  type Result,
  type Target,
} from '../types.js'
import { causesOf, type Levels, reasonOf } from './causes.js'
import { followersOf } from './followers.js'
import type { ReportOptions } from './options.js'
import { hasFile } from './places.js'
import { headline, isPartial, scopeLines } from './scope.js'
import { visible, visibleLines } from './text.js'

/** A list is several lines of one cell. */
type Cell = string | readonly string[] | number | undefined
interface Row {
  target: Target | null
  result: Result
  platforms: readonly PlatformId[]
}

const COLUMNS: Readonly<Record<string, (row: Row) => Cell>> = {
  host: ({ target }) => target?.host,
  port: ({ target }) => target?.port,
  scheme: ({ target }) => target?.scheme,
  rule: ({ result }) => result.rule,
  platform: ({ platforms }) => platforms.join(' '),
  status: ({ result }) => result.status,
  level: ({ result }) => result.level,
  reason: ({ result }) => reasonOf(result),
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
  followed: ({ result }) => result.consequences?.length,
  followsFrom: ({ result }) => result.followsFrom,
  vantages: ({ result }) => result.vantages?.join(' '),
}

/** The level on the row's own platform. */
function referenceOf({ result, platforms: own }: Row): Reference | undefined {
  return (
    result.references?.find(({ platforms }) => own.every((id) => platforms.includes(id))) ?? result.reference
  )
}

export function renderCsv(report: Report, options: Pick<ReportOptions, 'language' | 'all'>): string {
  const { language, all = false } = options
  const rows = all ? resultRows(report) : findingRows(report, wordsOf(language))
  const lines = rows.map((row) => Object.values(COLUMNS).map((cellOf) => cellOf(row)))
  return [Object.keys(COLUMNS), ...lines, ...scopeRows(report, wordsOf(language))].map(csvLine).join('')
}

/** What was not looked at, switched off or waived: rows without a rule, with the status `scope`. */
function scopeRows(report: Report, words: Words): Cell[][] {
  const lines = isPartial(report, words) ? [headline(report, words), ...scopeLines(report, words)] : []
  return lines.map((line) =>
    Object.keys(COLUMNS).map((name) => (name === 'status' ? 'scope' : name === 'message' ? line : undefined)),
  )
}

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`

function resultRows({ config, targets }: Report): Row[] {
  const rowsOf = (target: Target | null) => (result: Result) =>
    result.platforms.map((platform): Row => ({ target, result, platforms: [platform] }))
  return [...config.flatMap(rowsOf(null)), ...targets.flatMap((one) => one.results.flatMap(rowsOf(one)))]
}

/** Worst first; the level is the worst of its platforms'. */
function findingRows(report: Report, words: Words): Row[] {
  const { causes, silences } = causesOf(report)
  const row = (target: Target | null, levels: Levels, told: Result, results: readonly Result[]): Row => {
    const consequences = followersOf(results)
    return {
      target,
      result: { ...told, ...(consequences.length > 0 && { consequences }) },
      platforms: PLATFORM_IDS.filter((id) => levels[id]),
    }
  }
  return [
    ...silences.flatMap(({ target, levels, level, rules, messages, results }) => {
      const [first] = results
      if (!first) return []
      const told = results.find(({ message }) => message !== undefined && message === messages[0]) ?? first
      const consequences = rules.filter((rule) => rule !== told.rule)
      const message = told.message ?? words.notObserved(rules.length)
      return [row(target, levels, { ...told, level, message }, [...results, { ...told, consequences }])]
    }),
    ...causes.flatMap(({ level, findings }) =>
      findings.flatMap(({ target, levels, results }) => {
        const told = results.find((one) => one.level === level) ?? results[0]
        return told ? [row(target, levels, { ...told, level }, results)] : []
      }),
    ),
  ]
}

/** The entry a result is about, else the first of the target's that the platform's family has. */
function entryOf({ target, result, platforms }: Row): Entry | undefined {
  if (result.entry) return result.entry
  const families = new Set(platforms.map(familyOf))
  const own = (target?.entries ?? []).filter(({ family }) => families.has(family))
  return own.find(hasFile) ?? own[0]
}

/**
 * Spreadsheets treat such text as a formula; full-width signs count as well in East Asian versions. With semicolons or
 * tabs as separators, they split cells there, quoted or not.
 */
const FORMULA = /(^|[,;\t])([^\S\t]*)(?=[=+\-@|%＝＋－＠｜％])/gu

function cell(value: Cell): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = typeof value === 'string' ? visible(value) : value.join('\n')
  const inert = text.replace(FORMULA, "$1'$2")
  return /[",\r\n]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
