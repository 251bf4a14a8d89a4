/** A network panel's export (HAR 1.2, w3c.github.io/web-performance/specs/HAR) → the servers that were contacted. */
import { jsonFault } from '../../config/index.js'
import { collected, type Request } from './collect.js'
import { MAX_REQUESTS, type Recording, type RecordingFault } from './types.js'

export function readHar(text: string, file: string): Recording | RecordingFault {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (body.trim() === '') return { at: 0, reason: 'empty' }
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch (error) {
    return { at: offsetIn(error, body), reason: 'not-json' }
  }
  const entries = member(member(parsed, 'log'), 'entries')
  if (!Array.isArray(entries)) return { at: 0, reason: 'no-entries' }
  if (entries.length > MAX_REQUESTS) return { at: 0, reason: 'too-many' }
  return requestsOf(entries, file, body)
}

function requestsOf(entries: readonly unknown[], file: string, body: string): Recording | RecordingFault {
  const requests: Request[] = []
  const asked = new Set(entries.map((entry) => member(member(entry, 'request'), 'url')))
  let skipped = 0
  let from = 0
  for (const entry of entries) {
    const url = member(member(entry, 'request'), 'url')
    if (typeof url !== 'string') return { at: from, reason: 'no-url' }
    // Entries are in order, so each search starts after the previous one.
    const at = body.indexOf(JSON.stringify(url), from)
    if (at >= 0) from = at
    const api = apiOf(url, member(entry, '_resourceType'))
    if (api === null || isTools(url)) skipped++
    else {
      const whole = wholeUrl(url, member(entry, 'request'))
      const further = redirected(whole, member(entry, 'response'))
      const urls = further === null || asked.has(further) ? [whole] : [whole, further]
      requests.push(...urls.map((one) => ({ url: one, api, at: Math.max(0, at) })))
    }
  }
  return { seen: collected(requests, file, body), skipped }
}

/** Proxies write down what they were sent: `CONNECT host:443` where they don't see more, and a path beside its Host. */
function wholeUrl(url: string, request: unknown): string {
  if (member(request, 'method') === 'CONNECT' && /^[^/:\s]+(?::\d+)?$/.test(url)) return `https://${url}`
  const headers = url.startsWith('/') ? member(request, 'headers') : null
  const isHost = (one: unknown): boolean => /^(?:host|:authority)$/i.test(String(member(one, 'name')))
  const host = Array.isArray(headers) ? member(headers.find(isHost), 'value') : undefined
  return typeof host === 'string' ? `https://${host}${url}` : url
}

/**
 * Where an answer sends the client: the server of that URL is asked as well, and proxies and tools that follow it
 * themselves write it down here only (HAR 1.2, response.redirectURL; RFC 9110, section 15.4).
 */
function redirected(url: string, response: unknown): string | null {
  const status = member(response, 'status')
  if (typeof status !== 'number' || !REDIRECTS.has(status)) return null
  const headers = member(response, 'headers')
  const isLocation = (one: unknown): boolean => /^location$/i.test(String(member(one, 'name')))
  const sent = Array.isArray(headers) ? member(headers.find(isLocation), 'value') : undefined
  const target = [member(response, 'redirectURL'), sent].find((one) => typeof one === 'string' && one !== '')
  return typeof target === 'string' && URL.canParse(target, url) ? new URL(target, url).href : null
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

function member(value: unknown, name: string): unknown {
  const isMap = typeof value === 'object' && value !== null && Object.hasOwn(value, name)
  return isMap ? (value as Record<string, unknown>)[name] : undefined
}

/** Resource types of the browser engine; without one it may be a call. Images need no listed domain. */
const CALLS = new Set(['xhr', 'fetch', 'websocket', 'other', 'eventsource'])

function apiOf(url: string, type: unknown): Request['api'] | null {
  if (typeof type === 'string' && !CALLS.has(type.toLowerCase())) return null
  return /^wss?:/i.test(url) || type === 'websocket' ? 'connectSocket' : 'request'
}

/** The developer tools serve the program's own files to its pages from this machine. */
function isTools(url: string): boolean {
  return /^(?:https?|wss?):\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?\/(?:__|appservice|aboutblank|favicon|$)/i.test(
    url,
  )
}

/** Engines report an offset, or line and column; the end if neither is given. */
function offsetIn(error: unknown, text: string): number {
  const message = error instanceof Error ? error.message : ''
  const offset = /position (\d+)/.exec(message)?.[1]
  if (offset !== undefined) return Math.min(Number(offset), text.length)
  return text.length > MAX_SOUGHT ? text.length : jsonFault(text)
}

/** For longer texts the offset is given. */
const MAX_SOUGHT = 100_000
