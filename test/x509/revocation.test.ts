import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import * as der from '../../src/demo/der.js'
import { type CrlInput, makeCrl, makeOcspResponse, type OcspInput, sctList } from '../../src/demo/index.js'
import {
  crlStatus,
  DerError,
  issuerOf,
  ocspRequest,
  ocspStatus,
  type Revocation,
  readCrl,
  readOcspResponse,
  readPem,
  readPkcs7,
  readSctList,
  toPem,
} from '../../src/x509/index.js'
import { runs } from '../helpers/thorough.js'
import { AT, DAY, make, makeCa, NOW, read } from './factory.js'

const root = makeCa('Root')
const leaf = make({ subject: 'a.test', issuer: root })
const other = make({ subject: 'b.test', issuer: root })
const stranger = makeCa('Stranger')
const date = (offset: number) => new Date(AT + offset)

/** `good`, `revoked keyCompromise`, `unknown stale`. */
const short = (answer: Revocation): string =>
  answer.status === 'good' ? 'good' : `${answer.status} ${'why' in answer ? answer.why : answer.reason}`

describe('OCSP', () => {
  const ask = (input: Partial<OcspInput>, of = leaf): string => {
    const response = readOcspResponse(makeOcspResponse({ certificate: leaf, now: NOW, ...input }))
    return short(ocspStatus(response, read(of), issuerOf(read(root)), AT))
  }
  const delegate = (input: Parameters<typeof make>[0]) =>
    make({ subject: 'Responder', issuer: root, extendedKeyUsage: ['ocspSigning'], ...input })

  test.each<[string, Partial<OcspInput>, string]>([
    ['good', {}, 'good'],
    ['good, by SHA-256', { certIdHash: 'sha256' }, 'good'],
    ['good without nextUpdate', { nextUpdate: null }, 'good'],
    ['ten days old without nextUpdate', { nextUpdate: null, thisUpdate: date(-10 * DAY) }, 'good'],
    ['older without nextUpdate', { nextUpdate: null, thisUpdate: date(-10 * DAY - 1000) }, 'unknown stale'],
    ['good to the second', { nextUpdate: NOW }, 'good'],
    ['a second too late', { nextUpdate: date(-1000) }, 'unknown stale'],
    ['a second too early', { thisUpdate: date(1000) }, 'unknown not-yet'],
    ['revoked', { status: 'revoked', reason: 1 }, 'revoked keyCompromise'],
    ['revoked without reason', { status: 'revoked' }, 'revoked unspecified'],
    ['not known', { status: 'unknown' }, 'unknown responder'],
    ['refused', { responseStatus: 'tryLater' }, 'unknown responder'],
    ['unauthorized', { responseStatus: 'unauthorized' }, 'unknown responder'],
    ['signature spoilt', { badSignature: true }, 'unknown signature'],
    ['about another', { certificate: other }, 'unknown other-certificate'],
    ['by a delegate', { responder: delegate({}) }, 'good'],
    [
      'by a delegate without the right',
      { responder: delegate({ extendedKeyUsage: ['serverAuth'] }) },
      'unknown signature',
    ],
    [
      'by a delegate without any usage',
      { responder: delegate({ extendedKeyUsage: null }) },
      'unknown signature',
    ],
    [
      'by a delegate under another name',
      { responder: delegate({ issuerName: 'Stranger' }) },
      'unknown signature',
    ],
    ['by an expired delegate', { responder: delegate({ notAfter: date(-DAY / 2) }) }, 'unknown signature'],
    ['by a delegate of another', { responder: delegate({ issuer: stranger }) }, 'unknown signature'],
    [
      "by one who only copies the issuer's name",
      { responder: delegate({ issuer: makeCa('Root') }) },
      'unknown signature',
    ],
    ['by the leaf itself', { responder: leaf }, 'unknown signature'],
  ])('%s', (_, input, expected) => expect(ask(input)).toBe(expected))

  it('says nothing about the certificate of another issuer', () => {
    const response = readOcspResponse(makeOcspResponse({ certificate: leaf, now: NOW }))
    const foreign = make({ subject: 'a.test', issuer: stranger, serial: leaf.serial })
    expect(short(ocspStatus(response, read(foreign), issuerOf(read(stranger)), AT))).toBe(
      'unknown other-certificate',
    )
    expect(short(ocspStatus(response, read(foreign), issuerOf(read(root)), AT))).toBe(
      'unknown other-certificate',
    )
  })
  it('is about a key, not only a name', () => {
    const again = makeCa('Root')
    const response = makeOcspResponse({ certificate: leaf, now: NOW, issuer: again, responder: delegate({}) })
    const answer = ocspStatus(readOcspResponse(response), read(leaf), issuerOf(read(root)), AT)
    expect(short(answer)).toBe('unknown other-certificate')
  })
  it('carries SCTs', () => {
    const scts = sctList([{ logId: Buffer.alloc(32, 9), timestamp: NOW }])
    const { basic } = readOcspResponse(makeOcspResponse({ certificate: leaf, now: NOW, scts }))
    expect(basic?.answers[0]?.scts).toEqual([{ version: 0, logId: '09'.repeat(32), timestamp: AT }])
  })
  it('reads the times and the status of a revoked certificate', () => {
    const revokedAt = date(-5 * DAY)
    const { status, basic } = readOcspResponse(
      makeOcspResponse({
        certificate: leaf,
        now: NOW,
        status: 'revoked',
        revokedAt,
        producedAt: date(-60_000),
      }),
    )
    expect(status).toBe('successful')
    expect(basic?.producedAt).toBe(AT - 60_000)
    expect(basic?.answers[0]?.revoked).toEqual({ at: revokedAt.getTime(), reason: 'unspecified' })
    expect(basic?.answers[0]?.serial).toBe(leaf.serial.toString('hex'))
  })
  it('asks with a request that OpenSSL understands', ({ skip }) => {
    const request = ocspRequest(read(leaf), issuerOf(read(root)))
    const dir = mkdtempSync(path.join(tmpdir(), 'hefa-ocsp-'))
    try {
      writeFileSync(path.join(dir, 'r.der'), request as Buffer)
      const text = openssl(['ocsp', '-reqin', path.join(dir, 'r.der'), '-req_text', '-noverify'], dir)
      if (text === null) return skip('openssl is missing')
      expect(text.toLowerCase()).toContain(`serial number: ${leaf.serial.toString('hex')}`)
      const name = createHash('sha1').update(root.subjectDer).digest('hex')
      expect(text.toLowerCase()).toContain(`issuer name hash: ${name}`)
      expect(text.toLowerCase()).toContain(`issuer key hash: ${root.keyId.toString('hex')}`)
    } finally {
      rmSync(dir, { recursive: true })
    }
  })
})

