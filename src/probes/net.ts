/** The only place in the probes that opens sockets: TCP and TLS connections with a timeout. */
import { constants } from 'node:crypto'
import net from 'node:net'
import tls from 'node:tls'
import { onAbort } from './abort.js'
import { connectReader, connectRequest, type ProxyRoute, proxyCause } from './proxy.js'

/** Names don't reach Node's expression for IPv6: compiling that takes longer than a host does. */
export function addressFamily(address: string): 0 | 4 | 6 {
  if (net.isIPv4(address)) return 4
  return address.includes(':') && net.isIPv6(address) ? 6 : 0
}

/** @param network for example `10.0.0.0/8`; false for what is none */
export function inNetwork(address: string, network: string): boolean {
  const [, base = '', digits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(network) ?? []
  const family = addressFamily(base)
  const bits = Number(digits)
  if (family === 0 || addressFamily(address) !== family || bits > (family === 4 ? 32 : 128)) return false
  const type = family === 4 ? 'ipv4' : 'ipv6'
  const list = new net.BlockList()
  list.addSubnet(base, bits, type)
  return list.check(address, type)
}

export interface Line {
  send(bytes: Buffer): void
  close(): void
}

export interface LineEvents {
  connected(): void
  data(chunk: Buffer): void
  /**
   * Once, unless closed before: an errno name, `closed` by the other side, `timeout` or `aborted`; `proxy:` and the
   * same, or the status the proxy answered, when it gave no way.
   */
  ended(cause: string): void
}

export interface LineTarget {
  /** An address; behind a proxy also a name, which the proxy looks up. */
  address: string
  port: number
  timeoutMs: number
  /** Goes there through a tunnel of this proxy. */
  proxy?: ProxyRoute | undefined
  signal?: AbortSignal | undefined
}

/**
 * Opens a TCP connection to an address, never to a name.
 * @param to.timeoutMs deadline of the whole connection, however slowly bytes drip
 */
export function openLine(to: LineTarget, events: LineEvents): Line {
  if (to.proxy) {
    return tunnel(to, to.proxy, events, {
      enter: (socket, left) => {
        const line = watch(socket, left, events)
        socket.resume()
        return line
      },
      entered: events.connected,
    })
  }
  const read = (length: number): boolean => {
    // It is reused as soon as this function has returned.
    line.data(Buffer.from(arrivals.subarray(0, length)))
    return true
  }
  const onread = { buffer: arrivals, callback: read }
  const socket = to.signal?.aborted
    ? new net.Socket()
    : net.connect({ host: to.address, port: to.port, autoSelectFamily: false, onread })
  socket.on('connect', () => events.connected())
  const line = watch(socket, to, events)
  return line
}

/**
 * Where the bytes of every direct line arrive: by itself Node takes 64 kB for each piece that comes, and a thousand of
 * them keep the garbage collector busy. Reads and their callbacks never overlap.
 */
const arrivals = Buffer.allocUnsafeSlow(65_536)

type TimedLine = Line & Pick<SecureLine, 'restart'>

/**
 * Has the proxy open a way to the target; `enter` takes the socket over once it is open. The deadline covers both parts.
 * Whatever goes wrong before that is due to the proxy and says nothing about the server.
 */
function tunnel<L extends TimedLine>(
  to: LineTarget,
  proxy: ProxyRoute,
  events: Pick<LineEvents, 'ended'>,
  { enter, entered }: { enter(socket: net.Socket, left: LineTarget): L; entered?(): void },
): TimedLine & { inner(): L | null } {
  const started = performance.now()
  const socket = new net.Socket()
  const read = connectReader()
  let inner: L | null = null
  const fail = (cause: string): void => events.ended(cause === 'aborted' ? cause : proxyCause(cause))
  const outer = watch(socket, to, {
    connected: () => {},
    data: (chunk) => {
      const reply = read(chunk)
      if (!reply) return
      if (reply.kind === 'closed') {
        outer.close()
        fail(reply.cause)
        return
      }
      outer.release()
      if (reply.rest.length > 0) socket.unshift(reply.rest)
      inner = enter(socket, { ...to, timeoutMs: Math.max(1, to.timeoutMs - (performance.now() - started)) })
      entered?.()
    },
    ended: fail,
  })
  socket.on('connect', () => outer.send(connectRequest(to.address, to.port, proxy)))
  if (!to.signal?.aborted) socket.connect({ host: proxy.host, port: proxy.port })
  const current = (): TimedLine => inner ?? outer
  return {
    send: (bytes) => current().send(bytes),
    close: () => current().close(),
    restart: (timeoutMs) => current().restart(timeoutMs),
    inner: () => inner,
  }
}

export interface SecureLine extends Line {
  /** Gives what follows a deadline of its own. */
  restart(timeoutMs: number): void
  /** Has TCP connected, through the proxy where there is one? */
  reached(): boolean
  /** Was the server's first flight read to its end, so that only its answer to our bytes was open? */
  finishing(): boolean
  /** For example `TLSv1.3`, once connected. */
  version(): string
  /** DER, as sent, once connected. */
  certificates(): Buffer[]
}

type SecureTarget = LineTarget & { name: string | null; protocol: 'http/1.1' | 'h2' }

let secureContext: tls.SecureContext | undefined

/**
 * TLS 1.2 or later over TCP, whatever the certificate: judging it is not done here. `connected` comes after
 * the handshake.
 * @param to.name host name for SNI; null sends none
 * @param to.protocol for ALPN
 * @param to.timeoutMs deadline of the whole connection, unless `restart` sets another
 */
export function openSecureLine(to: SecureTarget, events: LineEvents): SecureLine {
  // Before the first TLS context is made, which takes longer than the rest.
  if (!to.proxy) return secureLine(to, events, net.connect({ host: to.address, port: to.port }))
  const line = tunnel(to, to.proxy, events, {
    enter: (socket, left) => secureLine({ ...to, ...left }, events, socket),
  })
  return {
    ...line,
    reached: () => line.inner() !== null,
    finishing: () => line.inner()?.finishing() ?? false,
    version: () => line.inner()?.version() ?? '',
    certificates: () => line.inner()?.certificates() ?? [],
  }
}

function secureLine(to: SecureTarget, events: LineEvents, over: net.Socket): SecureLine {
  // `ca: []` spares reading the root list. It is not for us to refuse weak keys and old renegotiation.
  secureContext ??= tls.createSecureContext({
    ca: [],
    minVersion: 'TLSv1.2',
    ciphers: 'DEFAULT@SECLEVEL=0',
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
  })
  let reached = false
  let finishing = false
  const socket = tls.connect({
    socket: over,
    secureContext,
    rejectUnauthorized: false,
    ALPNProtocols: [to.protocol],
    ...(to.name !== null && { servername: to.name }),
  })
  socket.on('connect', () => {
    reached = true
  })
  socket.on('keylog', (secret) => {
    finishing ||= LAST_SECRETS.test(secret.toString('latin1'))
  })
  // It comes again when the server has the keys renegotiated, in the middle of an exchange.
  socket.once('secureConnect', () => events.connected())
  const line = watch(socket, to, events)
  return {
    ...line,
    reached: () => reached,
    finishing: () => finishing,
    version: () => socket.getProtocol() ?? '',
    certificates: () => sentBy(socket),
  }
}

/** More than phones take of a chain. */
const MAX_CERTIFICATES = 64

/** `issuerCertificate` is the next one that was sent, whoever issued it, as there are no roots in our context. */
function sentBy(socket: tls.TLSSocket): Buffer[] {
  const sent: Buffer[] = []
  for (let one = socket.getPeerX509Certificate(); one; one = one.issuerCertificate) {
    if (sent.length === MAX_CERTIFICATES) break
    sent.push(one.raw)
  }
  return sent
}

/** What is derived once the server's first flight is complete, in TLS 1.2 and in 1.3. */
const LAST_SECRETS = /^(?:CLIENT_RANDOM|CLIENT_TRAFFIC_SECRET_0) /

/** OpenSSL words an alert differently from version to version; the number at the end stays. */
function causeOf({ code, message }: NodeJS.ErrnoException): string {
  const [, alert] = /SSL alert number (\d{1,3})\b/.exec(message) ?? []
  return alert === undefined ? (code ?? 'error') : `alert:${alert}`
}

interface WatchedLine extends TimedLine {
  /** What was received, if the socket doesn't report it by itself. */
  data(chunk: Buffer): void
  /** Gives the socket up unharmed. */
  release(): void
}

/** A deadline, an abort and one end for a socket. */
function watch(socket: net.Socket, to: LineTarget, events: LineEvents): WatchedLine {
  let over = false
  const onData = (chunk: Buffer): void => {
    if (!over) events.data(chunk)
  }
  const onError = (error: NodeJS.ErrnoException): void => end(causeOf(error))
  const onEnd = (): void => end('closed')
  const abort = (): void => end('aborted')
  const unheard = onAbort(to.signal, abort)
  const stop = (): void => {
    over = true
    clearTimeout(timer)
    unheard()
    socket.off('data', onData)
  }
  const close = (): void => {
    if (over) return
    stop()
    socket.destroy()
  }
  const end = (cause: string): void => {
    if (over) return
    close()
    events.ended(cause)
  }
  let late: NodeJS.Immediate | undefined
  // What came in time and was not read yet, because this process was busy, is read before `setImmediate` comes.
  const onDeadline = (): void => {
    late = setImmediate(() => end('timeout'))
  }
  const startTimer = (ms: number) => setTimeout(onDeadline, ms)
  let timer = startTimer(to.timeoutMs)
  socket.setNoDelay(true)
  socket.on('data', onData)
  socket.on('error', onError)
  socket.on('end', onEnd)
  socket.on('close', onEnd)
  if (to.signal?.aborted) setImmediate(abort)
  return {
    send: (bytes) => void (over || socket.write(bytes)),
    close,
    data: onData,
    release: () => {
      stop()
      // Nothing is read until the next one listens.
      socket.pause()
      for (const [event, listener] of [
        ['error', onError],
        ['end', onEnd],
        ['close', onEnd],
      ] as const) {
        socket.off(event, listener)
      }
      // An error must have a listener; whoever takes over has its own.
      socket.on('error', () => {})
    },
    restart: (timeoutMs) => {
      if (over) return
      clearTimeout(timer)
      clearImmediate(late)
      timer = startTimer(timeoutMs)
    },
  }
}
