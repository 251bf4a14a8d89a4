/** What the analysis of calls leaves over: addresses that nothing accounts for, and libraries nobody was seen to use. */
import type { MentionFact } from '../../facts/index.js'

export { mayMention, mentionsIn, mentionsInText, mentionsOf } from './literals.js'

const HOST = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#\\@]*@)?(\[[^\]]*\]|[^/?#\\:]*)/i

/** The host of an absolute address, in lower case. */
function hostOf(url: string): string | null {
  return HOST.exec(url)?.[1]?.toLowerCase() ?? null
}

/** The addresses whose host is not that of a URL that is reported already, in the order given. */
export function unaccounted(mentions: readonly MentionFact[], told: readonly string[]): MentionFact[] {
  const known = new Set(told.map(hostOf))
  return mentions.filter(({ url }) => !known.has(hostOf(url)))
}
