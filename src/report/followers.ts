/** The checks that are listed under a cause because they failed, or could not be made, only because of it. */

import type { Words } from '../i18n/report.js'
import type { Result } from '../types.js'
import { visible } from './text.js'

/** Rules, each once; the engine counts them where they were folded. */
export const followersOf = (results: readonly Result[]): string[] => [
  ...new Set(results.flatMap(({ consequences }) => consequences ?? [])),
]

/** Up to this many rules are named; beyond that only the number per group. */
const FEW = 3

/** `and 25 checks that need it fixed first: tls (5), certificate (20)`. */
export function followedText(words: Words, rules: readonly string[], verbose = false): string {
  const few = verbose || rules.length <= FEW
  const told = few
    ? rules.map((rule) => visible(rule, 80)).join(words.listSeparator)
    : roomsText(words, rules)
  return words.followed(rules.length, told)
}

/** `tls (4), certificate (13)`. */
export function roomsText(words: Words, rules: readonly string[]): string {
  const rooms = new Map<string, number>()
  for (const rule of rules) {
    const room = visible(rule.split('/')[0] ?? rule, 40)
    rooms.set(room, (rooms.get(room) ?? 0) + 1)
  }
  return [...rooms].map(([room, n]) => `${room} (${n})`).join(words.listSeparator)
}
