import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import * as der from '../../src/demo/der.js'
import { makeAuthority } from '../../src/demo/index.js'
import { DerError, Pkcs12Error, readCertificate, readPkcs12 } from '../../src/x509/index.js'
import { derive, passwordForms } from '../../src/x509/pkcs12/derive.js'
import { openssl } from '../demo/openssl.js'

const tool = openssl()
afterAll(() => tool?.dispose())

const { root, intermediate, issue } = makeAuthority({ name: 'PKCS12' })
const leaf = issue({ names: ['a.example'] })

const subjects = (found: readonly Buffer[]) => found.map((one) => readCertificate(one).subject.commonName)
const faultOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof Pkcs12Error) return error.fault
    if (error instanceof DerError) return 'malformed'
    throw error
  }
  return 'none'
}

describe.skipIf(tool === null)('what openssl writes', () => {
  const { file, run } = tool ?? { file: () => '', run: () => '' }
  const others = file('others.pem', root.pem + intermediate.pem)
  const key = file('key.pem', leaf.keyPem)
  const own = file('leaf.pem', leaf.pem)

  function made(password: string, ...more: string[]): Buffer {
    const out = file('out.p12', '')
    const how = ['-passout', `pass:${password}`, '-out', out]
    const said = run('pkcs12', '-export', '-inkey', key, '-in', own, '-certfile', others, ...how, ...more)
    const bytes = readFileSync(out)
    if (bytes.length === 0) throw new Error(said)
    return bytes
  }
  const DES = ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']

  test.each([
    ['AES-256 and SHA-256, the default', []],
    ['AES-128', ['-certpbe', 'AES-128-CBC']],
    ['AES-192 and a SHA-384 MAC', ['-certpbe', 'AES-192-CBC', '-macalg', 'sha384']],
    ['Triple DES and SHA-1', DES],
    ['Triple DES with two keys', ['-certpbe', 'PBE-SHA1-2DES', '-macalg', 'sha1']],
    ['certificates in the clear, a SHA-512 MAC', ['-certpbe', 'NONE', '-macalg', 'sha512']],
    ['many iterations', ['-iter', '20000']],
  ])('%s', (_, more) => {
    expect(subjects(readPkcs12(made('hunter2', ...more), 'hunter2'))).toEqual([
      'a.example',
      'PKCS12 Root CA',
      'PKCS12 TLS CA 1',
    ])
  })

  test('the certificate of the key comes first, wherever it stands', () => {
    const all = file('all.pem', root.pem + leaf.pem)
    const out = file('out.p12', '')
    run('pkcs12', '-export', '-inkey', key, '-in', all, '-passout', 'pass:x', '-out', out)
    expect(subjects(readPkcs12(readFileSync(out), 'x'))[0]).toBe('a.example')
  })

  test.each([['密码'], ['pä$$ "word"'], ['']])('the password %j', (password) => {
    expect(readPkcs12(made(password), password)).toHaveLength(3)
    expect(readPkcs12(made(password, ...DES), password)).toHaveLength(3)
  })

  test('without a password the empty one is tried', () => {
    expect(readPkcs12(made(''), null)).toHaveLength(3)
    expect(faultOf(() => readPkcs12(made('x'), null))).toBe('password-needed')
  })

  test('a wrong password is reported as one, with and without a MAC', () => {
    expect(faultOf(() => readPkcs12(made('x'), 'y'))).toBe('wrong-password')
    expect(faultOf(() => readPkcs12(made('x', ...DES), 'X'))).toBe('wrong-password')
    const withoutMac = made('x', '-nomac', '-certpbe', 'AES-256-CBC')
    expect(readPkcs12(withoutMac, 'x')).toHaveLength(3)
    expect(faultOf(() => readPkcs12(withoutMac, 'y'))).not.toBe('none')
  })

  test('cut short anywhere it is malformed, never a crash', () => {
    const bytes = made('x', '-iter', '1')
    for (let end = 0; end < bytes.length; end += 37) {
      expect(
        faultOf(() => readPkcs12(bytes.subarray(0, end), 'x')),
        String(end),
      ).toBe('malformed')
    }
  })

  test('spoiled anywhere it is an error of its own kind', () => {
    const bytes = made('x', '-iter', '1')
    for (let at = 0; at < bytes.length; at += 23) {
      const spoiled = Buffer.from(bytes)
      spoiled[at] = 0xff ^ (spoiled[at] ?? 0)
      expect(() => faultOf(() => readPkcs12(spoiled, 'x')), String(at)).not.toThrow()
    }
  })
})

