/** What a config or a certificate of strangers makes this machine ask inside its own network: hellos, nothing else. */
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCertificate } from '../../src/demo/index.js'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'
import { fakeDns } from '../probes/fake-dns.js'

const NAMES = ['*.inside.cn']
const root = makeCertificate({ subject: 'Inside Root', ca: true })
const asked: string[] = []
const closing: (() => unknown)[] = []
afterAll(() => Promise.all(closing.map((close) => close())))

async function listen(server: Server): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closing.push(() => server.close())
  return (server.address() as AddressInfo).port
}

/** Answers and remembers whatever is requested over TLS. */
function secure(certificate: { pem: string; keyPem: string }): Promise<number> {
  const server = createTlsServer({ key: certificate.keyPem, cert: certificate.pem }, (socket) => {
    socket.on('error', () => {})
    socket.on('data', (data: Buffer) => {
      asked.push(data.toString('latin1').split('\r\n')[0] ?? '')
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
    })
  })
  server.on('tlsClientError', () => {})
  return listen(server)
}

let web: number
let dns: string
let place: string
beforeAll(async () => {
  web = await listen(
    createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      response.end('inside')
    }),
  )
  const zone = { A: ['127.0.0.1'] }
  const names = ['a.inside.cn', 'ca.inside.cn', 'mixed.inside.cn']
  const server = await fakeDns(Object.fromEntries(names.map((name) => [name, zone])))
  closing.push(() => server.close())
  dns = server.server
  place = await folder({ 'root.pem': root.pem })
})

const FLAGS = ['--timeout', '2', '--format', 'json']
const audit = (args: string[]) => hefa(args, { cwd: place })
const resolve = (port: number) => ['--resolve', `a.inside.cn:${port}:127.0.0.1`, '--dns', dns]

describe('addresses in a certificate that lead inside', () => {
  const spellings = [
    'http://127.0.0.1:PORT/x',
    'http://2130706433:PORT/x',
    'http://0x7f000001:PORT/x',
    'http://127.1:PORT/x',
    'http://[::ffff:127.0.0.1]:PORT/x',
    'http://0:PORT/x',
    'http://localhost:PORT/x',
    'http://localhost.:PORT/x',
    'http://ca.inside.cn:PORT/x',
    'http://user@127.0.0.1:PORT/x',
    'http://①②⑦.0.0.1:PORT/x',
    'http://[::127.0.0.1]:PORT/x',
    'file:///etc/hostname',
  ]
  test.each(spellings)('issuer, OCSP responder and revocation list at %s', async (spelling) => {
    const url = spelling.replace('PORT', String(web))
    const issuer = makeCertificate({ subject: 'Inside Issuer', ca: true, issuer: root })
    const points = { caIssuers: [url], ocsp: [url], crl: [url] }
    const port = await secure(makeCertificate({ names: NAMES, issuer, ...points }))
    asked.length = 0
    const flags = ['--revocation', ...FLAGS, ...resolve(port), '--ca', 'root.pem']
    const ran = await audit(['audit', `a.inside.cn:${port}`, ...flags])
    expect(ran.status).toBe(1)
    // The address given by --resolve is asked; where its certificate points to is not.
    expect(asked.filter((line) => line !== 'GET / HTTP/1.1')).toEqual([])
  })
})

describe('a listed name that leads inside', () => {
  test('gets hellos and no request', async () => {
    const port = await secure(makeCertificate({ names: NAMES, issuer: root }))
    asked.length = 0
    const ran = await audit(['audit', `a.inside.cn:${port}`, ...FLAGS, '--dns', dns, '--ca', 'root.pem'])
    expect(ran).toMatchObject({ status: 1, stdout: expect.stringContaining('dns/private-address') })
    expect(asked).toEqual([])
  })
  test('is requested where the user allows it', async () => {
    const port = await secure(makeCertificate({ names: NAMES, issuer: root }))
    asked.length = 0
    await audit(['audit', `a.inside.cn:${port}`, ...FLAGS, '--dns', dns, '--allow-private'])
    expect(asked).toEqual(['GET / HTTP/1.1'])
  })
})

