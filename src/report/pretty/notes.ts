/** What is worth knowing, a line each. */
import type { Causes } from '../causes.js'
import { silenceSentences } from '../silence.js'
import { visible } from '../text.js'
import { brief, isBrief } from './blocks.js'
import { heading, type Item, marked } from './items.js'
import type { Look } from './look.js'

export function noteLines({ causes, silences }: Causes, look: Look): Item[] {
  const { words } = look
  const lines = [
    ...causes.filter(isBrief).flatMap((cause) => brief(cause, look)),
    ...silences
      .filter(({ level }) => level !== 'error')
      .map((silence) => {
        const text = [words.notObserved(silence.rules.length), ...silenceSentences(silence, words)]
        return marked(
          { text: '? ', tone: 'dim' },
          `${visible(silence.host, 300)} · ${text.join(words.colon)}`,
        )
      }),
  ]
  return lines.length > 0 ? [heading(words.sections.notes), ...lines] : []
}