const DATA = der.oid('1.2.840.113549.1.7.1')
const pfx = (safe: Buffer, ...mac: Buffer[]) =>
  der.sequence(der.integer(3), der.sequence(DATA, der.context(0, der.octetString(safe))), ...mac)
const encrypted = (algorithm: Buffer) => {
  const info = der.sequence(DATA, algorithm, der.contextPrimitive(0, Buffer.alloc(16)))
  const data = der.sequence(der.integer(0), info)
  return der.sequence(der.sequence(der.oid('1.2.840.113549.1.7.6'), der.context(0, data)))
}
const pbe = (last: number, iterations = 1) =>
  der.sequence(
    der.oid(`1.2.840.113549.1.12.1.${last}`),
    der.sequence(der.octetString(Buffer.alloc(8)), der.integer(iterations)),
  )

describe('made by hand', () => {
  test.each([
    ['RC2 with 40 bits', pbe(6), 'legacy-cipher'],
    ['RC4 with 128 bits', pbe(1), 'legacy-cipher'],
    ['an algorithm nobody knows', der.sequence(der.oid('1.2.3.4')), 'algorithm'],
    ['two million iterations and one', pbe(3, 2_000_001), 'iterations'],
    ['no iteration', pbe(3, 0), 'iterations'],
  ])('%s', (_, algorithm, fault) => {
    expect(faultOf(() => readPkcs12(pfx(encrypted(algorithm)), 'x'))).toBe(fault)
  })

  test('a MAC of too many iterations', () => {
    const digest = der.sequence(
      der.sequence(der.oid('1.3.14.3.2.26'), der.nothing()),
      der.octetString(Buffer.alloc(20)),
    )
    const mac = der.sequence(digest, der.octetString(Buffer.alloc(8)), der.integer(0x7fffffff))
    expect(faultOf(() => readPkcs12(pfx(der.sequence(), mac), 'x'))).toBe('iterations')
  })

  test('more sealed parts than any tool writes', () => {
    const [part = Buffer.alloc(0)] = [encrypted(pbe(3)).subarray(2)]
    const sealed = (count: number) => pfx(der.sequence(...Array<Buffer>(count).fill(part)))
    expect(faultOf(() => readPkcs12(sealed(1), 'x'))).toBe('wrong-password')
    expect(faultOf(() => readPkcs12(sealed(17), 'x'))).toBe('malformed')
  })

  test('an empty one holds no certificate', () => expect(readPkcs12(pfx(der.sequence()), null)).toEqual([]))

  test('signed instead of sealed by a password', () => {
    const signed = der.sequence(der.oid('1.2.840.113549.1.7.2'), der.context(0, der.sequence()))
    expect(faultOf(() => readPkcs12(der.sequence(der.integer(3), signed), 'x'))).toBe('public-key')
  })

  test.each([
    ['a certificate', leaf.der],
    ['nothing', Buffer.alloc(0)],
    ['a private key', leaf.key.export({ type: 'pkcs8', format: 'der' })],
  ])('%s is none', (_, bytes) => expect(faultOf(() => readPkcs12(bytes, null))).toBe('malformed'))
})

/** RFC 7292 appendix B.2 has no known answers of its own; these go round among implementations. */
test.each([
  [1, 24, '0A58CF64530D823F', 1, '8AAAE6297B6CB04642AB5B077851284EB7128F1A2A7FBCA3'],
  [2, 8, '0A58CF64530D823F', 1, '79993DFE048D3B76'],
  [3, 20, '3D83C0E4546AC140', 1, '8D967D88F6CAA9D714800AB3D48051D63F73A312'],
])('derivation %#', (purpose, size, salt, iterations, expected) => {
  const [password = Buffer.alloc(0)] = passwordForms('smeg')
  const how = { digest: 'sha1' as const, password, salt: Buffer.from(salt, 'hex'), iterations }
  expect(derive(how, purpose, size).toString('hex').toUpperCase()).toBe(expected)
})
