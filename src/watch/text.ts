/** Changes → lines for people, in a terminal or a chat. */
import type { WatchWords } from '../i18n/watch.js'
import type { Change, Message } from './types.js'

/** A chat shows a message of some thousand characters; the report has the rest. */
const MOST = 20

export function linesOf({ verdict, changes }: Message, words: WatchWords): string[] {
  const shown = changes.slice(0, MOST).map((change) => lineOf(change, words))
  const rest = changes.length - shown.length
  return [words.title(verdict), ...shown, ...(rest > 0 ? [words.more(rest)] : [])]
}

function lineOf(change: Change, words: WatchWords): string {
  switch (change.kind) {
    case 'verdict': {
      const { target, before, after, platforms } = change
      return words.verdict(target ?? words.own, before, after, platforms)
    }
    case 'renewal':
      return words[change.intermediate ? 'issuerEnds' : 'renewal'](
        change.target,
        change.notAfter.slice(0, 10),
        change.daysLeft,
      )
    case 'renewed':
      return words.renewed(change.target, change.notAfter.slice(0, 10))
    case 'config':
      return change.usable ? words.configBack : words.configLost
  }
}
