import { describe, expect, it, test } from 'vitest'
import { freshKey, type Issued } from '../../src/demo/index.js'
import {
  anchorsOf,
  buildPaths,
  type Certificate,
  type Paths,
  verifyCertificate,
} from '../../src/x509/index.js'
import { anchors, make, makeCa, names, read } from './factory.js'

const rootKey = freshKey('ec-p256')
const root = makeCa('Root', { key: rootKey })
const intermediate = makeCa('Int', { issuer: root })
const leaf = make({ subject: 'a.test', issuer: intermediate })
const other = makeCa('Other')

const build = (of: Issued, others: readonly Issued[], ...roots: readonly Issued[]): Paths =>
  buildPaths({ leaf: read(of), others: others.map(read), anchors: anchors(...roots) })

describe('one path', () => {
  test.each<[string, readonly Issued[]]>([
    ['as it should be', [intermediate]],
    ['with the root', [intermediate, root]],
    ['in disorder, with strangers and duplicates', [other, root, intermediate, root, intermediate]],
  ])('%s', (_, sent) => {
    const built = build(leaf, sent, root, other)
    expect(names(built.paths)).toEqual(['a.test Int (Root)'])
    expect(built.truncated).toBe(false)
  })
  it('ends at an anchor whose root was reissued with the same key', () => {
    const again = makeCa('Root', { key: rootKey })
    expect(again.der.equals(root.der)).toBe(false)
    expect(names(build(leaf, [intermediate, again], root).paths)).toEqual(['a.test Int (Root)'])
  })
  it('is the leaf alone when the leaf is an anchor', () => {
    const own = make({ subject: 'a.test' })
    expect(names(build(own, [], own).paths)).toEqual(['a.test (a.test)'])
  })
  it('takes no leaf for an anchor that only copies its name and key', () => {
    const copy = make({ subject: 'a.test', key: freshKey('ec-p256') })
    const forged = make({ subject: 'a.test', key: copy.key, badSignature: true })
    expect(build(forged, [], copy).paths[0]?.anchor).toBeNull()
  })
  it('is found though the authority key identifier is wrong', () => {
    const odd = make({ subject: 'b.test', issuer: intermediate, authorityKeyId: Buffer.from('wrong') })
    expect(names(build(odd, [intermediate], root).paths)).toEqual(['b.test Int (Root)'])
  })
  it('is found though the names differ in case', () => {
    const odd = make({ subject: 'b.test', issuer: intermediate, issuerName: 'INT' })
    expect(names(build(odd, [intermediate], root).paths)).toEqual(['b.test Int (Root)'])
  })
})

describe('a broken path says where', () => {
  test.each<[string, Issued, readonly Issued[], string]>([
    ['nothing sent', leaf, [], 'a.test [no-issuer]'],
    ['anchor missing', leaf, [intermediate], 'a.test Int [no-issuer]'],
    ['unknown root sent', leaf, [intermediate, root], 'a.test Int Root [self-signed]'],
    ['self-signed', make({ subject: 's.test' }), [], 's.test [self-signed]'],
    ['same name, other key', leaf, [makeCa('Int', { issuer: root })], 'a.test [signature]'],
    [
      'signature spoilt',
      make({ subject: 'x.test', issuer: intermediate, badSignature: true }),
      [intermediate],
      'x.test [signature]',
    ],
  ])('%s', (_, of, sent, expected) => {
    expect(names(build(of, sent, other).paths)).toEqual([expected])
  })
})

describe('cross-signs', () => {
  const newKey = freshKey('ec-p256')
  const newRoot = makeCa('New Root', { key: newKey })
  const crossed = makeCa('New Root', { key: newKey, issuer: root })
  const under = makeCa('Under', { issuer: newRoot })
  const end = make({ subject: 'c.test', issuer: under })
  test('every path is found', () => {
    const built = build(end, [under, crossed], root, newRoot)
    expect(names(built.paths)).toEqual(['c.test Under (New Root)', 'c.test Under New Root (Root)'])
  })
  test('with only the old anchor', () => {
    expect(names(build(end, [under, crossed, newRoot], root).paths)).toEqual(['c.test Under New Root (Root)'])
  })
  test('that go round in a circle', () => {
    const back = makeCa('Root', { key: rootKey, issuer: newRoot })
    const built = build(end, [under, crossed, back])
    expect(names(built.paths)).toEqual(['c.test Under New Root Root [loop]'])
    expect(names(build(end, [under, crossed, back], root).paths)).toEqual(['c.test Under New Root (Root)'])
  })
  test('one intermediate, issued twice', () => {
    const key = freshKey('ec-p256')
    const [first, second] = [root, other].map((issuer) => makeCa('Twice', { key, issuer }))
    const twice = make({ subject: 'd.test', issuer: first as Issued })
    const built = build(twice, [first as Issued, second as Issued], root, other)
    expect(names(built.paths).sort()).toEqual(['d.test Twice (Other)', 'd.test Twice (Root)'])
  })
})

