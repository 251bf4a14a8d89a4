/** However many there are, no call is dropped without a word. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectFiles } from '../../bench/scan-project.js'
import { scanProject } from '../../src/scan/index.js'

const folder = mkdtempSync(join(tmpdir(), 'hefa-callers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Callers that are reported, and whether the scan says that it left some out. */
async function told(root: string): Promise<{ files: Set<string>; limited: boolean }> {
  const { calls } = await scanProject(root)
  const files = new Set(calls.filter(({ urls }) => urls.length > 0).map(({ place }) => place.file))
  return { files, limited: calls.some(({ undetermined }) => undetermined === 'limit') }
}

test('5,000 callers of one wrapper', async () => {
  const root = join(folder, 'one')
  mkdirSync(root)
  writeFileSync(
    join(root, 'http.js'),
    "export const get = (path) => wx.request({ url: 'https://a.acme.cn' + path })\n",
  )
  for (let file = 0; file < 500; file++) {
    const calls = Array.from({ length: 10 }, (_, at) => `get('/${file}/${at}')\n`)
    writeFileSync(join(root, `c${file}.js`), `import { get } from './http'\n${calls.join('')}`)
  }
  const { files, limited } = await told(root)
  expect(limited || files.size === 500).toBe(true)
})

test('200 services of 17 functions each, called from pages and stores', async () => {
  const root = join(folder, 'many')
  for (const { path, text } of projectFiles(1000)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const { files, limited } = await told(root)
  const services = [...files].filter((file) => file.includes('api/'))
  expect(limited || services.length === 200).toBe(true)
})
