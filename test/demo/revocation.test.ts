import { afterAll, describe, expect, test } from 'vitest'
import {
  makeAuthority,
  makeCertificate,
  makeCrl,
  makeOcspResponse,
  type OcspInput,
  pem,
} from '../../src/demo/index.js'
import { openssl } from './openssl.js'

const tool = openssl()
afterAll(() => tool?.dispose())

const { root, intermediate, issue } = makeAuthority({ name: 'Revocation' })
const leaf = issue({ names: ['a.example'] })

describe.skipIf(tool === null)('openssl reads', () => {
  const { file, run } = tool ?? { file: () => '', run: () => '' }
  const files = {
    ca: file('ca.pem', root.pem),
    issuer: file('issuer.pem', intermediate.pem),
    leaf: file('leaf.pem', leaf.pem),
  }

  /** openssl's own words about an answer to the question after `leaf`. */
  function verdict(input: Partial<OcspInput>, ...more: string[]): string {
    const answer = file('answer.der', makeOcspResponse({ certificate: leaf, ...input }))
    const question = ['-issuer', files.issuer, '-cert', files.leaf]
    const trust = ['-CAfile', files.ca, '-verify_other', files.issuer]
    return run('ocsp', '-respin', answer, ...question, ...trust, '-no_nonce', ...more)
  }

  test.each(['good', 'revoked', 'unknown'] as const)('OCSP: %s', (status) => {
    const said = verdict({ status })
    expect(said).toContain('Response verify OK')
    expect(said).toContain(`leaf.pem: ${status}`)
  })

  test('OCSP: reason and time of a revocation, CertID by SHA-256', () => {
    const revokedAt = new Date('2026-03-04T05:06:07Z')
    const said = verdict({ status: 'revoked', revokedAt, reason: 1, certIdHash: 'sha256' }, '-resp_text')
    expect(said).toContain('Revocation Time: Mar  4 05:06:07 2026 GMT')
    expect(said).toContain('Revocation Reason: keyCompromise (0x1)')
    expect(said).toContain('Hash Algorithm: sha256')
  })

  test('OCSP: by a delegated responder', () => {
    const responder = makeCertificate({
      subject: 'Responder',
      issuer: intermediate,
      extendedKeyUsage: ['ocspSigning'],
    })
    const said = verdict({ responder })
    expect(said).toContain('Response verify OK')
    expect(said).toContain('leaf.pem: good')
  })

  test('OCSP: a spoiled signature, an old answer, a refusal', () => {
    expect(verdict({ badSignature: true })).toContain('Response Verify Failure')
    const old = { thisUpdate: new Date('2020-01-01'), nextUpdate: new Date('2020-01-08') }
    expect(verdict(old)).toContain('WARNING: Status times invalid')
    expect(verdict({ responseStatus: 'tryLater' })).toContain('Responder Error: trylater')
  })

  test('CRL: signature, entries, number', () => {
    const crl = makeCrl({ issuer: intermediate, revoked: [{ serial: leaf.serial, reason: 1 }], number: 300 })
    const said = run(
      'crl',
      '-in',
      file('crl.pem', pem(crl, 'X509 CRL')),
      '-CAfile',
      files.issuer,
      '-noout',
      '-text',
    )
    expect(said).toContain('verify OK')
    expect(said).toContain(`Serial Number: ${leaf.serial.toString('hex').toUpperCase()}`)
    expect(said).toContain('Key Compromise')
    expect(said).toMatch(/X509v3 CRL Number:\s+300/)
  })

  test('CRL: openssl refuses the revoked certificate, and takes it under an empty list', () => {
    const check = (crl: Buffer) => {
      const lists = file('lists.pem', pem(crl, 'X509 CRL'))
      const chain = ['-CAfile', files.ca, '-untrusted', files.issuer]
      return run('verify', '-crl_check', '-CRLfile', lists, ...chain, files.leaf)
    }
    expect(check(makeCrl({ issuer: intermediate }))).toContain('leaf.pem: OK')
    expect(check(makeCrl({ issuer: intermediate, revoked: [{ serial: leaf.serial }] }))).toContain(
      'certificate revoked',
    )
  })
})
