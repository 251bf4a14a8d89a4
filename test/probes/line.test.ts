import { once } from 'node:events'
import net from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type LineTarget, openLine } from '../../src/probes/net.js'

const servers: net.Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function serve(answer: (socket: net.Socket) => void): Promise<LineTarget> {
  const server = net.createServer(answer).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return { address: '127.0.0.1', port: (server.address() as net.AddressInfo).port, timeoutMs: 5000 }
}

/** Every chunk as it was given, and how the line ended. */
function listen(to: LineTarget): Promise<{ chunks: Buffer[]; cause: string }> {
  const chunks: Buffer[] = []
  return new Promise((resolve) => {
    openLine(to, {
      connected: () => {},
      data: (chunk) => chunks.push(chunk),
      ended: (cause) => resolve({ chunks, cause }),
    })
  })
}

test('what one line was given does not change when others are', async () => {
  let next = 0
  const to = await serve((socket) => {
    const mark = next++
    const part = Buffer.alloc(20_000, mark)
    socket.write(part)
    setImmediate(() => socket.write(part, () => setImmediate(() => socket.end(part))))
  })
  const lines = await Promise.all(Array.from({ length: 20 }, () => listen(to)))
  const marks = lines.map(({ chunks, cause }) => {
    const all = Buffer.concat(chunks)
    expect({ length: all.length, cause }).toEqual({ length: 60_000, cause: 'closed' })
    expect(new Set(all).size).toBe(1)
    return all[0]
  })
  expect(new Set(marks).size).toBe(20)
})

test('more than one piece holds comes whole', async () => {
  const sent = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7) % 251))
  const { chunks, cause } = await listen(await serve((socket) => socket.end(sent)))
  expect(cause).toBe('closed')
  expect(Buffer.concat(chunks).equals(sent)).toBe(true)
})

test('a line that was closed while it read is given nothing more', async () => {
  const to = await serve((socket) => {
    socket.on('error', () => {})
    socket.write(Buffer.alloc(500_000))
  })
  let given = 0
  const ended: string[] = []
  const line = openLine(to, {
    connected: () => {},
    data: () => {
      given += 1
      line.close()
    },
    ended: (cause) => ended.push(cause),
  })
  while (given === 0) await new Promise((resolve) => setImmediate(resolve))
  // Another line's whole life: whatever was still to come has come.
  await listen(await serve((socket) => socket.end('x')))
  expect({ given, ended }).toEqual({ given: 1, ended: [] })
})

test('a reset is reported as such', async () => {
  const to = await serve((socket) => socket.resetAndDestroy())
  expect(await listen(to)).toEqual({ chunks: [], cause: 'ECONNRESET' })
})

test('an aborted line connects nowhere', async () => {
  let connections = 0
  const to = await serve(() => {
    connections += 1
  })
  expect(await listen({ ...to, signal: AbortSignal.abort() })).toEqual({ chunks: [], cause: 'aborted' })
  await listen(await serve((socket) => socket.end()))
  expect(connections).toBe(0)
})
