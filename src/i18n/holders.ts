/** Sentences about the leaf and, with separate reasons, about the certificates above it. */
import type { EvidenceOf } from '../engine/rule.js'
import type { ReasonText } from './types.js'

/** Reasons that the rule has a second time, for issuers. */
type Shared<E> = { [K in keyof E & string]: `issuer-${K}` extends keyof E ? K : never }[keyof E & string]

export type SharedTexts<R> = { [K in Shared<EvidenceOf<R>>]: ReasonText<EvidenceOf<R>[K]> }

export type BothTexts<R> = SharedTexts<R> & {
  [K in Shared<EvidenceOf<R>> as `issuer-${K}`]: ReasonText<EvidenceOf<R>[K]>
}

/**
 * @param say the sentences about the leaf, or about an issuer
 */
export function ofBoth<R>(say: (isLeaf: boolean) => SharedTexts<R>): BothTexts<R> {
  const issuers = Object.entries(say(false)).map(([reason, text]) => [`issuer-${reason}`, text])
  return { ...say(true), ...Object.fromEntries(issuers) } as BothTexts<R>
}
