/** `hefa scan`, `check --scan` and `--write-config` on small projects, as a user runs them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/index.js'
import { folder, hefa } from './hefa.js'
import { inProcess } from './in-process.js'

async function project(files: Record<string, string>): Promise<string> {
  const cwd = await folder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true })
    writeFileSync(join(cwd, name), text)
  }
  return cwd
}

const APP = {
  'mini/app.json': '{"pages":["pages/a"]}',
  'mini/project.config.json': '{"appid":"wx0123456789abcdef"}',
}
const LISTED = "wx.request({ url: 'https://api.example.com/v1' })\n"
const UNLISTED = "wx.request({ url: 'https://new.example.com/v1' })\n"
const OPEN = 'export function load(url) {\n  wx.request({ url })\n}\n'
const CONFIG = '{ "domains": { "request": ["https://api.example.com"] } }'
const wechat = (source: string, config: Record<string, string> = { 'hefa.config.json': CONFIG }) =>
  project({ ...APP, 'mini/pages/a.js': source, ...config })

/** Every server of the machine refuses: nothing leaves it. */
const REFUSED = ['--resolve', '*:443:127.0.0.1', '--timeout', '1', '--no-fetch']

describe('exit status', () => {
  test.each([
    ['everything listed', LISTED, 0],
    ['a host in no list', UNLISTED, 1],
    ['only a call nobody can tell', OPEN, 3],
    ['both', UNLISTED + OPEN, 1],
    ['no call at all', 'App({})\n', 0],
  ])('%s', async (_, source, status) => {
    const ran = await inProcess(['scan', 'mini', '--format', 'json'], { cwd: await wechat(source) })
    expect(ran.status).toBe(status)
    expect(JSON.parse(ran.stdout)).toMatchObject({ exitCode: status, targets: [], scan: { compared: true } })
  })

  test('--allow-unknown and --fail-on', async () => {
    expect((await inProcess(['scan', 'mini', '--allow-unknown'], { cwd: await wechat(OPEN) })).status).toBe(0)
    const lower = await wechat(LISTED.replace('{', "{ method: 'get',"))
    expect((await inProcess(['scan', 'mini'], { cwd: lower })).status).toBe(0)
    expect((await inProcess(['scan', 'mini', '--fail-on', 'warning'], { cwd: lower })).status).toBe(1)
  })

  test.each([
    [['scan', 'nowhere'], 'nowhere: cannot be scanned: ENOENT'],
    [['scan', 'hefa.config.json'], 'not a folder'],
    [['scan', ''], 'cannot be scanned'],
    [['scan'], 'missing argument DIR'],
    [['scan', 'mini', '--config', 'none.json'], 'none.json:1:1'],
    [['scan', 'mini', '--config', 'broken.json'], 'broken.json:1:'],
    [['scan', 'mini', '--write-config', '--format', 'json'], '--format'],
    [['scan', 'mini', '--write-config', '--output', 'x'], '--output'],
    [['scan', 'mini', '--output', 'no/such/file'], 'ENOENT'],
    [['scan', 'mini', '--platform', 'wechatt'], 'did you mean wechat?'],
    [['check', '--scan', 'nowhere'], 'nowhere: cannot be scanned: ENOENT'],
  ])('hefa %j is status 2', async (args, told) => {
    const cwd = await wechat(LISTED, { 'hefa.config.json': CONFIG, 'broken.json': '{"domainz":{}}' })
    const ran = await inProcess(args, { cwd })
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toContain(told)
  })
})

