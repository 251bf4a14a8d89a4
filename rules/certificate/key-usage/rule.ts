import { clientById, keyExchangeOf } from '../../../src/clients/index.js'
import { evidence, type Finding, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import type { KeyExchangeFact } from '../../../src/facts/index.js'
import type { Store } from '../../../src/trust/index.js'
import { defineChainRule } from '../chain-rule.js'

/**
 * How a handshake uses the leaf's key: to sign (ECDHE, DHE, TLS 1.3), or to decrypt the client's secret (static RSA).
 */
type Use = 'tls1.3' | 'signature' | 'encipherment'
type Usage = { usages: string[]; use: Use }

type Reasons = {
  pass: { usages: string[] }
  'no-signature': Usage
  'no-signature-rsa': Usage
  'no-encipherment': Usage
}

const NEEDED = {
  'tls1.3': 'digitalSignature',
  signature: 'digitalSignature',
  encipherment: 'keyEncipherment',
} as const

/**
 * The leaf's keyUsage (RFC 5280 section 4.2.1.3) against what the clients of the platform use its key for. BoringSSL
 * checks EC keys and TLS 1.3 always, RSA in TLS 1.2 since 2024.
 */
export default defineChainRule({
  id: 'certificate/key-usage',
  evidence: evidence<Reasons>(),
  reasons: { 'no-signature': 'fail', 'no-signature-rsa': 'fail', 'no-encipherment': 'fail' },
  judge({ leaf, exchanges }, { store }) {
    const usages = leaf.keyUsage
    if (usages === null) return [notApplicable]
    const rsa = leaf.key.type === 'rsa'
    const uses = usesBy(exchanges, store)
    const findings = (['tls1.3', 'signature', 'encipherment'] as const).flatMap((use): Finding<Reasons>[] => {
      const found = { usages: [...usages], use }
      if (!uses.has(use) || usages.includes(NEEDED[use])) return []
      if (use === 'encipherment') return [fail('no-encipherment', found)]
      return [fail(rsa && use === 'signature' ? 'no-signature-rsa' : 'no-signature', found)]
    })
    const distinct = findings.filter(
      (one, at) => findings.findIndex((other) => reasonIn(other) === reasonIn(one)) === at,
    )
    return distinct.length > 0 ? distinct : [pass({ usages: [...usages] })]
  },
})

const reasonIn = (finding: Finding<Reasons>) => ('reason' in finding ? finding.reason : null)

const FAMILIES = { ios: 'ios', android: 'android', chrome: 'chromium' } as const
/** Hellos used as a stand-in where none of a family's own clients was observed, newest first. */
const GENERAL: Record<Store, readonly string[]> = {
  ios: ['tls1.3', 'tls1.2-ats', 'tls1.2'],
  android: ['tls1.3', 'tls1.2'],
  chrome: ['tls1.3', 'tls1.2'],
}

/** Of a certificate that nobody was seen to get, a file's, a signature is expected. */
function usesBy(exchanges: readonly KeyExchangeFact[], store: Store): Set<Use> {
  const own = exchanges.filter(({ by }) => clientById(by)?.family === FAMILIES[store])
  const general = GENERAL[store].flatMap((id) => exchanges.filter(({ by }) => by === id)).slice(0, 1)
  const seen = own.length > 0 ? own : general
  return new Set(seen.length > 0 ? seen.map(useOf) : ['signature'])
}

function useOf({ version, cipher }: KeyExchangeFact): Use {
  if (version === 'TLSv1.3') return 'tls1.3'
  return keyExchangeOf(cipher) === 'rsa' ? 'encipherment' : 'signature'
}
