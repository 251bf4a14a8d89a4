import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import * as der from '../../src/demo/der.js'
import { type CertificateInput, sctList } from '../../src/demo/index.js'
import { DerError, readCertificate, readName, readPem } from '../../src/x509/index.js'
import { runs } from '../helpers/thorough.js'
import { AT, DAY, EXTENSIONS, general, make, makeCa, read } from './factory.js'

const root = makeCa('Root')

describe('fields', () => {
  const scts = sctList([{ logId: Buffer.alloc(32, 7), timestamp: new Date(AT) }])
  const issued = make({
    subject: { cn: 'a.test', o: 'Überall, Inc.', c: 'CN' },
    issuer: root,
    names: ['a.test', '*.b.test'],
    ips: ['192.0.2.1', '2001:db8::1'],
    key: 'ec-p384',
    ocsp: ['http://ocsp.test/'],
    caIssuers: ['http://ca.test/i.der'],
    crl: ['http://crl.test/c.crl'],
    policies: ['2.23.140.1.2.1'],
    tlsFeature: [5],
    scts,
  })
  const certificate = read(issued)

  it('agrees with node:crypto', () => {
    const node = new X509Certificate(issued.der)
    expect(certificate.sha256).toBe(node.fingerprint256.replaceAll(':', '').toLowerCase())
    expect(certificate.serial.toUpperCase()).toBe(node.serialNumber)
    expect(certificate.notBefore).toBe(Date.parse(node.validFrom))
    expect(certificate.notAfter).toBe(Date.parse(node.validTo))
    expect(certificate.publicKey()?.export({ type: 'spki', format: 'der' }).toString('hex')).toBe(
      certificate.spki,
    )
  })

  it('reads names', () => {
    expect(certificate.subject.text).toBe('CN=a.test,O=Überall\\, Inc.,C=CN')
    expect(certificate.subject.commonName).toBe('a.test')
    expect(certificate.subject.der).toBe(issued.subjectDer.toString('hex'))
    expect(certificate.issuer.canonical).toBe(read(root).subject.canonical)
  })

  it('reads extensions', () => {
    expect(certificate).toMatchObject({
      version: 3,
      key: { type: 'ec', bits: 384, curve: 'P-384' },
      signature: { name: 'ecdsa-with-SHA256', hash: 'sha256' },
      basicConstraints: { ca: false, pathLength: null },
      keyUsage: ['digitalSignature'],
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
      subjectAltName: { dns: ['a.test', '*.b.test'], ip: ['192.0.2.1', '2001:db8::1'], other: 0 },
      subjectKeyId: issued.keyId.toString('hex'),
      authorityKeyId: root.keyId.toString('hex'),
      caIssuers: ['http://ca.test/i.der'],
      ocsp: ['http://ocsp.test/'],
      crl: ['http://crl.test/c.crl'],
      policies: ['2.23.140.1.2.1'],
      tlsFeatures: [5],
      scts: [{ version: 0, logId: '07'.repeat(32), timestamp: AT }],
      encodingFaults: [],
    })
  })
})

test.each<[CertificateInput, object, string]>([
  [{ key: 'rsa-2048' }, { type: 'rsa', bits: 2048 }, 'sha256WithRSAEncryption'],
  [{ key: 'rsa-1024', hash: 'sha1' }, { type: 'rsa', bits: 1024 }, 'sha1WithRSAEncryption'],
  [{ key: 'rsa-2048', pss: true, hash: 'sha384' }, { type: 'rsa', bits: 2048 }, 'rsassaPss'],
  [{ key: 'ec-p521', hash: 'sha512' }, { type: 'ec', bits: 521, curve: 'P-521' }, 'ecdsa-with-SHA512'],
  [{ key: 'ed25519' }, { type: 'ed25519', bits: 256 }, 'Ed25519'],
])('key and signature of %j', (input, key, signature) => {
  const certificate = read(make({ subject: 'key.test', ...input }))
  expect(certificate.key).toEqual(key)
  expect(certificate.signature.name).toBe(signature)
  expect(certificate.publicKey()).not.toBeNull()
})

