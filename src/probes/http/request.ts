/** The two requests we send (an open WebSocket also gets a ping): only what identifies the resource, and the client as on the platform. */
import { createHash, randomBytes } from 'node:crypto'
import { FAMILIES, type Family, familyData } from '../../platforms/index.js'

/** How requests identify their sender on each platform. */
export interface Identity {
  agent: string
  /** The platform sets it, and no mini program can change it: servers filter requests by it. Null: none is sent. */
  referer: string | null
}

/**
 * User-Agents in the platforms' format, so that filters recognise a mini program, with our name at the end: that of the first
 * family with a known one.
 */
export function identityOf(families: readonly Family[], version: string, appid: string | null): Identity {
  const [first] = FAMILIES.filter((family) => families.includes(family)).flatMap((family) => {
    const { request, appid: own } = familyData(family)
    return request ? [{ ...request, unknown: own?.unknown ?? '' }] : []
  })
  if (!first) return { agent: `hefa/${version}`, referer: null }
  const { agent, referer, unknown } = first
  return {
    agent: `${agent} hefa/${version}`,
    referer: referer?.replace('{appid}', appid ?? unknown) ?? null,
  }
}

/**
 * The address of a path on a host; the path may hold anything, the address holds no control characters or spaces.
 * Null for a host no URL can hold.
 * @param path begins with `/`; two of them don't name another host
 */
export function addressOf(host: string, port: number, path: string): URL | null {
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  const authority = bare.includes(':') ? `[${bare}]` : bare
  const text = `https://${authority}:${port}${path.startsWith('/') ? path : `/${path}`}`
  return URL.canParse(text) ? withoutFragment(new URL(text)) : null
}

function withoutFragment(url: URL): URL {
  url.hash = ''
  return url
}

function requestBytes(url: URL, { agent, referer }: Identity, fields: string[]): Buffer {
  const lines = [
    `GET ${url.pathname}${url.search} HTTP/1.1`,
    `Host: ${url.host}`,
    `User-Agent: ${agent}`,
    ...(referer === null ? [] : [`Referer: ${referer}`]),
    ...fields,
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}

/** What phones accept, as far as it can be undone here: what is broken is often only the compressed answer. */
const ACCEPTED = { Accept: '*/*', 'Accept-Encoding': 'gzip, deflate, br' }

export function getRequest(url: URL, identity: Identity): Buffer {
  const fields = Object.entries(ACCEPTED).map(([name, value]) => `${name}: ${value}`)
  return requestBytes(url, identity, fields)
}

/** The same in HTTP/2 (RFC 9113 section 8.3.1). */
export function getFields(url: URL, { agent, referer }: Identity): [name: string, value: string][] {
  return [
    [':method', 'GET'],
    [':scheme', 'https'],
    [':authority', url.host],
    [':path', `${url.pathname}${url.search}`],
    ['user-agent', agent],
    ...(referer === null ? [] : [['referer', referer] satisfies [string, string]]),
    ...Object.entries(ACCEPTED).map(([name, value]): [string, string] => [name.toLowerCase(), value]),
  ]
}

/** RFC 6455 section 4.1: an opening handshake without subprotocol and extensions, and the answer its key requires. */
export function upgradeRequest(url: URL, identity: Identity): { request: Buffer; accept: string } {
  const key = randomBytes(16).toString('base64')
  const request = requestBytes(url, identity, [
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${key}`,
    'Sec-WebSocket-Version: 13',
  ])
  return { request, accept: acceptFor(key) }
}

/** RFC 6455 section 4.2.2, step 5.4. */
export function acceptFor(key: string): string {
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
}
