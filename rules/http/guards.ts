/** Answers that don't come from the server itself: something in front of it rejected the request. */
import type { HttpExchange, HttpResponse, PathFact } from '../../src/facts/index.js'
import { BLOCK_PAGES, FIREWALL_PAGES, PLAIN_AT_TLS } from './turned-away/block-pages.js'

export type TurnedAway =
  | { by: 'filing'; status: number; provider: string; sign: string }
  | { by: 'referer'; status: number; without: number }
  | { by: 'challenge'; status: number; network: string }
  | { by: 'firewall'; status: number; network: string }
  /** The CDN can't reach its origin server. */
  | { by: 'origin'; status: number; network: string; title: string }
  /** Plain HTTP was sent to a port that expects TLS. */
  | { by: 'plain'; status: number; sign: string }
  /** RFC 9110 section 15.5.20: this host is not served over this connection. */
  | { by: 'connection'; status: number }

/** Null for an answer from the server itself, as far as we can tell. */
export function turnedAway({ exchanges, withoutReferer }: PathFact): TurnedAway | null {
  for (const exchange of exchanges) {
    const { answer } = exchange
    if (answer.kind !== 'answered') continue
    const found =
      blocked(exchange, answer) ?? challenged(answer) ?? walled(answer) ?? cutOff(answer) ?? plain(answer)
    if (found) return found
    if (answer.status === 421) return { by: 'connection', status: 421 }
  }
  const first = exchanges[0]?.answer
  if (first?.kind !== 'answered' || !REFUSED.has(first.status)) return null
  const without = withoutReferer ?? null
  if (without === null || without >= (isRedirect(first.status) ? 300 : 400)) return null
  return { by: 'referer', status: first.status, without }
}

const isRedirect = (status: number): boolean => status >= 300 && status < 400

/** Bad gateway and gateway timeout (RFC 9110 sections 15.6.3 and 15.6.5): nothing is behind the gateway, for any path. */
export const NOTHING_BEHIND: ReadonlySet<number> = new Set([502, 504])

/** Typical answers of hotlink protection: another picture, forbidden, not found, or nginx's 444 (no answer). */
const REFUSED = new Set([301, 302, 303, 307, 308, 401, 403, 404, 410, 444, 451])

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

/** Cloudflare says what it did; other CDNs show a challenge page with a status that a program can't get past. */
function challenged({ status, mitigated }: HttpResponse): TurnedAway | null {
  return mitigated === 'challenge' ? { by: 'challenge', status, network: 'Cloudflare' } : null
}

const spoken = ({ title = '', excerpt = '' }: HttpResponse): string => `${title}\n${excerpt}`.toLowerCase()

function walled(answer: HttpResponse): TurnedAway | null {
  if (answer.status < 400) return null
  const said = spoken(answer)
  const page = FIREWALL_PAGES.find(({ words }) => words.some((word) => said.includes(word.toLowerCase())))
  return page ? { by: 'firewall', status: answer.status, network: page.provider } : null
}

/** Status codes specific to Cloudflare: 520 to 527 and 530 (developers.cloudflare.com, Cloudflare 5xx errors). */
function cutOff(answer: HttpResponse): TurnedAway | null {
  const { status, server = '', title = '' } = answer
  const numbered = (status >= 520 && status <= 527) || status === 530
  if (!numbered || !/cloudflare/i.test(`${server}\n${spoken(answer)}`)) return null
  return { by: 'origin', status, network: 'Cloudflare', title: title.slice(0, 100) }
}

function plain(answer: HttpResponse): TurnedAway | null {
  if (answer.status !== 400) return null
  const said = spoken(answer)
  const sign = PLAIN_AT_TLS.find((words) => said.includes(words.toLowerCase()))
  return sign === undefined ? null : { by: 'plain', status: 400, sign }
}
