/** What the call analysis leaves unexplained: URLs that no call accounts for, and libraries without a visible call. */
import type { Mention } from './literals.js'

export { askedByName } from './by-name.js'
export { type Mention, mayMention, mentionsIn, mentionsInText, mentionsOf } from './literals.js'

const HOST = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#\\@]*@)?(\[[^\]]*\]|[^/?#\\:]*)/i

/** The host of an absolute address, in lower case. */
function hostOf(url: string): string | null {
  return HOST.exec(url)?.[1]?.toLowerCase() ?? null
}

/** The URLs whose host is not already reported, in the given order. */
export function unaccounted(mentions: readonly Mention[], told: readonly string[]): Mention[] {
  const known = new Set(told.map(hostOf))
  return mentions.filter(({ url }) => !known.has(hostOf(url)))
}
