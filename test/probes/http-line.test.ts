import { once } from 'node:events'
import net from 'node:net'
import { expect, test } from 'vitest'
import { openLine } from '../../src/probes/net.js'

/** Nothing else runs meanwhile. */
const busy = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

test('an answer that came in time is read though this process was busy until after the deadline', async () => {
  const timeoutMs = 300
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined)
    // Written out before the callback runs: it lies in the other end's buffer from then on.
    socket.write('there', () => busy(timeoutMs + 100))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  const heard = await new Promise<string>((resolve) => {
    const line = openLine(
      { address: '127.0.0.1', port, timeoutMs },
      {
        connected: () => undefined,
        data: (chunk) => {
          line.close()
          resolve(chunk.toString())
        },
        ended: resolve,
      },
    )
  })
  server.close()
  expect(heard).toBe('there')
})
