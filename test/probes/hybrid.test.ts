/** Hybrid key shares against a TLS library of somebody else. */
import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, expect, test } from 'vitest'
import { makeAuthority } from '../../src/demo/index.js'
import type { ClientFact } from '../../src/facts/index.js'
import { gather } from '../../src/probes/index.js'
import { PLATFORM_IDS } from '../../src/types.js'
import { node24 } from '../helpers/node24.js'

const node = node24()
const authority = makeAuthority()
const leaf = authority.issue({ names: ['api.test'] })
const running: ChildProcess[] = []
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})

const SERVER = `
const options = JSON.parse(process.argv[1])
const server = require('node:tls').createServer(options, (socket) => socket.destroy())
server.on('tlsClientError', () => undefined)
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
`

async function serve(options: object): Promise<number> {
  const identity = { cert: authority.chain(leaf), key: leaf.keyPem }
  const child = spawn(node ?? '', ['-e', SERVER, JSON.stringify({ ...identity, ...options })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error('the server ended')))
    child.stdout?.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())))
  })
}

async function clients(port: number): Promise<Map<string, ClientFact>> {
  const [facts] = await gather([{ host: 'api.test', port, scheme: 'https', entries: [] }], {
    resolve: [{ host: 'api.test', port, addresses: ['127.0.0.1'] }],
    clients: {
      mode: 'all',
      platforms: PLATFORM_IDS,
      supportedOs: { ios: '15', android: '10' },
      legacyOs: { ios: '12', android: '7.0' },
    },
  })
  return new Map((facts?.endpoints[0]?.clients ?? []).map((fact) => [fact.client, fact]))
}

test.runIf(node)('a server that prefers the hybrid: phones that send its share get it, proven', async () => {
  const found = await clients(await serve({ ecdhCurve: 'X25519MLKEM768:X25519:P-256' }))
  const hybrid = { kind: 'accepted', version: 'TLSv1.3', group: 0x11ec, keyProof: 'valid', chain: 0 }
  for (const id of ['ios-26', 'chromium-131', 'chromium-150', 'cronet-android-16'])
    expect(found.get(id), id).toMatchObject({ basis: 'connected', handshake: hybrid })
  const classical = { kind: 'accepted', version: 'TLSv1.3', group: 0x1d, keyProof: 'valid' }
  // The draft's group is another one, which this server does not know.
  for (const id of ['ios-18', 'android-17', 'chromium-124'])
    expect(found.get(id), id).toMatchObject({ basis: 'connected', handshake: classical })
})

test.runIf(node)(
  'a server with the hybrid alone: others are refused, and nobody passes by guess',
  async () => {
    const found = await clients(await serve({ ecdhCurve: 'X25519MLKEM768', minVersion: 'TLSv1.3' }))
    expect(found.get('ios-26')).toMatchObject({
      handshake: { kind: 'accepted', group: 0x11ec, keyProof: 'valid' },
    })
    for (const id of ['ios-18', 'android-17', 'chromium-120', 'chromium-124'])
      expect(found.get(id), id).toMatchObject({ basis: 'connected', handshake: { kind: 'refused' } })
    for (const [id, fact] of found)
      if (fact.basis === 'predicted') expect([id, fact.prediction.kind]).not.toEqual([id, 'accepted'])
  },
)
