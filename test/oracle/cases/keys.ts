/** Keys and signatures, of the leaf and above it. */
import { ANYTHING, authorityOf, type OracleCase, onCurve, pssKey, server } from '../world.js'

const anything = { ciphers: ANYTHING }

const leaves: OracleCase[] = [
  server('leaf-p256', 'P-256 leaf'),
  server('leaf-p384', 'P-384 leaf', { leaf: { key: 'ec-p384' } }),
  server('leaf-p521', 'P-521 leaf', { leaf: { key: 'ec-p521' } }),
  server('leaf-p224', 'P-224 leaf', { leaf: { key: 'ec-p224' }, tls: anything }),
  server('leaf-secp256k1', 'secp256k1 leaf', { leaf: { key: onCurve('secp256k1') }, tls: anything }),
  server('leaf-brainpool', 'brainpoolP256r1 leaf', {
    leaf: { key: onCurve('brainpoolP256r1') },
    tls: anything,
  }),
  server('leaf-ed25519', 'Ed25519 leaf', { leaf: { key: 'ed25519' } }),
  server('leaf-rsa-1024', 'RSA 1024 leaf', { leaf: { key: 'rsa-1024' }, tls: anything }),
  server('leaf-rsa-2048', 'RSA 2048 leaf', { leaf: { key: 'rsa-2048' } }),
  server('leaf-rsa-4096', 'RSA 4096 leaf', { leaf: { key: 'rsa-4096' } }),
  server('leaf-rsa-pss', 'RSASSA-PSS key in the leaf', { leaf: { key: pssKey() } }),
]

const issuers: OracleCase[] = [
  server('issuer-p384', 'P-384 intermediate', { under: authorityOf('P-384', { key: 'ec-p384' }) }),
  server('issuer-p521', 'P-521 intermediate', { under: authorityOf('P-521', { key: 'ec-p521' }) }),
  server('issuer-p224', 'P-224 intermediate', {
    under: authorityOf('P-224', { key: 'ec-p224' }),
    tls: anything,
  }),
  server('issuer-secp256k1', 'secp256k1 intermediate', {
    under: authorityOf('secp256k1', { key: onCurve('secp256k1') }),
    tls: anything,
  }),
  server('issuer-brainpool', 'brainpoolP256r1 intermediate', {
    under: authorityOf('brainpool', { key: onCurve('brainpoolP256r1') }),
    tls: anything,
  }),
  server('issuer-brainpool-384', 'brainpoolP384r1 intermediate', {
    under: authorityOf('brainpool 384', { key: onCurve('brainpoolP384r1') }),
    tls: anything,
  }),
  server('issuer-ed25519', 'Ed25519 intermediate', { under: authorityOf('Ed25519', { key: 'ed25519' }) }),
  server('issuer-rsa-1024', 'RSA 1024 intermediate', {
    under: authorityOf('RSA 1024', { key: 'rsa-1024' }),
    tls: anything,
  }),
  server('issuer-rsa-2048', 'RSA 2048 intermediate', { under: authorityOf('RSA 2048', { key: 'rsa-2048' }) }),
  server('issuer-rsa-pss', 'RSASSA-PSS key in the intermediate', {
    under: authorityOf('PSS', { key: pssKey() }),
  }),
]

const rsaIssuer = authorityOf('RSA', { key: 'rsa-2048' })
const signatures: OracleCase[] = [
  server('sha1', 'leaf signed with SHA-1', { leaf: { hash: 'sha1' }, tls: anything }),
  server('sha1-rsa', 'leaf signed with RSA and SHA-1', {
    under: rsaIssuer,
    leaf: { hash: 'sha1' },
    tls: anything,
  }),
  server('md5', 'leaf signed with RSA and MD5', { under: rsaIssuer, leaf: { hash: 'md5' }, tls: anything }),
  server('sha1-issuer', 'intermediate signed with SHA-1', {
    under: authorityOf('SHA-1', { hash: 'sha1' }),
    tls: anything,
  }),
  server('sha384', 'leaf signed with SHA-384', { leaf: { hash: 'sha384' } }),
  server('sha512', 'leaf signed with SHA-512', { leaf: { hash: 'sha512' } }),
  server('pss-signature', 'leaf signed with RSASSA-PSS', { under: rsaIssuer, leaf: { pss: true } }),
]

export const keys: readonly OracleCase[] = [...leaves, ...issuers, ...signatures]
