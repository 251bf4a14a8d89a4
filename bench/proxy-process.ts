/** The delaying proxy in a process of its own, so that its work is not counted as the auditor's. */
import { delayProxy } from './delay-proxy.js'

const [port, roundTripMs] = process.argv.slice(2).map(Number)
const proxy = await delayProxy(port ?? 0, roundTripMs ?? 0)
let before = { connections: 0, bytes: 0 }
process.on('message', () => {
  const now = { connections: proxy.connections(), bytes: proxy.bytes() }
  process.send?.({
    connections: now.connections - before.connections,
    bytes: now.bytes - before.bytes,
  })
  before = now
})
process.send?.(proxy.port)
