import { describe, expect, it, test } from 'vitest'
import * as der from '../../src/demo/der.js'
import { type CertificateInput, freshKey, type Issued, nameDer } from '../../src/demo/index.js'
import { buildPaths, certificateAnchor, checkPath, readCertificate, readName } from '../../src/x509/index.js'
import { AT, anchors, codes, DAY, EXTENSIONS, general, make, makeCa, NOW, read } from './factory.js'

interface Inputs {
  leaf?: CertificateInput
  intermediate?: CertificateInput
  root?: CertificateInput
}

/** Leaf, intermediate, root; each with what differs from a proper one. */
function verdict(inputs: Inputs, policy = {}): string[] {
  const root = makeCa('Root', inputs.root)
  const intermediate = makeCa('Int', { issuer: root, ...inputs.intermediate })
  const leaf = make({ subject: 'a.test', issuer: intermediate, ...inputs.leaf })
  return codes([leaf, intermediate], root, policy)
}

const date = (offset: number) => new Date(AT + offset)

describe('each certificate', () => {
  test.each<[string, Inputs, string[]]>([
    ['proper', {}, []],
    ['leaf ends this second', { leaf: { notAfter: NOW } }, []],
    ['leaf ended a second ago', { leaf: { notAfter: date(-1000) } }, ['expired@0']],
    ['leaf starts this second', { leaf: { notBefore: NOW } }, []],
    ['leaf starts in a second', { leaf: { notBefore: date(1000) } }, ['not-yet-valid@0']],
    ['intermediate expired', { intermediate: { notAfter: date(-DAY) } }, ['expired@1']],
    ['root expired: an anchor has no dates', { root: { notAfter: date(-DAY) } }, []],
    ['intermediate is no CA', { intermediate: { ca: false, keyUsage: ['keyCertSign'] } }, ['not-a-ca@1']],
    ['intermediate without basicConstraints', { intermediate: { basicConstraints: null } }, ['not-a-ca@1']],
    ['intermediate of version 1', { intermediate: { version: 1 } }, ['not-a-ca@1']],
    ['root of version 1', { root: { version: 1 } }, []],
    ['root is no CA', { root: { ca: false, keyUsage: null, extendedKeyUsage: null } }, ['not-a-ca@2']],
    ['intermediate may not sign', { intermediate: { keyUsage: ['cRLSign'] } }, ['no-key-cert-sign@1']],
    ['intermediate without keyUsage', { intermediate: { keyUsage: null } }, []],
    ['leaf for clients', { leaf: { extendedKeyUsage: ['clientAuth'] } }, ['extended-key-usage@0']],
    ['leaf for both', { leaf: { extendedKeyUsage: ['clientAuth', 'serverAuth'] } }, []],
    ['leaf for anything', { leaf: { extendedKeyUsage: ['any'] } }, []],
    ['leaf without extKeyUsage', { leaf: { extendedKeyUsage: null } }, []],
    ['leaf for nothing', { leaf: { extendedKeyUsage: [] } }, ['extended-key-usage@0']],
    [
      'intermediate for mail',
      { intermediate: { extendedKeyUsage: ['emailProtection'] } },
      ['extended-key-usage@1'],
    ],
    ['intermediate for servers', { intermediate: { extendedKeyUsage: ['serverAuth'] } }, []],
    [
      'unknown critical',
      { leaf: { extensions: [EXTENSIONS.unknownCritical] } },
      ['unknown-critical-extension@0'],
    ],
    [
      'unknown not critical',
      { leaf: { extensions: [{ ...EXTENSIONS.unknownCritical, critical: false }] } },
      [],
    ],
    [
      'unknown critical in the intermediate',
      { intermediate: { extensions: [EXTENSIONS.unknownCritical] } },
      ['unknown-critical-extension@1'],
    ],
    [
      'unreadable subjectAltName',
      { leaf: { names: [], extensions: [EXTENSIONS.rawSan(general.ip('010203'))] } },
      ['malformed@0'],
    ],
    ['empty issuer', { leaf: { issuerName: '' }, intermediate: { subject: '' } }, ['malformed@0']],
    ['unreadable AIA', { leaf: { extensions: [{ oid: '1.3.6.1.5.5.7.1.1', value: der.nothing() }] } }, []],
    [
      'unreadable critical AIA',
      { leaf: { extensions: [{ oid: '1.3.6.1.5.5.7.1.1', critical: true, value: der.nothing() }] } },
      ['malformed@0'],
    ],
  ])('%s', (_, inputs, expected) => expect(verdict(inputs)).toEqual(expected))
})

