import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle, freshKey, makeAuthority, makeCertificate, makeCrl } from '../../src/demo/index.js'
import type { Report } from '../../src/types.js'
import { openssl } from '../demo/openssl.js'
import { certsOnly } from '../helpers/pkcs7.js'
import { type Pages, type PlainServer, plainServer, type Reply } from '../helpers/plain-http.js'
import { folder } from './hefa.js'
import { inProcess } from './in-process.js'

const { root, intermediate, issue } = makeAuthority({ name: 'Cert' })
const HOST = 'api.example.com'
const leaf = issue({ names: [HOST, '*.example.org'] })
const upper = makeCertificate({ subject: 'Upper CA', ca: true, issuer: root })
const lower = makeCertificate({ subject: 'Lower CA', ca: true, issuer: upper })
const deep = makeCertificate({ names: [HOST], issuer: lower })
const unlisted = makeCertificate({
  subject: 'x',
  names: ['localhost', 'github.io'],
  ips: ['203.0.113.7', '2001:db8::7'],
  issuer: intermediate,
})
const other = issue({ names: ['other.example.com'] })
const sealed = leaf.key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hunter2' })

const tool = openssl()
afterAll(() => tool?.dispose())

let cwd: string
beforeAll(async () => {
  cwd = await folder({
    'root.pem': root.pem,
    'full.pem': bundle(leaf, intermediate),
    'full-crlf.pem': `\ufeffCertificate of the team\n${bundle(leaf, intermediate)}`.replaceAll('\n', '\r\n'),
    'leaf.pem': leaf.pem,
    'unlisted.pem': bundle(unlisted, intermediate),
    'int.pem': intermediate.pem,
    'stranger.pem': upper.pem,
    'key.pem': leaf.keyPem,
    'sealed.pem': String(sealed),
    'other-key.pem': other.keyPem,
    'password.txt': 'hunter2\r\n',
    'wrong.txt': 'hunter3',
    'with-root.pem': bundle(leaf, intermediate, root),
    'disorder.pem': bundle(deep, upper, lower),
    'intermediate-first.pem': bundle(intermediate, leaf),
    'two.pem': bundle(leaf, other, intermediate),
    'with-key.pem': `${leaf.keyPem}${bundle(leaf, intermediate)}`,
    'empty.pem': '',
    'text.pem': 'nothing here',
    'broken.pem': `${leaf.pem}\n-----BEGIN CERTIFICATE-----\nMIIB*\n-----END CERTIFICATE-----\n`,
    'glued.pem': leaf.pem.trimEnd() + intermediate.pem,
    'hefa.config.json': JSON.stringify({
      rules: { 'certificate/hostname': 'off' },
      platforms: ['alipay'],
      domains: { request: ['https://a.example.com', 'https://b.example.com'] },
    }),
    'bad.config.json': '{ "platform": [] }',
  })
  writeFileSync(join(cwd, 'full.p7b'), certsOnly([root, intermediate, leaf]))
  writeFileSync(join(cwd, 'leaf.der'), leaf.der)
})

const cert = (...args: string[]) => inProcess(['cert', ...args, '--ca', 'root.pem'], { cwd })
const judged = async (...args: string[]) => {
  const { status, stdout, stderr } = await cert(...args, '--format', 'json')
  const report = JSON.parse(stdout) as Report
  const failed = (report.targets[0]?.results ?? [])
    .filter((result) => result.status === 'fail')
    .map(({ rule, level }) => `${rule} ${level}`)
  return { status, stderr, report, failed: [...new Set(failed)].sort() }
}

test('with the intermediate first the leaf is judged, and the order is what is wrong', async () => {
  const { status, failed } = await judged('intermediate-first.pem', '--domain', HOST)
  expect(status).toBe(1)
  expect(failed.filter((one) => one.endsWith('error'))).toEqual(['certificate/chain-order error'])
  const key = await judged('intermediate-first.pem', '--domain', HOST, '--key', 'key.pem')
  expect(key.failed).not.toContain('certificate/key-match error')
})

