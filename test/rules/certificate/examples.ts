/** What examples of the certificate rules share. */
import type { ByHolder } from '../../../rules/certificate/chain-rule.js'

/** An issuer is judged by the same evidence. */
export function both<E extends object>(evidence: E): ByHolder<E> {
  const issuers = Object.entries(evidence).map(([reason, value]) => [`issuer-${reason}`, value])
  return { ...evidence, ...Object.fromEntries(issuers) } as ByHolder<E>
}

export const NAMED = {
  subject: 'CA 0',
  sha256: '4f4d5204a1c5f337e8475d1f2bcb29ae6ef45bd519d675a282b704607b4de96d',
}
