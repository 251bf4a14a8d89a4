/** Handshakes that no server in order makes, and hellos that are cut: what Chromium breaks off must not pass, and what it goes on with must not fail. */
import { expect, test } from 'vitest'
import type { PlatformId } from '../../src/types.js'
import { cuts } from './cases/cuts.js'
import { flights } from './cases/flights.js'
import { hellos } from './cases/hellos.js'
import { askChromium, CERTUTIL, CHROMIUM } from './chromium.js'
import { askHefa } from './hefa.js'
import { startAll } from './servers.js'

const DEVTOOLS: PlatformId = 'wechat-devtools'
const CASES = [...hellos, ...flights, ...cuts]

/** Of a request, Node's own TLS decides: it refuses what Chromium takes, and is no phone, so all of it is undetermined. */
const NODE_REFUSES = [
  'empty-sealed-13',
  'entry-sct-13',
  'noise-second-12',
  'record-0300-12',
  'record-0301-12',
  'record-0304-12',
  'record-03ff-12',
  // Node's TLS does not ask for what this server sends.
  'packed-brotli-13',
]

test('a hundred and more, each with a name of its own', () => {
  expect(CASES.length).toBeGreaterThan(120)
  expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length)
})

test.skipIf(!CHROMIUM || !CERTUTIL)(
  'hefa and Chromium agree on every one, or hefa does not know',
  async () => {
    const { servers, close } = await startAll(CASES)
    const judged = await askHefa(servers, [DEVTOOLS])
    const { said } = await askChromium(servers)
    await close()
    const rows = CASES.map(({ id }) => ({
      id,
      loads: said.get(id) === null,
      verdict: judged.get(id)?.[DEVTOOLS]?.verdict ?? 'unknown',
    }))
    const wrong = rows.filter(({ loads, verdict }) =>
      loads ? verdict === 'fail' : verdict === 'pass' || verdict === 'warn',
    )
    expect(wrong).toEqual([])
    const unknown = rows.filter(({ loads, verdict }) => loads && verdict === 'unknown').map(({ id }) => id)
    expect(unknown.sort()).toEqual([...NODE_REFUSES].sort())
  },
  300_000,
)
