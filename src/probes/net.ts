/** The only place of the probes that touches the network: TCP lines and DNS queries, both with deadlines. */
import { constants } from 'node:crypto'
import dns from 'node:dns'
import net from 'node:net'
import tls from 'node:tls'

export const addressFamily = (address: string): 0 | 4 | 6 => net.isIP(address) as 0 | 4 | 6

export interface Line {
  send(bytes: Buffer): void
  close(): void
}

export interface LineEvents {
  connected(): void
  data(chunk: Buffer): void
  /** Once, unless closed before: an errno name, `closed` by the other side, `timeout` or `aborted`. */
  ended(cause: string): void
}

export interface LineTarget {
  address: string
  port: number
  timeoutMs: number
  signal?: AbortSignal | undefined
}

/**
 * Opens a TCP connection to an address, never to a name.
 * @param to.timeoutMs deadline of the whole connection, however slowly bytes drip
 */
export function openLine(to: LineTarget, events: LineEvents): Line {
  const socket = new net.Socket()
  socket.on('connect', () => events.connected())
  const line = watch(socket, to, events)
  if (!to.signal?.aborted) socket.connect({ host: to.address, port: to.port, autoSelectFamily: false })
  return line
}

export interface SecureLine extends Line {
  /** Gives what follows a deadline of its own. */
  restart(timeoutMs: number): void
  /** Has TCP connected? */
  reached(): boolean
  /** For example `TLSv1.3`, once connected. */
  version(): string
}

let secureContext: tls.SecureContext | undefined

/**
 * TLS 1.2 or later over TCP, whatever certificate comes: judging it is not the line's matter. `connected` comes after
 * the handshake.
 * @param to.name host name for SNI; null sends none
 * @param to.timeoutMs deadline of the whole connection, unless `restart` sets another
 */
export function openSecureLine(to: LineTarget & { name: string | null }, events: LineEvents): SecureLine {
  // `ca: []` spares reading the root list. Weak keys and old renegotiation are not ours to refuse.
  secureContext ??= tls.createSecureContext({
    ca: [],
    minVersion: 'TLSv1.2',
    ciphers: 'DEFAULT@SECLEVEL=0',
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
  })
  let reached = false
  const socket = tls.connect({
    host: to.address,
    port: to.port,
    secureContext,
    rejectUnauthorized: false,
    ALPNProtocols: ['http/1.1'],
    ...(to.name !== null && { servername: to.name }),
  })
  socket.on('connect', () => {
    reached = true
  })
  socket.on('secureConnect', () => events.connected())
  const line = watch(socket, to, events)
  return { ...line, reached: () => reached, version: () => socket.getProtocol() ?? '' }
}

/** A deadline, an abort and one end for a socket. */
function watch(socket: net.Socket, to: LineTarget, events: LineEvents): Line & Pick<SecureLine, 'restart'> {
  let over = false
  const close = (): void => {
    if (over) return
    over = true
    clearTimeout(timer)
    to.signal?.removeEventListener('abort', onAbort)
    socket.removeAllListeners('data')
    socket.destroy()
  }
  const end = (cause: string): void => {
    if (over) return
    close()
    events.ended(cause)
  }
  const onAbort = (): void => end('aborted')
  let late: NodeJS.Immediate | undefined
  // What came in time and was not read yet, because this process was busy, is read before `setImmediate` comes.
  const onDeadline = (): void => {
    late = setImmediate(() => end('timeout'))
  }
  const startTimer = (ms: number) => setTimeout(onDeadline, ms)
  let timer = startTimer(to.timeoutMs)
  socket.setNoDelay(true)
  socket.on('data', (chunk: Buffer) => events.data(chunk))
  socket.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? 'error'))
  socket.on('end', () => end('closed'))
  socket.on('close', () => end('closed'))
  to.signal?.addEventListener('abort', onAbort)
  if (to.signal?.aborted) setImmediate(onAbort)
  return {
    send: (bytes) => void (over || socket.write(bytes)),
    close,
    restart: (timeoutMs) => {
      if (over) return
      clearTimeout(timer)
      clearImmediate(late)
      timer = startTimer(timeoutMs)
    },
  }
}

export type QueryType = 'A' | 'AAAA' | 'CNAME'

export interface Resolver {
  /** The servers asked, as `ADDR` or `ADDR:PORT`. */
  servers: string[]
  /** Rejects with an error whose `code` is a c-ares code, such as ENOTFOUND, ENODATA, ETIMEOUT. */
  query(name: string, type: QueryType): Promise<string[]>
  /** Gives up every query under way. */
  cancel(): void
}

/**
 * Asks name servers directly; the system's hosts file is not looked at.
 * @param server `ADDR`, `ADDR:PORT` or `[ADDR]:PORT`; without it the system's servers
 * @throws when `server` is no address
 */
export function openResolver(server: string | undefined, timeoutMs: number): Resolver {
  // Tries double their time-out, so that two of them and a slow second server stay within the deadline.
  const resolver = new dns.promises.Resolver({ timeout: Math.max(1, Math.ceil(timeoutMs / 4)), tries: 2 })
  if (server !== undefined) resolver.setServers([server])
  const ask = {
    A: (name: string) => resolver.resolve4(name),
    AAAA: (name: string) => resolver.resolve6(name),
    CNAME: (name: string) => resolver.resolveCname(name),
  }
  return {
    servers: resolver.getServers(),
    query: (name, type) => withDeadline(ask[type](name), timeoutMs),
    cancel: () => resolver.cancel(),
  }
}

function withDeadline<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(Object.assign(new Error('deadline'), { code: 'ETIMEOUT' })),
      timeoutMs,
    )
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
