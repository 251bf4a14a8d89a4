/** What no platform takes as a server domain is somebody's own machine: nothing is sent there. */
import { once } from 'node:events'
import net from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { check, loadConfig } from '../../src/index.js'

let connections = 0
const server = net.createServer((socket) => {
  connections += 1
  socket.destroy()
})
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.close()
})
beforeEach(() => {
  connections = 0
})

async function audit(entry: (port: number) => string) {
  const { port } = server.address() as net.AddressInfo
  const loaded = await loadConfig('hefa.json', {
    text: JSON.stringify({ domains: { request: [entry(port)] } }),
  })
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
  return check(loaded.config, { timeoutMs: 2000, fetch: false, revocation: false })
}

test.each([
  ['an address', (port: number) => `https://127.0.0.1:${port}`, 'domain/ip-address'],
  ['localhost', (port: number) => `https://localhost:${port}`, 'domain/localhost'],
  ['a name under it', (port: number) => `https://api.localhost:${port}`, 'domain/localhost'],
])('%s', async (_, entry, rule) => {
  const report = await audit(entry)
  expect(connections).toBe(0)
  expect(report.exitCode).toBe(1)
  const found = report.targets.flatMap(({ results }) =>
    results.filter(({ status, level }) => ['fail', 'unknown'].includes(status) && level === 'error'),
  )
  expect([...new Set(found.map((result) => result.rule))]).toEqual([rule])
})