test('reads every root that Node carries, and its key', () => {
  const unread = rootCertificates.filter((pem) => {
    const [bytes] = readPem(pem)
    return bytes === undefined || readCertificate(bytes).publicKey() === null
  })
  expect(unread).toEqual([])
})

/** Puts `replacement` where `original` stands, once, and fixes no lengths. */
function replaced(bytes: Buffer, original: Buffer, replacement: Buffer): Buffer {
  const at = bytes.indexOf(original)
  if (at < 0) throw new Error('not there')
  return Buffer.concat([bytes.subarray(0, at), replacement, bytes.subarray(at + original.length)])
}

const utcTime = (text: string) => der.tlv(0x17, Buffer.from(text))

describe('what strict parsers refuse is noted', () => {
  const leaf = make({ subject: 'a.test', issuer: root, notBefore: new Date('2026-11-01T00:00:00Z') })
  const serial = (...octets: number[]) =>
    read(make({ subject: 'a.test', serial: Buffer.from(octets) })).encodingFaults
  test('serial numbers', () => {
    expect(serial(0x80)).toEqual(['negative-serial'])
    expect(serial(0)).toEqual(['zero-serial'])
    expect(serial(...Array(20).fill(0x11))).toEqual([])
    expect(serial(0, ...Array(20).fill(0x91))).toEqual([])
    expect(serial(...Array(21).fill(0x11))).toEqual(['long-serial'])
  })
  test('bytes after the end', () => {
    const padded = readCertificate(Buffer.concat([leaf.der, Buffer.from([0])]))
    expect(padded.encodingFaults).toEqual(['trailing-bytes'])
  })
  test('a length that is longer than needed', () => {
    const [outer, rest] = [leaf.der.subarray(0, 4), leaf.der.subarray(4)]
    const long = Buffer.concat([Buffer.from([0x30, 0x83, 0]), outer.subarray(2), rest])
    expect(readCertificate(long).encodingFaults).toEqual(['ber-length'])
  })
  test('a time without seconds, and its value', () => {
    const original = utcTime('261101000000Z')
    const odd = replaced(leaf.der, original, der.tlv(0x17, Buffer.from('2611010000Z')))
    const shorter = fixLengths(odd, leaf.der.length - odd.length)
    const certificate = readCertificate(shorter)
    expect(certificate.encodingFaults).toEqual(['odd-time'])
    expect(certificate.notBefore).toBe(Date.parse('2026-11-01T00:00:00Z'))
  })
  test('an extension that stands twice', () => {
    const twice = make({ subject: 'a.test', extensions: [EXTENSIONS.inhibitAny, EXTENSIONS.inhibitAny] })
    expect(read(twice).encodingFaults).toEqual(['duplicate-extension'])
  })
  test('an empty subjectAltName', () => {
    const empty = make({ subject: 'a.test', names: [], extensions: [EXTENSIONS.rawSan()] })
    expect(read(empty).encodingFaults).toEqual(['empty-san'])
  })
  test('an extension that is not what it should be', () => {
    const bad = make({ subject: 'a.test', extensions: [{ oid: '2.5.29.54', value: der.octetString() }] })
    expect(read(bad).encodingFaults).toEqual(['bad-extension'])
  })
  test('no root that Node carries has a fault that Chromium refuses', () => {
    const refused = ['bad-name', 'explicit-default', 'optional-san', 'bad-identifier', 'unaligned-bits']
    const found = rootCertificates.flatMap((pem) =>
      readPem(pem).flatMap((bytes) => readCertificate(bytes).encodingFaults),
    )
    expect(found.filter((fault) => refused.includes(fault))).toEqual([])
  })
  const faultsOf = (oid: string, value: Buffer) =>
    read(
      make({
        subject: 'a.test',
        subjectKeyId: null,
        authorityKeyId: null,
        keyUsage: null,
        extensions: [{ oid, value }],
      }),
    ).encodingFaults
  const subtree = (...content: Buffer[]) =>
    der.sequence(der.contextPrimitive(2, Buffer.from('a.test')), ...content)
  const network = (mask: string) =>
    der.sequence(der.contextPrimitive(7, Buffer.concat([Buffer.alloc(4), Buffer.from(mask, 'hex')])))
  test.each([
    [
      'permitted names twice',
      '2.5.29.30',
      der.sequence(der.context(0, subtree()), der.context(0, subtree())),
    ],
    [
      'excluded names before permitted ones',
      '2.5.29.30',
      der.sequence(der.context(1, subtree()), der.context(0, subtree())),
    ],
    [
      'a policy with an empty list of qualifiers',
      '2.5.29.32',
      der.sequence(der.sequence(der.oid('1.2.3'), der.sequence())),
    ],
    ['usages with bits after their end', '2.5.29.15', der.tlv(3, Buffer.from([7, 0x81]))],
    ['a number longer than it need be', '2.5.29.54', der.tlv(2, Buffer.from([0, 0]))],
  ])('%s', (_, oid, value) => {
    expect(faultsOf(oid, value)).toEqual(['bad-extension'])
  })
  test.each([
    [
      'name constraints in their order',
      '2.5.29.30',
      der.sequence(der.context(0, subtree(), network('ffffff00')), der.context(1, subtree())),
    ],
    ['usages', '2.5.29.15', der.tlv(3, Buffer.from([7, 0x80]))],
    [
      'an issuer’s name and serial number',
      '2.5.29.35',
      der.sequence(der.context(1), der.contextPrimitive(2, Buffer.from([1]))),
    ],
  ])('not: %s', (_, oid, value) => {
    expect(faultsOf(oid, value)).toEqual([])
  })
  test.each([
    ['name constraints that name nothing', der.sequence()],
    ['an empty list of permitted names', der.sequence(der.context(0))],
    ['a mask with a hole', der.sequence(der.context(0, network('ff00ff00')))],
  ])('%s', (_, value) => {
    expect(faultsOf('2.5.29.30', value)).toEqual(['odd-constraints'])
  })
  test('an issuer’s name without its serial number', () => {
    expect(faultsOf('2.5.29.35', der.sequence(der.context(1)))).toEqual(['bad-identifier'])
  })
  test.each([255, 256])('a path of %i authorities', (pathLength) => {
    const { basicConstraints, encodingFaults } = read(makeCa('Long', { pathLength }))
    expect(basicConstraints?.pathLength).toBe(pathLength)
    expect(encodingFaults).toEqual(pathLength === 255 ? [] : ['odd-constraints'])
  })
  test('a minimum of 0 that is written out', () => {
    const zero = subtree(der.contextPrimitive(0, Buffer.from([0])))
    const explicit = make({
      subject: 'a.test',
      extensions: [{ oid: '2.5.29.30', value: der.sequence(der.context(0, zero)) }],
    })
    expect(read(explicit)).toMatchObject({
      encodingFaults: ['explicit-default'],
      nameConstraints: { permitted: [{ form: 'dns', value: 'a.test' }] },
    })
  })
  test('a signature that is not whole octets', () => {
    const spoilt = Buffer.from(leaf.der)
    // The octet that counts unused bits: behind the algorithm, the tag and the length. The signature may hold any octets.
    const algorithm = der.oid('1.2.840.10045.4.3.2')
    spoilt.writeUInt8(1, leaf.der.lastIndexOf(algorithm) + algorithm.length + 2)
    expect(readCertificate(spoilt).encodingFaults).toEqual(['unaligned-bits'])
  })
  test('parameters that ECDSA does not have', () => {
    const oid = der.oid('1.2.840.10045.4.3.2')
    const tbs = leaf.der.subarray(4, 8 + leaf.der.readUInt16BE(6))
    const made = der.sequence(tbs, der.sequence(oid, der.nothing()), der.bitString(Buffer.from([0x30, 0])))
    expect(readCertificate(made).encodingFaults).toEqual(['algorithm-mismatch', 'algorithm-parameters'])
  })
  test('another algorithm inside than outside', () => {
    const at = leaf.der.lastIndexOf(der.oid('1.2.840.10045.4.3.2'))
    const forged = Buffer.concat([leaf.der])
    der.oid('1.2.840.10045.4.3.3').copy(forged, at)
    const certificate = readCertificate(forged)
    expect(certificate.encodingFaults).toEqual(['algorithm-mismatch'])
    expect(certificate.innerSignature).toBe('ecdsa-with-SHA256')
  })
  test("versions that don't fit", () => {
    const version = (number: number) =>
      readCertificate(replaced(leaf.der, der.context(0, der.integer(2)), der.context(0, der.integer(number))))
    expect(version(2).encodingFaults).toEqual([])
    expect(version(1)).toMatchObject({ version: 2, encodingFaults: ['version-mismatch'] })
    expect(version(3)).toMatchObject({ version: 4, encodingFaults: ['version-mismatch'] })
  })
})