describe('the config', () => {
  test('is found where check finds it, else in the folder, and named', async () => {
    const inside = await wechat(UNLISTED, { 'mini/hefa.config.json': CONFIG })
    const ran = await inProcess(['scan', 'mini'], { cwd: inside })
    expect(ran.status).toBe(1)
    expect(ran.stderr).toContain(join('mini', 'hefa.config.json'))
    const both = await wechat(UNLISTED, {
      'mini/hefa.config.json': CONFIG,
      'hefa.config.yaml': 'domains: { request: ["https://new.example.com"] }',
    })
    const here = await inProcess(['scan', 'mini'], { cwd: both })
    expect(here.status).toBe(0)
    expect(here.stderr).toContain('hefa.config.yaml')
    expect((await inProcess(['scan', 'mini', '--quiet'], { cwd: both })).stderr).toBe('')
    const named = await inProcess(['scan', 'mini', '--config', 'mini/hefa.config.json'], { cwd: both })
    expect(named.status).toBe(1)
  })

  test('package.json counts when it holds one', async () => {
    const own = await wechat(UNLISTED, { 'package.json': `{ "hefa": ${CONFIG} }` })
    expect((await inProcess(['scan', 'mini'], { cwd: own })).status).toBe(1)
    const other = await wechat(UNLISTED, { 'package.json': '{ "name": "hefa" }' })
    expect((await inProcess(['scan', 'mini'], { cwd: other })).status).toBe(3)
  })

  test('may come on standard input', async () => {
    const ran = await inProcess(['scan', 'mini', '--config', '-'], {
      cwd: await wechat(UNLISTED, {}),
      input: CONFIG,
    })
    expect(ran.status).toBe(1)
  })

  test('without one the hosts are listed, and how to make one', async () => {
    const ran = await inProcess(['scan', 'mini'], { cwd: await wechat(UNLISTED, {}) })
    expect(ran.status).toBe(3)
    expect(ran.stdout).toContain('https://new.example.com  1 call\n')
    expect(ran.stdout).toContain('hefa scan mini --write-config > hefa.config.jsonc')
    expect(ran.stdout).not.toContain('project/unlisted-domain')
  })
})

describe('places', () => {
  test('are told from the working directory on', async () => {
    const ran = await inProcess(['scan', 'mini', '--format', 'json'], { cwd: await wechat(`\n${UNLISTED}`) })
    const { config } = JSON.parse(ran.stdout)
    const found = config.find(({ status }: { status: string }) => status === 'fail')
    expect(found.entry).toMatchObject({ file: 'mini/pages/a.js', line: 2 })
  })

  test('and from within the folder too', async () => {
    const cwd = await wechat(UNLISTED)
    const ran = await inProcess(['scan', '.', '--config', '../hefa.config.json', '--format', 'github'], {
      cwd: join(cwd, 'mini'),
    })
    expect(ran.stdout).toMatch(/^::error file=pages\/a\.js,line=1,col=\d+,/)
  })
})