test('a signature by another key, in a path put together by hand', () => {
  const [root, impostor] = [makeCa('Root'), makeCa('Root')]
  const leaf = read(make({ subject: 'a.test', issuer: root }))
  const path = { certificates: [leaf], anchor: certificateAnchor(read(impostor)) }
  expect(checkPath(path, { at: AT }).map(({ code }) => code)).toEqual(['bad-signature'])
})

test("a signature that can't be checked is not taken for valid", () => {
  const root = makeCa('Root')
  const leaf = make({ subject: 'a.test', issuer: root })
  // SM2 with SM3 (1.2.156.10197.1.501) in place of ecdsa-with-SHA256, inside and out.
  const oid = der.oid('1.2.840.10045.4.3.2')
  const sm2 = Buffer.from(der.oid('1.2.156.10197.1.501'))
  expect(sm2.length).toBe(oid.length)
  const bytes = Buffer.from(leaf.der)
  for (let at = bytes.indexOf(oid); at >= 0; at = bytes.indexOf(oid, at + 1)) sm2.copy(bytes, at)
  const { paths } = buildPaths({ leaf: readCertificate(bytes), others: [], anchors: anchors(root) })
  expect(paths[0]?.anchor?.name).toBe('CN=Root')
  expect(paths.flatMap((path) => checkPath(path, { at: AT })).map(({ code }) => code)).toEqual([
    'unsupported-key',
  ])
})

test('another algorithm inside than outside', () => {
  const root = makeCa('Root')
  const leaf = make({ subject: 'a.test', issuer: root })
  const bytes = Buffer.from(leaf.der)
  der.oid('1.2.840.10045.4.3.3').copy(bytes, bytes.lastIndexOf(der.oid('1.2.840.10045.4.3.2')))
  const path = { certificates: [readCertificate(bytes)], anchor: certificateAnchor(read(root)) }
  expect(checkPath(path, { at: AT }).map(({ code }) => code)).toEqual(['bad-signature', 'algorithm-mismatch'])
})

test('a leaf that is itself the anchor needs no CA rights and no signature', () => {
  const own = make({ subject: 'a.test' })
  expect(codes([own], own)).toEqual([])
  const expired = make({ subject: 'a.test', notAfter: date(-1000) })
  expect(codes([expired], expired)).toEqual(['expired@0'])
})

test("a leaf that only copies an anchor's name and key is not the anchor", () => {
  const root = make({ subject: 'a.test' })
  const copy = make({ subject: 'a.test', key: root.key, badSignature: true })
  const path = { certificates: [read(copy)], anchor: certificateAnchor(read(root)) }
  expect(checkPath(path, { at: AT }).map(({ code }) => code)).toContain('bad-signature')
})

describe('path length', () => {
  const tower = (limits: (number | undefined)[], policy = {}, subjects: string[] = []) => {
    const chain: Issued[] = []
    for (const [i, pathLength] of limits.entries()) {
      const issuer = chain[i - 1]
      const limit = pathLength === undefined ? {} : { pathLength }
      chain.push(makeCa(subjects[i] ?? `CA ${i}`, { ...limit, ...(issuer ? { issuer } : {}) }))
    }
    const leaf = make({ subject: 'a.test', issuer: chain[chain.length - 1] as Issued })
    return codes([leaf, ...chain.slice(1)], chain[0] as Issued, policy)
  }
  it('is the number of intermediates below', () => {
    expect(tower([undefined, 0])).toEqual([])
    expect(tower([undefined, 0, undefined])).toEqual(['path-length@2'])
    expect(tower([undefined, 1, undefined])).toEqual([])
  })
  it('holds for an anchor given as a certificate', () => {
    expect(tower([0, undefined])).toEqual(['path-length@2'])
    expect(tower([1, undefined])).toEqual([])
  })
  it("doesn't count self-issued certificates", () => {
    expect(tower([undefined, 0, undefined], {}, ['CA', 'Same', 'Same'])).toEqual([])
  })
  it('is bounded by the policy', () => {
    expect(tower([undefined, undefined], { maxDepth: 0 })).toEqual(['path-length@1'])
    expect(tower([undefined, undefined], { maxDepth: 1 })).toEqual([])
    expect(tower([undefined], { maxDepth: 0 })).toEqual([])
  })
})

