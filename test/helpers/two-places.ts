/** One name that answers differently at 127.0.0.2 and 127.0.0.3, as a CDN does by the client's location. */
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { bundle, type Issued, makeAuthority } from '../../src/demo/index.js'

export const PLACE_HOST = 'api.shop.example'
export const ADDRESSES = { shanghai: '127.0.0.2', hk: '127.0.0.3' } as const

export interface Served {
  /** Leaf first; the leaf brings the key. */
  chain: readonly Issued[]
  status?: number
  maxVersion?: 'TLSv1.2' | 'TLSv1.3'
}

export interface TwoPlaces {
  port: number
  root: string
  /** `--resolve` of one place. */
  resolve(place: keyof typeof ADDRESSES): string[]
  /** From now on that place answers so. */
  serve(place: keyof typeof ADDRESSES, served: Served): Promise<void>
  leaf: Issued
  /** The one before it. */
  old: Issued
  intermediate: Issued
  close(): Promise<void>
}

const DAY = 86_400_000

export async function startTwoPlaces(): Promise<TwoPlaces> {
  const authority = makeAuthority()
  const leaf = authority.issue({ names: [PLACE_HOST] })
  const old = authority.issue({
    names: [PLACE_HOST],
    notBefore: new Date(Date.now() - 70 * DAY),
    notAfter: new Date(Date.now() + 19 * DAY),
  })
  const whole: Served = { chain: [leaf, authority.intermediate] }
  const servers = new Map<string, Server>()
  const port = await portAtBoth(whole, servers)
  return {
    ...{ port, leaf, old, intermediate: authority.intermediate, root: authority.root.pem },
    resolve: (place) => ['--resolve', `${PLACE_HOST}:${port}:${ADDRESSES[place]}`],
    async serve(place, served) {
      await closed(servers.get(place))
      servers.set(place, await listening(served, port, ADDRESSES[place]))
    },
    close: async () => void (await Promise.all([...servers.values()].map(closed))),
  }
}

/** A port that is free at the one address may be taken at the other. */
async function portAtBoth(served: Served, servers: Map<string, Server>): Promise<number> {
  for (let tries = 0; tries < 20; tries++) {
    const first = await listening(served, 0, ADDRESSES.shanghai)
    const { port } = first.address() as AddressInfo
    const second = await listening(served, port, ADDRESSES.hk).catch(() => null)
    if (second) {
      servers.set('shanghai', first).set('hk', second)
      return port
    }
    await closed(first)
  }
  throw new Error('no port')
}

function listening(
  { chain, status = 200, maxVersion }: Served,
  port: number,
  address: string,
): Promise<Server> {
  const server = createServer(
    { key: chain[0]?.keyPem, cert: bundle(...chain), ...(maxVersion && { maxVersion }) },
    (_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end('{}'),
  )
  server.on('tlsClientError', () => {})
  return new Promise((done, fail) => server.once('error', fail).listen(port, address, () => done(server)))
}

const closed = (server: Server | undefined): Promise<void> =>
  new Promise((done) => {
    if (!server) return done()
    server.close(() => done())
    server.closeAllConnections()
  })
