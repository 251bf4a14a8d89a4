/** A parsed response → the facts kept about it. */
import type { BodyFact, HttpAnswer, UpgradeFact } from '../../facts/index.js'
import { conflictsOf } from './conflicts.js'
import type { Exchange } from './connection.js'
import { type Decoded, decoded } from './decoded.js'
import { framingOf } from './framing.js'
import { fieldOf, type Head } from './head.js'
import type { Response } from './reader.js'

const MAX_LOCATION = 2048
/** Longer redirects than this are not followed; some carry a whole signed request. */
const MAX_REDIRECT = 8192
const MAX_FIELD = 256
const MAX_EXCERPT = 512
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** @param url what was asked for: redirects may be relative to it */
export async function httpAnswer({ reading, firstByteMs }: Exchange, url: URL): Promise<HttpAnswer> {
  if (reading.kind !== 'response') return reading
  const { head } = reading
  const location = fieldOf(head, 'location')
  const contentType = fieldOf(head, 'content-type')?.slice(0, MAX_FIELD)
  const charset = contentType === undefined ? undefined : charsetOf(contentType)
  const encoding = fieldOf(head, 'content-encoding')?.slice(0, MAX_FIELD).toLowerCase()
  const coding = await decoded(reading)
  const content = coding ? coding.content : reading.body
  const conflicts = conflictsOf(head)
  const framing = framingOf(reading)
  return {
    kind: 'answered',
    status: head.status,
    firstByteMs,
    ...oddLineOf(head),
    ...(location !== null && { location: location.slice(0, MAX_LOCATION) }),
    ...(REDIRECTS.has(head.status) && { redirect: redirectOf(head, url) }),
    ...(contentType !== undefined && { contentType }),
    ...(charset !== undefined && { charset }),
    ...(coding && encoding !== undefined && { encoding, decoding: coding.decoding }),
    ...promisedBy(head),
    ...(conflicts.length > 0 && { conflicts }),
    ...(framing.length > 0 && { framing }),
    body: bodyFact(reading, coding),
    ...(head.status >= 400 && content && excerptOf(content)),
    ...(content && contentOf(content, isPartial(reading, coding), contentType)),
    ...signsOf(head),
  }
}

const oddLineOf = ({ oddLine }: Head): { oddLine?: string } => (oddLine === undefined ? {} : { oddLine })

/** RFC 9110 sections 15.3.5 and 15.3.6. */
function promisedBy(head: Head): { promised?: number } {
  const length = Number(/^\d{1,15}$/.exec(fieldOf(head, 'content-length') ?? '')?.[0] ?? 0)
  return length > 0 && (head.status === 204 || head.status === 205) ? { promised: length } : {}
}

/** An error page says what it is at its beginning. */
function excerptOf(body: Buffer): { excerpt?: string } {
  const text = body.toString('utf8', 0, 4 * MAX_EXCERPT).slice(0, MAX_EXCERPT)
  return text === '' ? {} : { excerpt: text }
}

const MAX_TITLE = 128
const MAX_SIGN = 64

const isPartial = ({ cut }: Response, coding: Decoded | null): boolean => coding?.partial ?? cut !== undefined

/** A page's title, or whether the body is JSON. */
function contentOf(body: Buffer, partial: boolean, contentType = ''): { title?: string; json?: boolean } {
  if (/html/i.test(contentType)) {
    const [, title] = /<title[^>]*>([^<]*)/i.exec(body.toString('utf8', 0, 4096)) ?? []
    return title === undefined ? {} : { title: title.trim().slice(0, MAX_TITLE) }
  }
  return partial || body.length === 0 ? {} : { json: isJson(body) }
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

function bodyFact(response: Response, coding: Decoded | null): BodyFact {
  const { body, cut } = response
  const content = coding ? coding.content : body
  let boms = 0
  while (content?.subarray(boms * 3, boms * 3 + 3).equals(BOM)) boms += 1
  return {
    bytes: body.length,
    ...(cut !== undefined && { cut }),
    boms,
    utf8: !content ? 'not-read' : isUtf8(content, isPartial(response, coding)) ? 'valid' : 'invalid',
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
  const { head, start } = reading
  const field = (name: string) => fieldOf(head, name)?.slice(0, MAX_FIELD) ?? null
  const [interim] = reading.interim
  const given = fieldOf(head, 'sec-websocket-accept')
  return {
    kind: 'answered',
    status: head.status,
    firstByteMs,
    ...oddLineOf(head),
    accept: given === null ? 'missing' : given === accept ? 'right' : 'wrong',
    upgrade: field('upgrade'),
    connection: field('connection'),
    subprotocol: field('sec-websocket-protocol'),
    extensions: field('sec-websocket-extensions'),
    ...(interim !== undefined && { interim }),
    ...start,
  }
}