describe('files that are one chain', () => {
  test.each([
    [['leaf.pem', 'int.pem'], 'leaf.pem + int.pem'],
    [['int.pem', 'leaf.pem'], 'leaf.pem + int.pem'],
  ])('%j', async (files, name) => {
    const { status, stderr, report } = await judged(...files, '--domain', HOST)
    expect({ status, targets: report.targets.length }).toEqual({ status: 0, targets: 1 })
    expect(stderr).toContain(`${name}: judged as one chain`)
  })

  test('a file that leads up from no leaf is judged by itself', async () => {
    const { status, report } = await judged('full.pem', 'stranger.pem', '--domain', HOST)
    expect({ status, targets: report.targets.length }).toEqual({ status: 1, targets: 2 })
  })
})

describe('a file that is right', () => {
  test.each([['full.pem'], ['full-crlf.pem'], ['with-key.pem'], ['full.p7b']])('%s passes', async (file) => {
    const { status, failed } = await judged(file, '--domain', HOST)
    expect({ status, failed: failed.filter((one) => !one.endsWith('info')) }).toEqual({
      status: 0,
      failed: [],
    })
  })

  test('only certificates and names that no list takes are judged: nothing was looked up', async () => {
    const { report } = await judged('full.pem', '--domain', HOST)
    expect(report.config).toEqual([])
    const [target] = report.targets
    expect(target).toMatchObject({ host: HOST, port: 443, scheme: 'https' })
    expect(target?.addresses).toBeUndefined()
    expect(target?.entries[0]).toMatchObject({ file: 'full.pem' })
    expect(target?.results.every(({ rule }) => /^(?:certificate|domain)\//.test(rule))).toBe(true)
    expect(target?.results.map(({ rule }) => rule)).toContain('domain/ip-address')
    expect(target?.results.map(({ rule }) => rule)).toContain('certificate/chain-complete')
    expect(target?.chain).toHaveLength(2)
  })

  test('one target per file and domain', async () => {
    const { report } = await judged('full.pem', 'leaf.pem', '--domain', HOST, 'www.example.org')
    expect(report.targets.map(({ host, entries }) => `${entries[0]?.file} ${host}`)).toEqual([
      `full.pem ${HOST}`,
      'full.pem www.example.org',
      `leaf.pem ${HOST}`,
      'leaf.pem www.example.org',
    ])
  })

  test.each([
    [['full.pem', '--domain', `https://${HOST}/path?x=1`]],
    [['full.pem', '--domain', `${HOST}:8443`]],
    [['full.pem', '--domain', 'API.Example.COM']],
    [['--domain', HOST, 'full.pem']],
    [['full.pem', '--domain', HOST, '--domain', 'a.example.org']],
  ])('%j', async (args) => expect((await cert(...args)).status).toBe(0))

  test('from standard input', async () => {
    const input = bundle(leaf, intermediate)
    const args = ['cert', '-', '--domain', HOST, '--ca', 'root.pem']
    expect(await inProcess(args, { cwd, input })).toMatchObject({ status: 0, stderr: '' })
  })

  test('the report, in Chinese, to a file', async () => {
    const ran = await cert(
      'full.pem',
      '--domain',
      HOST,
      '--lang',
      'zh',
      '--format',
      'pretty',
      '--output',
      'out.txt',
    )
    expect(ran).toMatchObject({ status: 0, stdout: '' })
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).toMatch(/可以发布|[\u4e00-\u9fff]/)
  })
})

describe('a file that is wrong', () => {
  test.each([
    ['leaf.pem', 'certificate/chain-complete error', 'contains only the server certificate'],
    [
      'disorder.pem',
      'certificate/chain-order warning',
      'out of order; right is: api.example.com, Lower CA, Upper CA',
    ],
    ['with-root.pem', 'certificate/chain-surplus info', 'holds the root "Cert Root CA"'],
    ['two.pem', 'certificate/chain-surplus info', 'more than one server certificate'],
    ['intermediate-first.pem', 'certificate/chain-order error', '"api.example.com" is number 2'],
  ])('%s', async (file, failure, note) => {
    const { status, failed, stderr } = await judged(file, '--domain', HOST)
    expect(failed).toContain(failure)
    expect(status).toBe(failure.endsWith('error') ? 1 : 0)
    expect(stderr).toContain(note)
    expect(
      stderr
        .trim()
        .split('\n')
        .every((line) => line.startsWith('note: ')),
    ).toBe(true)
  })

  test('for another host', async () => {
    expect(await judged('full.pem', '--domain', 'shop.example.net')).toMatchObject({
      status: 1,
      failed: ['certificate/hostname error'],
    })
  })

  test.each([
    ['203.0.113.7', 'domain/ip-address'],
    ['https://[2001:db8::7]:8443/x', 'domain/ip-address'],
    ['localhost', 'domain/localhost'],
    ['github.io', 'domain/public-suffix'],
  ])('for %s, which no list takes though its names hold it', async (name, rule) => {
    const { failed, status } = await judged('unlisted.pem', '--domain', name)
    expect([status, failed]).toEqual([1, [`${rule} error`]])
  })

  test('--fail-on warning, --at, --platform, --quiet', async () => {
    expect((await judged('disorder.pem', '--domain', HOST)).status).toBe(0)
    expect((await judged('disorder.pem', '--domain', HOST, '--fail-on', 'warning')).status).toBe(1)
    const late = await judged('full.pem', '--domain', HOST, '--at', '2099-01-01')
    expect(late.failed).toContain('certificate/validity error')
    const ios = await judged('leaf.pem', '--domain', HOST, '--platform', 'mpaas-ios', '--quiet')
    expect(ios.report.platforms).toEqual(['mpaas-ios'])
    expect(ios.stderr).toBe('')
  })

  test('without --ca nobody trusts this root', async () => {
    expect((await inProcess(['cert', 'full.pem', '--domain', HOST], { cwd })).status).toBe(1)
  })
})

describe('--key', () => {
  test('belongs to the certificate', async () => {
    expect(await judged('full.pem', '--domain', HOST, '--key', 'key.pem')).toMatchObject({
      status: 0,
      failed: [],
    })
  })
  test('sealed, with its password', async () => {
    const args = ['--key', 'sealed.pem', '--password-file', 'password.txt']
    expect(await judged('full.pem', '--domain', HOST, ...args)).toMatchObject({ status: 0, failed: [] })
  })
  test('belongs to another one', async () => {
    const { status, failed, stderr, report } = await judged(
      'full.pem',
      '--domain',
      HOST,
      '--key',
      'other-key.pem',
    )
    expect(status).toBe(1)
    expect(failed).toEqual(['certificate/key-match error'])
    expect(stderr).toContain('the private key does not belong to "api.example.com"')
    expect(JSON.stringify(report)).toContain('wrong-key')
  })
  test('is never reported, nor kept', async () => {
    const ran = await cert(
      'with-key.pem',
      '--domain',
      HOST,
      '--key',
      'key.pem',
      '--verbose',
      '--save-facts',
      'f.json',
    )
    const [, secret = ''] = leaf.keyPem.split('\n')
    expect(ran.stdout + ran.stderr + readFileSync(join(cwd, 'f.json'), 'utf8')).not.toContain(secret)
    expect(ran.stderr).toContain('holds a private key as well; it was skipped')
  })
})

describe('PKCS #12', () => {
  beforeAll(() => {
    if (!tool) return
    const files = ['-inkey', tool.file('k', leaf.keyPem), '-in', tool.file('c', leaf.pem)]
    const more = ['-certfile', tool.file('o', intermediate.pem), '-passout', 'pass:hunter2']
    tool.run('pkcs12', '-export', ...files, ...more, '-out', join(cwd, 'full.p12'))
  })
  test.skipIf(!tool)('with its password', async () => {
    const args = ['full.p12', '--domain', HOST, '--password-file', 'password.txt']
    expect(await judged(...args)).toMatchObject({ status: 0, failed: [] })
  })
  test.skipIf(!tool).each([
    [[], 'full.p12: encrypted; give the password with --password-file FILE'],
    [['--password-file', 'wrong.txt'], 'full.p12: the password is wrong'],
  ])('%j', async (more, message) => {
    const ran = await cert('full.p12', '--domain', HOST, ...more)
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr).toContain(message)
    expect(ran.stderr).not.toContain('hunter')
  })
})