describe('paths and redirects that lead elsewhere', () => {
  const heads: string[] = []
  test.each([
    ['another host', '//169.254.169.254/x', '//169.254.169.254/x'],
    ['the end of a request line', '/x HTTP/1.1', '/x%20HTTP/1.1'],
    ['folders above', '/../../x', '/x'],
  ])('a path with %s is one request to the listed host', async (_, path, sent) => {
    heads.length = 0
    const leaf = makeCertificate({ names: NAMES, issuer: root })
    const server = createTlsServer({ key: leaf.keyPem, cert: leaf.pem }, (socket) => {
      socket
        .on('error', () => {})
        .once('data', (data: Buffer) => {
          heads.push(data.toString('latin1'))
          // To the machine's own address for its metadata, and to a server inside.
          const to = heads.length % 2 ? 'http://169.254.169.254/latest/' : `http://127.0.0.1:${web}/inside`
          socket.end(`HTTP/1.1 302 Found\r\nLocation: ${to}\r\nContent-Length: 0\r\n\r\n`)
        })
    })
    server.on('tlsClientError', () => {})
    const port = await listen(server)
    const config = { domains: { request: [`https://a.inside.cn:${port}`] }, paths: { 'a.inside.cn': [path] } }
    const { writeFileSync } = await import('node:fs')
    writeFileSync(`${place}/paths.json`, JSON.stringify(config))
    asked.length = 0
    await audit(['check', 'paths.json', ...FLAGS, ...resolve(port), '--ca', 'root.pem'])
    expect(heads.length).toBeGreaterThan(0)
    for (const head of heads) {
      expect(head.split('\r\n')[0]).toBe(`GET ${sent} HTTP/1.1`)
      expect(head.match(/^Host:.*$/gim)).toEqual([`Host: a.inside.cn:${port}`])
    }
    expect(asked).toEqual([])
  })

  test.each([
    ['line ends', '/x\r\nHost: evil\r\n\r\nGET /admin HTTP/1.1'],
    ['a NUL', '/a\0b'],
  ])('a path with %s is refused before anything is asked', async (_, path) => {
    const { writeFileSync } = await import('node:fs')
    const config = { domains: { request: ['https://a.inside.cn'] }, paths: { 'a.inside.cn': [path] } }
    writeFileSync(`${place}/paths.json`, JSON.stringify(config))
    asked.length = 0
    const ran = await audit(['check', 'paths.json', ...FLAGS, ...resolve(web)])
    expect(ran.status).toBe(2)
    expect(ran.stderr).toMatch(/paths\.json:1:\d+/)
    expect(asked).toEqual([])
  })
})

describe('the banner of another service', () => {
  test.each([
    ['SSH-2.0-secret_9.9\r\n', 'SSH'],
    ['220 secret.inside.cn ESMTP\r\n', 'SMTP'],
    ['-ERR secret\r\n', 'Redis'],
  ])('%j is reported by its protocol', async (banner, name) => {
    const port = await listen(createTcpServer((socket) => void socket.on('error', () => {}).write(banner)))
    const facts = ['--format', 'pretty', '--output', 'r.txt', '--save-facts', 'facts.json']
    const ran = await audit(['audit', `a.inside.cn:${port}`, ...FLAGS, ...facts, ...resolve(port)])
    expect(ran.stdout).toContain(name)
    const { readFileSync } = await import('node:fs')
    const all = [
      ran.stdout,
      ...['r.txt', 'facts.json'].map((file) => readFileSync(`${place}/${file}`, 'utf8')),
    ]
    expect(all.join()).not.toContain('secret')
  })
})

describe('names that only the proxy can look up', () => {
  test('are asked for where they are listed, and nowhere else', async () => {
    const heads: string[] = []
    const proxy = await listen(
      createTcpServer((socket) => {
        socket
          .on('error', () => {})
          .once('data', (data: Buffer) => {
            heads.push(data.toString('latin1').split('\r\n')[0] ?? '')
            socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
          })
      }),
    )
    const caIssuers = ['http://metadata.google.internal/computeMetadata/v1/', 'http://jenkins/job/x/build']
    const issuer = makeCertificate({ subject: 'Far Issuer', ca: true, issuer: root })
    const port = await secure(makeCertificate({ names: NAMES, issuer, caIssuers }))
    const flags = [...FLAGS, '--proxy', `http://127.0.0.1:${proxy}`]
    const ran = await audit([
      'audit',
      `a.inside.cn:${port}`,
      'https://b.inside.cn',
      ...flags,
      ...resolve(port).slice(0, 2),
    ])
    expect(ran.status).not.toBe(0)
    expect([...new Set(heads)]).toEqual(['CONNECT b.inside.cn:443 HTTP/1.1'])
  })
})
