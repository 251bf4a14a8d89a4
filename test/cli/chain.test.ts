import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  bundle,
  freshKey,
  type Issued,
  makeAuthority,
  makeCertificate,
  type RunningServer,
  startServer,
} from '../../src/demo/index.js'
import { readCertificate, readPem } from '../../src/x509/index.js'
import { buildIn, everywhere, recordOf } from '../helpers/anchors.js'
import { certsOnly } from '../helpers/pkcs7.js'
import { type PlainServer, plainServer } from '../helpers/plain-http.js'
import { folder } from './hefa.js'
import { inProcess } from './in-process.js'

const HOST = 'api.example.com'
const { root, intermediate } = makeAuthority({ name: 'Chain' })
const stranger = makeCertificate({ subject: 'Stranger CA', ca: true })

let aia: PlainServer
let leaf: Issued
let cwd: string
let resolve: string[]
beforeAll(async () => {
  aia = await plainServer({
    '/ca': { body: intermediate.der },
    '/ca.p7c': { body: certsOnly([intermediate]) },
  })
  const at = (path: string) => [`http://aia.test:${aia.port}${path}`]
  leaf = makeCertificate({ names: [HOST], issuer: intermediate, caIssuers: at('/ca') })
  resolve = ['--resolve', `aia.test:${aia.port}:127.0.0.1`]
  const other = makeCertificate({ names: ['other.example.com'], issuer: intermediate })
  cwd = await folder({
    'root.pem': root.pem,
    'leaf.pem': leaf.pem,
    'p7c.pem': makeCertificate({ names: [HOST], issuer: intermediate, caIssuers: at('/ca.p7c') }).pem,
    'lost.pem': makeCertificate({ names: [HOST], issuer: intermediate, caIssuers: at('/gone') }).pem,
    'plain.pem': other.pem,
    'full.pem': bundle(leaf, intermediate),
    'int.pem': intermediate.pem,
    'stranger.pem': stranger.pem,
    'heap.pem': `${leaf.keyPem}${bundle(root, stranger, intermediate, intermediate, leaf)}`,
    'two.pem': bundle(leaf, other, intermediate),
    'expired.pem': bundle(
      makeCertificate({ names: [HOST], issuer: intermediate, notAfter: new Date(Date.now() - 1000) }),
      intermediate,
    ),
    'private.pem': bundle(makeCertificate({ names: [HOST], issuer: stranger }), stranger),
    'self.pem': makeCertificate({ names: [HOST] }).pem,
    'key.pem': leaf.keyPem,
    bundle: bundle(leaf, intermediate),
  })
})
afterAll(() => aia.close())
afterEach(() => {
  vi.restoreAllMocks()
})

const chain = (...args: string[]) => inProcess(['chain', ...args, '--ca', 'root.pem'], { cwd })
const names = (text: string) =>
  readPem(text).map((der) => {
    const { subject, issuer } = readCertificate(der)
    return `${subject.commonName} by ${issuer.commonName}`
  })
const FULL = [`${HOST} by Chain TLS CA 1`, 'Chain TLS CA 1 by Chain Root CA']

describe('certificates at hand', () => {
  test.each([
    ['what is missing is taken from them, without the network', ['--with', 'int.pem']],
    ['of several files what is needed', ['--with', 'stranger.pem', '--with', 'int.pem', '--quiet']],
  ])('%s', async (_, flags) => {
    const made = await chain('lost.pem', ...flags, '--no-fetch')
    if (!flags.includes('--quiet')) expect(made.stderr).toBe('note: added "Chain TLS CA 1"\n')
    expect({ status: made.status, chain: names(made.stdout) }).toEqual({ status: 0, chain: FULL })
  })

  test('where they do not help there is no chain', async () => {
    const made = await chain('lost.pem', '--with', 'stranger.pem', '--no-fetch')
    expect({ status: made.status, out: made.stdout }).toEqual({ status: 1, out: '' })
  })

  test('one that cannot be read is reported', async () =>
    expect((await chain('leaf.pem', '--with', 'none.pem')).status).toBe(2))
})