describe('status 2, one line, and no report', () => {
  test.each([
    [['full.pem'], 'missing --domain HOST'],
    [[], 'missing argument FULLCHAIN.pem'],
    [['--domain', HOST], 'missing argument FULLCHAIN.pem'],
    [['full.pem', '--domain', '*.example.com'], '--domain: "*.example.com" is not a host name'],
    [['full.pem', '--domain', ''], '--domain'],
    [['full.pem', '--domain', 'a..b'], '--domain: "a..b" is not a host name'],
    [['missing.pem', '--domain', HOST], 'cannot read missing.pem: ENOENT'],
    [['.', '--domain', HOST], 'cannot read .: EISDIR'],
    [['empty.pem', '--domain', HOST], 'empty.pem: the file is empty'],
    [['text.pem', '--domain', HOST], 'text.pem: the file holds no certificate'],
    [['key.pem', '--domain', HOST], 'key.pem: the file holds a private key and no certificate'],
    [['broken.pem', '--domain', HOST], /broken\.pem:\d+: not base64/],
    [['glued.pem', '--domain', HOST], /glued\.pem:\d+: END and BEGIN are on one line/],
    [['full.pem', 'text.pem', '--domain', HOST], 'text.pem: the file holds no certificate'],
    [['-', '-', '--domain', HOST], 'standard input (-) can be read once only'],
    [['full.pem', '--domain', HOST, '--key', 'full.pem'], 'full.pem: the file holds no private key'],
    [['full.pem', '--domain', HOST, '--key', 'sealed.pem'], 'the private key is encrypted'],
    [
      ['full.pem', '--domain', HOST, '--key', 'sealed.pem', '--password-file', 'wrong.txt'],
      'the password does not open the private key',
    ],
    [
      ['full.pem', '--domain', HOST, '--password-file', 'none.txt'],
      '--password-file: cannot read none.txt: ENOENT',
    ],
    [['full.pem', '--domain', HOST, '--config', 'bad.config.json'], 'bad.config.json:1:3'],
    [['full.pem', '--domain', HOST, '--platform', 'symbian'], '--platform'],
    [['full.pem', '--domain', HOST, '--revocation'], '--revocation asks the network'],
    [['full.pem', '--domain', HOST, '--timeout', '5'], 'unknown option --timeout'],
  ])('%j', async (args, message) => {
    const { status, stdout, stderr } = await cert(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(
      stderr
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('note: ')),
    ).toHaveLength(1)
  })

  test('a file name that would move the cursor', async () => {
    const { stderr } = await cert('\x1b[2Jevil.pem', '--domain', HOST)
    expect(stderr).toContain('\\x1b[2Jevil.pem')
    expect(stderr).not.toContain('\x1b')
  })
})