describe('--write-config', () => {
  const SOURCE = [
    "const BASE = 'https://api.example.com:8443/v1'",
    'wx.request({ url: `$\u007bBASE}/x` })',
    "wx.uploadFile({ url: 'https://up.example.com/u', filePath: f })",
    "wx.connectSocket({ url: 'wss://ws.example.com/s' })",
    "wx.request({ url: 'http://192.168.1.5:3000/dev' })",
    "wx.request({ url: 'https://api.weixin.qq.com/sns/userinfo' })",
    'export const load = (url) => wx.request({ url })',
    '',
  ].join('\n')

  test('prints a config that loads, and nothing else', async () => {
    const cwd = await wechat(SOURCE, {})
    const ran = await inProcess(['scan', 'mini', '--write-config'], { cwd })
    expect(ran).toMatchObject({ status: 0, stderr: '' })
    expect(ran.stdout).toContain('//   http://192.168.1.5:3000 (mini/pages/a.js:5)')
    expect(ran.stdout).toContain('//   https://api.weixin.qq.com (mini/pages/a.js:6)')
    expect(ran.stdout).toContain('//   wx.request (mini/pages/a.js:7)')
    writeFileSync(join(cwd, 'hefa.config.jsonc'), ran.stdout)
    const loaded = await loadConfig(undefined, { cwd })
    if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
    expect(loaded.config.entries.map(({ api, text }) => `${api} ${text}`)).toEqual([
      'request https://api.example.com:8443',
      'connectSocket wss://ws.example.com',
      'uploadFile https://up.example.com',
    ])
    const again = await inProcess(['scan', 'mini', '--format', 'json'], { cwd })
    const { config, scope } = JSON.parse(again.stdout)
    expect(
      JSON.stringify(config.filter(({ status }: { status: string }) => status === 'fail')),
    ).not.toContain('https://up.example.com')
    // It compares the source with itself, and says so.
    expect(scope.madeFromSource).toBe(true)
  })

  test('a config that is already there, even a broken one, is not looked at', async () => {
    const cwd = await wechat(SOURCE, { 'hefa.config.jsonc': '' })
    expect((await inProcess(['scan', 'mini', '--write-config'], { cwd })).status).toBe(0)
  })

  test('for the platforms the project is built for, or those that are asked for', async () => {
    const alipay = await project({
      'mini.project.json': '{}',
      'app.json': '{"pages":["a"]}',
      'a.js': "my.request({ url: 'https://api.example.com' })\n",
    })
    const ran = await inProcess(['scan', '.', '--write-config'], { cwd: alipay })
    expect(ran.stdout).toContain('"platforms": ["alipay"')
    expect(ran.stdout).toContain('"https://api.example.com" // a.js:1')
    const asked = await inProcess(['scan', '.', '--write-config', '--platform', 'mpaas'], { cwd: alipay })
    expect(asked.stdout).toContain('"platforms": ["mpaas"]')
  })

  test('without a host nothing is made up, and the config is one all the same', async () => {
    const ran = await inProcess(['scan', 'mini', '--write-config'], { cwd: await wechat('App({})\n', {}) })
    expect(ran.status).toBe(0)
    expect(ran.stderr).toContain('no call with a host was found')
    const loaded = await loadConfig('hefa.config.jsonc', { text: ran.stdout })
    expect('config' in loaded && [loaded.config.entries, loaded.config.scan?.define]).toEqual([[], []])
  })

  test('what is missing and what was not read stand in comments', async () => {
    const source =
      'wx.request({ url: process.env.API + "/x" })\nwx.request({ url: process.env.API + "/y" })\n'
    const cwd = await wechat(source, { 'mini/pages/b.js': 'const = 1\n' })
    const { stdout } = await inProcess(['scan', 'mini', '--write-config'], { cwd })
    expect(stdout).toContain('    //   "process.env.API": "https://…", // 2 · mini/pages/a.js:1')
    expect(stdout).toContain('  //   syntax (mini/pages/b.js:1)')
    const loaded = await loadConfig('hefa.config.jsonc', { text: stdout })
    expect('config' in loaded && loaded.config.entries).toEqual([])
  })
})

