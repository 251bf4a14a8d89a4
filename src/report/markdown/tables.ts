/** Verdicts as tables: one row per platform, then one per target. */

import type { FormatWords } from '../../i18n/formats.js'
import type { Words } from '../../i18n/report.js'
import type { ScanWords } from '../../i18n/scan.js'
import type { Report, Target, Verdict } from '../../types.js'
import type { Issue } from '../issues.js'
import { hostLabel, SYMBOLS, worstOf } from '../labels.js'
import { symbolOf, verdictWord } from '../scope.js'
import { inline } from './escape.js'

/** Rows; of a longer list those that are all right are left out first. */
const MOST = 200

export interface Scene {
  report: Report
  words: Words
  formatWords: FormatWords
  scanWords: ScanWords
}

/** Findings are counted as they are told below: by cause. */
export function platformTable(scene: Scene, groups: readonly Issue[][]): string {
  const { report, words, formatWords } = scene
  const rows = report.platforms.map((id) => {
    const verdict = report.verdicts[id] ?? 'unknown'
    const count = (status: Issue['status'], level: Issue['level']) =>
      groups.filter(([first]) => first?.status === status && first.levels[id] === level).length
    const [errors, open, warnings] = [
      count('fail', 'error'),
      count('unknown', 'error'),
      count('fail', 'warning'),
    ]
    const found = [
      ...(errors > 0 ? [words.errors(errors)] : []),
      ...(open > 0 ? [words.unknowns(open)] : []),
      ...(warnings > 0 ? [words.warnings(warnings)] : []),
    ]
    return [
      id,
      `${symbolOf(report, verdict)} ${verdictWord(report, id, verdict, words)}`,
      found.join(words.listSeparator),
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

const cellSymbol = (verdict: Verdict | undefined) => (verdict ? inline(SYMBOLS[verdict]) : '–')

function certificateCell({ certificate }: Target, words: FormatWords): string {
  if (!certificate) return '–'
  return `${inline(certificate.notAfter.slice(0, 10))} · ${words.daysLeft(Math.floor(certificate.daysLeft))}`
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
