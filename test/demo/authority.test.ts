import { X509Certificate } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import {
  bundle,
  freshKey,
  type KeyKind,
  makeAuthority,
  makeCertificate,
  sctList,
} from '../../src/demo/index.js'
import { openssl } from './openssl.js'

const tool = openssl()
afterAll(() => tool?.dispose())

describe('makeCertificate', () => {
  test('a name is enough for a modern server certificate', () => {
    const { root, intermediate, issue } = makeAuthority()
    const leaf = new X509Certificate(issue({ names: ['api.example.com', '*.example.net'] }).der)
    expect(leaf.checkHost('api.example.com')).toBe('api.example.com')
    expect(leaf.checkHost('www.example.net')).toBe('*.example.net')
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
    expect(leaf.ca).toBe(false)
    const middle = new X509Certificate(intermediate.der)
    const top = new X509Certificate(root.der)
    expect(leaf.checkIssued(middle) && leaf.verify(middle.publicKey)).toBe(true)
    expect(middle.checkIssued(top) && middle.verify(top.publicKey)).toBe(true)
    expect(top.verify(top.publicKey) && top.ca).toBe(true)
  })

  const kinds: KeyKind[] = ['rsa-1024', 'rsa-2048', 'ec-p224', 'ec-p256', 'ec-p384', 'ec-p521', 'ed25519']
  test.each(kinds)('%s signs and is signed', (kind) => {
    const root = makeCertificate({ subject: `Root ${kind}`, ca: true, key: kind })
    const leaf = makeCertificate({ names: ['a.example'], issuer: root, key: kind })
    const read = new X509Certificate(leaf.pem)
    expect(read.verify(new X509Certificate(root.pem).publicKey)).toBe(true)
    expect(read.checkPrivateKey(leaf.key)).toBe(true)
  })

  test.each(['md5', 'sha1', 'sha384', 'sha512'] as const)('%s signatures', (hash) => {
    const made = new X509Certificate(makeCertificate({ subject: 'a.example', key: 'rsa-2048', hash }).der)
    expect(made.verify(made.publicKey)).toBe(true)
  })

  test('a spoiled signature does not verify', () => {
    const made = new X509Certificate(makeCertificate({ subject: 'a.example', badSignature: true }).der)
    expect(made.verify(made.publicKey)).toBe(false)
  })

  test('dates are kept to the second, far ones as GeneralizedTime', () => {
    const made = makeCertificate({
      subject: 'a.example',
      notBefore: new Date('2026-01-02T03:04:05.678Z'),
      notAfter: new Date('2050-01-01T00:00:00Z'),
    })
    const read = new X509Certificate(made.der)
    expect(read.validFrom).toBe('Jan  2 03:04:05 2026 GMT')
    expect(read.validTo).toBe('Jan  1 00:00:00 2050 GMT')
    expect(made.notBefore).toEqual(new Date('2026-01-02T03:04:05Z'))
  })

  test('addresses, both families', () => {
    const read = new X509Certificate(
      makeCertificate({ subject: 'x', ips: ['192.0.2.7', '2001:db8::1:2'] }).der,
    )
    expect(read.checkIP('192.0.2.7')).toBe('192.0.2.7')
    expect(read.subjectAltName).toBe('IP Address:192.0.2.7, IP Address:2001:DB8:0:0:0:0:1:2')
  })

  test('RSA keys are reused for one subject only; a given key is used', () => {
    const key = freshKey('ec-p256')
    expect(makeCertificate({ subject: 'one.example', key }).key).toBe(key)
    const one = makeCertificate({ subject: 'one.example', key: 'rsa-1024' })
    expect(makeCertificate({ subject: 'one.example', key: 'rsa-1024' }).spki.equals(one.spki)).toBe(true)
    expect(makeCertificate({ subject: 'two.example', key: 'rsa-1024' }).spki.equals(one.spki)).toBe(false)
  })

  test('version 1 has no extensions', () => {
    const made = makeCertificate({ subject: 'old.example', version: 1 })
    const read = new X509Certificate(made.der)
    expect(read.subjectAltName).toBeUndefined()
    expect(read.verify(read.publicKey)).toBe(true)
  })
})