describe('bounds', () => {
  test('a forest of one name with many keys costs one check for each', () => {
    const forest = Array.from({ length: 40 }, () => makeCa('Int', { issuer: root, subjectKeyId: null }))
    const built = build(
      make({ subject: 'a.test', issuer: forest[39] as Issued, authorityKeyId: null }),
      forest,
      root,
    )
    expect(names(built.paths)).toEqual(['a.test Int (Root)'])
    expect(built.truncated).toBe(false)
  })
  test('the key identifier says which of many keys to try', () => {
    const forest = Array.from({ length: 40 }, () => makeCa('Int', { issuer: root }))
    const built = buildPaths({
      leaf: read(make({ subject: 'a.test', issuer: forest[20] as Issued })),
      others: forest.map(read),
      anchors: anchors(root),
      limits: { signatures: 2 },
    })
    expect(names(built.paths)).toEqual(['a.test Int (Root)'])
    expect(built.truncated).toBe(false)
  })
  test('signatures', () => {
    const forest = Array.from({ length: 40 }, () => makeCa('Int', { issuer: root }))
    const built = buildPaths({
      leaf: read(make({ subject: 'a.test', issuer: forest[39] as Issued, authorityKeyId: null })),
      others: forest.map(read),
      anchors: anchors(root),
      limits: { signatures: 10 },
    })
    expect(built.truncated).toBe(true)
    expect(built.paths.length).toBe(1)
  })
  test('a mesh of cross-signs has more paths than anyone wants', () => {
    const keys = Array.from({ length: 8 }, () => freshKey('ed25519'))
    const roots = keys.map((key, i) => makeCa(`CA ${i}`, { key }))
    const mesh = roots.flatMap((issuer, i) =>
      roots.flatMap((subject, j) => (i === j ? [] : [makeCa(`CA ${j}`, { key: subject.key, issuer })])),
    )
    const end = make({ subject: 'm.test', issuer: roots[0] as Issued })
    const built = build(end, mesh, roots[7] as Issued)
    expect(built.truncated).toBe(true)
    expect(built.paths.length).toBe(128)
    expect(built.paths.every(({ anchor }) => anchor?.name === 'CN=CA 7')).toBe(true)
    const nowhere = build(end, mesh, other)
    expect(nowhere.truncated).toBe(true)
    expect(nowhere.paths.length).toBe(128)
  })
  test('depth', () => {
    const chain = [root]
    for (let i = 0; i < 14; i++) chain.push(makeCa(`Deep ${i}`, { issuer: chain[i] as Issued }))
    const tower = (height: number) => {
      const end = make({ subject: 'deep.test', issuer: chain[height] as Issued })
      return build(end, chain.slice(1), root)
    }
    expect(tower(11).paths[0]?.anchor).not.toBeNull()
    expect(tower(11).truncated).toBe(false)
    expect(tower(12).paths.map(({ end }) => end)).toEqual(['depth'])
    expect(tower(12).truncated).toBe(true)
  })
})

test('a signature is checked once, whoever asks', () => {
  const [child, issuer] = [read(leaf), read(intermediate)]
  let asked = 0
  const key = () => {
    asked++
    return issuer.publicKey()
  }
  const anchor = {
    id: 'i',
    name: 'Int',
    subjectDer: '',
    subjectCanonical: issuer.subject.canonical,
    spki: issuer.spki,
  }
  const source = {
    bySubject: (name: string) => (name === issuer.subject.canonical ? [{ ...anchor, publicKey: key }] : []),
  }
  buildPaths({ leaf: child, others: [], anchors: source })
  // A spoilt signature would now go unnoticed if it weren't for the same answer from the cache.
  const signed = child.signed as NonNullable<Certificate['signed']>
  signed.signature.fill(0)
  expect(verifyCertificate(child, issuer.spki)).toBe('valid')
  expect(verifyCertificate({ ...child }, issuer.spki)).toBe('invalid')
  expect(asked).toBe(1)
})

test('a key of another kind than the algorithm is for verifies nothing', () => {
  const child = read(leaf)
  const signed = child.signed as NonNullable<Certificate['signed']>
  const named = { oid: '1.2.840.113549.1.1.11', name: 'sha256WithRSAEncryption', hash: 'sha256' } as const
  const disguised: Certificate = { ...child, signed: { ...signed, algorithm: named } }
  expect(verifyCertificate(child, read(intermediate).spki)).toBe('valid')
  expect(verifyCertificate(disguised, read(intermediate).spki)).toBe('invalid')
})

test('a key nobody can read makes no path valid and no path lost', () => {
  const certificate = read(intermediate)
  const strange: Certificate = {
    ...certificate,
    spki: '3003020100',
    publicKey: () => null,
    sha256: 'f'.repeat(64),
  }
  const built = buildPaths({ leaf: read(leaf), others: [strange], anchors: anchorsOf([read(root)]) })
  expect(names(built.paths)).toEqual(['a.test Int (Root)'])
  expect(verifyCertificate(read(leaf), strange.spki)).toBe('unsupported')
  const both = buildPaths({
    leaf: read(leaf),
    others: [strange, certificate],
    anchors: anchorsOf([read(root)]),
  })
  expect(both.paths.map((path) => path.certificates[1]?.sha256)).toEqual([certificate.sha256])
})