function openssl(args: string[], cwd: string): string | null {
  try {
    return execFileSync('openssl', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

describe('CRL', () => {
  const ask = (input: Partial<CrlInput>, of = leaf, by = root): string => {
    const crl = readCrl(makeCrl({ issuer: root, now: NOW, ...input }))
    return short(crlStatus(crl, read(of), issuerOf(read(by)), AT))
  }
  const revoked = [
    { serial: other.serial, reason: 4 },
    { serial: leaf.serial, reason: 1 },
  ]
  test.each<[string, Partial<CrlInput>, string]>([
    ['nobody revoked', {}, 'good'],
    ['another revoked', { revoked: [{ serial: other.serial }] }, 'good'],
    ['revoked', { revoked }, 'revoked keyCompromise'],
    ['revoked without reason', { revoked: [{ serial: leaf.serial }] }, 'revoked unspecified'],
    ['taken off again', { revoked: [{ serial: leaf.serial, reason: 8 }] }, 'good'],
    ['to the second', { nextUpdate: NOW }, 'good'],
    ['a second too late', { nextUpdate: date(-1000) }, 'unknown stale'],
    ['a second too early', { thisUpdate: date(1000) }, 'unknown not-yet'],
    ['signature spoilt', { badSignature: true }, 'unknown signature'],
    ['without nextUpdate', { nextUpdate: null }, 'unknown malformed'],
    ['of another issuer', { issuer: stranger }, 'unknown other-certificate'],
    ['by one who only has the name', { issuer: makeCa('Root') }, 'unknown signature'],
  ])('%s', (_, input, expected) => expect(ask(input)).toBe(expected))

  it('needs the right to sign lists', () => {
    const weak = makeCa('Weak', { keyUsage: ['keyCertSign'] })
    const under = make({ subject: 'a.test', issuer: weak })
    expect(ask({ issuer: weak }, under, weak)).toBe('unknown signature')
    const silent = makeCa('Silent', { keyUsage: null })
    expect(ask({ issuer: silent }, make({ subject: 'a.test', issuer: silent }), silent)).toBe('good')
  })
  it('is no use for the certificate of another', () => {
    expect(ask({ issuer: stranger }, leaf, stranger)).toBe('unknown other-certificate')
  })
  it('says when', () => {
    const crl = readCrl(
      makeCrl({ issuer: root, now: NOW, revoked: [{ serial: leaf.serial, date: date(-9 * DAY) }] }),
    )
    expect(crl.find(leaf.serial.toString('hex'))).toEqual({ at: AT - 9 * DAY, reason: 'unspecified' })
    expect(crl.find('00')).toBeUndefined()
  })
  it('finds one among 30,000', () => {
    const entries = Array.from({ length: 30_000 }, (_, i) => ({
      serial: Buffer.from([0x40, i >> 16, i >> 8, i]),
    }))
    expect(ask({ revoked: [...entries, { serial: leaf.serial }] })).toBe('revoked unspecified')
  })
})

test('PKCS #7 as OpenSSL writes it', ({ skip }) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'hefa-p7-'))
  try {
    writeFileSync(path.join(dir, 'c.pem'), leaf.pem + root.pem)
    const made = openssl(
      ['crl2pkcs7', '-nocrl', '-certfile', 'c.pem', '-outform', 'DER', '-out', 'c.p7c'],
      dir,
    )
    if (made === null) return skip('openssl is missing')
    const p7 = execFileSync('cat', [path.join(dir, 'c.p7c')])
    expect(readPkcs7(p7).map((bytes) => bytes.toString('hex'))).toEqual(
      [leaf, root].map((c) => c.der.toString('hex')),
    )
  } finally {
    rmSync(dir, { recursive: true })
  }
})

