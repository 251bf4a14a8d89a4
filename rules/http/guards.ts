/** Answers that are not the server's own: what stands before it turned the request away. */
import type { HttpExchange, HttpResponse, PathFact } from '../../src/facts/index.js'
import { BLOCK_PAGES } from './block-pages.js'

export type TurnedAway =
  | { by: 'filing'; status: number; provider: string; sign: string }
  | { by: 'referer'; status: number; without: number }
  | { by: 'challenge'; status: number; network: string }
  /** RFC 9110 section 15.5.20: this host is not served over this connection. */
  | { by: 'connection'; status: number }

/** Null for an answer that is the server's own, as far as can be seen. */
export function turnedAway({ exchanges, withoutReferer }: PathFact): TurnedAway | null {
  for (const exchange of exchanges) {
    const { answer } = exchange
    if (answer.kind !== 'answered') continue
    const found = blocked(exchange, answer) ?? challenged(answer)
    if (found) return found
    if (answer.status === 421) return { by: 'connection', status: 421 }
  }
  const first = exchanges[0]?.answer
  if (first?.kind !== 'answered' || !REFUSED.has(first.status)) return null
  const without = withoutReferer ?? null
  return without !== null && without < 400 ? { by: 'referer', status: first.status, without } : null
}

/** With these a rule against hot links answers: forbidden, not found, and nginx's own for no answer at all. */
const REFUSED = new Set([401, 403, 404, 410, 444, 451])

function blocked({ url }: HttpExchange, answer: HttpResponse): TurnedAway | null {
  const { status, excerpt = '', title = '', redirect } = answer
  const said = `${title}\n${excerpt}`
  for (const { provider, words, addresses } of BLOCK_PAGES) {
    const to = [url, redirect ?? ''].find((address) => addresses.some((one) => address.includes(one)))
    const sign = to ?? words.find((one) => said.toLowerCase().includes(one.toLowerCase()))
    if (sign !== undefined) return { by: 'filing', status, provider, sign: sign.slice(0, 200) }
  }
  return null
}

/** Cloudflare names what it did; other networks show a page with a status that a program can't get past. */
function challenged({ status, mitigated }: HttpResponse): TurnedAway | null {
  return mitigated === 'challenge' ? { by: 'challenge', status, network: 'Cloudflare' } : null
}
