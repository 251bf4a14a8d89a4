/** Servers that attack their clients: every kind once, each on its own loopback port. */
import net from 'node:net'
import { httpKinds } from './hostile-http.js'
import { nameKinds } from './hostile-names.js'
import { streamKinds } from './hostile-streams.js'
import { handshakeKinds } from './hostile-tls.js'
import type { HostileKind, HostileWorld } from './hostile-types.js'
import { hostileWorld } from './hostile-world.js'

export interface HostileServer {
  kind: HostileKind
  host: string
  port: number
}

export interface Hostiles {
  /** The root they are issued under: to be trusted, so that nothing fails for lack of it. */
  ca: string
  servers: HostileServer[]
  close(): Promise<void>
}

export function hostileKinds(world: HostileWorld): HostileKind[] {
  return [...streamKinds, ...handshakeKinds(world), ...nameKinds(world), ...httpKinds(world)]
}

export async function startHostiles(): Promise<Hostiles> {
  const world = hostileWorld()
  const servers: HostileServer[] = []
  const closers: (() => Promise<void>)[] = []
  for (const kind of hostileKinds(world)) {
    const { port, close } = await listening(kind)
    closers.push(close)
    servers.push({ kind, host: world.hostOf(kind.name), port })
  }
  const close = async () => {
    await Promise.all(closers.map((one) => one()))
  }
  return { ca: world.root.pem, servers, close }
}

async function listening({ serve }: HostileKind): Promise<{ port: number; close(): Promise<void> }> {
  const open = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => open.delete(socket))
    serve(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of open) socket.destroy()
    })
  return { port: (server.address() as net.AddressInfo).port, close }
}