test('PKCS #7 of another kind is refused', () => {
  const data = der.sequence(der.oid('1.2.840.113549.1.7.1'), der.context(0, der.octetString(leaf.der)))
  expect(() => readPkcs7(data)).toThrow(DerError)
  expect(() => readPkcs7(leaf.der)).toThrow(DerError)
})

test('PEM: what stands around the blocks is passed over', () => {
  const text = `subject=a\r\n${leaf.pem.replaceAll('\n', '\r\n')}junk\n${makeKeyBlock()}${root.pem}-----BEGIN CERTIFICATE-----\nAAA`
  expect(readPem(text).map((bytes) => bytes.toString('hex'))).toEqual(
    [leaf, root].map((c) => c.der.toString('hex')),
  )
  expect(toPem(leaf.der)).toBe(leaf.pem)
  expect(readPem('')).toEqual([])
  expect(() => readPem('x'.repeat((8 << 20) + 1))).toThrow(RangeError)
})

const makeKeyBlock = () => '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'

test('SCT lists', () => {
  const list = sctList([
    { logId: Buffer.alloc(32, 1), timestamp: NOW },
    { logId: Buffer.alloc(32, 2), timestamp: date(1) },
  ])
  expect(readSctList(list).map(({ timestamp }) => timestamp)).toEqual([AT, AT + 1])
  expect(() => readSctList(list.subarray(0, -1))).toThrow(DerError)
  expect(() => readSctList(Buffer.alloc(1))).toThrow(DerError)
  expect(readSctList(Buffer.alloc(2))).toEqual([])
})

describe('any bytes give an answer or a DerError', () => {
  const crl = makeCrl({ issuer: root, now: NOW, revoked: [{ serial: leaf.serial, reason: 1 }] })
  const ocsp = makeOcspResponse({ certificate: leaf, now: NOW, status: 'revoked', responder: other })
  const readers: [string, Buffer, (bytes: Uint8Array) => unknown][] = [
    ['CRL', crl, (bytes) => crlStatus(readCrl(bytes), read(leaf), issuerOf(read(root)), AT)],
    ['OCSP', ocsp, (bytes) => ocspStatus(readOcspResponse(bytes), read(leaf), issuerOf(read(root)), AT)],
    [
      'PKCS #7',
      der.sequence(der.oid('1.2.840.113549.1.7.2'), der.context(0, der.sequence(der.context(0, leaf.der)))),
      readPkcs7,
    ],
    ['SCT list', sctList([{ logId: Buffer.alloc(32), timestamp: NOW }]), readSctList],
  ]
  test.each(readers)('%s', (_, seed, reader) => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(edits, fc.nat(), (changes, cut) => {
        const bytes = Buffer.from(seed)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        for (const input of [bytes, bytes.subarray(0, cut % bytes.length)]) {
          try {
            reader(input)
          } catch (error) {
            expect(error).toBeInstanceOf(DerError)
          }
        }
      }),
      { numRuns: runs(1000) },
    )
  })
})
