/** What is sent, and what RFC 5280 says of the path. */

import { sequence } from '../../../src/demo/der.js'
import { type CertificateInput, makeCertificate } from '../../../src/demo/index.js'
import {
  at,
  authorityOf,
  hostOf,
  intermediate,
  NOW,
  type OracleCase,
  root,
  server,
  stranger,
} from '../world.js'

const policy = authorityOf('Policy')
const issuing = authorityOf('Issuing', { issuer: policy })
const closed = authorityOf('Closed', { pathLength: 0 })
const beyond = authorityOf('Beyond', { issuer: closed })
const own = (id: string, ca: boolean) =>
  makeCertificate({ subject: hostOf(id), names: [hostOf(id)], ca, now: NOW })

const sent: OracleCase[] = [
  server('no-intermediate', 'the intermediate is not sent', { others: [] }),
  server('two-steps', 'two intermediates', { under: issuing, others: [issuing, policy] }),
  server('two-steps-short', 'the second intermediate is not sent', { under: issuing, others: [issuing] }),
  server('wrong-order', 'intermediates in the wrong order', { under: issuing, others: [policy, issuing] }),
  server('root-sent', 'the root is sent too', { others: [intermediate, root] }),
  server('with-stranger', 'a stranger is sent too', { others: [intermediate, stranger.intermediate] }),
  server('twice', 'the intermediate is sent twice', { others: [intermediate, intermediate] }),
  server('direct', 'the leaf stands under the root itself', { under: root, others: [] }),
  server('unknown-root', 'a root nobody has', { under: stranger.intermediate }),
  server('unknown-root-sent', 'a root nobody has, sent too', {
    under: stranger.intermediate,
    others: [stranger.intermediate, stranger.root],
  }),
  { ...server('self-signed', 'a self-signed leaf', { others: [] }), leaf: own('self-signed', false) },
  {
    ...server('self-signed-ca', 'a self-signed authority as leaf', { others: [] }),
    leaf: own('self-signed-ca', true),
  },
  server('no-key-ids', 'no key identifiers', { leaf: { authorityKeyId: null, subjectKeyId: null } }),
]

const UNKNOWN = '1.3.6.1.4.1.55555.7'
const odd = (critical: boolean) => ({ extensions: [{ oid: UNKNOWN, critical, value: sequence() }] })

const path: OracleCase[] = [
  server('issuer-expired', 'an expired intermediate', {
    under: authorityOf('Expired', { notBefore: at(-400), notAfter: at(-2) }),
  }),
  server('not-a-ca', 'an intermediate that is not an authority', {
    under: authorityOf('No CA', {
      ca: false,
      extendedKeyUsage: null,
      keyUsage: ['keyCertSign', 'digitalSignature'],
    }),
  }),
  server('no-constraints', 'an intermediate without basicConstraints', {
    under: authorityOf('No constraints', { basicConstraints: null }),
  }),
  server('no-cert-sign', 'an intermediate without keyCertSign', {
    under: authorityOf('No signing', { keyUsage: ['digitalSignature'] }),
  }),
  server('no-ca-usage', 'an intermediate without keyUsage', {
    under: authorityOf('No usage', { keyUsage: null }),
  }),
  server('path-length', 'one authority too many', { under: beyond, others: [beyond, closed] }),
  server('excluded', 'a name the intermediate may not certify', {
    under: authorityOf('Excluding', { nameConstraints: { excluded: ['oracle.example'] } }),
  }),
  server('not-permitted', 'a name outside what the intermediate may certify', {
    under: authorityOf('Permitting other', { nameConstraints: { permitted: ['other.example'] } }),
  }),
  server('permitted', 'a name the intermediate may certify', {
    under: authorityOf('Permitting', { nameConstraints: { permitted: ['oracle.example'] } }),
  }),
  server('critical-leaf', 'a critical extension nobody knows, in the leaf', { leaf: odd(true) }),
  server('critical-issuer', 'a critical extension nobody knows, in the intermediate', {
    under: authorityOf('Critical', odd(true)),
  }),
  server('uncritical', 'an extension nobody knows', { leaf: odd(false) }),
  server('bad-signature', 'a signature that does not fit', { leaf: { badSignature: true } }),
  server('bad-issuer-signature', 'an intermediate whose signature does not fit', {
    under: authorityOf('Bad', { badSignature: true }),
  }),
  server('other-issuer-name', 'an issuer of another name', { leaf: { issuerName: 'Somebody else' } }),
  server('leaf-is-ca', 'an authority as leaf', {
    leaf: { ca: true, notBefore: at(-1), notAfter: at(80), extendedKeyUsage: ['serverAuth'] },
  }),
  server('leaf-bare', 'a leaf without basicConstraints', { leaf: { basicConstraints: null } }),
  server('version-1', 'a leaf of version 1', { leaf: { version: 1, subject: hostOf('version-1') } }),
]

const serials: OracleCase[] = [
  server('serial-negative', 'a negative serial number', { leaf: { serial: Buffer.from([0x85, 1, 2, 3]) } }),
  server('serial-zero', 'serial number 0', { leaf: { serial: Buffer.from([0]) } }),
  server('serial-long', 'a serial number of 21 bytes', { leaf: { serial: Buffer.alloc(21, 0x11) } }),
]

/** An extension whose value no parser can make sense of. */
const garbled = (oid: string): CertificateInput => ({
  extensions: [{ oid, value: Buffer.from([5, 0]) }],
})

const encodings: OracleCase[] = [
  server('garbled-aia', 'an unreadable place of the issuer', { leaf: garbled('1.3.6.1.5.5.7.1.1') }),
  server('garbled-key-id', 'an unreadable key identifier', {
    leaf: { subjectKeyId: null, ...garbled('2.5.29.14') },
  }),
  server('garbled-crl', 'unreadable CRL distribution points', { leaf: garbled('2.5.29.31') }),
  server('garbled-issuer', 'an intermediate with an unreadable key identifier', {
    under: authorityOf('Garbled', { subjectKeyId: null, ...garbled('2.5.29.14') }),
  }),
  server('empty-constraints', 'an intermediate with name constraints that name nothing', {
    under: authorityOf('Constraining nothing', {
      extensions: [{ oid: '2.5.29.30', critical: true, value: Buffer.from([0x30, 0]) }],
    }),
  }),
  server('long-path', 'an intermediate that allows a path of 256 authorities', {
    under: authorityOf('Long path', { pathLength: 256 }),
  }),
]

export const chains: readonly OracleCase[] = [...sent, ...path, ...serials, ...encodings]
