/** One address, several servers: what the same hello gets again. */
import { afterEach, describe, expect, test } from 'vitest'
import { makeCertificate } from '../../src/demo/index.js'
import type { EndpointFacts, Handshake } from '../../src/facts/index.js'
import { repeats } from '../../src/probes/alternating.js'
import { gather } from '../../src/probes/index.js'
import { alert, type FakeServer, fakeServer, type Identity, messages12, record } from '../helpers/fake-tls.js'

const drew = (certificate: string): Handshake => ({
  kind: 'accepted',
  version: 'TLSv1.3',
  cipher: 1,
  certificates: [certificate],
})
const silent: Handshake = { kind: 'no-answer', phase: 'hello', cause: 'timeout' }

describe('the same hello again', () => {
  async function asked(answers: Record<string, Handshake>, more: Handshake[], places = 9) {
    const left = [...more]
    const found = await repeats(answers, places, async () => left.shift() ?? silent)
    return { times: more.length - left.length, alternates: found !== null }
  }
  const two = { 'tls1.3': drew('A'), 'tls1.2': drew('B') }
  const times = (count: number, certificate: string) => Array.from({ length: count }, () => drew(certificate))

  test.each<[string, Record<string, Handshake>, Handshake[], number, { times: number; alternates: boolean }]>(
    [
      [
        'is not sent where there is one chain',
        { 'tls1.3': drew('A'), x: drew('A') },
        times(5, 'B'),
        9,
        { times: 0, alternates: false },
      ],
      [
        'is not sent where nothing was accepted',
        { 'tls1.3': silent, x: drew('A') },
        times(5, 'B'),
        9,
        { times: 0, alternates: false },
      ],
      ['gets the same: what hellos offer decides', two, times(5, 'A'), 9, { times: 3, alternates: false }],
      ['gets the other one', two, times(5, 'B'), 9, { times: 1, alternates: true }],
      ['gets a third one', two, [drew('A'), drew('A'), drew('C')], 9, { times: 3, alternates: true }],
      ['gets no answer', two, [silent, silent, silent], 9, { times: 3, alternates: false }],
      ['is sent as often as there is room', two, times(5, 'A'), 1, { times: 1, alternates: false }],
      ['is not sent without room', two, times(5, 'B'), 0, { times: 0, alternates: false }],
    ],
  )('%s', async (_, answers, more, places, expected) => {
    expect(await asked(answers, more, places)).toEqual(expected)
  })
})

const servers: FakeServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** TLS 1.2 alone, by each identity in turn. */
async function takingTurns(identities: readonly Identity[]): Promise<EndpointFacts['chains']> {
  let answered = 0
  const server = await fakeServer((hello, socket) => {
    const fine = !hello.extensions.has(43) && hello.suites.includes(0xc02b)
    const identity = fine ? identities[answered++ % identities.length] : undefined
    socket.end(identity ? record(22, Buffer.concat(messages12(hello, identity))) : alert(2, 70))
  })
  servers.push(server)
  const target = { host: 'api.test', port: server.port, scheme: 'https' as const, entries: [] }
  const resolve = [{ host: 'api.test', port: server.port, addresses: ['127.0.0.1'] }]
  const [facts] = await gather([target], { resolve })
  return facts?.endpoints[0]?.chains ?? []
}

test('servers that take turns are both those of every client', async () => {
  const identities = ['api.test', 'other.test'].map((name) => {
    const { der, key } = makeCertificate({ names: [name] })
    return { certificates: [der], key }
  })
  const chains = await takingTurns(identities)
  expect(chains.map(({ primary }) => primary)).toEqual([true, true])
})
