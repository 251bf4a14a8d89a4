/** What `examples/` shows works. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCertificate, startServer } from '../../src/demo/index.js'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'hefa-example-'))
const HOST = 'api.shop.example'
const selfSigned = makeCertificate({ names: [HOST] })
let server: Awaited<ReturnType<typeof startServer>>
let config = ''

beforeAll(async () => {
  server = await startServer({ kind: 'tls', leaf: selfSigned, others: [] })
  config = join(folder, 'hefa.config.json')
  writeFileSync(
    config,
    JSON.stringify({
      domains: { request: [`https://${HOST}:${server.port}`] },
      plugins: [join(root, 'examples/my-rule.mjs')],
      rules: { 'company/tls-1.3': 'error' },
    }),
  )
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

async function example(name: string, ...args: string[]): Promise<{ stdout: string; code: number }> {
  const resolve = `${HOST}:${server.port}:127.0.0.1`
  try {
    const { stdout } = await run(process.execPath, [join('examples', name), config, ...args, resolve], {
      cwd: root,
    })
    return { stdout, code: 0 }
  } catch (error) {
    const { stdout, code } = error as { stdout: string; code: number }
    return { stdout, code }
  }
}

test('check.mjs prints a verdict per platform and ends with the exit status', async () => {
  const { stdout, code } = await example('check.mjs')
  expect(stdout.trim().split('\n')).toEqual([
    'wechat-ios: fail',
    'wechat-android: fail',
    'wechat-devtools: fail',
  ])
  expect(code).toBe(1)
})

test('scan.mjs prints every call with its place', async () => {
  const app = join(folder, 'app')
  mkdirSync(app)
  writeFileSync(join(app, 'app.json'), '{"pages":["a"]}')
  writeFileSync(join(app, 'a.js'), "wx.request({ url: 'https://api.example.com/x' })\n")
  const { stdout } = await run(process.execPath, ['examples/scan.mjs', app], { cwd: root })
  expect(stdout).toBe('a.js:1:1 wx.request https://api.example.com/x\n')
})

test('facts.mjs judges the same facts for two days', async () => {
  const { stdout } = await example('facts.mjs', '200')
  expect(stdout).toMatch(/: fail, valid\n.*: fail, expired\n/)
})

test('the examples are typed as the library says', async () => {
  const files = readdirSync(join(root, 'examples'))
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => join('examples', name))
  const options = '--ignoreConfig --noEmit --allowJs --checkJs --strict --skipLibCheck --types node'.split(
    ' ',
  )
  const target = ['--module', 'nodenext', '--target', 'es2023']
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = await run(process.execPath, [tsc, ...options, ...target, ...files], { cwd: root }).catch(
    (error) => error,
  )
  expect(stdout).toBe('')
})
