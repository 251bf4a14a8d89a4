import type { EvidenceOf, ReasonOf } from '../engine/rule.js'
import type { PlatformId } from '../types.js'

/** The subject of a sentence, besides its evidence. */
export interface About {
  /** Host, or host:port where the port is not the scheme's own; the entry's text for entries without a host. */
  subject: string
  platforms: PlatformId[]
}

export interface ReasonText<E> {
  /** One sentence: what is wrong. It must contain everything a reader needs; the evidence is what was judged. */
  message(evidence: E, about: About): string
  /** What to do, in the imperative; several lines allowed (commands, nginx directives indented by two spaces). */
  fix?(evidence: E, about: About): string
}

/** All text of one rule in one language. A reason without text does not compile. */
export interface RuleText<R> {
  /** What the rule requires, a noun phrase or short sentence without a full stop. */
  title: string
  /** Why it matters to a mini program: what users see, on which phones. One to three sentences. */
  why: string
  /** General advice on how to fix it, where there is any; lines of commands are indented by two spaces. */
  howToFix?: string
  /** A command that fixes it. */
  command?(about: About): string
  /** What was found in order. */
  pass(evidence: EvidenceOf<R> extends { pass: infer P } ? P : never, about: About): string
  /** What leads to each of the reasons that may leave the rule without a verdict, in general. */
  unknown?: { readonly [K in ReasonOf<EvidenceOf<R>>]?: string }
  reasons: {
    [K in Exclude<keyof EvidenceOf<R>, 'pass'>]: ReasonText<EvidenceOf<R>[K]>
  }
}