describe('a file', () => {
  test('what is missing is added, and hefa cert is content with it', async () => {
    const made = await chain('leaf.pem', ...resolve)
    expect(made.status).toBe(0)
    expect(names(made.stdout)).toEqual(FULL)
    expect(made.stderr).toBe(`note: added "Chain TLS CA 1", found at http://aia.test:${aia.port}/ca\n`)
    writeFileSync(join(cwd, 'fullchain.pem'), made.stdout)
    const judged = await inProcess(['cert', 'fullchain.pem', '--domain', HOST, '--ca', 'root.pem'], { cwd })
    expect(judged).toMatchObject({ status: 0, stderr: '' })
    expect(
      (await inProcess(['cert', 'leaf.pem', '--domain', HOST, '--ca', 'root.pem'], { cwd })).status,
    ).toBe(1)
  })

  test('nothing but PEM is printed: consoles take a bundle only when it begins with BEGIN', async () => {
    const { stdout } = await chain('full.pem')
    expect(stdout).toBe(bundle(leaf, intermediate))
  })

  test('PKCS #7 at the address does as well', async () => {
    expect(names((await chain('p7c.pem', ...resolve)).stdout)).toEqual(FULL)
  })

  test('a heap is put in order; root, strangers and doubles go; the key is not shown', async () => {
    const { status, stdout, stderr } = await chain('heap.pem')
    expect(status).toBe(0)
    expect(stdout).toBe(bundle(leaf, intermediate))
    expect(stderr.trim().split('\n')).toEqual([
      'note: removed the root "Chain Root CA": clients have it',
      'note: removed "Stranger CA": the chain does not need it',
      'note: removed "Chain TLS CA 1": it was there twice',
      `note: put in order: ${HOST}, Chain TLS CA 1`,
    ])
  })

  test('one that is right stays as it is, and asks nobody', async () => {
    const before = aia.asked.length
    const { stdout, stderr } = await chain('full.pem', ...resolve)
    expect(stdout).toBe(bundle(leaf, intermediate))
    expect(stderr).toBe('note: nothing to fix: 2 certificates, in order\n')
    expect(aia.asked).toHaveLength(before)
  })

  test('--quiet, --output, --lang', async () => {
    expect((await chain('full.pem', '--quiet')).stderr).toBe('')
    const { stdout, stderr } = await chain('full.pem', '--output', 'out.pem', '--lang', 'zh')
    expect(stdout).toBe('')
    expect(stderr).toContain('无需修补')
    expect(readFileSync(join(cwd, 'out.pem'), 'utf8')).toBe(bundle(leaf, intermediate))
  })

  test('by any name, and from standard input', async () => {
    expect((await chain('bundle')).stdout).toBe(bundle(leaf, intermediate))
    const input = bundle(intermediate, leaf)
    const ran = await inProcess(['chain', '-', '--ca', 'root.pem'], { cwd, input })
    expect(ran.stdout).toBe(bundle(leaf, intermediate))
  })

  test('two server certificates: it is told for which one', async () => {
    const { status, stdout, stderr } = await chain('two.pem')
    expect(status).toBe(0)
    expect(stdout).toBe(bundle(leaf, intermediate))
    expect(stderr).toContain(`more than one server certificate (${HOST}, other.example.com)`)
  })
})

