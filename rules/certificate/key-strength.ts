import { evidence, type Finding, fail, pass, unknown } from '../../src/engine/rule.js'
import type { KeyInfo } from '../../src/x509/index.js'
import { defineChainRule, type Named, named } from './chain-rule.js'

type Key = { certificate: Named; type: string; bits: number; least: number }

type Evidence = {
  pass: { keys: string[] }
  weak: Key
  'too-weak': Key
  'unknown-key': { certificate: Named; type: string }
}

/** Every certificate of the path but the anchor. Below `least` iOS refuses; below `floor` Android and Chromium do too. */
export default defineChainRule({
  id: 'certificate/key-strength',
  parameters: { rsa: 2048, ec: 256, rsaFloor: 1024, ecFloor: 160 },
  evidence: evidence<Evidence>(),
  reasons: { weak: 'fail', 'too-weak': 'fail', 'unknown-key': 'unknown' },
  judge({ analysis }, { store, rsa, ec, rsaFloor, ecFloor }) {
    const certificates = analysis.best(store).certificates
    const found = certificates.flatMap((certificate): Finding<Evidence>[] => {
      const { key } = certificate
      const family = familyOf(key)
      if (family === null)
        return [unknown('unknown-key', { certificate: named(certificate), type: nameOfKey(key) })]
      const [least, floor] = family === 'rsa' ? [rsa, rsaFloor] : [ec, ecFloor]
      if (key.bits >= least) return []
      const weak: Key = { certificate: named(certificate), type: key.type, bits: key.bits, least }
      return [fail(key.bits >= floor ? 'weak' : 'too-weak', weak)]
    })
    if (found.length > 0) return found
    return [pass({ keys: certificates.map(({ key }) => `${key.type} ${key.bits}`) })]
  },
})

/** Null for what the demands don't speak of: Ed25519, DSA, a curve whose size we don't know (SM2). */
function familyOf({ type, bits }: KeyInfo): 'rsa' | 'ec' | null {
  if (type === 'rsa' || type === 'rsa-pss') return 'rsa'
  return type === 'ec' && bits > 0 ? 'ec' : null
}

const nameOfKey = (key: KeyInfo): string =>
  key.type === 'ec' ? `ec ${key.curve}` : key.type === 'unknown' ? key.oid : key.type
