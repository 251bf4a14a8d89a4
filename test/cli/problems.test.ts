/** A config that is wrong, and where reports place what they tell. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder, hefa } from './hefa.js'

const WRONG = '{\n  "platforms": ["wechatt"],\n  "domains": { "reqest": ["https://a.example.com"] }\n}\n'

/** A checkout with the program's folder inside. */
async function checkout(files: Record<string, string>): Promise<{ root: string; cwd: string }> {
  const root = await folder()
  const cwd = join(root, 'app')
  await mkdir(cwd)
  for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text)
  return { root, cwd }
}

test.each([
  ['check', ['check']],
  ['scan', ['scan', '.', '--config', 'hefa.config.json']],
  ['cert', ['cert', 'leaf.pem', '--domain', 'a.example', '--config', 'hefa.config.json']],
])('%s annotates the lines of a wrong config and writes the reports that can say so', async (_, args) => {
  const { root, cwd } = await checkout({ 'hefa.config.json': WRONG, 'app.json': '{}' })
  const formats = ['--format', 'github', '--format', 'sarif', '--output', 'h.sarif', '--format', 'csv']
  const { status, stdout, stderr } = await hefa([...args, ...formats, '--output', 'h.csv'], {
    cwd,
    env: { GITHUB_WORKSPACE: root },
  })
  expect(status).toBe(2)
  expect(stdout).toMatch(/^::error file=app\/hefa\.config\.json,line=2,col=\d+,title=config::/m)
  expect(stdout).toMatch(/^::error file=app\/hefa\.config\.json,line=3,col=\d+,title=config::/m)
  expect(stderr).toMatch(/^hefa\.config\.json:2:\d+: /m)
  const [run] = JSON.parse(await readFile(join(cwd, 'h.sarif'), 'utf8')).runs
  expect(run.results).toHaveLength(2)
  expect(run.invocations[0].executionSuccessful).toBe(false)
  await expect(readFile(join(cwd, 'h.csv'))).rejects.toThrow('ENOENT')
})

test('judging again under a wrong config does as well', async () => {
  const { cwd } = await checkout({ 'hefa.config.json': WRONG, 'app.json': '{"pages":["a"]}', 'a.js': '' })
  await writeFile(join(cwd, 'good.json'), '{"domains":{"request":["https://a.example.com"]}}')
  await hefa(['scan', '.', '--config', 'good.json', '--save-facts', 'facts.json'], { cwd })
  await expect(readFile(join(cwd, 'facts.json'), 'utf8')).resolves.toContain('config')
  const args = ['judge', 'facts.json', '--config', 'hefa.config.json', '--format', 'github']
  expect((await hefa(args, { cwd })).stdout).toMatch(/^::error file=hefa\.config\.json,line=2,/m)
})

test('findings stand where the checkout has them, also for a folder inside', async () => {
  const { root, cwd } = await checkout({
    'hefa.config.json': '{\n"domains": { "request": ["http://a.example.com"] } }',
    'app.json': '{"pages":["a"]}',
    'a.js': "wx.request({ url: 'https://b.example.com/' })\n",
  })
  const args = ['scan', '.', '--format', 'github', '--format', 'sarif', '--output', 'h.sarif']
  const told = await hefa(args, { cwd, env: { GITHUB_WORKSPACE: root } })
  expect(told.stdout).toMatch(/^::error file=app\/a\.js,line=1,/m)
  const sarif = await readFile(join(cwd, 'h.sarif'), 'utf8')
  expect(sarif).toContain('"uri": "app/a.js"')
  expect(sarif).not.toContain('"uri": "a.js"')
  const outside = await hefa(args, { cwd, env: { GITHUB_WORKSPACE: join(root, 'other') } })
  expect(outside.stdout).toMatch(/^::error file=a\.js,line=1,/m)
})

test('a config beside the one that counts is named, once', async () => {
  const lists = '{"domains":{"request":["https://a.example.com"]}}'
  const { cwd } = await checkout({
    'hefa.config.json': lists,
    'hefa.config.yaml': 'domains: {request: [https://b.example.com]}\n',
    'app.json': '{}',
    'app.js': 'wx.request({ url: "https://a.example.com/x" })',
  })
  const note = 'note: hefa.config.json counts; not read: hefa.config.yaml'
  const found = await hefa(['scan', '.'], { cwd })
  expect(found.stderr.split('\n').filter((line) => line === note)).toHaveLength(1)
  const named = await hefa(['scan', '.', '--config', 'hefa.config.json'], { cwd })
  expect(named.stderr).not.toContain('not read')
})
