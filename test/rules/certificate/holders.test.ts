/** What is wrong with the leaf and what is wrong above it are two facts: neither level reaches the other. */
import { describe, expect, test } from 'vitest'
import { forBoth, heldBy } from '../../../rules/certificate/chain-rule.js'
import { RULES } from '../../../rules/index.js'
import type { RuleOverride } from '../../../src/engine/index.js'
import type { ChainFact } from '../../../src/facts/index.js'
import { readCertificate } from '../../../src/x509/index.js'
import { authority, chainFact, DAY, issue, issueCa, NOW } from '../../helpers/chains.js'
import { column, endpoint, judgments, target } from '../../helpers/targets.js'

const { root } = authority
const soon = { notBefore: new Date(NOW - 80 * DAY), notAfter: new Date(NOW + 9 * DAY) }
const zero = { serial: Buffer.from([0]) }
const critical = {
  extensions: [{ oid: '1.3.6.1.4.1.99999.1', critical: true, value: Buffer.from('0500', 'hex') }],
}

/** Both certificates have the fault. */
function faulty(input: object): ChainFact {
  const issuer = issueCa({ subject: 'Middle', issuer: root, ...input })
  return chainFact([issue({ issuer, ...input }), issuer])
}

function revoked(): ChainFact {
  const [leaf = '', issuer = ''] = faulty({}).certificates
  const found = { status: 'revoked' as const, at: NOW - DAY, reason: 'superseded' }
  const revocation = [leaf, issuer].map((one) => ({
    of: readCertificate(Buffer.from(one, 'base64')).sha256,
    ...{ source: 'crl' as const, url: 'http://ca.example/1.crl', found },
  }))
  return chainFact([leaf, issuer], { revocation })
}

describe.each([
  ['certificate/expires-soon', 'soon', faulty(soon)],
  ['certificate/key-strength', 'weak', faulty({ key: 'rsa-1024' })],
  ['certificate/signature-algorithm', 'weak-hash', faulty({ hash: 'sha1' })],
  ['certificate/encoding', 'faulty', faulty(zero)],
  ['certificate/path', 'unknown-critical-extension', faulty(critical)],
  ['certificate/revocation', 'revoked', revoked()],
] as const)('%s', (id, reason, chain) => {
  const rules = RULES.filter((rule) => rule.id === id)
  const told = (override: RuleOverride) =>
    column(
      judgments(target([endpoint('93.184.216.34', { chains: [chain] })]), {
        rules,
        ca: [root],
        overrides: { [id]: override },
      }),
      id,
      'wechat-ios',
    ).sort()

  test('both are reported', () => {
    expect(told({ level: 'info' })).toEqual([`fail info ${reason}`, `fail info issuer-${reason}`].sort())
  })
  test.each([true, false])('a level for one leaves the other alone (leaf %s)', (isLeaf) => {
    const [off, stays] = [heldBy(reason, isLeaf), heldBy(reason, !isLeaf)]
    expect(told({ level: 'warning', levels: { [off]: 'off' } })).toEqual([`fail warning ${stays}`])
  })
})

test('values for both', () => {
  expect(forBoth({ a: 1 })).toEqual({ a: 1, 'issuer-a': 1 })
})
