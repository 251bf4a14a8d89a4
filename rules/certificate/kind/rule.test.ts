import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chainFact, issue, issueCa, toldOf } from '../../../test/helpers/chains.js'
import { tool } from '../../../test/helpers/tools.js'
import rule from './rule.js'

const selfSigned = (subject: string) =>
  toldOf(rule, chainFact([issue({ subject, issuer: undefined as never })]))
const under = (name: string) => {
  const ca = issueCa({ subject: name })
  return toldOf(rule, chainFact([issue({ issuer: ca })]))
}

describe('by whose name', () => {
  test.each([
    ['an ordinary certificate', 'api.example.com', 'pass'],
    ['ingress-nginx', 'Kubernetes Ingress Controller Fake Certificate', 'fail default'],
    ['Traefik', 'TRAEFIK DEFAULT CERT', 'fail default'],
    ['HAProxy', 'haproxy.selfsigned.invalid', 'fail default'],
    ['Plesk', 'Plesk', 'fail default'],
    ['a name that only begins so', 'Pleskow', 'pass'],
    ['localhost', 'localhost', 'fail default'],
    ['a host under another name', 'localhost.example.com', 'pass'],
  ])('%s', (_, subject, expected) => expect(selfSigned(subject)).toEqual([expected]))

  test.each([
    ['(STAGING) Wannabe Watercress R11', 'fail staging'],
    ['Fake LE Intermediate X1', 'fail staging'],
    ['CloudFlare Origin SSL ECC Certificate Authority', 'fail origin-ca'],
    ['mkcert development CA', 'fail development'],
    ['Caddy Local Authority - ECC Intermediate', 'fail development'],
    ['Some Other CA', 'pass'],
  ])('issued by %s', (name, expected) => expect(under(name)).toEqual([expected]))
})

test('a root given with --ca is meant', () => {
  const ca = issueCa({ subject: 'Caddy Local Authority' })
  expect(toldOf(rule, chainFact([issue({ issuer: ca })]), { ca: [ca] } as never)).toEqual(['pass'])
})

const openssl = tool('openssl')

test.skipIf(openssl === null)('an SM2 certificate as OpenSSL makes it', () => {
  const place = mkdtempSync(join(tmpdir(), 'hefa-sm2-'))
  const run = (...args: string[]) => execFileSync(openssl ?? '', args, { cwd: place, stdio: 'pipe' })
  run('genpkey', '-algorithm', 'SM2', '-out', 'key.pem')
  const out = ['-outform', 'DER', '-out', 'leaf.der']
  run('req', '-x509', '-new', '-key', 'key.pem', '-sm3', '-subj', '/CN=api.example.com', ...out)
  const der = readFileSync(join(place, 'leaf.der'))
  rmSync(place, { recursive: true })
  expect(toldOf(rule, chainFact([der.toString('base64')]))).toEqual(['fail sm2'])
})
