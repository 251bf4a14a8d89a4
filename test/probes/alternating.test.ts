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
  async function asked(answers: Record<string, Handshake>, more: (id: string) => Handshake, places = 9) {
    const ids: string[] = []
    const found = await repeats(answers, places, async (id) => {
      ids.push(id)
      return more(id)
    })
    return { ids, alternates: found !== null }
  }
  const two = { 'tls1.3': drew('A'), 'tls1.2': drew('B') }
  const same = (answers: Record<string, Handshake>) => (id: string) => answers[id] ?? silent

  test.each<[string, Record<string, Handshake>, (id: string) => Handshake, number, string[], boolean]>([
    [
      'is not sent where there is one chain',
      { 'tls1.3': drew('A'), x: drew('A') },
      () => drew('B'),
      9,
      [],
      false,
    ],
    [
      'is not sent where nothing was accepted',
      { 'tls1.3': silent, x: drew('A') },
      () => drew('B'),
      9,
      [],
      false,
    ],
    ['gets the same: what hellos offer decides', two, same(two), 9, ['tls1.3', 'tls1.2', 'tls1.3'], false],
    ['gets the other one', two, () => drew('B'), 9, ['tls1.3'], true],
    ['gets no answer', two, () => silent, 9, ['tls1.3', 'tls1.2', 'tls1.3'], false],
    ['is sent as often as there is room', two, same(two), 1, ['tls1.3'], false],
    [
      'is a usual one where only a hello without a name got another',
      { 'tls1.3': drew('A'), 'ios-26': drew('A'), nameless: drew('B') },
      () => drew('A'),
      9,
      ['tls1.3', 'tls1.3', 'tls1.3'],
      false,
    ],
    ['is not sent without room', two, () => drew('B'), 0, [], false],
    [
      'is the one that got the rarest chain: it came by chance',
      { 'tls1.3': drew('A'), 'tls1.2': drew('A'), 'tls1.2-ats': drew('B'), 'ios-26': drew('A') },
      () => drew('A'),
      9,
      ['tls1.2-ats'],
      true,
    ],
    [
      'is one of each chain',
      { 'tls1.3': drew('A'), x: drew('A'), 'ios-26': drew('B'), y: drew('C'), z: drew('D') },
      (id) => (id === 'tls1.3' ? drew('E') : same({ 'ios-26': drew('B'), y: drew('C'), z: drew('D') })(id)),
      9,
      ['ios-26', 'y', 'z', 'tls1.3'],
      true,
    ],
  ])('%s', async (_, answers, more, places, ids, alternates) => {
    expect(await asked(answers, more, places)).toEqual({ ids, alternates })
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
