/** Chromium as an oracle: what it refuses, hefa must not let pass for devtools; what it loads, hefa must not fail. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CASES } from './cases.js'
import { askChromium, CERTUTIL, CHROMIUM } from './chromium.js'
import { DIFFERENCES } from './differences.js'
import { askHefa, type Judged } from './hefa.js'
import { differs, page, type Row } from './page.js'
import { startAll } from './servers.js'

const PAGE = join(import.meta.dirname, '../../docs/oracle.md')
const DEVTOOLS = 'wechat-devtools'
const NOTHING: Judged = { verdict: 'unknown', rules: ['not audited'] }

async function ask(): Promise<Row[]> {
  const { servers, close } = await startAll(CASES)
  try {
    const judged = await askHefa(servers, [DEVTOOLS])
    const { said } = await askChromium(servers)
    return CASES.map((one) => ({
      one,
      chromium: said.get(one.id) ?? null,
      hefa: judged.get(one.id)?.[DEVTOOLS] ?? NOTHING,
    }))
  } finally {
    await close()
  }
}

test('at least eighty servers, each with a name of its own', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(80)
  expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length)
})

describe.skipIf(!CHROMIUM || !CERTUTIL)('Chromium and hefa', () => {
  test('agree, but for what is explained (HEFA_WRITE=1 writes docs/oracle.md)', async () => {
    const rows = await ask()
    if (process.env.HEFA_WRITE) writeFileSync(PAGE, page(rows))
    const found = rows.filter(differs).map(({ one }) => one.id)
    expect(found.sort()).toEqual(Object.keys(DIFFERENCES).sort())
    expect(rows.filter(({ hefa }) => hefa.verdict === 'unknown').map(({ one }) => one.id)).toEqual([])
    expect(readFileSync(PAGE, 'utf8')).toBe(page(rows))
  }, 300_000)
})