describe('name constraints', () => {
  const bases = (permitted: Buffer[], excluded: Buffer[] = [], critical = true): Inputs['intermediate'] => ({
    extensions: [EXTENSIONS.rawConstraints(critical, permitted, excluded)],
  })
  const leafWith = (...entries: Buffer[]): CertificateInput => ({
    subject: '',
    names: [],
    extensions: [EXTENSIONS.rawSan(...entries)],
  })
  const { dns, ip, email, uri, directory, other } = general
  const org = (o: string, cn?: string) => nameDer(cn === undefined ? { o } : { o, cn })

  test.each<[string, Buffer[], Buffer[], Buffer[], boolean]>([
    ['the name itself', [dns('a.test')], [], [dns('a.test')], true],
    ['below it', [dns('a.test')], [], [dns('b.a.test')], true],
    ['case', [dns('A.test')], [], [dns('b.a.TEST')], true],
    ['end of a label', [dns('a.test')], [], [dns('ba.test')], false],
    ['one of two', [dns('x.test'), dns('a.test')], [], [dns('a.test')], true],
    ['two names, one outside', [dns('a.test')], [], [dns('a.test'), dns('b.test')], false],
    ['leading dot: below', [dns('.a.test')], [], [dns('b.a.test')], true],
    ['leading dot: not itself', [dns('.a.test')], [], [dns('a.test')], false],
    ['empty base: everything', [dns('')], [], [dns('a.test')], true],
    ['wildcard inside', [dns('a.test')], [], [dns('*.a.test')], true],
    ['wildcard partly inside', [dns('b.a.test')], [], [dns('*.a.test')], false],
    ['excluded', [], [dns('a.test')], [dns('b.a.test')], false],
    ['excluded elsewhere', [], [dns('a.test')], [dns('b.test')], true],
    ['wildcard over an excluded name', [], [dns('b.a.test')], [dns('*.a.test')], false],
    ['wildcard beside an excluded name', [], [dns('c.b.a.test')], [dns('*.a.test')], true],
    ['excluded within permitted', [dns('a.test')], [dns('b.a.test')], [dns('b.a.test')], false],
    ['another form', [dns('a.test')], [], [ip('0a000001')], true],
    ['IPv4 inside', [ip('0a000000ff000000')], [], [ip('0a010203')], true],
    ['IPv4 outside', [ip('0a000000ff000000')], [], [ip('0b010203')], false],
    ['IPv4 excluded', [], [ip('0a000000ff000000')], [ip('0a010203')], false],
    ['IPv6 under an IPv4 base', [ip('0a000000ff000000')], [], [ip('00'.repeat(16))], false],
    [
      'IPv6 inside',
      [ip(`20010db8${'00'.repeat(12)}ffffffff${'00'.repeat(12)}`)],
      [],
      [ip(`20010db8${'01'.repeat(12)}`)],
      true,
    ],
    ['mail of the host', [email('a.test')], [], [email('x@a.test')], true],
    ['mail of a host below', [email('a.test')], [], [email('x@b.a.test')], false],
    ['mail below a domain', [email('.a.test')], [], [email('x@b.a.test')], true],
    ['one mailbox', [email('x@a.test')], [], [email('y@a.test')], false],
    ['URI of the host', [uri('a.test')], [], [uri('https://a.test/x')], true],
    ['URI of another host', [uri('a.test')], [], [uri('https://b.test/a.test')], false],
    ['URI with a host in disguise', [uri('a.test')], [], [uri('https://a.test@b.test/')], false],
    ['URI below a domain', [uri('.a.test')], [], [uri('wss://b.a.test:1')], true],
    ['URI without a host', [uri('a.test')], [], [uri('urn:a.test')], false],
    ['directory name below', [directory(org('Org'))], [], [directory(org('ORG', 'x'))], true],
    ['directory name outside', [directory(org('Org'))], [], [directory(org('Organ', 'x'))], false],
    ['directory name excluded', [], [directory(org('Org'))], [directory(org('Org', 'x'))], false],
    ["a form we can't compare", [], [other()], [other()], false],
    ["a form we can't compare, but no such name", [], [other()], [dns('a.test')], true],
  ])('%s', (_, permitted, excluded, entries, fine) => {
    const found = verdict({ intermediate: bases(permitted, excluded) ?? {}, leaf: leafWith(...entries) })
    expect(found).toEqual(fine ? [] : ['name-constraints@0'])
  })

  it("passes over forms it can't compare when it is not critical", () => {
    expect(verdict({ intermediate: bases([], [other()], false) ?? {}, leaf: leafWith(other()) })).toEqual([])
    const dnsOnly = { intermediate: bases([dns('a.test')], [], false) ?? {}, leaf: leafWith(dns('b.test')) }
    expect(verdict(dnsOnly)).toEqual(['name-constraints@0'])
  })
  it('holds for the subject', () => {
    const intermediate = bases([directory(org('Org'))]) ?? {}
    expect(verdict({ intermediate, leaf: { subject: { o: 'Org', cn: 'a.test' } } })).toEqual([])
    expect(verdict({ intermediate, leaf: { subject: { o: 'Other', cn: 'a.test' } } })).toEqual([
      'name-constraints@0',
    ])
  })
  it('holds for a mail address in the subject where there is no subjectAltName', () => {
    const subject = (address: string) =>
      der.sequence(
        der.set(der.sequence(der.oid('1.2.840.113549.1.9.1'), der.tlv(0x16, Buffer.from(address)))),
      )
    const root = makeCa('Root', { extensions: [EXTENSIONS.rawConstraints(true, [email('x+y@a.test')])] })
    const found = (address: string) => {
      const leaf = { ...read(make({ subject: '', issuer: root })), subject: readName(subject(address)) }
      return checkPath({ certificates: [leaf], anchor: certificateAnchor(read(root)) }, { at: AT })
    }
    expect(found('x+y@a.test')).toEqual([])
    expect(found('x@a.test').map(({ code }) => code)).toEqual(['name-constraints'])
  })
  it('holds for certificates between, unless they are self-issued', () => {
    const root = makeCa('Root', { nameConstraints: { permitted: ['a.test'] } })
    const between = (subject: string) => makeCa(subject, { issuer: root, names: ['b.test'] })
    const under = (issuer: Issued) => make({ subject: 'a.test', issuer })
    expect(codes(chainOf(between('Int'), under), root)).toEqual(['name-constraints@1'])
    expect(codes(chainOf(between('Root'), under), root)).toEqual([])
  })
  it('is unreadable with a minimum', () => {
    const tree = der.sequence(dns('a.test'), der.contextPrimitive(0, Buffer.from([1])))
    const extension = { oid: '2.5.29.30', critical: true, value: der.sequence(der.context(0, tree)) }
    expect(verdict({ intermediate: { extensions: [extension] } })).toEqual(['malformed@1'])
  })
  it('stops comparing when it is too much', () => {
    const many = (prefix: string) => Array.from({ length: 1200 }, (_, i) => dns(`${prefix}${i}.test`))
    expect(verdict({ intermediate: bases([], many('x')) ?? {}, leaf: leafWith(...many('y')) })).toEqual([
      'name-constraints@0',
    ])
  })
})

