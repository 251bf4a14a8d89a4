import { diffWords } from '../../i18n/diff.js'
import { minuteLabel } from '../labels.js'
import type { TextOptions } from '../options.js'
import { type Paint, paintFor } from '../paint.js'
import { visible } from '../text.js'
import { hang } from '../width.js'
import { isPartial, type Line, leftOutLines, sectionsOf } from './lines.js'
import type { ReportDiff } from './types.js'

const MARKS = { worse: '✘', better: '✔', neutral: '·', added: '+', removed: '-' } as const
const TONES = { worse: 'error', better: 'good', neutral: 'dim', added: 'strong', removed: 'strong' } as const

export function prettyDiff(diff: ReportDiff, { language, color, width }: TextOptions): string {
  const words = diffWords(language)
  const paint = paintFor(color)
  const room = Math.max(40, width)
  const sections = sectionsOf(diff, language).map(({ title, lines }) => [
    ...hang(visible(title, 300), room, '').map(paint.strong),
    ...lines.flatMap((line) => lineText(line, room, paint)),
  ])
  const left = leftOutLines(diff, language)
  const parts = [
    hang(words.title(minuteLabel(diff.before.at), minuteLabel(diff.after.at)), room, '').map(paint.dim),
    ...(left.length > 0 ? [left.flatMap((line) => hang(visible(line, 4000), room, '  · '))] : []),
    ...(sections.length > 0 ? sections : [[words.nothing]]),
    hang(isPartial(diff) && diff.exitCode === 0 ? words.exitPartly : words.exit[diff.exitCode], room, ''),
  ]
  return `${parts.map((part) => part.join('\n')).join('\n\n')}\n`
}

function lineText({ direction, text, detail }: Line, width: number, paint: Paint): string[] {
  const [mark, tone] = [MARKS[direction], TONES[direction]]
  const [first = '', ...rest] = hang(visible(text, 2000), width, `  ${mark} `)
  const told = detail === undefined ? [] : hang(visible(detail, 1000), width, '      ').map(paint.dim)
  return [first.replace(mark, () => paint[tone](mark)), ...rest, ...told]
}
