/** A host that gave no answer: one block, not one per rule. */
import type { PlatformId } from '../../types.js'
import type { Silence } from '../causes.js'
import { roomsText } from '../followers.js'
import { platformNames } from '../labels.js'
import { silenceSentences } from '../silence.js'
import { visible, visibleLines } from '../text.js'
import { type Item, indented, labelled, marked, markOf } from './items.js'
import type { Look } from './look.js'

export function silenceBlock(silence: Silence, platforms: readonly PlatformId[], look: Look): Item[] {
  const { words } = look
  const host = visible(silence.host, 300)
  const held = platforms.filter((id) => silence.levels[id] !== undefined)
  const names = platformNames(held, platforms, words.everyPlatform).join(words.listSeparator)
  const title = `${host} · ${words.on(words.notObserved(silence.rules.length), names)}`
  const rooms = look.verbose ? silence.rules.join(words.listSeparator) : roomsText(words, silence.rules)
  return [
    { ...marked(markOf('unknown', silence.level), title), accent: { text: host } },
    ...silenceSentences(silence, words).map((text) => indented(text)),
    indented(words.notJudged(rooms), 'dim'),
    ...labelled(words, words.fix, silence.fix === '' ? [] : visibleLines(silence.fix)),
  ]
}