describe('no chain: status 1, nothing printed, and why', () => {
  test.each([
    [
      ['leaf.pem', '--no-fetch'],
      'the issuer "Chain TLS CA 1" of "api.example.com" is missing (not looked for)',
    ],
    [['leaf.pem'], /is missing \(http:\/\/aia\.test:\d+\/ca: /],
    [['lost.pem', 'RESOLVE'], /is missing \(http:\/\/aia\.test:\d+\/gone: HTTP 404\)/],
    [
      ['plain.pem', 'RESOLVE'],
      'the issuer "Chain TLS CA 1" of "other.example.com" is missing (and no platform',
    ],
    [['expired.pem'], 'phones refuse it: "api.example.com": expired'],
    [['private.pem'], 'it ends in "Stranger CA", a root that no platform has built in'],
    [['self.pem'], '"api.example.com" is self-signed'],
  ])('%j', async (args, message) => {
    const all = args.flatMap((arg) => (arg === 'RESOLVE' ? resolve : [arg]))
    // Without --resolve the name is asked of a server that is not there.
    const dns = args.includes('RESOLVE') || args.length > 1 ? [] : ['--dns', '127.0.0.1:9']
    const { status, stdout, stderr } = await chain(...all, ...dns)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('a platform that lacks the root is named with its versions', async () => {
    const { status, stderr } = await withoutCa('full.pem', [
      recordOf(root, { ios: [['12', null]], android: [['14', null]], chrome: true }),
    ])
    expect(status).toBe(1)
    expect(stderr).toMatch(/the root ".*Chain Root CA.*" is not trusted by android 10, .*android 13/)
    const ios = await withoutCa(
      'full.pem',
      [recordOf(root, { ios: [['12', null]] })],
      '--platform',
      'wechat-ios',
    )
    expect(ios.status).toBe(0)
  })

  test('an output that can’t be written is reported before anything else', async () => {
    mkdirSync(join(cwd, 'folder'), { recursive: true })
    expect(await chain('leaf.pem', '--output', 'folder')).toMatchObject({ status: 2, stdout: '' })
    expect((await chain('leaf.pem', '--no-fetch', '--output', 'never.pem')).status).toBe(1)
    expect(existsSync(join(cwd, 'never.pem'))).toBe(false)
  })
})

function withoutCa(file: string, records: Parameters<typeof buildIn>, ...more: string[]) {
  vi.restoreAllMocks()
  buildIn(...records)
  return inProcess(['chain', file, ...more], { cwd })
}

test('a cross-sign that older phones need is looked for, and kept', async () => {
  const old = makeCertificate({ subject: 'Old Root', ca: true })
  const key = freshKey('ec-p256')
  const young = makeCertificate({ subject: 'New Root', ca: true, key })
  const cross = makeCertificate({ subject: 'New Root', ca: true, key, issuer: old })
  const server = await plainServer({ '/new-root': { body: cross.der } })
  const caIssuers = [`http://aia.test:${server.port}/new-root`]
  const middle = makeCertificate({ subject: 'Middle', ca: true, issuer: young, caIssuers })
  const host = makeCertificate({ names: [HOST], issuer: middle })
  writeFileSync(join(cwd, 'modern.pem'), bundle(host, middle))
  const modern = recordOf(young, { ios: [['15', null]], android: [['14', null]], chrome: true })
  try {
    const own = ['--resolve', `aia.test:${server.port}:127.0.0.1`]
    const made = await withoutCa('modern.pem', [everywhere(old), modern], ...own)
    expect(names(made.stdout)).toEqual([`${HOST} by Middle`, 'Middle by New Root', 'New Root by Old Root'])
    expect(made.stderr).toContain('added "New Root"')
  } finally {
    await server.close()
  }
})

describe('status 2', () => {
  test.each([
    [[], 'missing argument'],
    [['missing.pem'], 'cannot read missing.pem: ENOENT'],
    [['missing.P12'], 'cannot read missing.P12: ENOENT'],
    [['key.pem'], 'key.pem: the file holds a private key and no certificate'],
    [['udp://a.example.com'], 'neither a file nor a host'],
    [['*.example.com'], 'neither a file nor a host'],
    [['full.pem', 'leaf.pem'], 'too many arguments'],
    [['full.pem', '--format', 'json'], 'unknown option --format'],
    [['full.pem', '--revocation'], 'unknown option --revocation'],
    [['full.pem', '--at', 'soon'], '--at: "soon"'],
  ])('%j', async (args, message) => {
    const { status, stdout, stderr } = await chain(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(message)
  })
})

describe('a domain', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer({ kind: 'tls', leaf, others: [] })
  })
  afterAll(() => server.close())
  const at = (port: number) => ['--resolve', `${HOST}:${port}:127.0.0.1`, ...resolve]

  test('the chain of its server, fixed', async () => {
    const { status, stdout, stderr } = await chain(`${HOST}:${server.port}`, ...at(server.port))
    expect(status).toBe(0)
    expect(stdout).toBe(bundle(leaf, intermediate))
    expect(stderr).toContain('added "Chain TLS CA 1"')
  })

  test('nobody there', async () => {
    const closed = await startServer({ kind: 'closed' })
    try {
      const { status, stdout, stderr } = await chain(`${HOST}:${closed.port}`, ...at(closed.port))
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
      expect(stderr).toContain('the server sends no certificate; hefa audit ')
    } finally {
      await closed.close()
    }
  })

  test('no answer from DNS can’t be told from a name that is not there: undetermined', async () => {
    const ran = await chain(HOST, '--dns', '127.0.0.1:9', '--timeout', '0.2')
    expect(ran).toMatchObject({ status: 3, stdout: '' })
    expect(ran.stderr).toContain('no answer (DNS')
  })
})
