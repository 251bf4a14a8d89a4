/** The public key of the leaf a server sent, as far as handshakes depend on it. */
import type { LeafKey } from '../../src/facts/index.js'
import { rememberedCertificate } from '../../src/x509/index.js'

const GROUPS: Record<string, number> = { 'P-256': 0x17, 'P-384': 0x18, 'P-521': 0x19 }

/** Null if there is no leaf, or none that can be parsed. */
export function leafKeyOf(certificates: readonly string[] | undefined): LeafKey | null {
  const [leaf] = certificates ?? []
  if (leaf === undefined) return null
  const key = rememberedCertificate(leaf)?.key
  if (!key) return null
  const group = key.type === 'ec' ? GROUPS[key.curve] : undefined
  return { type: key.type, ...(group !== undefined && { group }) }
}
