/** Real clients as oracles: what they refuse, hefa must not let pass; what they load, hefa must not fail. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PlatformId } from '../../src/types.js'
import { CASES } from './cases.js'
import { askChromium, CERTUTIL, CHROMIUM } from './chromium.js'
import { BEYOND_CHROMIUM, BEYOND_JAVA } from './differences.js'
import { askHefa, type Judged } from './hefa.js'
import { askJava, JDK, javaVersion } from './java.js'
import { chromiumPart, differs, isUnknown, javaPart, parts, type Row } from './page.js'
import { type Running, startAll } from './servers.js'

const PAGE = join(import.meta.dirname, '../../docs/oracle.md')
const NOTHING: Judged = { verdict: 'unknown', rules: ['not audited'] }
const DEVTOOLS: PlatformId = 'wechat-devtools'
/** The one whose every request goes through the system's TLS. */
const ANDROID: PlatformId = 'alipay-android'

let servers: Running[] = []
let close = async () => {}
let judged: Awaited<ReturnType<typeof askHefa>> = new Map()

const rowsOf = (platform: PlatformId, said: ReadonlyMap<string, string | null>): Row[] =>
  CASES.map((one) => ({
    one,
    client: said.get(one.id) ?? null,
    hefa: judged.get(one.id)?.[platform] ?? NOTHING,
  }))
const idsOf = (rows: readonly Row[]): string[] => rows.map(({ one }) => one.id).sort()

/** HEFA_WRITE=1 writes a part of docs/oracle.md again. */
function comparePage(which: 0 | 1, made: string): void {
  if (process.env.HEFA_WRITE) {
    const written = parts(readFileSync(PAGE, 'utf8'))
    written[which] = made
    writeFileSync(PAGE, written.filter((text) => text !== '').join('\n'))
  }
  expect(parts(readFileSync(PAGE, 'utf8'))[which]).toBe(made)
}

test('at least eighty servers, each with a name of its own', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(80)
  expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length)
})

describe.skipIf(!JDK && !(CHROMIUM && CERTUTIL))('hefa and', () => {
  beforeAll(async () => {
    const started = await startAll(CASES)
    servers = started.servers
    close = started.close
    judged = await askHefa(servers, [DEVTOOLS, ANDROID])
  }, 300_000)
  afterAll(async () => {
    await close()
  })

  test.skipIf(!CHROMIUM || !CERTUTIL)(
    'Chromium agree, but for what is explained',
    async () => {
      const { said } = await askChromium(servers)
      const rows = rowsOf(DEVTOOLS, said)
      expect(idsOf(rows.filter(differs))).toEqual(Object.keys(BEYOND_CHROMIUM).sort())
      expect(idsOf(rows.filter(isUnknown))).toEqual([])
      comparePage(0, chromiumPart(rows))
    },
    300_000,
  )

  test.skipIf(!JDK)(
    'Java agree, but for what is explained',
    async () => {
      const rows = rowsOf(ANDROID, await askJava(servers))
      const found = idsOf(rows.filter(differs))
      const version = javaVersion()
      if (version !== '17') {
        console.warn(`Java ${version}: the table is that of 17, only unexplained differences are looked for`)
        expect(found.filter((id) => !(id in BEYOND_JAVA))).toEqual([])
        return
      }
      expect(found).toEqual(Object.keys(BEYOND_JAVA).sort())
      expect(idsOf(rows.filter(isUnknown))).toEqual([])
      comparePage(1, javaPart(rows))
    },
    300_000,
  )
})
