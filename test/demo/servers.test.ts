import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { get } from 'node:http'
import { request } from 'node:https'
import { connect } from 'node:net'
import { type ConnectionOptions, connect as tlsConnect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/index.js'
import { certificatesOnWire } from './wire.js'

let demo: Demo
beforeAll(async () => {
  demo = await startDemo()
})
afterAll(() => demo.close())

const target = (id: string) => {
  const found = demo.targets.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

async function names(id: string, options?: ConnectionOptions): Promise<string[]> {
  const sent = await certificatesOnWire(target(id).port, options)
  return sent.map((der) => /CN=(.*)/.exec(new X509Certificate(der).subject)?.[1] ?? '')
}

/** The protocol and suite agreed on, or the error's code. */
async function shake(id: string, options: ConnectionOptions = {}): Promise<string> {
  const { host, port } = target(id)
  const socket = tlsConnect({ port, host: '127.0.0.1', servername: host, ca: demo.ca, ...options })
  try {
    return await new Promise<string>((resolve, reject) => {
      socket.once('secureConnect', () => resolve(`${socket.getProtocol()} ${socket.getCipher().name}`))
      socket.once('error', reject)
    })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  } finally {
    socket.destroy()
  }
}

const leafOf = async (id: string, options?: ConnectionOptions) =>
  new X509Certificate((await certificatesOnWire(target(id).port, options))[0] ?? Buffer.alloc(0))

describe('what is sent, in which order', () => {
  const [ca1, ca2] = ['Hefa Demo TLS CA 1', 'Hefa Demo TLS CA 2']
  test.each([
    ['api', ['api.shop.example', ca1]],
    ['ws', ['ws.shop.example', ca1]],
    ['no-intermediate', ['no-intermediate.shop.example']],
    ['wrong-order', ['wrong-order.shop.example', 'Hefa Demo Policy CA', ca2]],
    ['root-sent', ['root-sent.shop.example', ca1, 'Hefa Demo Root CA']],
    ['self-signed', ['self-signed.shop.example']],
    ['office-ca', ['office-ca.shop.example', 'Office TLS CA 1']],
    ['wrong-name', ['www.shop.example', ca1]],
  ])('%s', async (id, expected) => {
    expect(await names(id)).toEqual(expected)
  })
})

describe('what a careful client makes of it', () => {
  test.each([
    ['api', /^TLSv1.3 /],
    ['ws', /^TLSv1.3 /],
    ['expires-soon', /^TLSv1.3 /],
    ['root-sent', /^TLSv1.3 /],
    ['no-intermediate', /^UNABLE_TO_VERIFY_LEAF_SIGNATURE$/],
    ['expired', /^CERT_HAS_EXPIRED$/],
    ['wrong-name', /^ERR_TLS_CERT_ALTNAME_INVALID$/],
    ['self-signed', /^DEPTH_ZERO_SELF_SIGNED_CERT$/],
    ['office-ca', /^(UNABLE_TO_GET_ISSUER_CERT_LOCALLY|UNABLE_TO_VERIFY_LEAF_SIGNATURE)$/],
    ['tls11-only', /^ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION$/],
    ['plain-http', /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)$/],
    ['refused', /^ECONNREFUSED$/],
  ])('%s: %s', async (id, expected) => {
    expect(await shake(id)).toMatch(expected)
  })

  test('tls11-only speaks TLS 1.1 to who asks for it, and nothing older', async () => {
    const old = { ciphers: 'DEFAULT@SECLEVEL=0' }
    expect(await shake('tls11-only', { ...old, minVersion: 'TLSv1.1' })).toMatch(/^TLSv1.1 /)
    expect(await shake('tls11-only', { ...old, minVersion: 'TLSv1', maxVersion: 'TLSv1' })).toMatch(
      /^ERR_SSL_/,
    )
  })

  test('no-forward-secrecy has static RSA suites alone', async () => {
    expect(await shake('no-forward-secrecy')).toMatch(/^TLSv1.2 AES(128|256)-/)
    expect(await shake('no-forward-secrecy', { ciphers: 'ECDHE+AESGCM' })).toMatch(/HANDSHAKE_FAILURE/)
  })

  test('weak-key and sha1 are what they say', async () => {
    const old = { ciphers: 'DEFAULT@SECLEVEL=0' }
    expect((await leafOf('weak-key', old)).publicKey.asymmetricKeyDetails?.modulusLength).toBe(1024)
    expect((await leafOf('sha1', old)).raw.includes(Buffer.from('2a8648ce3d0401', 'hex'))).toBe(true)
  })
})

describe('beyond TLS', () => {
  test('api answers JSON', async () => {
    const { host, port } = target('api')
    const sent = request({ host: '127.0.0.1', port, servername: host, ca: demo.ca, agent: false }).end()
    const [response] = await once(sent, 'response')
    expect([response.statusCode, response.headers['content-type']]).toEqual([
      200,
      'application/json; charset=utf-8',
    ])
    response.resume()
    await once(response, 'end')
  })

  test('ws upgrades (the key and answer of RFC 6455 section 1.3)', async () => {
    const { host, port } = target('ws')
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'sec-websocket-version': '13',
    }
    const sent = request({
      host: '127.0.0.1',
      port,
      servername: host,
      ca: demo.ca,
      agent: false,
      headers,
    }).end()
    const [response, socket] = await once(sent, 'upgrade')
    expect(response.headers['sec-websocket-accept']).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=')
    socket.destroy()
  })

  test('plain-http answers plain HTTP', async () => {
    const [response] = await once(
      get({ host: '127.0.0.1', port: target('plain-http').port, agent: false }),
      'response',
    )
    expect(response.statusCode).toBe(200)
    response.resume()
    await once(response, 'end')
  })

  test('silent accepts and keeps quiet; closing ends it', async () => {
    const other = await startDemo()
    const port = other.targets.find(({ id }) => id === 'silent')?.port ?? 0
    const socket = connect(port, '127.0.0.1')
    let heard = 0
    socket.on('data', ({ length }) => {
      heard += length
    })
    socket.on('error', () => {})
    await once(socket, 'connect')
    socket.write('hello')
    const ended = new Promise((resolve) => socket.once('close', resolve))
    await other.close()
    await ended
    expect(heard).toBe(0)
  })
})

describe('what is handed out', () => {
  test('a resolve line and a config entry for every target', () => {
    const { request: https, connectSocket } = JSON.parse(demo.config).domains
    expect([...https, ...connectSocket].sort()).toEqual(
      demo.targets.map(({ scheme, host, port }) => `${scheme}://${host}:${port}`).sort(),
    )
    expect(demo.resolve).toEqual(demo.targets.map(({ host, port }) => `${host}:${port}:127.0.0.1`))
    expect(new Set(demo.targets.map(({ host }) => host)).size).toBe(demo.targets.length)
  })

  test('dates follow the instant given', async () => {
    const other = await startDemo({ now: new Date('2030-01-01T00:00:00Z') })
    try {
      const port = other.targets.find(({ id }) => id === 'expired')?.port ?? 0
      const [leaf] = await certificatesOnWire(port)
      expect(new X509Certificate(leaf ?? '').validTo).toBe('Dec  2 00:00:00 2029 GMT')
    } finally {
      await other.close()
    }
  })

  test('closing twice is harmless', async () => {
    const other = await startDemo()
    await other.close()
    await expect(other.close()).resolves.toBeUndefined()
  })
})
