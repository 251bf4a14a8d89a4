/** A round-trip time on loopback: connecting costs one, and every byte travels half of one each way. */
import net from 'node:net'

export interface DelayProxy {
  port: number
  /** Connections accepted so far. */
  connections(): number
  /** Bytes carried so far, both ways. */
  bytes(): number
  close(): Promise<void>
}

export async function delayProxy(targetPort: number, roundTripMs: number): Promise<DelayProxy> {
  const open = new Set<net.Socket>()
  let connections = 0
  let bytes = 0
  const count = (length: number): void => {
    bytes += length
  }
  const server = net.createServer({ noDelay: true }, (client) => {
    connections += 1
    relay(client, targetPort, roundTripMs, { open, count })
  })
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, resolve))
  return {
    port: (server.address() as net.AddressInfo).port,
    connections: () => connections,
    bytes: () => bytes,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

interface Book {
  open: Set<net.Socket>
  count(bytes: number): void
}

function relay(client: net.Socket, targetPort: number, roundTripMs: number, { open, count }: Book): void {
  const half = roundTripMs / 2
  // Loopback connects at once: what the client sends first waits until a real connection would be established.
  const connected = performance.now() + roundTripMs
  const server = net.connect({ port: targetPort, host: '127.0.0.1', noDelay: true })
  const pipe = (from: net.Socket, to: net.Socket, delay: () => number): void => {
    open.add(from)
    from.on('data', (chunk) => {
      count(chunk.length)
      setTimeout(() => to.writable && to.write(chunk), delay())
    })
    from.on('end', () => setTimeout(() => to.end(), delay()))
    from.on('error', () => to.destroy())
    from.on('close', () => open.delete(from))
  }
  pipe(client, server, () => Math.max(0, connected - performance.now()) + half)
  pipe(server, client, () => half)
}
