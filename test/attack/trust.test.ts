import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, hefa } from '../cli/hefa.js'

/** A mini program whose config names code that leaves a mark when it runs. */
async function stranger(config = 'hefa.config.json'): Promise<string> {
  const place = await folder()
  const own = join(place, 'stranger')
  await mkdir(join(own, 'pages'), { recursive: true })
  const mark = JSON.stringify(join(place, 'RAN'))
  const files = {
    'app.json': '{"pages":["pages/i"]}',
    'app.js': 'App({})',
    'pages/i.js': "wx.request({ url: 'https://api.example.com/' })",
    'p.mjs': `import { writeFileSync } from 'node:fs'\nwriteFileSync(${mark}, '')\nexport const rules = []\n`,
    [config]: config.endsWith('.yaml')
      ? 'domains: { request: ["https://api.example.com"] }\nplugins: ["./p.mjs"]\n'
      : '{"domains":{"request":["https://api.example.com"]},"plugins":["./p.mjs"]}',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(own, name), text)
  return place
}

describe('code that came with scanned source', () => {
  test.each(['hefa.config.json', 'hefa.config.jsonc', 'hefa.config.yaml'])('%s', async (name) => {
    const cwd = await stranger(name)
    const ran = await hefa(['scan', 'stranger'], { cwd })
    expect(ran.status).toBe(2)
    expect(ran.stderr).toContain('code of scanned source never runs')
    expect(existsSync(join(cwd, 'RAN'))).toBe(false)
  })
})

describe('plugins that are refused', () => {
  const REFUSED = [
    ['check', 'stranger/hefa.config.json'],
    ['scan', 'stranger', '--config', 'stranger/hefa.config.json'],
    ['renewals', 'stranger/hefa.config.json'],
    ['cert', 'x.pem', '--domain', 'a.example', '--config', 'stranger/hefa.config.json'],
    ['init', '--from', 'stranger/hefa.config.json', '--yes'],
  ]
  test.each(REFUSED)('--no-plugins: hefa %s %s', async (...args) => {
    const cwd = await stranger()
    expect((await hefa([...args, '--no-plugins'], { cwd })).status).toBe(2)
    expect(existsSync(join(cwd, 'RAN'))).toBe(false)
  })
  test.each(REFUSED)('HEFA_NO_PLUGINS: hefa %s %s', async (...args) => {
    const cwd = await stranger()
    const ran = await hefa(args, { cwd, env: { HEFA_NO_PLUGINS: '1' } })
    expect(ran.status).toBe(2)
    expect(existsSync(join(cwd, 'RAN'))).toBe(false)
  })
  test('a config that the user names may load its own', async () => {
    const cwd = await stranger()
    await hefa(['scan', 'stranger', '--config', 'stranger/hefa.config.json'], { cwd })
    expect(existsSync(join(cwd, 'RAN'))).toBe(true)
  })
})
