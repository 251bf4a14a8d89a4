import type { Fault } from '../engine/accept/findings.js'
import type { RuleProblem } from '../engine/accept/problem.js'
import type { Unpublished } from '../engine/rule.js'
import type { PlatformId } from '../types.js'

/** What a failed text is replaced with. */
export interface Unsaid {
  rule: string
  /** Absent for a pass. */
  reason: string | undefined
  /** The part of the rule's texts that failed. */
  part: 'pass' | 'message' | 'fix'
  failure: string
}

/** Then nobody kept silent. */
export const isUnasked = (cause: string | undefined): boolean =>
  cause === 'not-asked' || cause === 'not-tried'

/** The engine's own words: used if a rule has none, or if its words fail. */
export interface EngineTexts {
  /** A fact could not be observed. */
  notObserved: (evidence: { phase?: string; cause?: string; address?: string }, subject: string) => string
  /** What decides on these platforms isn't published. */
  notKnown: (what: Unpublished, platforms: readonly PlatformId[], subject: string) => string
  notApplicable: string
  /** The reason a finding of the baseline is waived. */
  inBaseline: string
  /** For a finding that is reported under another rule's. */
  followsFrom: (rule: string) => string
  /**
   * What was found, in the rule's own words, does not count: it is not required on these platforms, or the config turned it off.
   */
  notDemanded: (reason: string, said: string) => string
  /** What was found, in the rule's own words, from some of the places that looked. */
  seenFrom: (vantages: readonly string[], said: string) => string
  /** The rule returned something that isn't a finding. */
  ruleFailed: (failed: { rule: string; fault: Fault; detail: string }, subject: string) => string
  /** In place of a message, or of advice. */
  unsaid: (unsaid: Unsaid) => string
  /** What is wrong with a plugin's rule. */
  ruleProblem: (problem: RuleProblem) => string
  noRules: string
  /** What leaves a rule without a verdict, in general: read with the rule's page. */
  unknown: {
    /** By subject of a rule: its facts that could not be gathered. A subject without an entry is always available. */
    subjects: Readonly<Record<string, string>>
    /** Of every rule. */
    always: string
  }
}
