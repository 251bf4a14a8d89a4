/** GET of the first path at the other addresses of a target: phones are given any of them. */
import type { TargetSpec } from '../../config/types.js'
import type { ElsewhereFact } from '../../facts/index.js'
import { askSurely } from './again.js'
import { httpAnswer } from './answer.js'
import { connectTo, type Destination, notSent, othersOf } from './connection.js'
import type { Probe } from './probe.js'
import { addressOf, getRequest } from './request.js'

/** Side by side with the paths: it takes no longer than they do. */
export async function observeElsewhere(spec: TargetSpec, probe: Probe): Promise<ElsewhereFact[]> {
  const { host, port } = spec
  const { place, slot } = probe.reach(host, port)
  const url = addressOf(host, port, probe.pathsOf(host)[0]?.path ?? '/')
  if (!url) return []
  const request = getRequest(url, probe.identity(spec))
  const others = await othersOf(place)
  return Promise.all(others.map((address) => slot(() => askAt(place, address, request, url))))
}

async function askAt(place: Destination, address: string, request: Buffer, url: URL): Promise<ElsewhereFact> {
  const { made, exchange } = await askSurely(request, () => connectTo(place, address), place.signal)
  if (!('exchange' in made)) return { address, connection: made, answer: notSent(made) }
  made.close()
  const answer = await httpAnswer(exchange, url)
  const connection = made.fact
  if (answer.kind !== 'answered') return { address, connection, answer }
  return { address, connection, answer: { kind: 'answered', status: answer.status } }
}
