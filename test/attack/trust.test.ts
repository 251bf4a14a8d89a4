import { existsSync, renameSync, symlinkSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CONFIG_NAMES } from '../../src/config/index.js'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'

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
    [config]: configText(config),
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(own, name), text)
  return place
}

function configText(name: string): string {
  const text = '{"domains":{"request":["https://api.example.com"]},"plugins":["./p.mjs"]}'
  if (name.endsWith('.yaml'))
    return 'domains: { request: ["https://api.example.com"] }\nplugins: ["./p.mjs"]\n'
  return name.includes('.json') ? text : `import './p.mjs'\nexport default ${text}\n`
}

describe('code that came with scanned source', () => {
  test.each(CONFIG_NAMES.filter((name) => !name.endsWith('yml')))('%s', async (name) => {
    const cwd = await stranger(name)
    const ran = await hefa(['scan', 'stranger'], { cwd })
    expect(ran.status).toBe(2)
    expect(ran.stderr).toContain('code of scanned source never runs')
    expect(existsSync(join(cwd, 'RAN'))).toBe(false)
  })
  test.each([['.'], ['../stranger'], ['../link'], ['..']])('hefa scan %s within it', async (folder) => {
    const cwd = await stranger()
    symlinkSync('stranger', join(cwd, 'link'))
    const ran = await hefa(['scan', folder], { cwd: join(cwd, 'stranger') })
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('name it with --config') })
    expect(existsSync(join(cwd, 'RAN'))).toBe(false)
  })
  test('one above it is the own one', async () => {
    const cwd = await stranger()
    renameSync(join(cwd, 'stranger/hefa.config.json'), join(cwd, 'hefa.config.json'))
    renameSync(join(cwd, 'stranger/p.mjs'), join(cwd, 'p.mjs'))
    await hefa(['scan', 'stranger'], { cwd })
    expect(existsSync(join(cwd, 'RAN'))).toBe(true)
  })
})

/** What build tools, package managers and editors would run; none of it is ours to run. */
const TOOLS = [
  ...[
    'babel.config.js',
    'vite.config.js',
    'vue.config.js',
    'webpack.config.js',
    'gulpfile.js',
    'postcss.config.js',
  ],
  ...[
    '.eslintrc.js',
    'tailwind.config.js',
    'config/index.js',
    'taro.config.js',
    'mpx.config.js',
    'rollup.config.cjs',
  ],
  ...['vite.config.mjs', 'vite.config.ts', 'node_modules/hefa/index.js', '.mocharc.cjs'],
]

describe('code of other tools in scanned source', () => {
  test('is read, never run', async () => {
    const cwd = await stranger()
    const mark = JSON.stringify(join(cwd, 'RAN'))
    const write = async (file: string, text: string) => {
      await mkdir(dirname(join(cwd, 'stranger', file)), { recursive: true })
      await writeFile(join(cwd, 'stranger', file), text)
    }
    for (const file of TOOLS)
      await write(
        file,
        `process.getBuiltinModule?.('fs').writeFileSync(${mark}, ''); require('fs').writeFileSync(${mark}, '')`,
      )
    const own = { domains: { request: ['https://api.example.com'] } }
    await write('hefa.config.json', JSON.stringify(own))
    await write(
      'package.json',
      JSON.stringify({
        name: 'x',
        scripts: { preinstall: `touch ${mark}`, prepare: `touch ${mark}` },
        babel: { plugins: ['./babel.config.js'] },
      }),
    )
    await write('.env', 'NODE_OPTIONS=--require ./babel.config.js')
    await write('.npmrc', 'node-options=--require ./babel.config.js')
    await write(
      'tsconfig.json',
      '{"extends":"./babel.config.js","compilerOptions":{"plugins":[{"name":"./babel.config.js"}]}}',
    )
    for (const args of [
      ['scan', 'stranger'],
      ['scan', '.'],
      ['check', '--scan', '.', '--dns', '127.9.9.9:9', '--timeout', '1'],
      ['init', '--yes', '--output', 'x.json'],
    ])
      await hefa(args, { cwd: args.includes('stranger') ? cwd : join(cwd, 'stranger') })
    expect(existsSync(join(cwd, 'RAN'))).toBe(false)
  })
  test('the hefa key of its package.json names plugins: refused', async () => {
    const cwd = await stranger('other.json')
    const own = { domains: { request: ['https://api.example.com'] }, plugins: ['./p.mjs'] }
    await writeFile(join(cwd, 'stranger/package.json'), JSON.stringify({ hefa: own }))
    expect(await hefa(['scan', 'stranger'], { cwd })).toMatchObject({ status: 2 })
    expect(existsSync(join(cwd, 'RAN'))).toBe(false)
  })
})

describe('configs that mean to be more than data', () => {
  const ok = '"domains":{"request":["https://a.cn"]}'
  test.each([
    [
      'a function',
      'c.yaml',
      'domains:\n  request: [!!js/function "function(){process.exit(0)}"]\n',
      'Unresolved tag',
    ],
    ['a Python call', 'c.yaml', 'domains: !!python/object/apply:os.system ["id"]\n', 'Unresolved tag'],
    [
      'a tag of its own',
      'c.yaml',
      '%TAG ! tag:x,2000:\n---\ndomains: !foo {request: [a]}\n',
      'Unresolved tag',
    ],
    ['a prototype', 'c.json', `{"__proto__":{"plugins":["./p.mjs"]},${ok}}`, 'unknown key "__proto__"'],
    ['a constructor', 'c.json', `{"constructor":{},${ok}}`, 'unknown key "constructor"'],
    [
      'rules of the prototype',
      'c.json',
      `{"rules":{"__proto__":"off","toString":"off"},${ok}}`,
      'unknown rule "toString"',
    ],
    [
      'an appid with line ends',
      'c.json',
      `{"wechat":{"appid":"wx1234567890abcdef\\r\\nX: y"},${ok}}`,
      'wechat.appid',
    ],
    [
      'a plugin from the network',
      'c.json',
      `{"plugins":["https://evil.cn/p.mjs"],${ok}}`,
      'cannot load the plugins',
    ],
    [
      'a plugin in the address',
      'c.json',
      `{"plugins":["data:text/javascript,process.exit(0)"],${ok}}`,
      'cannot load the plugins',
    ],
    [
      'a path of another host',
      'c.json',
      `{"paths":{"a.cn":["http://evil.cn/x"]},${ok}}`,
      'a path that begins with "/"',
    ],
  ])('%s is refused', async (_, file, text, told) => {
    const ran = await hefa(['check', file], { cwd: await folder({ [file]: text }) })
    expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(told) })
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
  test.each(REFUSED)('a config that is code itself: hefa %s %s', async (...args) => {
    const cwd = await stranger('hefa.config.mjs')
    const named = args.map((arg) => arg.replace('.json', '.mjs'))
    const ran = await hefa([...named, '--no-plugins'], { cwd })
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('--no-plugins') })
    expect(existsSync(join(cwd, 'RAN'))).toBe(false)
  })
  test.each(['hefa.config.json', 'hefa.config.mjs'])(
    '%s that the user names may load its own',
    async (name) => {
      const cwd = await stranger(name)
      await hefa(['scan', 'stranger', '--config', `stranger/${name}`], { cwd })
      expect(existsSync(join(cwd, 'RAN'))).toBe(true)
    },
  )
})
