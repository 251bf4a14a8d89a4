/** Versions, suites, groups, and what follows the handshake. */
import type { TlsOptions } from 'node:tls'
import { ANYTHING, type OracleCase, server, stranger } from '../world.js'

const only = (id: string, what: string, tls: TlsOptions, rsa = false): OracleCase =>
  server(id, what, { ...(rsa && { leaf: { key: 'rsa-2048' } }), tls })
const tls12 = (ciphers: string): TlsOptions => ({ maxVersion: 'TLSv1.2', ciphers })
const asking: TlsOptions = { requestCert: true, ca: stranger.root.pem }

export const protocols: readonly OracleCase[] = [
  only('tls10', 'TLS 1.0 alone', { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: ANYTHING }),
  only('tls11', 'TLS 1.1 alone', { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: ANYTHING }),
  only('tls12', 'TLS 1.2 alone', { maxVersion: 'TLSv1.2' }),
  only('tls13', 'TLS 1.3 alone', { minVersion: 'TLSv1.3' }),
  only('chacha', 'ChaCha20 alone', tls12('ECDHE-ECDSA-CHACHA20-POLY1305')),
  only('cbc-sha', 'ECDHE with AES-CBC-SHA alone', tls12('ECDHE-RSA-AES128-SHA'), true),
  only('cbc-sha-ec', 'ECDHE_ECDSA with AES-CBC-SHA alone', tls12('ECDHE-ECDSA-AES128-SHA')),
  only('cbc-sha256', 'ECDHE with AES-CBC-SHA256 alone', tls12('ECDHE-RSA-AES128-SHA256'), true),
  only('static-rsa', 'static RSA with AES-GCM alone', tls12('AES128-GCM-SHA256'), true),
  only('static-rsa-cbc', 'static RSA with AES-CBC-SHA alone', tls12('AES128-SHA'), true),
  only('dhe', 'DHE alone', { ...tls12('DHE-RSA-AES128-GCM-SHA256'), dhparam: 'auto' }, true),
  only('ccm', 'AES-CCM alone', tls12('ECDHE-ECDSA-AES128-CCM')),
  only('aria', 'ARIA alone', tls12('ECDHE-ECDSA-ARIA128-GCM-SHA256')),
  only('group-p256', 'key exchange over P-256 alone', { ecdhCurve: 'P-256' }),
  only('group-p384', 'key exchange over P-384 alone', { ecdhCurve: 'P-384' }),
  only('group-p521', 'key exchange over P-521 alone', { ecdhCurve: 'P-521', maxVersion: 'TLSv1.3' }),
  only('group-x448', 'key exchange over X448 alone', { ecdhCurve: 'X448', minVersion: 'TLSv1.3' }),
  only(
    'sigalg-sha1',
    'signatures with SHA-1 alone',
    { ...tls12('ECDHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0'), sigalgs: 'RSA+SHA1' },
    true,
  ),
  only('client-cert-13', 'a client certificate demanded, TLS 1.3', {
    ...asking,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.3',
  }),
  only('client-cert-12', 'a client certificate demanded, TLS 1.2', {
    ...asking,
    rejectUnauthorized: true,
    maxVersion: 'TLSv1.2',
  }),
  only('client-cert-asked', 'a client certificate asked for', { ...asking, rejectUnauthorized: false }),
  server('closes', 'the connection is closed after the handshake', { after: 'close' }),
  server('banner', 'another protocol than HTTP', { after: 'banner' }),
  server('status-403', 'every request is answered 403', { after: 'forbidden' }),
]
