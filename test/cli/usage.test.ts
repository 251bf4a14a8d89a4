/** What the program says before it does anything. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/report/width.js'
import { folder, hefa, hefaProcess } from './hefa.js'

const packageVersion = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
).version

test.each([[['--version']], [['check', '--version']], [['-V']]])(
  '%j prints the version and nothing else',
  async (args) => {
    expect(await hefaProcess(args)).toEqual({ status: 0, stdout: `${packageVersion}\n`, stderr: '' })
  },
)

describe('help', () => {
  test.each(
    ['', 'check', 'audit', 'rules', 'demo'].flatMap((name) => [
      [name, 'en'],
      [name, 'zh'],
    ]),
  )('of "%s" in %s fits into 80 columns and has examples', async (name, lang) => {
    const { status, stdout, stderr } = await hefa([...(name ? [name] : []), '--help', '--lang', lang])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80)
    expect(stdout).toContain(lang === 'zh' ? '示例：\n  hefa' : 'Examples:\n  hefa')
    expect(stdout).not.toContain(lang === 'zh' ? 'Options:' : '选项')
  })

  test.each([[['help']], [['help', '--help']], [['help', 'check']]])('%j is no error', async (args) => {
    const { status, stdout, stderr } = await hefa(args)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain(`Usage: hefa ${args.includes('check') ? 'check' : '[options]'}`)
  })

  test('-h is --help', async () => {
    expect(await hefa(['check', '-h'])).toEqual(await hefa(['check', '--help']))
  })

  test('the locale chooses the language', async () => {
    expect((await hefa(['--help'], { env: { LC_ALL: 'zh_CN.UTF-8' } })).stdout).toContain('用法：')
  })

  test('without arguments the short help goes to standard error', async () => {
    const { status, stdout, stderr } = await hefa([])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('hefa check [CONFIG]')
  })
})

describe('a line that is not understood is status 2 with one line that says why', () => {
  test.each([
    ['check --fromat json', 'unknown option --fromat (did you mean --format?)'],
    ['check --revoke', 'unknown option --revoke'],
    ['chekc', 'unknown command chekc (did you mean check?)'],
    ['check --format jsn', '--format: "jsn" is not one of pretty, json'],
    ['check --format', 'option --format needs a value'],
    ['check -f', 'option --format needs a value'],
    ['check -x', 'unknown option -x'],
    ['audit', 'missing argument DOMAIN'],
    ['audit ""', 'empty'],
    ['check a.json b.json', 'too many arguments'],
    ['check a.json --config b.json', 'the config is given twice'],
    ['check --at 2026-02-30', '--at: "2026-02-30" is not an ISO 8601 date or time'],
    ['check --resolve api.example.com', '--resolve: "api.example.com" is not HOST:PORT:ADDR[,ADDR]'],
    ['check --dns resolver', '--dns: "resolver" is not ADDR[:PORT]'],
    ['check --timeout 0', '--timeout: "0" is not a number above 0'],
    ['check --concurrency 1.5', '--concurrency: "1.5" is not a whole number'],
    ['check --per-host none', '--per-host: "none" is not a whole number'],
    ['check --platform wechat-ois', 'did you mean wechat-ios?'],
    ['check --fail-on errors', '--fail-on: "errors" is not one of error, warning (did you mean error?)'],
    ['check --lang de', '--lang: "de" is not one of en, zh'],
    ['audit x.example.com --ca none.pem', '--ca: cannot read none.pem: ENOENT'],
    ['audit x.example.com --ca other.json', '--ca: other.json holds no certificate'],
    ['audit x.example.com --output no/such/file', '--output: cannot write no/such/file: ENOENT'],
    ['audit x.example.com --save-facts .', '--save-facts: cannot write .: EISDIR'],
    ['audit x.example.com --format json --output a --save-facts a', 'two reports would be written to a'],
    ['check --output a --format json', '--output belongs after the --format'],
    ['check --output - --format json', '--output belongs after the --format'],
    ['check --format json --output - --output a', 'one --format has two --output'],
    [
      'audit x.example.com --save-facts -',
      '--save-facts: give a file; only reports go to standard output (-)',
    ],
    ['audit x.example.com --write-baseline -', '--write-baseline: give a file'],
    ['help chekc', 'unknown command chekc (did you mean check?)'],
    ['chekc --help', 'unknown command chekc (did you mean check?)'],
    ['rules certificate/chain-complet', 'did you mean certificate/chain-complete?'],
    ['rules --format xml', '--format: "xml" is not one of pretty, json, markdown'],
  ])('hefa %s', async (line, message) => {
    const cwd = await folder({ 'other.json': '{}' })
    const args = line.split(' ').map((word) => (word === '""' ? '' : word))
    const { status, stdout, stderr } = await hefa(args, { cwd })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  test('in Chinese, too', async () => {
    const { stderr } = await hefa(['check', '--fromat', 'json', '--lang', 'zh'])
    expect(stderr).toBe('hefa：未知选项 --fromat（是否想输入 --format？）\n')
  })

  test('what is quoted back cannot steer the terminal', async () => {
    const { stderr } = await hefa(['check', '--format', '\x1b[2J\u202e'])
    expect(stderr).toContain('\\x1b[2J\\u202e')
    expect(stderr).not.toContain('\x1b')
  })
})

test('- is standard output, as everywhere', async () => {
  const cwd = await folder({ 'a.json': '{ "domains": { "request": ["https://a.localhost"] } }' })
  const { stdout } = await hefa(['check', 'a.json', '--format', 'json', '--output', '-'], { cwd })
  expect(JSON.parse(stdout)).toMatchObject({ tool: { name: 'hefa' } })
  expect(existsSync(join(cwd, '-'))).toBe(false)
})

describe('a config that is wrong is status 2, every problem with its place, and nothing is probed', () => {
  const wrong = '{\n  "platforms": ["wechatt"],\n  "domains": { "reqest": ["https://a.example.com"] }\n}\n'
  const places = /^(\S+):(\d+):(\d+): .+$/

  test('in a file', async () => {
    const cwd = await folder({ 'hefa.config.json': wrong })
    const { status, stdout, stderr } = await hefa(['check'], { cwd })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    const lines = stderr.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThanOrEqual(2)
    for (const line of lines) expect(line).toMatch(places)
    expect(stderr).toContain('hefa.config.json:2:')
    expect(stderr).toContain('hefa.config.json:3:')
  })

  test('from standard input', async () => {
    const { status, stdout, stderr } = await hefa(['check', '-'], { input: wrong })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('<stdin>:2:')
  })

  test("standard input that isn't text", async () => {
    const { status, stderr } = await hefa(['check', '-'], { input: Buffer.from([0x7b, 0xff, 0xfe]) })
    expect(status).toBe(2)
    expect(stderr).toContain('standard input: not UTF-8')
  })

  test('a file that is not there, and no file at all', async () => {
    const cwd = await folder()
    expect(await hefa(['check', 'none.json'], { cwd })).toMatchObject({ status: 2, stdout: '' })
    expect(await hefa(['check'], { cwd })).toMatchObject({ status: 2, stdout: '' })
  })

  test('--platform says what to judge, whatever the config is for', async () => {
    const config = '{ "platforms": ["wechat"], "domains": { "request": ["https://a.localhost"] } }'
    const args = [
      'check',
      '-',
      '--platform',
      'alipay-ios',
      '--format',
      'json',
      '--resolve',
      'a.localhost:443:127.0.0.1',
    ]
    const ran = await hefa(args, { input: config })
    expect(ran.status).toBe(1)
    expect(JSON.parse(ran.stdout).platforms).toEqual(['alipay-ios'])
  })
})

describe('hefa rules', () => {
  test('lists every rule within 80 columns', async () => {
    const { status, stdout, stderr } = await hefa(['rules'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const id of ['domain/scheme', 'tls/version', 'certificate/chain-complete'])
      expect(stdout).toContain(id)
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80)
  })

  test('explains one, in either language', async () => {
    const en = await hefa(['rules', 'certificate/chain-complete'])
    const zh = await hefa(['rules', 'certificate/chain-complete', '--lang', 'zh'])
    for (const { status, stdout } of [en, zh]) {
      expect(status).toBe(0)
      expect(stdout).toContain('证书的信任链必需完整')
      expect(stdout).toContain('wechat-ios')
    }
    expect(zh.stdout).toContain('错误：')
    expect(en.stdout).toContain('error: ')
  })

  test('as JSON and Markdown, into a file as well', async () => {
    const cwd = await folder()
    const ran = await hefa(['rules', '--format', 'json', '--format', 'markdown', '--output', 'RULES.md'], {
      cwd,
    })
    const ids = JSON.parse(ran.stdout).map(({ id }: { id: string }) => id)
    const markdown = readFileSync(`${cwd}/RULES.md`, 'utf8')
    for (const id of ids) expect(markdown).toContain(`| \`${id}\` |`)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a crash is status 2', () => {
  const broken = {
    NODE_OPTIONS: `--import=data:text/javascript,process.cwd=()=>{throw(Error('gone%5Cx1b'))}`,
  }

  test('with one line', async () => {
    const ran = await hefaProcess(['audit', 'a.example.com'], { env: broken })
    expect(ran).toEqual({
      ...{ status: 2, stdout: '' },
      stderr: 'hefa: internal error: gone\\x1b (--verbose shows where)\n',
    })
  })

  test('with the stack when it is asked for', async () => {
    const { status, stdout, stderr } = await hefaProcess(['audit', 'a.example.com', '--verbose'], {
      env: broken,
    })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^Error: gone\\x1b\n {4}at /)
  })
})
