/** What keys may be used for, against what they are used for. */
import type { TlsOptions } from 'node:tls'
import type { CertificateInput } from '../../../src/demo/index.js'
import { authorityOf, type OracleCase, server } from '../world.js'

const TLS13: TlsOptions = { minVersion: 'TLSv1.3' }
const ECDHE: TlsOptions = { maxVersion: 'TLSv1.2', ciphers: 'ECDHE+AESGCM' }
const STATIC_RSA: TlsOptions = { maxVersion: 'TLSv1.2', ciphers: 'AES128-GCM-SHA256:AES256-GCM-SHA384' }

type Usages = NonNullable<CertificateInput['keyUsage']>

const rsa = (id: string, what: string, keyUsage: Usages | null, tls: TlsOptions) =>
  server(id, what, { leaf: { key: 'rsa-2048', keyUsage }, tls })
const ec = (id: string, what: string, keyUsage: Usages | null, tls: TlsOptions) =>
  server(id, what, { leaf: { keyUsage }, tls })

const keyUsages: OracleCase[] = [
  rsa('ku-rsa-ke-13', 'RSA, keyEncipherment alone, TLS 1.3', ['keyEncipherment'], TLS13),
  rsa('ku-rsa-ke-ecdhe', 'RSA, keyEncipherment alone, TLS 1.2 with ECDHE', ['keyEncipherment'], ECDHE),
  rsa(
    'ku-rsa-ke-static',
    'RSA, keyEncipherment alone, TLS 1.2 with static RSA',
    ['keyEncipherment'],
    STATIC_RSA,
  ),
  rsa('ku-rsa-ds-13', 'RSA, digitalSignature alone, TLS 1.3', ['digitalSignature'], TLS13),
  rsa('ku-rsa-ds-ecdhe', 'RSA, digitalSignature alone, TLS 1.2 with ECDHE', ['digitalSignature'], ECDHE),
  rsa(
    'ku-rsa-ds-static',
    'RSA, digitalSignature alone, TLS 1.2 with static RSA',
    ['digitalSignature'],
    STATIC_RSA,
  ),
  rsa(
    'ku-rsa-both-static',
    'RSA, both usages, TLS 1.2 with static RSA',
    ['digitalSignature', 'keyEncipherment'],
    STATIC_RSA,
  ),
  rsa('ku-rsa-none', 'RSA without keyUsage', null, ECDHE),
  rsa('ku-rsa-none-static', 'RSA without keyUsage, static RSA', null, STATIC_RSA),
  rsa('ku-rsa-de', 'RSA, dataEncipherment alone', ['dataEncipherment'], {}),
  rsa('ku-rsa-nr', 'RSA, nonRepudiation alone', ['nonRepudiation'], {}),
  ec('ku-ec-ka-13', 'EC, keyAgreement alone, TLS 1.3', ['keyAgreement'], TLS13),
  ec('ku-ec-ka-12', 'EC, keyAgreement alone, TLS 1.2', ['keyAgreement'], ECDHE),
  ec('ku-ec-ke', 'EC, keyEncipherment alone', ['keyEncipherment'], {}),
  ec('ku-ec-none', 'EC without keyUsage', null, {}),
  ec('ku-ec-both', 'EC, digitalSignature and keyAgreement', ['digitalSignature', 'keyAgreement'], {}),
  ec('ku-ec-certsign', 'EC leaf with keyCertSign alone', ['keyCertSign'], {}),
]

type Purposes = NonNullable<CertificateInput['extendedKeyUsage']>
const NS_SGC = '2.16.840.1.113730.4.1'
const MS_SGC = '1.3.6.1.4.1.311.10.3.3'
const purposes = (id: string, what: string, extendedKeyUsage: Purposes | null) =>
  server(id, what, { leaf: { extendedKeyUsage } })
const issuerPurposes = (id: string, what: string, extendedKeyUsage: Purposes | null) =>
  server(id, what, { under: authorityOf(what, { extendedKeyUsage }) })

const extendedKeyUsages: OracleCase[] = [
  purposes('eku-none', 'leaf without extendedKeyUsage', null),
  purposes('eku-any', 'leaf with anyExtendedKeyUsage alone', ['any']),
  purposes('eku-client', 'leaf with clientAuth alone', ['clientAuth']),
  purposes('eku-both', 'leaf with serverAuth and clientAuth', ['serverAuth', 'clientAuth']),
  purposes('eku-code', 'leaf with codeSigning alone', ['codeSigning']),
  purposes('eku-ns-sgc', 'leaf with Netscape’s server gated crypto alone', [NS_SGC]),
  purposes('eku-ms-sgc', 'leaf with Microsoft’s server gated crypto alone', [MS_SGC]),
  purposes('eku-server-odd', 'leaf with serverAuth and a private purpose', [
    'serverAuth',
    '1.3.6.1.4.1.55555.1',
  ]),
  issuerPurposes('issuer-eku-none', 'intermediate without extendedKeyUsage', null),
  issuerPurposes('issuer-eku-any', 'intermediate with anyExtendedKeyUsage alone', ['any']),
  issuerPurposes('issuer-eku-client', 'intermediate with clientAuth alone', ['clientAuth']),
  issuerPurposes('issuer-eku-mail', 'intermediate with emailProtection alone', ['emailProtection']),
]

export const usages: readonly OracleCase[] = [...keyUsages, ...extendedKeyUsages]
