/** Input that grows: each ends with a status, and what was cut off is named. Counted by what stands in the report, not by a clock. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'

const list = <One>(count: number, one: (at: number) => One): One[] =>
  Array.from({ length: count }, (_, at) => one(at))
const PROJECT = {
  'app.json': '{"pages":["i"]}',
  'app.js': "App({}); wx.request({ url: 'https://api.shop.cn/x' })",
  'i.js': 'Page({})',
}

async function place(files: Record<string, string>): Promise<string> {
  const cwd = await folder()
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true })
    writeFileSync(join(cwd, file), text)
  }
  return cwd
}

describe('configs that grow', () => {
  test.each([
    [
      'aliases of aliases',
      'c.yaml',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((key, at) => `${key}: &${key} [${Array(10).fill(`*${'abcdefgh'[at]}`)}]`).join('\n')}\n`,
      'too many values',
    ],
    ['an alias of itself', 'c.yaml', 'domains: &a\n  request: *a\n', 'nested too deeply'],
    [
      'merges of merges',
      'c.yaml',
      list(5000, (at) => `k${at}: &k${at}\n  x${at}: 1${at ? `\n  <<: *k${at - 1}` : ''}`).join('\n'),
      'nested too deeply',
    ],
    ['brackets', 'c.json', '['.repeat(400_000), 'nested too deeply'],
    ['flow brackets', 'c.yaml', '['.repeat(400_000), 'nested too deeply'],
    ['indentation', 'c.yaml', list(700, (at) => `${' '.repeat(at)}a:`).join('\n'), 'nested too deeply'],
    ['more than a megabyte', 'c.json', `{"domains":{"request":["${'a'.repeat(1_000_001)}"]}}`, 'larger than'],
    [
      '200,000 domains',
      'c.json',
      JSON.stringify({ domains: { request: Array(200_000).fill('a') } }),
      'one config may hold 10000',
    ],
    [
      '40,000 anchors',
      'c.yaml',
      `domains:\n  request:\n${list(40_000, (at) => `    - &a${at} h${at}`).join('\n')}`.slice(0, 900_000),
      'one config may hold 10000',
    ],
    [
      '60,000 unknown keys',
      'c.json',
      JSON.stringify(Object.fromEntries(list(60_000, (at) => `k${at}`).map((key) => [key, 1]))),
      'unknown key',
    ],
  ])('%s', async (_, file, text, told) => {
    const ran = await hefa(['check', file], { cwd: await place({ [file]: text }) })
    expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(told) })
  })
  test.each([
    ['labels', `https://${'a.'.repeat(400_000)}cn`],
    ['one label', `https://xn--${'a'.repeat(400_000)}.cn`],
    ['ideographs', `https://${'中'.repeat(100_000)}.cn`],
    ['slashes', `https:${'/'.repeat(900_000)}`],
  ])('one name of %s is judged, and not looked up', async (_, name) => {
    const cwd = await place({ 'c.json': JSON.stringify({ domains: { request: [name] } }) })
    const ran = await hefa(['check', 'c.json', '--dns', '127.9.9.9:9', '--format', 'json'], { cwd })
    expect(ran.status).toBe(1)
    expect(ran.stdout.length).toBeLessThan(3_000_000)
  })
})

describe('projects that grow', () => {
  const PASSED = 'too large'
  test.each([
    [
      '30,000 patterns over 300 files',
      {
        '.gitignore': list(30_000, (at) => `**/a*b*c*${at}*d/**`).join('\n'),
        ...Object.fromEntries(list(300, (at) => `p/f${at}.js`).map((file) => [file, ''])),
      },
    ],
    ['a .gitignore of two megabytes', { '.gitignore': 'a\n'.repeat(1_000_000) }],
    ['a script of eleven megabytes', { 'big.js': ' '.repeat(11_000_000) }],
  ])('%s: named, and undetermined', async (_, files) => {
    const ran = await hefa(['scan', '.'], { cwd: await place({ ...PROJECT, ...files }) })
    expect(ran).toMatchObject({ status: 3, stdout: expect.stringContaining(PASSED) })
  })
  test.each([
    ['stars against a long name', { '.gitignore': `${'*a'.repeat(500)}b\n`, [`${'a'.repeat(200)}.js`]: '' }],
    [
      '20,000 names for folders',
      {
        'tsconfig.json': JSON.stringify({
          compilerOptions: {
            baseUrl: '.',
            paths: Object.fromEntries(list(20_000, (at) => `@${at}/*`).map((key) => [key, ['./x/*']])),
          },
        }),
        'm.js': list(2000, (at) => `import x${at} from '@${at}/y'`).join('\n'),
      },
    ],
    ['markup 100,000 deep', { 'i.wxml': `${'<view>'.repeat(100_000)}${'</view>'.repeat(100_000)}` }],
    ['conditions 100,000 deep', { 'm.js': '// #ifdef MP-WEIXIN\n'.repeat(100_000) }],
    ['settings 100,000 deep', { 'project.config.json': '['.repeat(100_000) }],
    ['a package.json 100,000 deep', { 'package.json': '{"a":'.repeat(100_000) }],
    ['parentheses 100,000 deep', { 'm.js': `var a=${'('.repeat(100_000)}1${')'.repeat(100_000)}` }],
    [
      'strings that double',
      {
        'm.js': `var v0='https://a.cn/aaaa';${list(60, (at) => `var v${at + 1}=v${at}+v${at};`).join('')}wx.request({url:v60})`,
      },
    ],
    [
      'two to the fortieth ways',
      { 'm.js': `var u='https://';${list(40, (at) => `u+=(x${at}?'a':'b');`).join('')}wx.request({url:u})` },
    ],
    [
      'a regular expression that never ends',
      { 'm.js': `wx.request({url:'${'a'.repeat(60)}!'.replace(/(a|aa)+$/,'https://x.cn')})` },
    ],
    [
      'a billion letters',
      { 'm.js': "wx.request({url:'https://a.cn/'+'a'.repeat(1e9)});wx.request({url:Array(1e9).join('a')})" },
    ],
    [
      'functions that call each other',
      {
        'm.js':
          'function f(n){return g(n)+1} function g(n){return f(n)+2} wx.request({url:f(1)});const h=x=>h(h(x));wx.request({url:h(1)})',
      },
    ],
  ])('%s: a report all the same', async (_, files) => {
    const ran = await hefa(['scan', '.', '--format', 'json'], { cwd: await place({ ...PROJECT, ...files }) })
    expect([1, 3]).toContain(ran.status)
    expect(JSON.parse(ran.stdout).verdict).not.toBe('pass')
  })
})

describe('our own files, made by somebody else', () => {
  test.each([
    ['brackets', 'judge', '['.repeat(1_000_000)],
    ['nothing', 'judge', '{}'],
    ['half of it', 'judge', '{"schemaVersion":1,"targets":'],
    ['empty targets', 'judge', `{"schemaVersion":1,"targets":[${'{},'.repeat(100_000)}{}]}`],
    ['a long string', 'judge', `"${'x'.repeat(5_000_000)}"`],
    ['braces', 'diff', '{"a":'.repeat(1_000_000)],
    ['lists in lists', 'diff', `{"targets":[${'[],'.repeat(300_000)}[]]}`],
  ])('%s: hefa %s refuses it by one line', async (_, command, text) => {
    const cwd = await place({ 'f.json': text })
    const ran = await hefa([command, 'f.json', ...(command === 'diff' ? ['f.json'] : [])], { cwd })
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toMatch(/^hefa: .{1,600}\n$/)
  })
  test.each([
    ['deep', `{"log":{"entries":${'['.repeat(200_000)}`],
    ['no list', '{"log":{"entries":{"length":1e9}}}'],
    [
      'long addresses',
      JSON.stringify({
        log: {
          entries: list(50, (at) => ({
            request: { method: 'GET', url: `https://h${at}.cn/${'a'.repeat(100_000)}` },
          })),
        },
      }),
    ],
  ])('a recording that is %s ends with a status', async (_, text) => {
    const ran = await hefa(['scan', '.', '--har', 'x.har'], {
      cwd: await place({ ...PROJECT, 'x.har': text }),
    })
    expect([1, 2, 3]).toContain(ran.status)
    expect(ran.stderr).not.toContain('internal error')
    expect(ran.stdout.length + ran.stderr.length).toBeLessThan(200_000)
  })
})
