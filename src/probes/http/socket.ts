/** WebSocket opening handshakes: one connection per path. */
import type { TargetSpec } from '../../config/types.js'
import type { HttpFact } from '../../facts/index.js'
import { askSurely } from './again.js'
import { upgradeAnswer } from './answer.js'
import { connector, type MakeReader, notSent } from './connection.js'
import { badHost, type Probe } from './probe.js'
import { addressOf, upgradeRequest } from './request.js'
import { socketReader } from './socket-reader.js'

export async function observeSocket(spec: TargetSpec, probe: Probe): Promise<HttpFact> {
  const { host, port } = spec
  const { place, slot } = probe.reach(host, port)
  const { timeoutMs, signal } = place
  // Nothing occupies a connection slot while names are looked up.
  await place.names.a
  const connect = connector(place)
  const upgrade = async (path: string) => {
    const url = addressOf(host, port, path)
    if (!url) return { connection: badHost, answer: notSent(badHost) }
    const { request, accept } = upgradeRequest(url, probe.identity(spec))
    const read: MakeReader = (speaking) => socketReader(accept, speaking)
    const { made, exchange } = await askSurely(request, connect, signal, read)
    const answer = upgradeAnswer(exchange, accept)
    if (!('exchange' in made)) return { connection: made, answer }
    made.close()
    return { connection: made.fact, answer }
  }
  const made = await Promise.all(
    probe.pathsOf(`wss://${host}`).map(async (asked) => ({
      ...(await slot(() => upgrade(asked.path))),
      asked,
    })),
  )
  const connection =
    (made.find((one) => one.connection.kind === 'accepted') ?? made[0])?.connection ?? badHost
  const upgrades = made.map(({ asked, answer }) => ({ ...asked, answer }))
  return { timeoutMs, connection, paths: [], upgrades: connection.kind === 'accepted' ? upgrades : [] }
}