describe('check --scan', () => {
  test('one report, one exit status', async () => {
    const cwd = await wechat(UNLISTED)
    const ran = await inProcess(['check', '--scan', 'mini', '--format', 'json', ...REFUSED], { cwd })
    const report = JSON.parse(ran.stdout)
    expect(report.targets).toHaveLength(1)
    expect(report.scan.calls).toEqual({ found: 1, resolved: 1, undetermined: 0 })
    const rooms = new Set(report.config.map(({ rule }: { rule: string }) => rule.split('/')[0]))
    expect(rooms).toEqual(new Set(['domain', 'project']))
    expect(ran.status).toBe(1)
  })

  test('read along as ndjson, the summary holds the source', async () => {
    const ran = await inProcess(['check', '--scan', 'mini', '--format', 'ndjson', ...REFUSED], {
      cwd: await wechat(UNLISTED),
    })
    const lines = ran.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ type }) => type)).toEqual(['target', 'summary'])
    expect(lines[1].scan.folder).toBe('mini')
    expect(JSON.stringify(lines[1].config)).toContain('project/unlisted-domain')
  })

  test('facts saved with it are judged again with it', async () => {
    const cwd = await wechat(UNLISTED)
    const json = ['--format', 'json', '--at', '2026-12-01']
    const live = await inProcess(
      ['check', '--scan', 'mini', '--save-facts', 'facts.json', ...json, ...REFUSED],
      {
        cwd,
      },
    )
    const again = await inProcess(['judge', 'facts.json', ...json], { cwd })
    const timeless = (text: string) => {
      const { scope, ...rest } = JSON.parse(text)
      return { ...rest, durationMs: 0, scope: { ...scope, gatheredAt: '' } }
    }
    expect(timeless(again.stdout)).toEqual(timeless(live.stdout))
  })

  test('so are those of a scan alone, also under another config', async () => {
    const cwd = await wechat(UNLISTED, { 'other.json': CONFIG })
    expect((await inProcess(['scan', 'mini', '--save-facts', 'facts.json'], { cwd })).status).toBe(3)
    expect((await inProcess(['judge', 'facts.json'], { cwd })).status).toBe(3)
    const under = await inProcess(['judge', 'facts.json', '--config', 'other.json', '--format', 'json'], {
      cwd,
    })
    expect(under.status).toBe(1)
    expect(JSON.parse(under.stdout).targets).toEqual([])
    expect((await inProcess(['judge', 'facts.json', '--platform', 'alipay'], { cwd })).status).toBe(3)
  })
})

describe('as a program', () => {
  test('the page in both languages, piped and without colour', async () => {
    const cwd = await wechat(UNLISTED + OPEN)
    for (const [lang, told] of [
      ['en', '1 of 2 network calls resolved, 1 not determined'],
      ['zh', '2 处网络调用中 1 处已解析，1 处无法确定'],
    ] as const) {
      const ran = await hefa(['scan', 'mini', '--lang', lang], { cwd, env: { NO_COLOR: '1' } })
      expect(ran.status).toBe(1)
      expect(ran.stdout).toContain(told)
      expect(ran.stdout).not.toContain('\x1b')
    }
  })

  test('the page in HTML holds both languages', async () => {
    const cwd = await wechat(OPEN)
    await hefa(['scan', 'mini', '--format', 'html', '--output', 'x.html'], { cwd })
    const page = readFileSync(join(cwd, 'x.html'), 'utf8')
    for (const text of ['id="source"', 'mini/pages/a.js:2:3', '来自参数']) expect(page).toContain(text)
  })

  test('shells complete a folder', async () => {
    const { stdout } = await hefa(['completion', 'bash'])
    expect(stdout).toContain('--write-config')
  })
})