const chainOf = (issuer: Issued, under: (issuer: Issued) => Issued): Issued[] => [under(issuer), issuer]

describe('policies', () => {
  const P = '1.3.6.1.4.1.55555.2.1'
  const Q = '1.3.6.1.4.1.55555.2.2'
  const ANY = '2.5.29.32.0'
  const explicit = EXTENSIONS.requirePolicy(0)
  test.each<[string, CertificateInput, CertificateInput, string[]]>([
    ['none, none asked', {}, {}, []],
    ['the same', { policies: [P], extensions: [explicit] }, { policies: [P] }, []],
    ['another', { policies: [P], extensions: [explicit] }, { policies: [Q] }, ['policy@0']],
    ['another, none asked', { policies: [P] }, { policies: [Q] }, []],
    ['none in the leaf', { policies: [P], extensions: [explicit] }, {}, ['policy@0']],
    ['none in the intermediate', { extensions: [explicit] }, { policies: [P] }, ['policy@0']],
    ['any above', { policies: [ANY], extensions: [explicit] }, { policies: [P] }, []],
    ['any below', { policies: [P], extensions: [explicit] }, { policies: [ANY] }, []],
    [
      'any inhibited',
      { policies: [P], extensions: [explicit, EXTENSIONS.inhibitAny] },
      { policies: [ANY] },
      ['policy@0'],
    ],
    ['asked by the leaf', { policies: [P] }, { policies: [Q], extensions: [explicit] }, ['policy@0']],
    [
      'asked after one more',
      { policies: [P], extensions: [EXTENSIONS.requirePolicy(1)] },
      { policies: [Q] },
      ['policy@0'],
    ],
    [
      'asked after two more',
      { policies: [P], extensions: [EXTENSIONS.requirePolicy(2)] },
      { policies: [Q] },
      [],
    ],
    ['mapped', { policies: [P], extensions: [explicit, EXTENSIONS.mapping(P, Q)] }, { policies: [Q] }, []],
    [
      'mapped away',
      { policies: [P], extensions: [explicit, EXTENSIONS.mapping(P, Q)] },
      { policies: [P] },
      ['policy@0'],
    ],
    [
      'mapped from any',
      { policies: [P], extensions: [EXTENSIONS.mapping(ANY, Q)] },
      { policies: [P] },
      ['policy@1'],
    ],
    [
      'mapped to any',
      { policies: [P], extensions: [EXTENSIONS.mapping(P, ANY)] },
      { policies: [P] },
      ['policy@1'],
    ],
  ])('%s', (_, intermediate, leaf, expected) => expect(verdict({ intermediate, leaf })).toEqual(expected))

  test('mapping inhibited from above', () => {
    const root = makeCa('Root')
    const upper = makeCa('Upper', { issuer: root, policies: [P], extensions: [EXTENSIONS.inhibitMapping] })
    const int = makeCa('Lower', { issuer: upper, policies: [P], extensions: [EXTENSIONS.mapping(P, Q)] })
    const leaf = make({
      subject: 'a.test',
      issuer: int,
      policies: [Q],
      extensions: [EXTENSIONS.requirePolicy(0)],
    })
    expect(codes([leaf, int, upper], root)).toEqual(['policy@0'])
  })
  test('a set of mappings that would be a tree of 2^20 leaves', () => {
    const both = [EXTENSIONS.mapping(P, P), EXTENSIONS.mapping(P, Q)]
    const chain = [makeCa('Root')]
    for (let i = 0; i < 9; i++) {
      const extensions = [both[i % 2] as (typeof both)[0]]
      chain.push(makeCa(`CA ${i}`, { issuer: chain[i] as Issued, policies: [P, Q, ANY], extensions }))
    }
    const leaf = make({
      subject: 'a.test',
      issuer: chain[9] as Issued,
      policies: [P],
      extensions: [explicit],
    })
    expect(codes([leaf, ...chain.slice(1)], chain[0] as Issued)).toEqual([])
  })
})