/** Validity, TBSCertificate and Certificate got shorter by `by` bytes; all three have lengths of two octets or one. */
function fixLengths(bytes: Buffer, by: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt16BE(copy.readUInt16BE(2) - by, 2)
  copy.writeUInt16BE(copy.readUInt16BE(6) - by, 6)
  // Found by the whole shorter time: the random serial number before it may hold any two octets.
  const validity = copy.indexOf(utcTime('2611010000Z')) - 1
  copy.writeUInt8(copy.readUInt8(validity) - by, validity)
  return copy
}

describe('refused with DerError', () => {
  const leaf = make({ subject: 'a.test', issuer: root })
  const nested = (depth: number) => {
    let bytes = der.sequence()
    for (let i = 0; i < depth; i++) bytes = der.sequence(bytes)
    return bytes
  }
  test.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from([0x30])],
    ['half of it', leaf.der.subarray(0, leaf.der.length / 2)],
    ['a text', Buffer.from('-----BEGIN CERTIFICATE-----')],
    ['an indefinite length', Buffer.concat([Buffer.from([0x30, 0x80]), leaf.der, Buffer.alloc(2)])],
    ['deep nesting', nested(2000)],
    ['a length of four gigabytes', Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff])],
    ['a month that there is not', replaced(leaf.der, Buffer.from('261119'), Buffer.from('261319'))],
    ['30 February', replaced(leaf.der, Buffer.from('261119'), Buffer.from('260230'))],
    ['more than a mebibyte', der.sequence(Buffer.alloc((1 << 20) + 1))],
    ['100,000 elements', der.sequence(Buffer.alloc(400_000, Buffer.from([0x05, 0])))],
  ])('%s', (_, bytes) => {
    expect(() => readCertificate(bytes)).toThrow(DerError)
  })
})