describe('scan in the config', () => {
  const config = (scan: string, rest = '"domains": { "request": ["https://api.example.com"] }') => ({
    'hefa.config.json': `{ ${rest},\n"scan": ${scan} }`,
  })
  const run = async (source: string, scan: string, args: string[] = []) =>
    inProcess(['scan', 'mini', '--format', 'json', ...args], { cwd: await wechat(source, config(scan)) })
  const told = (stdout: string) =>
    JSON.parse(stdout)
      .config.filter(
        ({ rule, status }: { rule: string; status: string }) =>
          status === 'fail' && rule === 'project/scan-setting',
      )
      .map(({ level, message }: { level: string; message: string }) => `${level} ${message}`)

  test('what is missing is answered, shown, and used', async () => {
    const ran = await run(
      'wx.request({ url: process.env.API + "/x" })',
      '{ "define": { "process.env.API": "https://api.example.com" } }',
    )
    expect(ran.status).toBe(0)
    expect(told(ran.stdout)).toEqual([
      'info scan.define: process.env.API is taken to be https://api.example.com.',
    ])
  })

  test('what did nothing is a warning, where it stands', async () => {
    const ran = await run(LISTED, '{ "define": { "process.env.API": "https://api.example.com" } }', [
      '--fail-on',
      'warning',
    ])
    expect(ran.status).toBe(1)
    expect(told(ran.stdout)).toEqual([
      'warning scan.define: process.env.API has no effect: nothing in the source matches it.',
    ])
    expect(ran.stdout).toMatch(/"file":\s*"hefa.config.json",\s*"line":\s*2,/)
  })

  test('what is accepted is waived with its reason, and only in that file', async () => {
    const accept = (file: string) =>
      `{ "accept": [{ "file": "${file}", "reason": "a person looked", "until": "2999-01-01" }] }`
    const accepted = await run(OPEN, accept('pages/a.js'))
    expect([accepted.status, told(accepted.stdout)]).toEqual([
      0,
      ['info scan.accept: 1 finding in pages/a.js accepted: a person looked.'],
    ])
    expect(accepted.stdout).toMatch(/"status":\s*"waived"/)
    expect((await run(OPEN, accept('pages/b.js'))).status).toBe(3)
    expect((await run(UNLISTED, accept('pages/a.js'))).status).toBe(1)
  })

  test('root and mode; the flag wins', async () => {
    const source =
      "wx.request({ url: process.env.NODE_ENV === 'development' ? 'https://new.example.com' : 'https://api.example.com' })"
    expect((await run(source, '{}')).status).toBe(0)
    expect((await run(source, '{ "mode": "development" }')).status).toBe(1)
    expect((await run(source, '{ "mode": "development" }', ['--mode', 'release'])).status).toBe(0)
    const rooted = await run(UNLISTED, '{ "root": "other" }')
    expect([rooted.status, rooted.stderr]).toEqual([
      2,
      expect.stringMatching(/^hefa: hefa\.config\.json:2:19: .*other/m),
    ])
  })
})

describe('--har and --log', () => {
  const recording = (...urls: string[]) =>
    JSON.stringify({ log: { entries: urls.map((url) => ({ _resourceType: 'xhr', request: { url } })) } })
  const run = async (files: Record<string, string>, ...args: string[]) =>
    inProcess(['scan', 'mini', '--format', 'json', ...args], {
      cwd: await wechat(LISTED, { 'hefa.config.json': CONFIG, ...files }),
    })
  const notes = (stdout: string) =>
    JSON.parse(stdout).config.flatMap(({ rule, status, message }: Record<string, string>) =>
      rule === 'project/seen-host' && status === 'fail' ? [message] : [],
    )

  test('what was asked is judged by the lists, and joined with the source', async () => {
    const same = await run({ 'a.har': recording('https://api.example.com/x') }, '--har', 'a.har')
    expect([same.status, notes(same.stdout)]).toEqual([0, []])
    const other = await run({ 'a.har': recording('https://new.example.com/x') }, '--har', 'a.har')
    expect([other.status, notes(other.stdout).length]).toEqual([1, 2])
    const logged = await run({ 'v.log': 'request https://new.example.com/x\n' }, '--log', 'v.log')
    expect([logged.status, notes(logged.stdout).length]).toEqual([1, 2])
  })

  test("a host that is listed for downloads only isn't a fault of a recording that tells no API", async () => {
    const config =
      '{ "domains": { "request": ["https://api.example.com"], "downloadFile": ["https://cdn.example.com"] } }'
    const files = { 'hefa.config.json': config, 'a.har': recording('https://cdn.example.com/x') }
    expect((await run(files, '--har', 'a.har')).status).toBe(0)
  })

  test('a recording that is none ends with status 2 and its place', async () => {
    const ran = await run({ 'a.har': '{"log":\n x}' }, '--har', 'a.har')
    expect(ran.status).toBe(2)
    expect(ran.stderr).toMatch(/a\.har:2:2: not JSON/)
    expect((await run({}, '--log', 'none.log')).status).toBe(2)
  })
})