describe.skipIf(tool === null)('openssl agrees', () => {
  const { file, run } = tool ?? { file: () => '', run: () => '' }

  test('the chain verifies, for the name too', () => {
    const { root, intermediate, issue } = makeAuthority({ name: 'Openssl' })
    const leaf = issue({ names: ['api.example.com'] })
    const [ca, chain] = [file('ca.pem', root.pem), file('chain.pem', bundle(intermediate))]
    const flags = ['-x509_strict', '-purpose', 'sslserver', '-verify_hostname', 'api.example.com']
    const answer = run('verify', ...flags, '-CAfile', ca, '-untrusted', chain, file('leaf.pem', leaf.pem))
    expect(answer).toContain(': OK')
  })

  test('a PSS signature verifies', () => {
    const root = makeCertificate({
      subject: 'PSS root',
      ca: true,
      key: 'rsa-2048',
      pss: true,
      hash: 'sha384',
    })
    expect(
      run('verify', '-check_ss_sig', '-CAfile', file('pss.pem', root.pem), file('pss.pem', root.pem)),
    ).toContain(': OK')
  })

  test('every extension reads as written', () => {
    const made = makeCertificate({
      subject: { c: 'CN', o: '示例公司', cn: 'api.example.com' },
      names: ['api.example.com'],
      ips: ['192.0.2.7'],
      ca: true,
      pathLength: 3,
      keyUsage: ['digitalSignature', 'decipherOnly'],
      extendedKeyUsage: ['serverAuth', 'clientAuth', '1.2.3.4'],
      serial: Buffer.from('0123456789', 'hex'),
      ocsp: ['http://ocsp.example/'],
      caIssuers: ['http://ca.example/ca.crt'],
      crl: ['http://crl.example/1.crl'],
      policies: ['2.23.140.1.2.1'],
      tlsFeature: [5],
      nameConstraints: { permitted: ['example.com', '10.0.0.0/9'], excluded: ['bad.example.com'] },
      scts: sctList([{ logId: Buffer.alloc(32, 0xab), timestamp: new Date('2026-01-02T03:04:05.678Z') }]),
      extensions: [{ oid: '1.2.3.4.5', critical: true, value: Buffer.from('0500', 'hex') }],
    })
    const text = run('x509', '-noout', '-text', '-in', file('all.pem', made.pem), '-nameopt', 'utf8')
    const expected = [
      'Serial Number: 4886718345 (0x123456789)',
      '示例公司',
      'CA:TRUE, pathlen:3',
      'Digital Signature, Decipher Only',
      'TLS Web Server Authentication, TLS Web Client Authentication, 1.2.3.4',
      'DNS:api.example.com, IP Address:192.0.2.7',
      'OCSP - URI:http://ocsp.example/',
      'CA Issuers - URI:http://ca.example/ca.crt',
      'URI:http://crl.example/1.crl',
      'Policy: 2.23.140.1.2.1',
      'status_request',
      'IP:10.0.0.0/255.128.0.0',
      'DNS:bad.example.com',
      'Jan  2 03:04:05.678 2026 GMT',
      '1.2.3.4.5: critical',
    ]
    for (const line of expected) expect(text).toContain(line)
    expect(text.match(/error|<INVALID|Parse/i)).toBeNull()
  })

  test('the key file is the key of the certificate', () => {
    const made = makeCertificate({ subject: 'a.example' })
    const fromKey = run('pkey', '-in', file('key.pem', made.keyPem), '-pubout')
    expect(fromKey).toBe(run('x509', '-in', file('cert.pem', made.pem), '-noout', '-pubkey'))
  })
})
