import { evidence, type Finding, fail, pass, unknown } from '../../../src/engine/rule.js'
import type { Certificate, KeyInfo } from '../../../src/x509/index.js'
import { type ByHolder, defineChainRule, forBoth, heldBy, type Named, named } from '../chain-rule.js'

type Key = { certificate: Named; type: string; bits: number; least: number }
type Evidence = { pass: { keys: string[] } } & ByHolder<{
  weak: Key
  'too-weak': Key
  curve: { certificate: Named; curve: string; taken: string[] }
  'key-type': { certificate: Named; type: string; taken: string[] }
  'unknown-key': { certificate: Named; type: string }
}>

/**
 * Every certificate in the path except the anchor. Keys below `least` are rejected by iOS, below `floor` by Android and
 * Chromium too. Elliptic curves are identified by name, and so are other key types if `types` is set.
 */
export default defineChainRule({
  id: 'certificate/key-strength',
  parameters: {
    rsa: 2048,
    ec: 256,
    rsaFloor: 1024,
    ecFloor: 160,
    curves: ['P-256', 'P-384', 'P-521'],
    /** Empty: it isn't known which other key types are rejected. */
    types: [] as string[],
  },
  evidence: evidence<Evidence>(),
  reasons: {
    ...forBoth({ weak: 'fail', 'too-weak': 'fail', curve: 'fail', 'key-type': 'fail' }),
    ...forBoth({ 'unknown-key': 'unknown' }),
  },
  judge({ analysis, leaf }, { store, ...demanded }) {
    const certificates = analysis.best(store).certificates
    const found = certificates.flatMap((one) => judgeKey(one, one === leaf, demanded))
    if (found.length > 0) return found
    return [pass({ keys: certificates.map(({ key }) => `${key.type} ${key.bits}`) })]
  },
})

interface Demanded {
  rsa: number
  ec: number
  rsaFloor: number
  ecFloor: number
  curves: string[]
  types: string[]
}

function judgeKey(
  of: Certificate,
  isLeaf: boolean,
  { rsa, ec, rsaFloor, ecFloor, curves, types }: Demanded,
): Finding<Evidence>[] {
  const { key } = of
  const certificate = named(of)
  if (key.type === 'ec' && !curves.includes(key.curve))
    return [fail(heldBy('curve', isLeaf), { certificate, curve: key.curve, taken: curves })]
  const family = familyOf(key)
  if (types.length > 0 && !types.includes(key.type))
    return [fail(heldBy('key-type', isLeaf), { certificate, type: nameOfKey(key), taken: types })]
  if (family === null) return [unknown(heldBy('unknown-key', isLeaf), { certificate, type: nameOfKey(key) })]
  const [least, floor] = family === 'rsa' ? [rsa, rsaFloor] : [ec, ecFloor]
  if (key.bits >= least) return []
  const short: Key = { certificate, type: key.type, bits: key.bits, least }
  return [fail(heldBy(key.bits >= floor ? 'weak' : 'too-weak', isLeaf), short)]
}

/** Null for keys without a requirement: Ed25519, DSA, curves whose size we don't know (SM2). */
function familyOf({ type, bits }: KeyInfo): 'rsa' | 'ec' | null {
  if (type === 'rsa' || type === 'rsa-pss') return 'rsa'
  return type === 'ec' && bits > 0 ? 'ec' : null
}

const nameOfKey = (key: KeyInfo): string =>
  key.type === 'ec' ? `ec ${key.curve}` : key.type === 'unknown' ? key.oid : key.type