test('--config gives rules and platforms', async () => {
  const { status, report } = await judged(
    'full.pem',
    '--domain',
    'elsewhere.example.net',
    '--config',
    'hefa.config.json',
  )
  expect(status).toBe(0)
  expect(report.platforms).toEqual(['alipay-ios', 'alipay-android'])
  expect(report.targets.map(({ host }) => host)).toEqual(['elsewhere.example.net'])
})

describe('--fetch', () => {
  let server: PlainServer
  const key = freshKey('ec-p256')
  const list: Reply = {}
  const pages: Pages = { '/ca': { body: intermediate.der }, '/crl': list }
  beforeAll(async () => {
    server = await plainServer(pages)
    const at = (path: string) => [`http://ca.test:${server.port}${path}`]
    const pointing = issue({ names: [HOST], key, caIssuers: at('/ca'), crl: at('/crl') })
    list.body = makeCrl({ issuer: intermediate, revoked: [{ serial: pointing.serial, reason: 1 }] })
    writeFileSync(join(cwd, 'pointing.pem'), pointing.pem)
  })
  afterAll(() => server.close())
  const asked = (...more: string[]) =>
    judged('pointing.pem', '--domain', HOST, '--resolve', `ca.test:${server.port}:127.0.0.1`, ...more)

  test('no network without it', async () => {
    const { failed } = await asked()
    expect(failed).toContain('certificate/chain-complete error')
    expect(server.asked).toEqual([])
  })

  test('names the missing certificate', async () => {
    const { report } = await asked('--fetch')
    expect(server.asked).toEqual(['GET /ca'])
    expect(report.targets[0]?.chain?.map(({ sent }) => sent)).toEqual([true, false])
  })

  test('--revocation asks', async () => {
    const { failed } = await asked('--fetch', '--revocation')
    expect(failed).toEqual(
      expect.arrayContaining(['certificate/revocation error', 'certificate/revocation warning']),
    )
  })
})
