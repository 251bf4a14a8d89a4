import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { scanProject } from '../../../src/scan/index.js'

const root = mkdtempSync(join(tmpdir(), 'hefa-passed-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const LEVELS = 5
const MANY = 150

/** Each of its functions hands the object to one of three below it: 150 times as many ways with each level. */
function handedDown(): string {
  const one = (level: number, at: number) => `f${level}_${at}`
  const levels = Array.from({ length: LEVELS }, (_, level) =>
    Array.from({ length: MANY }, (_, at) => {
      const below = level === 0 ? 'set' : one(level - 1, at % 3)
      return `function ${one(level, at)}(to, url) { ${below}(to, url) }`
    }).join('\n'),
  )
  const calls = Array.from(
    { length: MANY },
    (_, at) => `${one(LEVELS - 1, at)}(config, 'https://set.acme.cn/${at}')`,
  )
  return ['function set(to, url) { to.url = url }', ...levels, ...calls].join('\n')
}

test('an object that goes through very many functions is changed, and the work is bounded', async () => {
  const script = `const config = { url: 'https://first.acme.cn/' }\n${handedDown()}\nwx.request({ url: config.url })`
  for (const [file, text] of Object.entries({
    'app.json': '{"pages":["a"]}',
    'a.js': 'Page({})',
    'app.js': script,
  }))
    writeFileSync(join(root, file), text)
  const { calls } = await scanProject(root)
  const servers = new Set(calls.flatMap(({ urls }) => urls.map(({ text }) => new URL(text).host)))
  expect([...servers].sort()).toEqual(['first.acme.cn', 'set.acme.cn'])
})
