import { diffWords } from '../../i18n/diff.js'
import { minuteLabel } from '../labels.js'
import { inline } from '../markdown/escape.js'
import type { TextOptions } from '../options.js'
import { isPartial, type Line, leftOutLines, sectionsOf } from './lines.js'
import type { ReportDiff } from './types.js'

const MARKS = { worse: '❌', better: '✅', neutral: '▫️', added: '➕', removed: '➖' } as const
/** A comment on GitHub holds 65,536 characters. */
const MOST = 60_000

/** The first sections that fit into this many characters, each followed by an empty line. */
function upTo(most: number, sections: readonly string[]): string[] {
  const shown: string[] = []
  let size = 0
  for (const section of sections) {
    size += section.length + 2
    if (size > most) break
    shown.push(section)
  }
  return shown
}

export function markdownDiff(diff: ReportDiff, { language }: TextOptions): string {
  const words = diffWords(language)
  const sections = sectionsOf(diff, language).map(
    ({ title, lines }) => `**${inline(title, 300)}**\n\n${lines.map(lineText).join('\n')}`,
  )
  const shown = upTo(MOST, sections)
  const left = leftOutLines(diff, language)
  const rest = sections.length - shown.length
  const parts = [
    inline(words.title(minuteLabel(diff.before.at), minuteLabel(diff.after.at))),
    ...(left.length > 0 ? [left.map((line) => `- ${inline(line, 4000)}`).join('\n')] : []),
    ...(sections.length > 0 ? shown : [words.nothing]),
    ...(rest > 0 ? [words.more(rest)] : []),
    isPartial(diff) && diff.exitCode === 0 ? words.exitPartly : words.exit[diff.exitCode],
  ]
  return `${parts.join('\n\n')}\n`
}

function lineText({ direction, text, detail }: Line): string {
  const told = detail === undefined ? '' : `<br>${inline(detail, 1000)}`
  return `- ${MARKS[direction]} ${inline(text, 2000)}${told}`
}
