import { beforeEach, describe, expect, test, vi } from 'vitest'
import { attempt } from '../../src/probes/attempt.js'
import type { Line, LineEvents } from '../../src/probes/net.js'
import { startFlight } from '../../src/probes/tls/flight.js'
import { HELLO_PROFILES } from '../../src/probes/tls/hellos.js'
import { keyCache } from '../../src/probes/tls/signature.js'

let events: LineEvents
const line: Line = { send: vi.fn(), close: vi.fn() }
vi.mock('../../src/probes/net.js', () => ({
  openLine: (_: unknown, given: LineEvents) => {
    events = given
    return line
  },
}))

const profile = HELLO_PROFILES.find(({ id }) => id === 'tls1.2')
if (!profile) throw new Error('no profile')
const destination = { address: '127.0.0.1', port: 443, timeoutMs: 1000 }
const ask = () => attempt(destination, startFlight(profile, null, keyCache()), () => undefined)

beforeEach(() => vi.clearAllMocks())

describe('before TCP has connected', () => {
  test.each([
    ['ECONNREFUSED', { kind: 'refused', by: 'connection' }],
    ['timeout', { kind: 'no-answer', phase: 'connect', cause: 'timeout' }],
    ['ETIMEDOUT', { kind: 'no-answer', phase: 'connect', cause: 'ETIMEDOUT' }],
    ['aborted', { kind: 'no-answer', phase: 'connect', cause: 'aborted' }],
    ...['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EMFILE', 'ENFILE', 'EACCES', 'EPERM'].map(
      (errno) => [errno, { kind: 'no-answer', phase: 'connect', cause: `local:${errno}` }] as const,
    ),
  ] as const)('%s', async (cause, handshake) => {
    const made = ask()
    events.ended(cause)
    expect(await made).toEqual({ handshake, connected: false })
    expect(line.send).not.toHaveBeenCalled()
  })

  test('a reset that overtakes the connection is one of a connection', async () => {
    const made = ask()
    events.ended('ECONNRESET')
    expect(await made).toMatchObject({
      handshake: { kind: 'no-answer', cause: 'ECONNRESET' },
      connected: true,
    })
  })

  test('but not where a proxy stands between', async () => {
    const proxy = { address: '127.0.0.1', port: 3128, host: 'a.cn', name: 'http://127.0.0.1:3128' }
    const through = { ...destination, proxy: proxy as never }
    const made = attempt(through, startFlight(profile, null, keyCache()), () => undefined)
    events.ended('ECONNRESET')
    expect(await made).toMatchObject({ handshake: { phase: 'connect' }, connected: false })
  })
})

describe('after the hello', () => {
  test.each([
    ['ECONNRESET', 'ECONNRESET'],
    ['EPIPE', 'ECONNRESET'],
    ['closed', 'closed'],
    ['timeout', 'timeout'],
  ])('%s', async (cause, named) => {
    const made = ask()
    events.connected()
    expect(line.send).toHaveBeenCalledOnce()
    events.ended(cause)
    expect(await made).toEqual({
      handshake: { kind: 'no-answer', phase: 'hello', cause: named },
      connected: true,
    })
  })

  test('an answer closes the line', async () => {
    const made = ask()
    events.connected()
    events.data(Buffer.from([21, 3, 3, 0, 2, 2, 40]))
    expect(await made).toEqual({ handshake: { kind: 'refused', by: 'alert', alert: 40 }, connected: true })
    expect(line.close).toHaveBeenCalledOnce()
  })
})
