/** Items become text: wrapped to the width and painted, blocks with a blank line between them. */
import type { Paint } from '../paint.js'
import { hang } from '../width.js'
import type { Item, Paragraph, Span, Tone } from './items.js'

export function draw(blocks: readonly (readonly Item[])[], width: number, paint: Paint): string {
  const lines = linesOf(width, paint)
  const text = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.flatMap(lines).join('\n'))
    .join('\n\n')
  return `${text}\n`
}

function linesOf(width: number, paint: Paint): (item: Item) => string[] {
  const printed = new Set<string>()
  return (item) => {
    if ('mark' in item) return paragraphLines(item, width, paint)
    const line = item.spans.map((span) => painted(span, paint)).join('')
    if (item.once && printed.has(line)) return []
    printed.add(line)
    return [line]
  }
}

const painted = (span: Span, paint: Paint): string =>
  typeof span === 'string' ? span : inTones(span[0], span.slice(1) as Tone[], paint)

const inTones = (text: string, tones: readonly Tone[], paint: Paint): string =>
  tones.reduceRight((inner, tone) => paint[tone](inner), text)

/** The mark is painted, the text after it painted line by line. */
function paragraphLines(
  { mark, text, tone, accent, tones = [] }: Paragraph,
  width: number,
  paint: Paint,
): string[] {
  const skip = mark.text.length
  return hang(text, width, mark.text).map((line) => {
    const [head, body] = [line.slice(0, skip), line.slice(skip)]
    const whole = (mark.tone ? paint[mark.tone](head) : head) + (tone ? paint[tone](body) : body)
    const accented = accent
      ? whole.replace(accent.text, (found) => paint[accent.tone ?? 'strong'](found))
      : whole
    return inTones(accented, tones, paint)
  })
}
