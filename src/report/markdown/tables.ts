/** Verdicts as tables: one row per platform, then one per target. */

import type { FormatWords } from '../../i18n/formats.js'
import type { Words } from '../../i18n/report.js'
import type { ScanWords } from '../../i18n/scan.js'
import type { PlatformId, Report, Target, VantageView, Verdict } from '../../types.js'
import type { Issue } from '../issues.js'
import { hostLabel, SYMBOLS, worstOf } from '../labels.js'
import { symbolOf, verdictWord } from '../scope.js'
import { differs, hasPlaces, verdictAt, viewsOf } from '../vantages.js'
import { inline } from './escape.js'

/** Maximum number of rows; from a longer list the passed ones are dropped first. */
const MOST = 200

export interface Scene {
  report: Report
  words: Words
  formatWords: FormatWords
  scanWords: ScanWords
}

const counted = (count: number, say: (count: number) => string) => (count > 0 ? [say(count)] : [])

/** Findings are counted as they are listed below: by cause. */
function countsOn(id: PlatformId, groups: readonly Issue[][], words: Words): string[] {
  const count = (status: Issue['status'], level: Issue['level']) =>
    groups.filter(([first]) => first?.status === status && first.levels[id] === level).length
  return [
    ...counted(count('fail', 'error'), words.errors),
    ...counted(count('unknown', 'error'), words.unknowns),
    ...counted(count('fail', 'warning'), words.warnings),
  ]
}

export function platformTable(scene: Scene, groups: readonly Issue[][]): string {
  const { report, words, formatWords } = scene
  const rows = report.platforms.map((id) => {
    const verdict = report.verdicts[id] ?? 'unknown'
    return [
      id,
      `${symbolOf(report, verdict)} ${verdictWord(report, id, verdict, words)}`,
      countsOn(id, groups, words).join(words.listSeparator),
    ]
  })
  return table([formatWords.platform, formatWords.verdict, formatWords.findings], rows)
}

/** Empty when only source was read. */
export function targetTable({ report, words, formatWords }: Scene): string {
  const { targets, platforms } = report
  if (targets.length === 0) return report.scan ? '' : formatWords.noDomains
  const faulty = targets.filter(({ verdicts }) => worstOf(verdicts) !== 'pass')
  const shown = (targets.length > MOST ? faulty : targets).slice(0, MOST)
  const rows = shown.map((target) => [
    inline(hostLabel(target), 300),
    ...platforms.map((id) => cellSymbol(target.verdicts[id])),
    certificateCell(target, formatWords),
  ])
  const header = [words.sections.domains, ...platforms, formatWords.certificate]
  const rest = targets.length - shown.length
  const foot = rest > 0 ? [formatWords.domainsNotShown(rest)] : []
  return [table(header, rows), ...foot, `<sub>${formatWords.legend}</sub>`].join('\n\n')
}

/** Columns, and rows, of a table that people read. */
const [MOST_PLACES, MOST_HOSTS] = [12, 50]

/** Hosts that places see differently; empty if there are none. */
export function placesTable({ report, words, formatWords }: Scene): string {
  if (!hasPlaces(report)) return ''
  const unlike = report.targets.filter(differs)
  if (unlike.length === 0) return ''
  const all = report.scope.vantages ?? []
  const ranked = [...all].sort((one, other) => troubles(report, other) - troubles(report, one))
  const names = all.length > MOST_PLACES ? ranked.slice(0, MOST_PLACES) : all
  const rows = unlike
    .slice(0, MOST_HOSTS)
    .map((target) => [
      inline(hostLabel(target), 300),
      ...viewsOf(target, names).map((view) => (view ? placeCell(view) : '–')),
    ])
  const alike = report.targets.length - unlike.length
  const foot = [
    ...counted(unlike.length - MOST_HOSTS, formatWords.domainsNotShown),
    ...counted(all.length - names.length, words.more),
    ...counted(alike, formatWords.placesAlike),
  ]
  return [table([formatWords.places, ...names], rows), ...foot].join('\n\n')
}

function placeCell(view: VantageView): string {
  const day = view.certificate ? ` ${inline(view.certificate.notAfter.slice(0, 10))}` : ''
  return `${inline(SYMBOLS[verdictAt(view)])}${day}`
}

/** The number of hosts with findings from there. */
const troubles = ({ targets }: Report, name: string): number =>
  targets.filter((target) => viewsOf(target, [name]).some((view) => view && verdictAt(view) !== 'pass'))
    .length

const cellSymbol = (verdict: Verdict | undefined) => (verdict ? inline(SYMBOLS[verdict]) : '–')

function certificateCell({ certificate }: Target, words: FormatWords): string {
  if (!certificate) return '–'
  return `${inline(certificate.notAfter.slice(0, 10))} · ${words.daysLeft(Math.floor(certificate.daysLeft))}`
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
