/** The properties of a leaf's key that a phone's handshake depends on. */
import type { LeafKey } from '../facts/index.js'
import type { KeyOf } from './tls/signature.js'

const CURVE_GROUPS: Record<string, number> = { prime256v1: 0x17, secp384r1: 0x18, secp521r1: 0x19 }

/** By the cache of one address, which sends the same few leaves to every hello. */
const leafKeys = new WeakMap<KeyOf, Map<string, LeafKey | undefined>>()

export function leafKey(certificates: readonly string[] | undefined, keyOf: KeyOf): LeafKey | undefined {
  const [leaf] = certificates ?? []
  if (leaf === undefined) return undefined
  const ofAddress = leafKeys.get(keyOf) ?? new Map<string, LeafKey | undefined>()
  leafKeys.set(keyOf, ofAddress)
  if (!ofAddress.has(leaf)) ofAddress.set(leaf, readLeafKey(leaf, keyOf))
  return ofAddress.get(leaf)
}

function readLeafKey(leaf: string, keyOf: KeyOf): LeafKey | undefined {
  const key = keyOf(Buffer.from(leaf, 'base64'))
  if (!key?.asymmetricKeyType) return undefined
  const group = CURVE_GROUPS[key.asymmetricKeyDetails?.namedCurve ?? '']
  return { type: key.asymmetricKeyType, ...(group !== undefined && { group }) }
}
