import { describe, expect, test } from 'vitest'
import { type CertificateInput, freshKey, type Issued } from '../../../src/demo/index.js'
import type { ChainFact } from '../../../src/facts/index.js'
import {
  authority,
  chainFact,
  DAY,
  evidenceOf,
  issue,
  issueCa,
  judgeChain,
  NOW,
  resigned,
  toldOf,
} from '../../../test/helpers/chains.js'
import { column, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import { EXTENSIONS, general } from '../../../test/x509/factory.js'
import rule from './rule.js'

const { root, intermediate } = authority
const ca = [root]
const CRITICAL = { oid: '1.3.6.1.4.1.99999.1', critical: true, value: Buffer.from('0500', 'hex') }

/** A leaf and an intermediate made with these options. */
function below(input: Partial<CertificateInput>, leaf: Partial<CertificateInput> = {}) {
  const issuer = issueCa({ subject: 'Middle', issuer: root, ...input })
  return chainFact([issue({ ...leaf, issuer }), issuer])
}

test.each([
  ['as it should be', below({}), 'pass'],
  ['an issuer that is no CA', below({ ca: false, keyUsage: null }), 'fail not-a-ca'],
  ['an issuer without basicConstraints', below({ basicConstraints: null }), 'fail not-a-ca'],
  ['an issuer that may not sign', below({ keyUsage: ['digitalSignature'] }), 'fail no-key-cert-sign'],
  ['an issuer without keyUsage', below({ keyUsage: null }), 'pass'],
  ['an issuer for clients only', below({ extendedKeyUsage: ['clientAuth'] }), 'fail intermediate-usage'],
  ['an issuer for everything', below({ extendedKeyUsage: ['any'] }), 'pass'],
  ['names that it may issue', below({ nameConstraints: { permitted: ['example.com'] } }), 'pass'],
  [
    'names that it may not issue',
    below({ nameConstraints: { permitted: ['example.net'] } }),
    'fail name-constraints',
  ],
  [
    'names that it must not issue',
    below({ nameConstraints: { excluded: ['example.com'] } }),
    'fail name-constraints',
  ],
  [
    'a critical extension nobody knows, in the issuer',
    below({ extensions: [CRITICAL] }),
    'fail issuer-unknown-critical-extension',
  ],
  ['the same in the leaf', below({}, { extensions: [CRITICAL] }), 'fail unknown-critical-extension'],
  ['not critical', below({}, { extensions: [{ ...CRITICAL, critical: false }] }), 'pass'],
  ['the leaf’s own usage has a rule of its own', below({}, { extendedKeyUsage: ['clientAuth'] }), 'pass'],
  ['dates have a rule of their own', below({ notBefore: new Date(NOW + DAY) }), 'pass'],
])('%s', (_, chain, expected) => expect(toldOf(rule, chain, { ca })).toEqual([expected]))

describe('path length', () => {
  const chain = (pathLength: number, depth: number) => {
    const top = issueCa({ subject: 'Top', issuer: root, pathLength })
    const middle = [top]
    for (let index = 0; index < depth; index++)
      middle.unshift(issueCa({ subject: `CA ${index}`, issuer: middle[0] as never }))
    return chainFact([issue({ issuer: middle[0] as never }), ...middle])
  }
  test.each([
    [0, 0, 'pass'],
    [0, 1, 'fail path-length'],
    [1, 1, 'pass'],
    [1, 2, 'fail path-length'],
  ])('%d allowed, %d there: %s', (allowed, depth, expected) =>
    expect(toldOf(rule, chain(allowed, depth), { ca })).toEqual([expected]),
  )
})

test('a server certificate that issues another one', () => {
  const host = issue({})
  const forged = issue({ issuer: host, names: ['bank.example.com'] })
  const chain = chainFact([forged, host, intermediate])
  expect(toldOf(rule, chain, { ca, host: 'bank.example.com' })).toEqual([
    'fail not-a-ca',
    'fail no-key-cert-sign',
    'fail path-length',
  ])
})

test('an unblemished way is taken before a blemished one', () => {
  const key = freshKey('ec-p256')
  const good = issueCa({ subject: 'Middle', key, issuer: intermediate, pathLength: 0 })
  const bad = issueCa({ subject: 'Middle', key, issuer: root, ca: false })
  const other = issueCa({ subject: 'Middle', key, issuer: root })
  const leaf = issue({ issuer: other })
  expect(toldOf(rule, chainFact([leaf, bad, other]), { ca })).toEqual(['pass'])
  expect(toldOf(rule, chainFact([leaf, bad]), { ca })).not.toContain('pass')
  // The intermediate may not issue CA certificates.
  expect(toldOf(rule, chainFact([leaf, good, intermediate]), { ca })).toEqual(['fail path-length'])
})

test('evidence names the certificate', () => {
  expect(evidenceOf(judgeChain(rule, below({ ca: false, keyUsage: null }), { ca })).certificate).toBe(
    'Middle',
  )
})

describe('content and signatures, in the leaf and above it', () => {
  const middle = issueCa({ subject: 'Middle', issuer: root })
  const under = (top: Issued) => chainFact([issue({ issuer: top }), top])
  const twice = { oid: '2.5.29.19', value: Buffer.from('3000', 'hex') }
  const [SHA256, SHA384] = ['06082a8648ce3d040302', '06082a8648ce3d040303']
  const [V3, V2] = ['a003020102', 'a003020101']
  const UNKNOWN = '06082a8648ce3d04037f'
  /** An unknown signature algorithm, inside and outside the TBSCertificate. */
  const unknownAlgorithm = (one: Issued) => {
    const bytes = Buffer.from(one.der)
    const oid = Buffer.from(SHA256, 'hex')
    for (let at = bytes.indexOf(oid); at >= 0; at = bytes.indexOf(oid, at + 1))
      bytes.write(UNKNOWN, at, 'hex')
    return { ...one, der: bytes }
  }
  const explicit = (skip: number) => EXTENSIONS.requirePolicy(skip)
  const upper = issueCa({
    subject: 'Upper',
    issuer: root,
    extensions: [explicit(0)],
    policies: ['2.5.29.32.0'],
  })
  const lower = issueCa({ subject: 'Lower', issuer: upper })
  const narrow = issueCa({
    subject: 'Narrow',
    issuer: root,
    extensions: [EXTENSIONS.rawConstraints(true, [], [general.directory(middle.subjectDer)])],
  })
  const confined = issueCa({ subject: 'Middle', issuer: narrow })

  test.each<[string, ChainFact, ChainFact]>([
    [
      'policy',
      below({ extensions: [explicit(0)] }),
      chainFact([issue({ issuer: lower, policies: ['1.2.3'] }), lower, upper]),
    ],
    [
      'name-constraints',
      below({ nameConstraints: { permitted: ['example.net'] } }),
      chainFact([issue({ issuer: confined }), confined, narrow]),
    ],
    [
      'algorithm-mismatch',
      chainFact([resigned(issue({ issuer: middle }), SHA256, SHA384), middle]),
      under(resigned(middle, SHA256, SHA384)),
    ],
    [
      'bad-version',
      chainFact([resigned(issue({ issuer: middle }), V3, V2), middle]),
      under(resigned(middle, V3, V2)),
    ],
    ['malformed', below({}, { extensions: [twice] }), below({ extensions: [twice] })],
    ['bad-signature', below({}, { badSignature: true }), below({ badSignature: true })],
    [
      'unsupported-key',
      chainFact([unknownAlgorithm(issue({ issuer: middle })), middle]),
      under(unknownAlgorithm(middle)),
    ],
  ])('%s', (reason, leaf, issuer) => {
    const status = reason === 'unsupported-key' ? 'unknown' : 'fail'
    expect(toldOf(rule, leaf, { ca })).toEqual([`${status} ${reason}`])
    expect(toldOf(rule, issuer, { ca })).toEqual([`${status} issuer-${reason}`])
  })
})

test('a leaf that leads nowhere has no path', () => {
  expect(toldOf(rule, chainFact([issue({})]))).toEqual(['not-applicable'])
})

test('a signature we can’t check is unknown', () => {
  const leaf = issue({})
  // ecdsa-with-SHA256 with its last octet changed to an unassigned value.
  const oid = Buffer.from('06082a8648ce3d040302', 'hex')
  const bytes = Buffer.from(leaf.der)
  for (let at = bytes.indexOf(oid); at >= 0; at = bytes.indexOf(oid, at + 1))
    bytes[at + oid.length - 1] = 0x7f
  const told = toldOf(rule, chainFact([bytes.toString('base64'), intermediate]), { ca })
  expect(told).toEqual(['unknown unsupported-key'])
})

test('a leaf our reader can’t make out', () => {
  expect(toldOf(rule, chainFact(['AAAA']))).toEqual(['unknown not-observed'])
})

test.each([
  ['an error everywhere', below({ ca: false, keyUsage: null }), Array(3).fill('fail error not-a-ca')],
  [
    'an intermediate’s usage, where no check is known: a warning',
    below({ extendedKeyUsage: ['clientAuth'] }),
    ['fail error intermediate-usage', 'fail warning intermediate-usage', 'fail error intermediate-usage'],
  ],
])('levels: %s', (_, chain, expected) => {
  const all = judgments(target([endpoint('93.184.216.34', { chains: [chain] })]), { rules: [rule], ca })
  const platforms = ['wechat-ios', 'wechat-android', 'wechat-devtools'] as const
  expect(platforms.map((platform) => column(all, rule.id, platform).join())).toEqual(expected)
})
