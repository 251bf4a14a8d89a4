/** A parsed response → the facts kept about it. */
import type { BodyFact, HttpAnswer, UpgradeFact } from '../../facts/index.js'
import type { Exchange } from './connection.js'
import { fieldOf, type Head } from './head.js'
import type { Response } from './reader.js'

const MAX_LOCATION = 2048
/** Longer redirects than this are not followed; some carry a whole signed request. */
const MAX_REDIRECT = 8192
const MAX_FIELD = 256
const MAX_EXCERPT = 512
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** @param url what was asked for: redirects may be relative to it */
export function httpAnswer({ reading, firstByteMs }: Exchange, url: URL): HttpAnswer {
  if (reading.kind !== 'response') return reading
  const { head } = reading
  const location = fieldOf(head, 'location')
  const contentType = fieldOf(head, 'content-type')?.slice(0, MAX_FIELD)
  const charset = contentType === undefined ? undefined : charsetOf(contentType)
  const encoding = fieldOf(head, 'content-encoding')?.slice(0, MAX_FIELD).toLowerCase()
  const coded = encoding !== undefined && encoding !== '' && encoding !== 'identity'
  return {
    kind: 'answered',
    status: head.status,
    firstByteMs,
    ...(location !== null && { location: location.slice(0, MAX_LOCATION) }),
    ...(location !== null && REDIRECTS.has(head.status) && { redirect: redirectOf(head, url) }),
    ...(contentType !== undefined && { contentType }),
    ...(charset !== undefined && { charset }),
    ...(coded && { encoding }),
    body: bodyFact(reading, coded),
    ...(head.status >= 400 && !coded && excerptOf(reading.body)),
    ...(!coded && contentOf(reading, contentType)),
    ...signsOf(head),
  }
}

/** An error page says what it is at its beginning. */
function excerptOf(body: Buffer): { excerpt?: string } {
  const text = body.toString('utf8', 0, 4 * MAX_EXCERPT).slice(0, MAX_EXCERPT)
  return text === '' ? {} : { excerpt: text }
}

const MAX_TITLE = 128
const MAX_SIGN = 64

/** A page's title, or whether the body is JSON. */
function contentOf({ body, cut }: Response, contentType = ''): { title?: string; json?: boolean } {
  if (/html/i.test(contentType)) {
    const [, title] = /<title[^>]*>([^<]*)/i.exec(body.toString('utf8', 0, 4096)) ?? []
    return title === undefined ? {} : { title: title.trim().slice(0, MAX_TITLE) }
  }
  return cut !== undefined || body.length === 0 ? {} : { json: isJson(body) }
}

/** One byte order mark is removed by the platforms. */
function isJson(body: Buffer): boolean {
  try {
    JSON.parse(body.toString('utf8').replace(/^\ufeff/, ''))
    return true
  } catch {
    return false
  }
}

function signsOf(head: Head): { server?: string; mitigated?: string } {
  const field = (name: string) => fieldOf(head, name)?.slice(0, MAX_SIGN)
  const [server, mitigated] = [field('server'), field('cf-mitigated')]
  return { ...(server !== undefined && { server }), ...(mitigated !== undefined && { mitigated }) }
}

/** Null for no usable address, and for several different ones: clients disagree about which one counts. */
function redirectOf({ fields }: Head, url: URL): string | null {
  const [location = '', ...others] = new Set(fields.get('location'))
  if (others.length > 0 || location === '' || location.length > MAX_REDIRECT) return null
  if (!URL.canParse(location, url.href)) return null
  const target = new URL(location, url)
  target.hash = ''
  target.username = ''
  target.password = ''
  return target.href
}

function charsetOf(contentType: string): string | undefined {
  const [, quoted, plain] = /;[ \t]*charset[ \t]*=[ \t]*(?:"([^"]*)"|([^\s;]*))/i.exec(contentType) ?? []
  const charset = (quoted ?? plain ?? '').trim().toLowerCase()
  return charset === '' ? undefined : charset
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf])

function bodyFact({ body, cut }: Response, coded: boolean): BodyFact {
  let boms = 0
  while (!coded && body.subarray(boms * 3, boms * 3 + 3).equals(BOM)) boms += 1
  return {
    bytes: body.length,
    ...(cut !== undefined && { cut }),
    boms,
    utf8: coded ? 'not-read' : isUtf8(body, cut !== undefined) ? 'valid' : 'invalid',
  }
}

/** @param partial the end may stand in the middle of a character */
function isUtf8(bytes: Buffer, partial: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: partial })
    return true
  } catch {
    return false
  }
}

export function upgradeAnswer({ reading, firstByteMs }: Exchange, accept: string): UpgradeFact['answer'] {
  if (reading.kind !== 'response') return reading
  const { head } = reading
  const field = (name: string) => fieldOf(head, name)?.slice(0, MAX_FIELD) ?? null
  const given = fieldOf(head, 'sec-websocket-accept')
  return {
    kind: 'answered',
    status: head.status,
    firstByteMs,
    accept: given === null ? 'missing' : given === accept ? 'right' : 'wrong',
    upgrade: field('upgrade'),
    connection: field('connection'),
    subprotocol: field('sec-websocket-protocol'),
    extensions: field('sec-websocket-extensions'),
  }
}
