/** Answers that are not the server's own: what stands before it turned the request away. */
import type { HttpExchange, HttpResponse, PathFact } from '../../src/facts/index.js'
import { BLOCK_PAGES, FIREWALL_PAGES, PLAIN_AT_TLS } from './turned-away/block-pages.js'

export type TurnedAway =
  | { by: 'filing'; status: number; provider: string; sign: string }
  | { by: 'referer'; status: number; without: number }
  | { by: 'challenge'; status: number; network: string }
  | { by: 'firewall'; status: number; network: string }
  /** The content network has no way to the server behind it. */
  | { by: 'origin'; status: number; network: string; title: string }
  /** Plain HTTP came to a port of the server that wants TLS. */
  | { by: 'plain'; status: number; sign: string }
  /** RFC 9110 section 15.5.20: this host is not served over this connection. */
  | { by: 'connection'; status: number }

/** Null for an answer that is the server's own, as far as can be seen. */
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

/** With these a rule against hot links answers: a picture elsewhere, forbidden, not found, nginx's own for no answer. */
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

/** Cloudflare names what it did; other networks show a page with a status that a program can't get past. */
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

/** Cloudflare's own numbers: 520 to 527 and 530 (developers.cloudflare.com, Cloudflare 5xx errors). */
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
