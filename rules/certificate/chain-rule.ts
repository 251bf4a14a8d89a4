/** Shared by all certificate rules: the chain is parsed and its paths are built once. */
import {
  defineRule,
  type Finding,
  notObserved,
  type Parameters,
  type ReasonKind,
  type ReasonOf,
  type Rule,
  type RuleContext,
} from '../../src/engine/rule.js'
import type { ChainFact, KeyExchangeFact } from '../../src/facts/index.js'
import { analyse, type ChainAnalysis, isPartlyJudged, type Store } from '../../src/trust/index.js'
import type { Certificate } from '../../src/x509/index.js'
import { A_CHAIN, THE_RIGHT_CERTIFICATE } from '../presuppositions.js'

export { type ByHolder, forBoth, heldBy, type LeafOrIssuer } from '../../src/engine/leaf-or-issuer.js'

export interface ChainInput {
  chain: ChainFact
  /** Over whom and how it was drawn; empty for files. */
  exchanges: readonly KeyExchangeFact[]
  analysis: ChainAnalysis
  leaf: Certificate
}

/**
 * A rule over one chain as it was sent. Clauses name the `store` (ios, android, chrome) whose anchors and preferences
 * choose the best path. A leaf that we can't parse makes the result unknown, never a pass.
 */
export function defineChainRule<
  const Id extends string,
  E,
  P extends Parameters = Record<never, never>,
>(spec: {
  id: Id
  parameters?: P
  evidence: E | undefined
  reasons: { readonly [R in ReasonOf<NoInfer<E>>]: ReasonKind }
  judge(input: ChainInput, parameters: P & { store: Store }, context: RuleContext): Finding<E>[]
}): Rule<Id, 'chain', E, P & { store: Store }> {
  return defineRule({
    id: spec.id,
    subject: 'chain',
    presupposes: spec.id === 'certificate/kind' ? A_CHAIN : THE_RIGHT_CERTIFICATE,
    needs: ['chain', 'exchanges'],
    parameters: { ...spec.parameters } as P & { store: Store },
    evidence: spec.evidence,
    reasons: spec.reasons,
    judge({ chain, exchanges }, parameters, context): Finding<E>[] {
      const analysis = analyse(chain, context)
      if (analysis.leaf)
        return spec.judge({ chain, exchanges, analysis, leaf: analysis.leaf }, parameters, context)
      return [notObserved('handshake', 'unreadable-certificate')]
    },
  })
}

/**
 * For rules that look for a missing path: null when the whole chain could be judged, so that finding no path proves
 * there is none.
 */
export function partlyJudged(analysis: ChainAnalysis) {
  if (!isPartlyJudged(analysis)) return null
  return notObserved('handshake', analysis.truncated ? 'too-many-certificates' : 'unreadable-certificate')
}

/** Does a path that ends here end in a CA? A leaf must say so itself; for an issuer it is enough not to deny it. */
export function isAuthority(last: Certificate, leaf: Certificate): boolean {
  const ca = last.basicConstraints?.ca
  return last === leaf ? ca === true : ca !== false
}

/** A certificate in evidence. */
export type Named = { subject: string; sha256: string }

export function named(certificate: Certificate): Named {
  return { subject: subjectName(certificate), sha256: certificate.sha256 }
}

export function subjectName({ subject }: Certificate): string {
  return subject.commonName ?? subject.text
}

/** ISO 8601 without milliseconds. */
export function instant(ms: number): string {
  return Number.isFinite(ms) ? new Date(ms).toISOString().replace('.000Z', 'Z') : 'unknown'
}
