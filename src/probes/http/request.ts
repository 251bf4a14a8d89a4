/** The two requests we send: nothing in them but what names the resource and ourselves. */
import { createHash, randomBytes } from 'node:crypto'

/** What every request says of itself. */
export const userAgent = (version: string): string => `hefa/${version} (+mini-program domain check)`

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

function requestBytes(url: URL, agent: string, fields: string[]): Buffer {
  const lines = [
    `GET ${url.pathname}${url.search} HTTP/1.1`,
    `Host: ${url.host}`,
    `User-Agent: ${agent}`,
    ...fields,
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}

export function getRequest(url: URL, agent: string): Buffer {
  return requestBytes(url, agent, ['Accept: */*', 'Accept-Encoding: identity'])
}

/** RFC 6455 section 4.1: an opening handshake without subprotocol and extensions, and the answer its key demands. */
export function upgradeRequest(url: URL, agent: string): { request: Buffer; accept: string } {
  const key = randomBytes(16).toString('base64')
  const request = requestBytes(url, agent, [
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
