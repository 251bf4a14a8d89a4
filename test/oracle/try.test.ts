import { writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { CASES } from './cases.js'
import { askChromium } from './chromium.js'
import { askHefa } from './hefa.js'
import { startAll } from './servers.js'
import { root } from './world.js'

test('try', async () => {
  const { servers, close } = await startAll(CASES)
  writeFileSync('/tmp/servers/root.pem', root.pem)
  console.time('hefa')
  const h = await askHefa(servers, ['wechat-devtools', 'wechat-android', 'wechat-ios'])
  console.timeEnd('hefa')
  console.time('chromium')
  const { version, said } = await askChromium(servers)
  console.timeEnd('chromium')
  const lines = CASES.map((c) => {
    const d = h.get(c.id)!
    const ch = said.get(c.id)
    const v = d['wechat-devtools']!.verdict
    const diff = (v === 'fail') !== (ch !== null) || v === 'unknown'
    return `${diff ? '!!' : '  '} ${c.id.padEnd(22)} chromium ${String(ch ?? 'ok').padEnd(36)} devtools ${v.padEnd(8)} android ${d['wechat-android']!.verdict.padEnd(8)} ios ${d['wechat-ios']!.verdict.padEnd(8)} ${d['wechat-devtools']!.rules} | A ${d['wechat-android']!.rules}`
  })
  writeFileSync('/tmp/servers/oracle.txt', `${version}\n${lines.join('\n')}\n`)
  if (process.env.HOLD) {
    writeFileSync(
      '/tmp/servers/ports.txt',
      servers.map(({ one, port }) => `${one.id} ${one.host} ${port}`).join('\n'),
    )
    await new Promise((r) => setTimeout(r, 1e3 * Number(process.env.HOLD)))
  }
  await close()
}, 600_000)
