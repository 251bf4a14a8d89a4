/** The same chains before `openssl verify`: a second opinion on validity, where the two ought to agree. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { bundle, type CertificateInput, type Issued } from '../../src/demo/index.js'
import { buildPaths, checkPath } from '../../src/x509/index.js'
import { runs } from '../helpers/thorough.js'
import { tool } from '../helpers/tools.js'
import { AT, anchors, DAY, EXTENSIONS, make, makeCa, read } from './factory.js'

const present = tool('openssl') !== null

const dir = mkdtempSync(path.join(tmpdir(), 'hefa-oracle-'))
afterAll(() => rmSync(dir, { recursive: true }))

/** Level 0: weak keys and hashes are not what is asked here. Any policy will do, but policies are processed. */
const ARGS = [
  '-policy',
  '2.5.29.32.0',
  '-purpose',
  'sslserver',
  '-auth_level',
  '0',
  '-policy_check',
  '-attime',
  String(AT / 1000),
]

function opensslAccepts(leaf: Issued, others: readonly Issued[], roots: readonly Issued[]): boolean {
  writeFileSync(path.join(dir, 'leaf.pem'), leaf.pem)
  writeFileSync(path.join(dir, 'others.pem'), bundle(...others))
  writeFileSync(path.join(dir, 'roots.pem'), bundle(...roots))
  // OpenSSL takes a file without certificates for an error.
  const untrusted = others.length > 0 ? ['-untrusted', 'others.pem'] : []
  const files = ['-no-CApath', '-no-CAstore', '-CAfile', 'roots.pem', ...untrusted, 'leaf.pem']
  try {
    execFileSync('openssl', ['verify', ...ARGS, ...files], { cwd: dir, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function weAccept(leaf: Issued, others: readonly Issued[], roots: readonly Issued[]): boolean {
  const { paths } = buildPaths({ leaf: read(leaf), others: others.map(read), anchors: anchors(...roots) })
  return paths.some((candidate) => candidate.anchor !== null && checkPath(candidate, { at: AT }).length === 0)
}

const P = '1.3.6.1.4.1.55555.2.1'
const Q = '1.3.6.1.4.1.55555.2.2'

/** What may be odd about a CA, and about a leaf; OpenSSL and RFC 5280 say the same about each. */
const CA_ODDITIES: CertificateInput[] = [
  {},
  {},
  { pathLength: 0 },
  { pathLength: 1 },
  { notAfter: new Date(AT - DAY) },
  { notBefore: new Date(AT + DAY) },
  { ca: false },
  { basicConstraints: null },
  { keyUsage: ['cRLSign'] },
  { keyUsage: null },
  { extendedKeyUsage: ['serverAuth'] },
  { extendedKeyUsage: ['emailProtection'] },
  { nameConstraints: { permitted: ['a.test', '10.0.0.0/8'] } },
  { nameConstraints: { excluded: ['a.test'] } },
  { nameConstraints: { permitted: ['b.test'] } },
  { nameConstraints: { excluded: ['10.0.0.0/8'] } },
  { policies: [P] },
  { policies: [P, Q], extensions: [EXTENSIONS.requirePolicy(0)] },
  { policies: ['2.5.29.32.0'], extensions: [EXTENSIONS.requirePolicy(1)] },
  { policies: [P], extensions: [EXTENSIONS.mapping(P, Q)] },
  { policies: ['2.5.29.32.0'], extensions: [EXTENSIONS.inhibitAny] },
  { extensions: [EXTENSIONS.unknownCritical] },
  { badSignature: true },
  { key: 'rsa-2048', pss: true },
]

const LEAF_ODDITIES: CertificateInput[] = [
  {},
  {},
  { names: ['*.a.test'] },
  { names: ['a.test', 'b.test'] },
  { names: ['a.test'], ips: ['10.1.2.3'] },
  { names: ['a.test'], ips: ['2001:db8::1'] },
  { notAfter: new Date(AT - 1000) },
  // Not notAfter at this very second: RFC 5280 section 4.1.2.5 includes it, OpenSSL doesn't.
  { notAfter: new Date(AT + 1000) },
  { notBefore: new Date(AT) },
  { extendedKeyUsage: ['clientAuth'] },
  { extendedKeyUsage: null },
  { policies: [P] },
  { policies: [Q] },
  { policies: ['2.5.29.32.0'] },
  { extensions: [EXTENSIONS.unknownCritical] },
  { badSignature: true },
  { key: 'ed25519' },
]

function chainOf(cas: readonly CertificateInput[], leafInput: CertificateInput) {
  const root = makeCa('Root')
  const sent: Issued[] = []
  for (const [i, input] of cas.entries()) {
    sent.push(makeCa(`CA ${i}`, { key: 'ec-p256', ...input, issuer: sent[i - 1] ?? root }))
  }
  const leaf = make({ subject: 'a.test', ...leafInput, issuer: sent[sent.length - 1] ?? root })
  return { leaf, sent, root }
}

describe.skipIf(!present)('openssl verify agrees', () => {
  const lone = CA_ODDITIES.map((input, i): [number, CertificateInput] => [i, input])
  test.each(lone)('on one intermediate (%i) %j', (_, input) => {
    const { leaf, sent, root } = chainOf([input], {})
    expect(weAccept(leaf, sent, [root])).toBe(opensslAccepts(leaf, sent, [root]))
  })

  test('on chains put together at random', () => {
    let accepted = 0
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...CA_ODDITIES), { maxLength: 3 }),
        fc.constantFrom(...LEAF_ODDITIES),
        fc.boolean(),
        (cas, leafInput, withRoot) => {
          const { leaf, sent, root } = chainOf(cas, leafInput)
          const others = withRoot ? [root, ...sent] : [...sent].reverse()
          const theirs = opensslAccepts(leaf, others, [root])
          if (theirs) accepted++
          expect(weAccept(leaf, others, [root])).toBe(theirs)
        },
      ),
      { numRuns: runs(250), seed: 20261120 },
    )
    // Neither side may win by refusing everything.
    expect(accepted).toBeGreaterThan(runs(30))
    expect(accepted).toBeLessThan(runs(220))
  })

  test('on cross-signs and missing certificates', () => {
    const [oldRoot, newRoot] = [makeCa('Old'), makeCa('New')]
    const crossed = makeCa('New', { key: newRoot.key, issuer: oldRoot })
    const expired = makeCa('New', { key: newRoot.key, issuer: oldRoot, notAfter: new Date(AT - DAY) })
    const int = makeCa('Int', { issuer: newRoot })
    const leaf = make({ subject: 'a.test', issuer: int })
    const cases: [readonly Issued[], readonly Issued[]][] = [
      [[int, crossed], [oldRoot]],
      [[int, crossed], [newRoot]],
      [[int, expired], [oldRoot]],
      [
        [int, expired],
        [newRoot, oldRoot],
      ],
      [[int, expired, crossed], [oldRoot]],
      [[int, newRoot], [oldRoot]],
      [[crossed], [oldRoot]],
      [[], [newRoot]],
    ]
    const ours = cases.map(([others, roots]) => weAccept(leaf, others, roots))
    const theirs = cases.map(([others, roots]) => opensslAccepts(leaf, others, roots))
    expect(ours).toEqual([true, true, false, true, true, false, false, false])
    // Given an expired cross-sign first, OpenSSL doesn't look for the one that is in force.
    expect(theirs.filter((_, i) => i !== 4)).toEqual(ours.filter((_, i) => i !== 4))
  })
})
