import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { notesOf } from '../../src/audit/file-notes.js'
import { MAX_INPUT, publicPartOf, readInput } from '../../src/audit/index.js'
import { readPemFile } from '../../src/audit/pem-file.js'
import { bundle, freshKey, type Issued, makeCertificate, pem } from '../../src/demo/index.js'
import { readCertificate } from '../../src/x509/index.js'
import { openssl } from '../demo/openssl.js'
import { authority, issue, issueCa } from '../helpers/chains.js'
import { certsOnly } from '../helpers/pkcs7.js'

const tool = openssl()
afterAll(() => tool?.dispose())

const { root, intermediate } = authority
const leaf = issue({})
const names = (input: ReturnType<typeof readInput>) =>
  'fault' in input
    ? input
    : input.certificates.map((der) => readCertificate(der).subject.commonName?.replace('Test ', ''))
const read = (file: string | Buffer, password: string | null = null) => readInput(Buffer.from(file), password)
const GOOD = ['api.example.com', 'TLS CA 1']
const good = bundle(leaf, intermediate)

describe('PEM', () => {
  test.each([
    ['as CAs give it', good],
    ['with Windows line ends', good.replaceAll('\n', '\r\n')],
    ['behind a byte order mark', `\ufeff${good}`],
    ['with text around', `subject=CN = api\n${leaf.pem}\nissuer: 测试\n\n${intermediate.pem}\n-- end\n`],
    ['without a line break at the end', good.trimEnd()],
    ['in one line of base64', good.replace(/([A-Za-z0-9+/=])\n(?!-)/g, '$1')],
    [
      'with an empty line behind BEGIN',
      good.replaceAll('BEGIN CERTIFICATE-----', 'BEGIN CERTIFICATE-----\n'),
    ],
    ['with spaces at the ends of lines', good.replaceAll('\n', '  \n')],
    ['under the old label', good.replaceAll('CERTIFICATE', 'X509 CERTIFICATE')],
    [
      'in OpenSSL’s trusted form',
      pem(Buffer.concat([leaf.der, Buffer.from('3000', 'hex')]), 'TRUSTED CERTIFICATE') + intermediate.pem,
    ],
    ['as PKCS #7', pem(certsOnly([leaf, intermediate]), 'PKCS7')],
  ])('%s', (_, text) => expect(names(read(text))).toEqual(GOOD))

  test('the order of the file is kept', () => {
    expect(names(read(bundle(intermediate, root, leaf)))).toEqual(['TLS CA 1', 'Root CA', 'api.example.com'])
  })

  test('keys among certificates are passed over', () => {
    const input = read(`${leaf.keyPem}${good}`)
    expect(names(input)).toEqual(GOOD)
    expect(input).toMatchObject({ hasKey: true })
    const blocks = readPemFile(`${leaf.keyPem}${good}`)
    expect('blocks' in blocks && blocks.blocks[0]).toEqual({
      label: 'PRIVATE KEY',
      line: 1,
      der: Buffer.alloc(0),
    })
  })

  const body = leaf.pem.split('\n')
  const spoiled = (at: number, line: string) => body.with(at, line).join('\n')
  test.each([
    [
      'two files put together without a line break',
      leaf.pem.trimEnd() + intermediate.pem,
      'glued',
      body.length - 1,
    ],
    ['no END', leaf.pem.replace(/-----END.*\n/, ''), 'unterminated', 1],
    [
      'another BEGIN before the END',
      leaf.pem.replace(/-----END.*\n/, '') + intermediate.pem,
      'unterminated',
      1,
    ],
    ['END of something else', leaf.pem.replace('END CERTIFICATE', 'END PUBLIC KEY'), 'unterminated', 1],
    ['indented', good.replace(/^/gm, '  '), 'indented', 1],
    ['a letter that is none', spoiled(2, `${'*'.repeat(64)}`), 'not-base64', 3],
    ['a line cut short', spoiled(3, (body[3] ?? '').slice(0, 63)), 'not-base64', body.length - 1],
    ['a line that is missing', `\n\n${body.toSpliced(3, 1).join('\n')}`, 'not-a-certificate', 3],
    ['an empty line amid', spoiled(3, ''), 'blank-line', 4],
    ['the line ends of old', good.replaceAll('\n', '\r'), 'line-ends', 1],
    ['empty', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n', 'not-base64', 2],
    [
      'a key without END',
      `${good}${leaf.keyPem.replace(/-----END.*\n/, '')}`,
      'unterminated',
      good.split('\n').length,
    ],
    ['no certificate inside', pem(Buffer.from('3003020101', 'hex')), 'not-a-certificate', 1],
    ['broken PKCS #7', pem(Buffer.from('3003020101', 'hex'), 'PKCS7'), 'bad-container', 1],
  ])('broken: %s', (_, text, fault, line) => expect(read(text)).toMatchObject({ fault, line }))

  test.each([
    ['nothing', '', 'empty'],
    ['white space', '\n \t\r\n', 'empty'],
    ['some text', 'hello', 'no-certificate'],
    ['one character', 'x', 'no-certificate'],
    ['a web page', '<!doctype html><title>404</title>', 'no-certificate'],
    ['a public key', pem(leaf.spki, 'PUBLIC KEY'), 'no-certificate'],
    ['a private key', leaf.keyPem, 'key-only'],
    ['a request', pem(Buffer.from('3000', 'hex'), 'CERTIFICATE REQUEST'), 'request-only'],
    ['a commented-out certificate', leaf.pem.replace(/^/gm, '# '), 'no-certificate'],
  ])('no certificate: %s', (_, text, fault) => expect(read(text)).toMatchObject({ fault }))

  test('UTF-16, which servers don’t read', () => {
    const utf16 = Buffer.from(`\ufeff${good}`, 'utf16le')
    expect(read(utf16)).toEqual({ fault: 'utf-16' })
    expect(read(utf16.swap16())).toEqual({ fault: 'utf-16' })
  })

  test('bounds', () => {
    expect(read(Buffer.alloc(MAX_INPUT + 1, 0x20))).toEqual({ fault: 'too-large' })
    expect(read(leaf.pem.repeat(513))).toEqual({ fault: 'too-many' })
  })
})

describe('DER', () => {
  test('a certificate', () => expect(names(read(leaf.der))).toEqual(['api.example.com']))
  test.each([
    ['cut short', leaf.der.subarray(0, 200), 'not-a-certificate'],
    ['a private key, PKCS #8', leaf.key.export({ type: 'pkcs8', format: 'der' }), 'key-only'],
    ['a private key, SEC 1', leaf.key.export({ type: 'sec1', format: 'der' }), 'key-only'],
    ['a single octet', Buffer.from([0x30]), 'not-a-certificate'],
    ['PKCS #7 cut short', certsOnly([leaf]).subarray(0, 60), 'bad-container'],
    ['PKCS #7 without certificates', certsOnly([]), 'no-certificate'],
  ])('%s', (_, bytes, fault) => expect(read(bytes)).toMatchObject({ fault }))

  test('PKCS #7 keeps no order: leaf first, then who issued it', () => {
    const input = read(certsOnly([root, intermediate, leaf]))
    expect(names(input)).toEqual(['api.example.com', 'TLS CA 1', 'Root CA'])
    expect(
      'fault' in input
        ? []
        : notesOf(input, undefined, [root.der.toString('base64')]).map(({ note }) => note),
    ).toEqual(['put-in-order', 'root-included'])
  })
})

describe.skipIf(tool === null)('PKCS #12 of openssl', () => {
  const { file, run } = tool ?? { file: () => '', run: () => '' }
  function p12(password: string, ...more: string[]): Buffer {
    const [key, own, others, out] = [
      file('key.pem', leaf.keyPem),
      file('leaf.pem', leaf.pem),
      file('others.pem', root.pem + intermediate.pem),
      file('out.p12', ''),
    ]
    const how = ['-certfile', others, '-passout', `pass:${password}`, '-out', out, ...more]
    run('pkcs12', '-export', '-inkey', key, '-in', own, ...how)
    return readFileSync(out)
  }

  test('leaf first, then who issued it', () => {
    expect(names(read(p12('x'), 'x'))).toEqual(['api.example.com', 'TLS CA 1', 'Root CA'])
  })
  test.each([
    [null, 'password-needed'],
    ['y', 'wrong-password'],
  ])('password %j: %s', (password, fault) => expect(read(p12('x'), password)).toMatchObject({ fault }))
  test('RC2, as old tools seal it', () => {
    const old = p12('x', '-legacy')
    if (old.length > 0) expect(read(old, 'x')).toMatchObject({ fault: 'legacy-cipher' })
  })
})

describe('private keys', () => {
  const spki = leaf.spki.toString('hex')
  const rsa = freshKey('rsa-2048')
  const sealed = leaf.key.export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'secret',
  })
  const sealedDer = leaf.key.export({
    type: 'pkcs8',
    format: 'der',
    cipher: 'aes-256-cbc',
    passphrase: 'secret',
  })
  const old = leaf.key.export({ type: 'sec1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'secret' })
  const key = (bytes: string | Buffer, password: string | null = null) =>
    publicPartOf(Buffer.from(bytes), password)

  test.each([
    ['PKCS #8', leaf.keyPem, null],
    ['SEC 1', leaf.key.export({ type: 'sec1', format: 'pem' }), null],
    [
      'behind curve parameters, as openssl ecparam writes it',
      `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${leaf.key.export({ type: 'sec1', format: 'pem' })}`,
      null,
    ],
    ['among certificates', `${good}${leaf.keyPem}`, null],
    ['with Windows line ends', leaf.keyPem.replaceAll('\n', '\r\n'), null],
    ['DER', leaf.key.export({ type: 'pkcs8', format: 'der' }), null],
    ['DER, SEC 1', leaf.key.export({ type: 'sec1', format: 'der' }), null],
    ['sealed', sealed, 'secret'],
    ['sealed, DER', sealedDer, 'secret'],
    ['sealed the old way', old, 'secret'],
    ['in the clear, and a password that is not needed', leaf.keyPem, 'secret'],
  ])('%s', (_, bytes, password) => expect(key(bytes as string, password)).toEqual({ spki }))

  test('RSA, PKCS #1', () => {
    expect(key(rsa.export({ type: 'pkcs1', format: 'der' }))).toEqual(
      key(rsa.export({ type: 'pkcs8', format: 'pem' })),
    )
  })

  test.each([
    ['sealed, no password', sealed, null, 'key-password-needed'],
    ['sealed, DER, no password', sealedDer, null, 'key-password-needed'],
    ['sealed the old way, no password', old, null, 'key-password-needed'],
    ['sealed, another password', sealed, 'Secret', 'key-wrong-password'],
    ['sealed, DER, another password', sealedDer, 'Secret', 'key-wrong-password'],
    ['sealed, an empty password', sealed, '', 'key-wrong-password'],
    ['a certificate', leaf.pem, null, 'no-key'],
    ['nothing', '', null, 'no-key'],
    ['a public key', pem(leaf.spki, 'PUBLIC KEY'), null, 'no-key'],
    ['broken', leaf.keyPem.replace(/\n[^-]{20}/, '\n'), null, 'key-unreadable'],
  ])('%s', (_, bytes, password, fault) => expect(key(bytes as string, password)).toEqual({ fault }))

  test('the answer holds nothing secret', () => {
    const answer = JSON.stringify(key(leaf.keyPem))
    const { d = '' } = createPrivateKey(leaf.keyPem).export({ format: 'jwk' })
    expect(answer).not.toContain(Buffer.from(d, 'base64url').toString('hex'))
  })
})

describe('notes', () => {
  const other = issue({ names: ['other.example.com'] })
  const upper = issueCa({ subject: 'Upper', issuer: root })
  const lower = issueCa({ subject: 'Lower', issuer: upper })
  const deep = issue({ issuer: lower })
  const base64 = ({ der }: Issued) => der.toString('base64')
  const notes = (sent: readonly Issued[], spki?: string, ca = [base64(root)]) => {
    const input = read(bundle(...sent))
    if ('fault' in input) throw new Error(input.fault)
    return notesOf(input, spki, ca)
  }
  const [keyOf, leafName] = [(one: typeof leaf) => one.spki.toString('hex'), 'api.example.com']

  test.each([
    ['as it should be', [leaf, intermediate], []],
    ['leaf alone', [leaf], [{ note: 'leaf-only', missing: 'Test TLS CA 1' }]],
    ['with the root', [leaf, intermediate, root], [{ note: 'root-included', subject: 'Test Root CA' }]],
    [
      'an intermediate first',
      [intermediate, leaf],
      [{ note: 'leaf-not-first', first: 'Test TLS CA 1', leaf: leafName, position: 2 }],
    ],
    [
      'a root before an intermediate is no disorder',
      [leaf, root, intermediate],
      [{ note: 'root-included', subject: 'Test Root CA' }],
    ],
    ['out of order', [deep, upper, lower], [{ note: 'out-of-order', order: [leafName, 'Lower', 'Upper'] }]],
    [
      'two server certificates',
      [leaf, other, intermediate],
      [{ note: 'two-leaves', subjects: [leafName, 'other.example.com'] }],
    ],
    ['the same one twice is one', [leaf, leaf, intermediate], []],
    ['self-signed', [makeCertificate({ names: ['api.example.com'] })], []],
    ['an intermediate alone', [intermediate], []],
    ['self-signed and an authority, as openssl req -x509 makes it', [root], []],
    ['a stranger among them', [leaf, issueCa({ subject: 'Stranger', issuer: root }), intermediate], []],
  ])('%s', (_, sent, expected) => expect(notes(sent)).toEqual(expected))

  test('a root that no client has is not told to leave out', () =>
    expect(notes([leaf, intermediate, root], undefined, [])).toEqual([]))

  test('under a given root itself nothing is missing', () =>
    expect(notes([leaf], undefined, [base64(intermediate)])).toEqual([]))

  test('the key', () => {
    expect(notes([leaf, intermediate], keyOf(leaf))).toEqual([])
    expect(notes([leaf, intermediate], keyOf(other))).toEqual([{ note: 'wrong-key', leaf: leafName }])
    expect(notes([leaf, intermediate], keyOf(intermediate))).toEqual([
      { note: 'key-of-another', subject: 'Test TLS CA 1', position: 2 },
    ])
  })
})
