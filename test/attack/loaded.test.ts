/**
 * Where every descriptor may become a connection, and a module is a file, nothing more is loaded once the first socket
 * opens. With files to spare an audit loads what judges while the first answers are under way.
 */
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Demo, makeCertificate, startDemo } from '../../src/demo/index.js'
import { folder, hefaProcess as hefa } from '../cli/hefa.js'

const ROOT = join(import.meta.dirname, '../..')

/** At the first connection or datagram the program's files and its dependencies vanish. */
const VANISH = `import dgram from 'node:dgram'
import net from 'node:net'
import { existsSync, renameSync, unlinkSync } from 'node:fs'
const place = process.env.INSTALLED
function before(prototype, name) {
  const original = prototype[name]
  prototype[name] = function (...given) {
    if (existsSync(place + '/dist')) {
      renameSync(place + '/dist', place + '/vanished')
      unlinkSync(place + '/node_modules')
    }
    return original.apply(this, given)
  }
}
before(net.Socket.prototype, 'connect')
before(dgram.Socket.prototype, 'send')
`

const PLUGIN = `export const rules = [{
  rule: { id: 'own/x', subject: 'target', needs: ['dns'], parameters: {}, reasons: { bad: 'fail' }, judge: () => [{ status: 'fail', reason: 'bad', evidence: {} }] },
  level: 'warning',
  cite: { title: 't', quote: 'q', readOn: '2026-01-01' },
  text: { en: { title: 'T', why: 'w', pass: () => 'fine', reasons: { bad: { message: () => 'bad' } } } },
}]`

let demo: Demo
let place: string
let installed: string
beforeAll(async () => {
  demo = await startDemo()
  const config = JSON.parse(demo.config)
  const lone = makeCertificate({
    names: ['a.example'],
    issuer: makeCertificate({ subject: 'Issuer', ca: true }),
    caIssuers: ['http://ca.example/x'],
  })
  place = await folder({
    'ca.pem': demo.ca,
    'hefa.config.json': demo.config,
    'own.json': JSON.stringify({ ...config, plugins: ['./p.mjs'] }),
    'p.mjs': PLUGIN,
    'vanish.mjs': VANISH,
    'lone.pem': lone.pem,
    'app.json': '{"pages":["i"]}',
    'app.js': "wx.request({ url: 'https://api.example.com/' })",
  })
})
beforeEach(() => {
  installed = mkdtempSync(join(tmpdir(), 'hefa-loaded-'))
  cpSync(join(ROOT, 'dist'), join(installed, 'dist'), { recursive: true })
  cpSync(join(ROOT, 'bin'), join(installed, 'bin'), { recursive: true })
  writeFileSync(join(installed, 'package.json'), '{"name":"hefa","version":"0.0.0","type":"module"}')
  symlinkSync(join(ROOT, 'node_modules'), join(installed, 'node_modules'))
  return () => rmSync(installed, { recursive: true })
})
afterAll(() => demo.close())

const FORMATS = [
  'json',
  'ndjson',
  'html',
  'sarif',
  'junit',
  'markdown',
  'csv',
  'openmetrics',
  'gitlab',
  'github',
]
const EVERY = FORMATS.flatMap((name) => ['--format', name, '--output', `r.${name}`])
const resolve = () => demo.resolve.flatMap((one) => ['--resolve', one])
const first = () => `${demo.targets[0]?.host}:${demo.targets[0]?.port}`
const REFUSED = ['--resolve', 'a.example:443:127.65.9.9']
const PROXY = ['--proxy', 'http://127.65.9.9:1']
const ISSUER = ['--resolve', 'ca.example:80:127.65.9.9']

/** More connections at once than files may be open. */
const MORE_THAN_FILES = ['--concurrency', '100000']

const COMMANDS: [string, () => string[], number][] = [
  [
    'check, every format',
    () => ['check', ...EVERY, '--save-facts', 'f.json', '--clients', '--revocation'],
    1,
  ],
  ['check in Chinese', () => ['check', '--lang', 'zh'], 1],
  ['check with a plugin', () => ['check', 'own.json', '--format', 'html', '--output', 'p.html'], 1],
  ['check with source', () => ['check', '--scan', '.', '--format', 'json'], 1],
  ['audit of an address that refuses', () => ['audit', 'a.example', ...REFUSED], 1],
  ['audit through a proxy', () => ['audit', 'https://b.example.com', ...PROXY], 3],
  [
    'names that come one by one',
    () => ['audit', '-', '--format', 'html', '--output', 'n.html', ...REFUSED],
    1,
  ],
  ['renewals', () => ['renewals', '--format', 'ics', '--output', 'r.ics', '--format', 'pretty'], 1],
  [
    'cert that fetches',
    () => ['cert', 'lone.pem', '--domain', 'a.example', '--fetch', '--revocation', ...ISSUER],
    1,
  ],
  ['chain of a host', () => ['chain', first()], 0],
  ['chain of an address that refuses', () => ['chain', 'a.example', ...REFUSED], 1],
  ['chain of a file', () => ['chain', 'lone.pem', ...ISSUER], 1],
]

describe('files of the program that vanish when the first connection opens', () => {
  test.each(COMMANDS)('%s', async (_, args, status) => {
    const NODE_OPTIONS = `--import ${join(place, 'vanish.mjs')}`
    const [command = ''] = args()
    const own = ['--ca', 'ca.pem', ...resolve(), ...(command === 'cert' ? [] : ['--timeout', '1'])]
    if (['check', 'audit', 'renewals'].includes(command)) own.push(...MORE_THAN_FILES)
    const ran = await hefa([...args(), ...own], {
      cwd: place,
      input: 'a.example\n',
      env: { NODE_OPTIONS, INSTALLED: installed },
      bin: join(installed, 'bin/hefa.js'),
    })
    expect(ran.stderr).not.toMatch(/ERR_MODULE|ENOENT|internal error/)
    expect(ran.status).toBe(status)
    expect(existsSync(join(installed, 'vanished'))).toBe(true)
  })
})
