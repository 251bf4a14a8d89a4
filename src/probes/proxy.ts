/** An HTTP proxy that opens tunnels (CONNECT, RFC 9110 section 9.3.6): requests and answers. */

/** The proxy of a run. */
export interface ProxyOptions {
  host: string
  port: number
  /** The value of Proxy-Authorization; never shown, never saved. */
  authorization?: string | undefined
  /** What NO_PROXY names: `*`, names (with everything below them), addresses, each with an optional port; networks. */
  except?: readonly string[] | undefined
}

/** What a connection through the proxy needs to know. */
export type ProxyRoute = Pick<ProxyOptions, 'host' | 'port' | 'authorization'>

/** A longer answer is invalid. */
const MAX_HEAD = 8192

/** @param host a name or an address */
export function connectRequest(host: string, port: number, { authorization }: ProxyRoute): Buffer {
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const lines = [`CONNECT ${authority} HTTP/1.1`, `Host: ${authority}`, 'User-Agent: hefa']
  if (authorization !== undefined) lines.push(`Proxy-Authorization: ${authorization}`)
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}

export type ConnectReply =
  | { kind: 'open'; rest: Buffer }
  /** `cause`: the status, or `malformed`. */
  | { kind: 'closed'; cause: string }

/** Reads the proxy's answer; null as long as it has not ended. What follows comes from the other side. */
export function connectReader(): (chunk: Buffer) => ConnectReply | null {
  let head = Buffer.alloc(0)
  return (chunk) => {
    // A head that trickles in costs no more than its own size, since it is short.
    head = Buffer.concat([head, chunk])
    const status = /^HTTP\/1\.[01] ([1-9]\d\d)[ \r\n]/.exec(head.toString('latin1', 0, 16))?.[1]
    const end = head.subarray(0, MAX_HEAD).indexOf('\r\n\r\n')
    if (status === undefined && (head.length >= 16 || end >= 0)) return { kind: 'closed', cause: 'malformed' }
    if (end < 0) return head.length >= MAX_HEAD ? { kind: 'closed', cause: 'malformed' } : null
    if (status?.startsWith('2')) return { kind: 'open', rest: head.subarray(end + 4) }
    return { kind: 'closed', cause: status ?? 'malformed' }
  }
}

/** A cause of silence that is the proxy's, not the server's. */
export const proxyCause = (cause: string): string => `proxy:${cause}`
export const isProxyCause = (cause: string): boolean => cause.startsWith('proxy:')
