/** OCSP answers stapled to the handshake. */
import { makeCertificate, makeOcspResponse, type OcspInput } from '../../../src/demo/index.js'
import { at, intermediate, NOW, type OracleCase, server } from '../world.js'

function stapled(id: string, what: string, answer: Partial<OcspInput>, more: object = {}): OracleCase {
  const one = server(id, what, { leaf: { ocsp: ['http://127.0.0.1:9/'], ...more } })
  return {
    ...one,
    staple: makeOcspResponse({ certificate: one.leaf, issuer: intermediate, now: NOW, ...answer }),
  }
}
const other = makeCertificate({ names: ['other.example'], issuer: intermediate, now: NOW })
const MUST = { tlsFeature: [5] }

export const staples: readonly OracleCase[] = [
  stapled('staple-good', 'a good staple', {}),
  stapled('staple-revoked', 'a staple that says revoked', { status: 'revoked', revokedAt: at(-2) }),
  stapled('staple-unknown', 'a staple that says unknown', { status: 'unknown' }),
  stapled('staple-old', 'a staple out of date', {
    thisUpdate: at(-20),
    nextUpdate: at(-13),
    producedAt: at(-20),
  }),
  stapled('staple-forged', 'a staple whose signature does not fit', { badSignature: true }),
  stapled('staple-later', 'a staple that says to come back later', { responseStatus: 'tryLater' }),
  stapled('staple-other', 'a staple about another certificate', { certificate: other }),
  stapled('must-staple-good', 'must-staple, and a good staple', {}, MUST),
  server('must-staple', 'must-staple, and none', { leaf: MUST }),
]
