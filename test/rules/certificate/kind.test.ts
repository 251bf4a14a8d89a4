import { describe, expect, test } from 'vitest'
import rule from '../../../rules/certificate/kind.js'
import { SM2_OIDS } from '../../../rules/certificate/makers.js'
import { authority, chainFact, issue, issueCa, toldOf } from '../../helpers/chains.js'

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
  expect(authority).toBeDefined()
})

test('SM2 by key or by signature', () => expect(SM2_OIDS).toHaveLength(2))