test('hostile characters of a name never reach a terminal', () => {
  const { text } = read(make({ subject: 'a\u001b[31m\u202egnp.test\u0000\u2028' })).subject
  expect(text).toBe('CN=a\\1b[31m\\e2\\80\\aegnp.test\\00\\e2\\80\\a8')
})

test('a NUL inside a dNSName stays part of it', () => {
  const bytes = make({ subject: 'x', extensions: [EXTENSIONS.rawSan(general.dns('a.test\0.evil.test'))] })
  expect(read(bytes).subjectAltName?.dns).toEqual(['a.test\0.evil.test'])
})

test('names are the same whatever their case, spaces and string type', () => {
  const name = (value: Buffer) =>
    readName(der.sequence(der.set(der.sequence(der.oid('2.5.4.3'), value)))).canonical
  const reference = name(der.utf8String('Example Root'))
  expect(name(der.printableString(' EXAMPLE   root '))).toBe(reference)
  expect(name(der.tlv(0x1e, Buffer.from('Example Root', 'utf16le').swap16()))).toBe(reference)
  expect(name(der.utf8String('ExampleRoot'))).not.toBe(reference)
  expect(name(der.octetString(Buffer.from('Example Root')))).not.toBe(reference)
})

test('a value that looks like two relative names is one', () => {
  const attribute = (value: string) => der.set(der.sequence(der.oid('2.5.4.3'), der.utf8String(value)))
  const two = readName(der.sequence(attribute('a'), attribute('b')))
  const one = readName(der.sequence(attribute('a\n2.5.4.3=b')))
  expect(one.canonical).not.toBe(two.canonical)
  const plus = readName(der.sequence(attribute('a+2.5.4.3=b')))
  const both = der.set(...['a', 'b'].map((value) => der.sequence(der.oid('2.5.4.3'), der.utf8String(value))))
  expect(plus.canonical).not.toBe(readName(der.sequence(both)).canonical)
})

