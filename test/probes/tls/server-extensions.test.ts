/** What makes phones break off, in each place where a server may say it. */
import { describe, expect, test } from 'vitest'
import { CLIENTS } from '../../../src/clients/index.js'
import { makeCertificate } from '../../../src/demo/index.js'
import type { Handshake } from '../../../src/facts/index.js'
import { u8, u16, vector8, vector16, vector24 } from '../../../src/probes/tls/bytes.js'
import { startFlight } from '../../../src/probes/tls/flight.js'
import type { FlightProfile } from '../../../src/probes/tls/hellos.js'
import { HELLO_PROFILES } from '../../../src/probes/tls/hellos.js'
import { loadHybridShares } from '../../../src/probes/tls/hybrid-shares.js'
import { checkEntryExtensions, checkRequest } from '../../../src/probes/tls/server-extensions.js'
import { keyCache } from '../../../src/probes/tls/signature.js'
import { extension, message, messages12, record, serverHello, viewHello } from '../../helpers/fake-tls.js'

await loadHybridShares()
const leaf = makeCertificate({ names: ['api.test'] })
const identity = { certificates: [leaf.der], key: leaf.key }
const none = Buffer.alloc(0)
const phone = CLIENTS.find(({ id }) => id === 'ios-26') as (typeof CLIENTS)[number]
const PHONE: FlightProfile = {
  ...{ version: 'TLSv1.3', suites: phone.offer.suites, signatures: phone.offer.signatures },
  ...{ prove: true, certificateOnly: false, phone },
}
const GENERAL = HELLO_PROFILES.find(({ id }) => id === 'tls1.2') as FlightProfile

type Parts = Partial<Parameters<typeof serverHello>[0]>
type More = (sent: { sessionId: Buffer }) => Parts & { add?: Buffer[] }

/** A first flight of TLS 1.2 whose ServerHello says more, or something else. */
function answerTo(profile: FlightProfile, more: More): Handshake | null {
  const flight = startFlight(profile, 'api.test', keyCache())
  const view = viewHello(flight.hello)
  const [plain = none, ...rest] = messages12(view, identity)
  const { add = [], ...parts } = more(view)
  const extensions = [extension(0xff01, u8(0)), ...add]
  const hello = serverHello({ suite: 0xc02b, random: plain.subarray(6, 38), extensions, ...parts })
  flight.receive(Buffer.concat([hello, ...rest].map((one) => record(22, one))))
  return flight.answer
}
const saying =
  (...add: Buffer[]): More =>
  () => ({ add })
const alpn = (...names: string[]) =>
  extension(16, vector16(...names.map((name) => vector8(Buffer.from(name)))))
const random = (end: string) => Buffer.concat([Buffer.alloc(24, 7), Buffer.from(end, 'hex')])

describe.each([
  ['a phone', PHONE],
  ['nobody in particular', GENERAL],
])('ServerHello of TLS 1.2 to %s', (_, profile) => {
  test.each<[string, More]>([
    ['nothing more', saying()],
    ['an acknowledged name', saying(extension(0, none))],
    ['groups, which some servers send', saying(extension(10, vector16(u16(23))))],
    ['point formats', saying(extension(11, vector8(u8(1), u8(0))))],
    ['a protocol', saying(alpn('http/1.1'))],
    ['extended_master_secret', saying(extension(23, none))],
    ['timestamps', saying(extension(18, vector16(vector16(u8(1)))))],
    ['no extensions at all', () => ({ extensions: undefined as unknown as Buffer[] })],
    ['a session id of its own', () => ({ sessionId: Buffer.alloc(32, 1) })],
  ])('%s', (_what, more) => expect(answerTo(profile, more)).toMatchObject({ kind: 'accepted' }))

  test.each<[string, More]>([
    ['a type that does not exist', saying(extension(0x1234, none))],
    ['encrypt_then_mac', saying(extension(22, none))],
    ['supported_versions', saying(extension(43, u16(0x0303)))],
    ['a name', saying(extension(0, u16(0)))],
    ['compressed points alone', saying(extension(11, vector8(u8(1))))],
    ['a protocol not offered', saying(alpn('spdy/1'))],
    ['two protocols', saying(alpn('h2', 'http/1.1'))],
    ['a protocol without a name', saying(alpn(''))],
    ['content of extended_master_secret', saying(extension(23, u8(1)))],
    ['no timestamps', saying(extension(18, none))],
    ['an empty list of timestamps', saying(extension(18, vector16()))],
    ['an empty timestamp', saying(extension(18, vector16(vector16())))],
    ['another renegotiation', () => ({ extensions: [extension(0xff01, vector8(Buffer.alloc(12)))] })],
  ])('not: %s', (_what, more) =>
    expect(answerTo(profile, more)).toEqual({ kind: 'refused', by: 'malformed' }),
  )
})

test.each(['444f574e47524401', '444f574e47524400'])(
  'a downgrade marked %s ends it for who speaks 1.3',
  (end) => {
    const marked: More = () => ({ random: random(end) })
    expect(answerTo(PHONE, marked)).toEqual({ kind: 'refused', by: 'downgrade' })
    expect(answerTo(GENERAL, marked)).toMatchObject({ kind: 'accepted' })
  },
)

test("the client's own session id in TLS 1.2 is a session that there is not", () => {
  expect(answerTo(PHONE, ({ sessionId }) => ({ sessionId }))).toEqual({ kind: 'refused', by: 'malformed' })
})

test('what one phone asks for, another does not', () => {
  const ticket = saying(extension(35, none))
  expect(answerTo(PHONE, ticket)).toEqual({ kind: 'refused', by: 'malformed' })
  expect(answerTo(GENERAL, ticket)).toMatchObject({ kind: 'accepted' })
})

test('a staple nobody promised, and an end with content', () => {
  for (const odd of [
    (all: Buffer[]) => [all[0], message(22, Buffer.concat([u8(1), vector24(u8(1))])), ...all.slice(1)],
    (all: Buffer[]) => [...all.slice(0, -1), message(14, u8(0))],
  ]) {
    const flight = startFlight(GENERAL, 'api.test', keyCache())
    const [hello = none, ...rest] = messages12(viewHello(flight.hello), identity)
    flight.receive(Buffer.concat([hello, ...odd(rest)].map((one) => record(22, one as Buffer))))
    expect(flight.answer).toMatchObject({ kind: 'accepted', incomplete: { by: 'malformed' } })
  }
})

test('a certificate of TLS 1.3 comes with what was asked for', () => {
  const check = (...types: [number, Buffer][]) =>
    checkEntryExtensions({ profile: PHONE } as never, new Map(types))
  expect(() => check([18, vector16(vector16(u8(1)))], [5, none])).not.toThrow()
  expect(() => check([0x1234, none])).toThrow('extension 4660')
  expect(() => check([16, none])).toThrow('extension 16')
  expect(() => check([18, vector16()])).toThrow()
})

test('a request for a client certificate names algorithms', () => {
  expect(() => checkRequest(none, new Map([[13, none]]))).not.toThrow()
  expect(() => checkRequest(none, new Map())).toThrow()
  expect(() => checkRequest(u8(1), new Map([[13, none]]))).toThrow()
})
