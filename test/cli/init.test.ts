import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runInit } from '../../src/cli/commands/init.js'
import { starterText } from '../../src/cli/init/write.js'
import { cliWords } from '../../src/i18n/cli.js'
import { loadConfig } from '../../src/index.js'
import { folder, hefa } from './hefa.js'

async function project(files: Record<string, string>): Promise<string> {
  const cwd = await folder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true })
    writeFileSync(join(cwd, name), text)
  }
  return cwd
}

/** The entries of what was written, as `api text`; fails when it does not load. */
async function loaded(cwd: string, file = 'hefa.config.jsonc') {
  const outcome = await loadConfig(file, { cwd })
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems))
  const { entries, platforms } = outcome.config
  return { entries: entries.map(({ api, text }) => `${api} ${text}`), platforms }
}

describe('from flags', () => {
  test.each(['hefa.config.jsonc', 'hefa.config.json', 'hefa.config.yaml', 'x.yml'])(
    '%s loads',
    async (file) => {
      for (const lang of ['en', 'zh']) {
        const cwd = await folder()
        const args = [
          '--domain',
          'api.example.com',
          '--domain',
          'wss://ws.example.com/path',
          '--request',
          'https://b.example.com:8443',
        ]
        const more = [
          '--socket',
          's.example.com',
          '--upload',
          'up.example.com',
          '--download',
          'cdn.example.com',
        ]
        const ran = await hefa(
          ['init', ...args, ...more, '--output', file, '--platform', 'wechat,alipay-ios', '--lang', lang],
          { cwd },
        )
        expect(ran).toMatchObject({ status: 0, stdout: '' })
        const { entries, platforms } = await loaded(cwd, file)
        expect([...new Set(entries)]).toEqual([
          'request https://api.example.com',
          'request https://b.example.com:8443',
          'connectSocket wss://ws.example.com',
          'connectSocket wss://s.example.com',
          'uploadFile https://up.example.com',
          'downloadFile https://cdn.example.com',
        ])
        expect(platforms).toEqual(['wechat-ios', 'wechat-android', 'wechat-devtools', 'alipay-ios'])
        const text = readFileSync(join(cwd, file), 'utf8')
        expect(text).toContain('schema/config.schema.json')
        expect(/(\/\/|#) /.test(text.replaceAll('https://', ''))).toBe(file !== 'hefa.config.json')
      }
    },
  )

  test('what is commented out loads when it is taken in', async () => {
    for (const file of ['hefa.config.jsonc', 'hefa.config.yaml']) {
      const cwd = await folder()
      await hefa(['init', '--domain', 'a.example.com', '--output', file], { cwd })
      const text = readFileSync(join(cwd, file), 'utf8')
      const taken = text.replace(/^( *)(?:\/\/|#) (?="?(?:supportedOs|paths|icp|rules)"?:)/gm, '$1')
      expect(taken).not.toBe(text)
      writeFileSync(join(cwd, file), taken)
      expect((await loaded(cwd, file)).entries).toHaveLength(1)
    }
  })

  test('without any domain an example that says so', async () => {
    const cwd = await folder()
    const { stderr } = await hefa(['init'], { cwd })
    expect(stderr).toContain('replace the example')
    expect((await loaded(cwd)).entries).toEqual(['request https://api.example.com'])
  })

  test.each(['a.jsonc', 'a.json', 'a.yaml', 'a.mjs', 'a.mts'])(
    '--domains-per-api stands in %s, and comes along with --from',
    async (file) => {
      const cwd = await folder()
      mkdirSync(join(cwd, 'node_modules'))
      symlinkSync(join(import.meta.dirname, '../..'), join(cwd, 'node_modules/hefa'), 'junction')
      const limits = async (name: string) => {
        const outcome = await loadConfig(name, { cwd })
        return 'problems' in outcome ? outcome.problems : outcome.config.limits.domainsPerApi
      }
      await hefa(['init', '--domain', 'a.example.com', '--domains-per-api', '200', '--output', file], { cwd })
      expect(await limits(file)).toBe(200)
      await hefa(['init', '--from', file, '--output', 'b.json'], { cwd })
      expect(await limits('b.json')).toBe(200)
      await hefa(['init', '--from', file, '--domains-per-api', '20', '--output', 'c.json'], { cwd })
      expect(readFileSync(join(cwd, 'c.json'), 'utf8')).not.toContain('limits')
      const zero = await hefa(['init', '--domains-per-api', '0', '--output', 'd.json'], { cwd })
      expect(zero).toMatchObject({ status: 2, stdout: '' })
    },
  )

  test('--from the answer of WeChat, udp and tcp too', async () => {
    const answer = {
      ...{ errcode: 0, requestdomain: ['https://a.example.com'], wsrequestdomain: ['wss://b.example.com'] },
      ...{ uploaddomain: [], downloaddomain: ['https://c.example.com'], udpdomain: ['udp://d.example.com'] },
    }
    const cwd = await project({ 'domains.json': JSON.stringify(answer), 'broken.json': '{"errcode":40001}' })
    expect(await hefa(['init', '--from', 'domains.json'], { cwd })).toMatchObject({ status: 0 })
    expect((await loaded(cwd)).entries).toEqual([
      'request https://a.example.com',
      'connectSocket wss://b.example.com',
      'downloadFile https://c.example.com',
      'udp udp://d.example.com',
    ])
    const ran = await hefa(['init', '--from', 'broken.json', '--output', 'x.json'], { cwd })
    expect(ran.status).toBe(2)
    expect(ran.stderr).toMatch(/^broken\.json:1:/)
    expect(existsSync(join(cwd, 'x.json'))).toBe(false)
  })
})

describe('never overwrites', () => {
  test.each(['hefa.config.json', 'hefa.config.jsonc', 'hefa.config.yaml', 'hefa.config.yml'])(
    '%s',
    async (file) => {
      const cwd = await project({ [file]: 'mine' })
      const ran = await hefa(['init'], { cwd })
      expect(ran.status).toBe(2)
      expect(ran.stderr).toContain(`${file} exists already`)
      expect(readFileSync(join(cwd, file), 'utf8')).toBe('mine')
      expect(existsSync(join(cwd, file === 'hefa.config.jsonc' ? 'x' : 'hefa.config.jsonc'))).toBe(false)
      expect((await hefa(['init', '--output', 'other.json'], { cwd })).status).toBe(0)
      expect((await hefa(['init', '--output', 'other.json'], { cwd })).status).toBe(2)
    },
  )

  test('a config in package.json, and a link that leads nowhere', async () => {
    const cwd = await project({ 'package.json': '{ "hefa": {} }' })
    expect((await hefa(['init'], { cwd })).stderr).toContain('package.json')
    symlinkSync('/nowhere/at/all', join(cwd, 'link.json'))
    expect(await hefa(['init', '--output', 'link.json'], { cwd })).toMatchObject({ status: 2 })
  })

  test.each([
    [['--output', 'x.txt'], 'does not end in any of'],
    [['--output', 'no/such/x.json'], 'ENOENT'],
    [['--request', 'https:// b'], '--request: "https:// b" is not a domain'],
    [['--domain', ''], '--domain: "" is not a domain'],
    [['--platform', 'wechatt'], 'did you mean wechat?'],
  ])('hefa init %j is status 2', async (args, told) => {
    const ran = await hefa(['init', ...args], { cwd: await folder() })
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toContain(told)
  })
})

describe('inside a mini program', () => {
  const PAGE = `
// 'https://comment.example.com'
const BASE = 'https://api.example.com:8443/v1'
/* "https://comment.example.com" */
wx.request({ url: \`\${BASE}/x\` })
wx.uploadFile({ url: "https://up.example.com/upload", filePath: pick(1) })
wx.downloadFile({ url: \`https://cdn.example.com/\${id}.png\` })
wx.connectSocket({ url: 'wss://ws.example.com/socket' })
wx.request({ url: 'http://192.168.1.5:3000/dev' })
`
  test('domains are found, with their places, and what can be none is named', async () => {
    const cwd = await project({
      'app.json': '{"pages":["pages/a","pages/b","pages/c"]}',
      'project.config.json': '{}',
      'mini.project.json': '{}',
      'pages/a.js': PAGE,
      'pages/b.vue':
        '<template><a href="https://page.example.com"/></template>\n<script>\nuni.request({ url: "https://vue.example.com/x" })\n</script>',
      'pages/c.wxml': '<image src="https://img.example.com/a.png"/><x data-api="https://data.example.com"/>',
      'node_modules/x/index.js': '"https://module.example.com"',
      'dist/x.js': '"https://dist.example.com"',
      '.git/x.js': '"https://git.example.com"',
      'big.js': `wx.request({ url: "https://big.example.com" })${' '.repeat(6 << 20)}`,
    })
    const { stderr, status } = await hefa(['init'], { cwd })
    expect(status).toBe(0)
    expect(stderr).toContain('mini program found (app.json, project.config.json, mini.project.json)')
    expect(stderr).toContain('not everything was read')
    const { entries, platforms } = await loaded(cwd)
    expect([...new Set(entries)].sort()).toEqual([
      'connectSocket wss://ws.example.com',
      'downloadFile https://cdn.example.com',
      'request https://api.example.com:8443',
      'request https://vue.example.com',
      'uploadFile https://up.example.com',
    ])
    expect(platforms).toContain('alipay-ios')
    const text = readFileSync(join(cwd, 'hefa.config.jsonc'), 'utf8')
    expect(text).toContain('"https://vue.example.com" // pages/b.vue:3')
    expect(text).toContain('//   http://192.168.1.5:3000 (pages/a.js:9)')
    expect(text).not.toContain('data.example.com')
  })

  test('given domains go before found ones; elsewhere nothing is searched', async () => {
    const cwd = await project({ 'app.json': '{"pages":[]}', 'a.js': PAGE })
    await hefa(['init', '--domain', 'x.example.com'], { cwd })
    expect((await loaded(cwd)).entries).toEqual(['request https://x.example.com'])
    const other = await project({ 'a.js': PAGE })
    await hefa(['init'], { cwd: other })
    expect((await loaded(other)).entries).toEqual(['request https://api.example.com'])
  })

  test('a file name cannot leave its comment', async () => {
    const cwd = await project({
      'app.json': '{"pages":[]}',
      'a\n"x": 1, \u2028b.js': 'wx.request({ url: "https://api.example.com" })',
    })
    for (const file of ['a.jsonc', 'a.yaml']) {
      await hefa(['init', '--output', file], { cwd })
      expect((await loaded(cwd, file)).entries).toEqual(['request https://api.example.com'])
    }
  })
})

describe('on a terminal', () => {
  const words = cliWords('en')
  async function answers(cwd: string, given: (string | null)[], flags = {}) {
    const asked: string[] = []
    const told: string[] = []
    const io = {
      ...{
        print: async () => {},
        tell: (text: string) => void told.push(text),
        readStdin: async () => Buffer.alloc(0),
      },
      ...{ stdin: async function* () {}, readerGone: false },
      ...{ env: {}, cwd, stdout: { tty: true, columns: 80 }, stderr: { tty: true, columns: 80 } },
      signal: new AbortController().signal,
    }
    const asker = {
      ask: async (question: string, fallback: string) => {
        asked.push(question)
        const answer = given.shift()
        return answer === null ? null : answer || fallback
      },
      close() {},
    }
    const common = { quiet: false, verbose: false, color: false, progress: false }
    const status = await runInit(
      { ...common, ...flags },
      { io, words: await words, language: 'en', noPlugins: false, argv: [] },
      asker,
    )
    return { status, asked, told }
  }

  test('asks for platforms and every list, again where it does not understand', async () => {
    const cwd = await folder()
    const given = [
      'wechatt',
      'wechat alipay',
      'a.example.com, https://b.example.com/x',
      'ws.example.com',
      '',
      '-',
    ]
    const { asked, told } = await answers(cwd, given)
    expect(asked).toHaveLength(7)
    expect(told.join('\n')).toContain('did you mean wechat?')
    const { entries, platforms } = await loaded(cwd)
    expect([...new Set(entries)]).toEqual([
      'request https://a.example.com',
      'request https://b.example.com',
      'connectSocket wss://ws.example.com',
    ])
    expect(platforms).toContain('alipay-android')
  })

  test('asks how many domains the WeChat console takes, and nobody else', async () => {
    const cwd = await folder()
    const { told } = await answers(cwd, ['wechat', 'a.example.com', '', '', '', 'many', '200'])
    expect(told.join('\n')).toContain('--domains-per-api')
    expect(readFileSync(join(cwd, 'hefa.config.jsonc'), 'utf8')).toContain(
      '  "limits": { "domainsPerApi": 200 },\n',
    )
    const other = await folder()
    const { asked } = await answers(other, ['alipay', 'a.example.com'])
    expect(asked).toHaveLength(5)
    expect(readFileSync(join(other, 'hefa.config.jsonc'), 'utf8')).not.toContain('limits')
  })

  test('what was found is offered, and kept with its places', async () => {
    const cwd = await project({
      'app.json': '{"pages":[]}',
      'a.js': 'wx.request({ url: "https://api.example.com" })',
    })
    await answers(cwd, ['', '', '', '', ''])
    expect(readFileSync(join(cwd, 'hefa.config.jsonc'), 'utf8')).toContain(
      '"https://api.example.com" // a.js:1',
    )
  })

  test('when the input ends nothing is written', async () => {
    const cwd = await folder()
    await expect(answers(cwd, ['wechat', null])).rejects.toThrow('nothing was written')
    expect(existsSync(join(cwd, 'hefa.config.jsonc'))).toBe(false)
  })
})

test('names in the source end no comment of a config that is code', async () => {
  const hostile = 'a\u2028throw 1\u2029\r\nthrow 2\u0085*/throw 3'
  const places = [{ file: hostile, line: 1 }]
  const words = (await cliWords('en')).init
  for (const ending of ['ts', 'js'] as const) {
    const text = starterText(
      {
        ...{ schema: hostile, platforms: [hostile], domainsPerApi: 20, placeholder: false },
        domains: [{ api: 'request', text: hostile, places }],
        leftOut: [{ text: hostile, places }],
        undetermined: [{ text: hostile, places }],
        missing: [{ define: hostile, text: hostile }],
      },
      ending,
      words,
    )
    expect(text).not.toMatch(/[\r\u2028\u2029\u0085]/)
    for (const line of text.split('\n')) expect(line).not.toMatch(/^\s*(?:throw|\*\/)/)
  }
})