describe('strict', () => {
  test.each<[string, Inputs, string[]]>([
    ['proper', {}, []],
    ['root expired', { root: { notAfter: date(-DAY) } }, ['expired@2']],
    ['SHA-1', { intermediate: { hash: 'sha1' } }, ['profile@1']],
    ['SHA-1 in the root', { root: { hash: 'sha1' } }, []],
    ['short RSA key', { leaf: { key: 'rsa-1024' } }, ['profile@0']],
    ['no key identifier', { leaf: { authorityKeyId: null } }, ['profile@0']],
    ['zero serial', { leaf: { serial: Buffer.from([0]) } }, ['profile@0']],
    ['underscore', { leaf: { names: ['a_b.test'] } }, ['profile@0']],
    ['no extKeyUsage', { leaf: { extendedKeyUsage: null } }, ['profile@0']],
    ['leaf with keyCertSign', { leaf: { keyUsage: ['keyCertSign'] } }, ['profile@0']],
    ['leaf is a CA', { leaf: { ca: true, keyUsage: null, extendedKeyUsage: ['serverAuth'] } }, ['profile@0']],
    [
      'critical AIA',
      {
        leaf: {
          extensions: [{ oid: '2.5.29.14', critical: true, value: der.octetString(Buffer.from('k')) }],
          subjectKeyId: null,
        },
      },
      ['profile@0'],
    ],
  ])('%s', (_, inputs, expected) => {
    expect(verdict(inputs, { strict: true })).toEqual(expected)
    expect(verdict(inputs)).toEqual([])
  })
})

test('key kinds of all sorts sign and are signed', () => {
  const kinds = ['rsa-2048', 'ec-p256', 'ec-p384', 'ec-p521', 'ed25519'] as const
  for (const key of kinds) {
    const root = makeCa('Root', { key: freshKey(key), hash: 'sha512' })
    for (const pss of key === 'rsa-2048' ? [false, true] : [false]) {
      expect(codes([make({ subject: 'a.test', issuer: root, pss, hash: 'sha384' })], root)).toEqual([])
    }
  }
})
