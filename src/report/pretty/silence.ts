/** A host that gave no answer: one block, not one per rule. */
import type { Silence } from '../causes.js'
import { roomsText } from '../followers.js'
import { platformNames } from '../labels.js'
import { visible, visibleLines } from '../text.js'
import { emphasize, INDENT, labelled, marked, markOf, type Page } from './page.js'

export function silenceBlock(page: Page, silence: Silence, told: Set<string>): string[] {
  const { words } = page
  const { symbol, tone } = markOf('unknown', silence.level)
  const host = visible(silence.host, 300)
  const names = platformNames(
    page.report.platforms.filter((id) => silence.levels[id] !== undefined),
    page.report,
    words.everyPlatform,
  )
  const title = `${host} · ${words.on(words.notObserved(silence.rules.length), names.join(words.listSeparator))}`
  const rooms = page.verbose ? silence.rules.join(words.listSeparator) : roomsText(words, silence.rules)
  const fix = told.has(silence.fix) || silence.fix === '' ? [] : visibleLines(silence.fix)
  told.add(silence.fix)
  return [
    ...marked(page, { text: `${symbol} `, tone }, title).map((line) => emphasize(page, line, host)),
    ...silenceSentences(page, silence).flatMap((text) => marked(page, { text: INDENT }, text)),
    ...marked(page, { text: INDENT }, words.notJudged(rooms), 'dim'),
    ...labelled(page, words.fix, fix),
  ]
}

/** The rules' own words where there are some, else what the evidence says. */
export function silenceSentences({ words }: Pick<Page, 'words'>, { messages, results }: Silence): string[] {
  if (messages.length > 0) return messages.slice(0, 3).map((message) => visible(message))
  const text = (value: unknown) => (typeof value === 'string' ? visible(value, 100) : '')
  const all = results.map(({ evidence }) => {
    const [address, phase, cause] = [evidence?.address, evidence?.phase, evidence?.cause].map(text)
    return words.silence(
      address ?? '',
      words.phases[phase ?? ''] ?? '',
      words.silenceCauses[cause ?? ''] ?? cause ?? '',
    )
  })
  return [...new Set(all)].slice(0, 3)
}