test.each([
  ['01020304', '1.2.3.4'],
  ['20010db8000000000000000000000001', '2001:db8::1'],
  ['00000000000000000000000000000000', '::'],
  ['00000000000000000000000000000001', '::1'],
  ['20010db8000000000001000000000000', '2001:db8:0:0:1::'],
  ['20010db8000000010000000000000001', '2001:db8:0:1::1'],
  ['fe800001000200030004000500060007', 'fe80:1:2:3:4:5:6:7'],
])('address %s is printed as %s', (hex, text) => {
  const bytes = make({ subject: 'x', extensions: [EXTENSIONS.rawSan(general.ip(hex))] })
  expect(read(bytes).subjectAltName?.ip).toEqual([text])
})

describe('any bytes give a certificate or a DerError', () => {
  const survives = (bytes: Uint8Array) => {
    try {
      const certificate = readCertificate(bytes)
      certificate.publicKey()
    } catch (error) {
      expect(error).toBeInstanceOf(DerError)
    }
  }
  const seeds = [
    make({ subject: 'a.test', issuer: root, policies: ['1.2.3'], ocsp: ['http://o.test'] }).der,
    makeCa('CA', { key: 'rsa-2048', pss: true, nameConstraints: { permitted: ['a.test', '10.0.0.0/8'] } })
      .der,
    makeCa('Ed', { key: 'ed25519', extensions: [EXTENSIONS.mapping('1.2.3', '1.2.4')] }).der,
  ]
  test('random ones', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), survives), { numRuns: runs(2000) })
  })
  test('certificates with some octets changed', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.constantFrom(...seeds), edits, (seed, changes) => {
        const bytes = Buffer.from(seed)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        survives(bytes)
      }),
      { numRuns: runs(5000) },
    )
  })
  test('certificates with a piece cut out, doubled or put elsewhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.nat(), fc.nat(80), fc.nat(), (seed, from, length, to) => {
        const piece = seed.subarray(from % seed.length, (from % seed.length) + length)
        const without = Buffer.concat([
          seed.subarray(0, from % seed.length),
          seed.subarray((from % seed.length) + length),
        ])
        const place = to % (without.length + 1)
        survives(without)
        survives(Buffer.concat([without.subarray(0, place), piece, without.subarray(place)]))
      }),
      { numRuns: runs(2000) },
    )
  })
})

describe('work is bounded by size', () => {
  const many = (count: number, entry: Buffer) => Buffer.alloc(count * entry.length, entry)
  test('90,000 names', () => {
    const san = { oid: '2.5.29.17', value: der.sequence(many(90_000, general.dns('a.t'))) }
    expect(read(make({ subject: 'x', extensions: [san] })).subjectAltName?.dns.length).toBe(90_000)
  })
  test('90,000 distribution points', () => {
    const names = der.context(0, der.context(0, many(90_000, general.uri('u'))))
    const points = { oid: '2.5.29.31', value: der.sequence(der.sequence(names)) }
    expect(read(make({ subject: 'x', extensions: [points] })).crl.length).toBe(90_000)
  })
  test('30,000 policies', () => {
    const ids = Array.from({ length: 30_000 }, (_, i) => der.sequence(der.oid(`1.2.${i}`)))
    const policies = { oid: '2.5.29.32', value: der.sequence(Buffer.concat(ids)) }
    expect(read(make({ subject: 'x', extensions: [policies] })).policies?.length).toBe(30_000)
  })
})

test('dates to the end of the calendar', () => {
  const forever = make({ subject: 'a.test', notAfter: new Date('9999-12-31T23:59:59Z') })
  expect(read(forever).notAfter).toBe(Date.parse('9999-12-31T23:59:59Z'))
  const old = make({
    subject: 'a.test',
    notBefore: new Date('1950-01-01T00:00:00Z'),
    notAfter: new Date(AT + DAY),
  })
  expect(read(old).notBefore).toBe(Date.parse('1950-01-01T00:00:00Z'))
})
