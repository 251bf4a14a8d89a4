/** Changes → the lines that people read, in a terminal and in a chat. */
import type { watch as Words } from '../i18n/en/watch.js'
import type { Language } from '../types.js'
import type { Change, Message } from './types.js'

export type WatchWords = typeof Words

export async function watchWords(language: Language): Promise<WatchWords> {
  if (language === 'zh') return (await import('../i18n/zh/watch.js')).watch
  return (await import('../i18n/en/watch.js')).watch
}

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
      return words.renewal(change.target, change.notAfter.slice(0, 10), change.daysLeft)
    case 'renewed':
      return words.renewed(change.target, change.notAfter.slice(0, 10))
    case 'config':
      return change.usable ? words.configBack : words.configLost
  }
}
