import { expect, test } from 'vitest'
import * as der from '../../../src/demo/der.js'
import type { Issued } from '../../../src/demo/index.js'
import {
  authority,
  chainFact,
  evidenceOf,
  HOST,
  issue,
  issueCa,
  judgeChain,
  resigned,
  told,
  toldOf,
} from '../../../test/helpers/chains.js'
import { endpoint, judgments, target } from '../../../test/helpers/targets.js'
import rule from './rule.js'

const { root, intermediate } = authority
const ca = [root]
const serial = (hex: string) => issue({ serial: Buffer.from(hex, 'hex') })

test.each([
  ['an ordinary one', '5a'.repeat(16), 'pass'],
  ['20 octets', `5a${'00'.repeat(19)}`, 'pass'],
  ['21 octets', `5a${'00'.repeat(20)}`, 'fail faulty'],
  ['zero', '00', 'fail faulty'],
  ['negative', 'ff01', 'fail faulty'],
])('serial number: %s', (_, hex, expected) => {
  expect(toldOf(rule, chainFact([serial(hex), intermediate]), { ca })).toEqual([expected])
})

test('certificates of the path alone are judged', () => {
  const odd = issueCa({ subject: 'Odd', issuer: root, serial: Buffer.from([0]) })
  expect(toldOf(rule, chainFact([issue({}), intermediate, odd]), { ca })).toEqual(['pass'])
  expect(toldOf(rule, chainFact([issue({ issuer: odd }), odd]), { ca })).toEqual(['fail issuer-faulty'])
  const both = chainFact([issue({ issuer: odd, serial: Buffer.from([0]) }), odd])
  expect(toldOf(rule, both, { ca })).toEqual(['fail faulty', 'fail issuer-faulty'])
})

test('a leaf our reader can’t make out', () => {
  expect(toldOf(rule, chainFact(['AAAA']))).toEqual(['unknown not-observed'])
})

test('is a warning everywhere', () => {
  const chains = [chainFact([serial('00'), intermediate])]
  const all = judgments(target([endpoint('93.184.216.34', { chains })]), { rules: [rule], ca })
  expect(all).toMatchObject([{ status: 'fail', level: 'warning', platforms: { length: 7 } }])
})

/** An extension with this value, which no parser can make sense of. */
const spoilt = (oid: string) => issue({ subjectKeyId: null, extensions: [{ oid, value: der.nothing() }] })
// BOOLEAN TRUE behind the OID of keyUsage, and behind that of a foreign extension.
const uncritical = resigned(issue({ subject: '' }), '0603551d110101ff', '0603551d11010100')
const inChina = issue({ subject: { cn: HOST, c: 'CN' } })
const tailed = Buffer.concat([issue({}).der, Buffer.from([0])]).toString('base64')
const written = issue({ extensions: [{ oid: '1.2.3.4', critical: true, value: der.nothing() }] })

test.each([
  ['an unreadable AIA', spoilt('1.3.6.1.5.5.7.1.1'), 'strict', 'bad-identifier'],
  ['an unreadable key identifier', spoilt('2.5.29.14'), 'strict', 'bad-identifier'],
  ['unreadable CRL distribution points', spoilt('2.5.29.31'), 'faulty', 'bad-extension'],
  [
    'FALSE, which is the default',
    resigned(written, '2a03040101ff', '2a0304010100'),
    'strict',
    'explicit-default',
  ],
  ['names that need not be read, and no subject', uncritical, 'strict', 'optional-san'],
  ['a name with characters it can’t have', resigned(inChina, '1302434e', '13024340'), 'strict', 'bad-name'],
  ['a serial number longer than it need be', serial('0001'), 'faulty', 'padded-serial'],
  ['bytes after the end', tailed, 'unreadable', 'trailing-bytes'],
])('%s', (_, one, kind, fault) => {
  const found = judgeChain(rule, chainFact([one, intermediate]), { ca })
  expect(evidenceOf(found).certificates[0].faults).toContain(fault)
  expect(told(found)).toEqual([`fail ${kind}`])
})

test.each([
  ['faulty', { serial: Buffer.from('0001', 'hex') }],
  ['strict', { subjectKeyId: null, extensions: [{ oid: '2.5.29.14', value: der.nothing() }] }],
])('of an issuer: %s', (kind, input) => {
  const odd = issueCa({ subject: 'Odd', issuer: root, ...input })
  expect(toldOf(rule, chainFact([issue({ issuer: odd }), odd]), { ca })).toEqual([`fail issuer-${kind}`])
})

test('of an issuer: unreadable', () => {
  const odd = issueCa({ subject: 'Odd', issuer: root })
  const longer = Buffer.concat([odd.der, Buffer.from([0])]).toString('base64')
  expect(toldOf(rule, chainFact([issue({ issuer: odd }), longer]), { ca })).toEqual([
    'fail issuer-unreadable',
  ])
})

test('what BoringSSL refuses is an error for Android and Chromium, what Chromium alone refuses for it alone', () => {
  const levels = (one: Issued | string): Record<string, string> => {
    const chains = [chainFact([one, intermediate])]
    const all = judgments(target([endpoint('93.184.216.34', { chains })]), { rules: [rule], ca })
    return Object.fromEntries(all.flatMap(({ level, platforms }) => platforms.map((one) => [one, level])))
  }
  const systems = { 'wechat-ios': 'warning', 'wechat-devtools': 'error' }
  expect(levels(tailed)).toMatchObject({ ...systems, 'alipay-android': 'error' })
  expect(levels(spoilt('2.5.29.14'))).toMatchObject({ ...systems, 'alipay-android': 'warning' })
})
