/** What a certificate sends us to: answers without an end, byte by byte, and names that move while we look. */
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { afterAll, describe, expect, test } from 'vitest'
import { makeCertificate } from '../../src/demo/index.js'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'

const root = makeCertificate({ subject: 'Root', ca: true })
const issuer = makeCertificate({ subject: 'Issuer', ca: true, issuer: root })
const closing: (() => unknown)[] = []
afterAll(() => {
  for (const close of closing) close()
})

async function listen(server: ReturnType<typeof createTcpServer>, address = '127.0.0.1'): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, address, ready))
  closing.push(() => server.close())
  return (server.address() as AddressInfo).port
}

/** A server whose certificate names one address for everything; the chain is whole where that is not what is asked. */
async function audited(url: string, isWhole: boolean, flags: readonly string[]) {
  const leaf = makeCertificate({ names: ['a.example'], issuer, caIssuers: [url], ocsp: [url], crl: [url] })
  const server = createTlsServer(
    { key: leaf.keyPem, cert: isWhole ? leaf.pem + issuer.pem : leaf.pem },
    (socket) => {
      socket
        .on('error', () => {})
        .on('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'))
    },
  )
  server.on('tlsClientError', () => {})
  const port = await listen(server)
  const cwd = await folder({ 'root.pem': root.pem })
  const own = ['--ca', 'root.pem', '--resolve', `a.example:${port}:127.0.0.1`, '--format', 'json']
  const ran = await hefa(['audit', `a.example:${port}`, ...own, ...flags], { cwd })
  expect(ran.stderr).not.toContain('internal error')
  return { status: ran.status, report: JSON.parse(ran.stdout) }
}

describe('answers without an end to what a certificate asks for', () => {
  const PIECE = Buffer.alloc(1 << 16, 0x30)
  test.each([
    ['OCSP responder and revocation list', true, ['--revocation']],
    ['issuer', false, []],
  ])('%s: cut off, and undetermined or failed', async (_, isWhole, flags) => {
    let sent = 0
    let asked = 0
    const port = await listen(
      createServer((_request, response) => {
        asked += 1
        const more = (): void => {
          while (!response.destroyed && response.write(PIECE)) sent += PIECE.length
        }
        response.on('error', () => {}).on('drain', more)
        more()
      }),
    )
    const { status } = await audited(`http://end.example:${port}/x`, isWhole, [
      ...flags,
      '--resolve',
      `end.example:${port}:127.0.0.1`,
    ])
    expect(asked).toBeGreaterThan(0)
    expect(status).not.toBe(0)
    // Twice the largest limit, and what the system holds for sockets.
    expect(sent).toBeLessThan(asked * (40 << 20))
  })
  test('byte by byte: the deadline ends it', async () => {
    let asked = 0
    const port = await listen(
      createTcpServer((socket) => {
        asked += 1
        socket.on('error', () => {}).write('HTTP/1.1 200 OK\r\n\r\n')
        const drip = setInterval(() => socket.write('0'), 100)
        socket.on('close', () => clearInterval(drip))
      }),
    )
    const { status } = await audited(`http://end.example:${port}/x`, false, [
      '--resolve',
      `end.example:${port}:127.0.0.1`,
    ])
    expect(asked).toBeGreaterThan(0)
    expect(status).not.toBe(0)
  })
})
