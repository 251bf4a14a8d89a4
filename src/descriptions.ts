/** What is known of rules and of errors, for people: what, why, who demands it, from which sentence. */
import type { Json, Level } from './basics.js'
import type { PlatformId } from './platforms/index.js'

/** The sentence that a demand rests on. */
export interface Reference {
  title: string
  url?: string
  /** In the page's own language; empty where no page says it. */
  quote: string
  /** The state of the page that was read: a date, years, a version. */
  edition?: string
  /** The day it was read (YYYY-MM-DD). */
  readOn?: string
  /**
   * Absent: the sentence says it. Else it follows from the sentence, was seen in the client or its source, or is
   * demanded by no platform, and the advice of whom the title names.
   */
  basis?: 'inferred' | 'observed' | 'advised'
}

/** What is known of a rule, for people: what, why, who demands it, from which sentence. */
export interface RuleDescription {
  id: string
  title: string
  why: string
  /** How to fix it, in general; empty where that depends on the finding alone. Lines of commands are indented. */
  howToFix: string
  /** What it judges: `entry`, `list`, `target`, `endpoint`, `chain`, `http`, or of a source `url`, `call`, `setting` ... */
  subject: string
  parameters: Record<string, Json>
  reasons: string[]
  /** What leaves it without a verdict: reason code, where the rule has one for it, and words. */
  unknown: { reason?: string; when: string }[]
  platforms: {
    platform: PlatformId
    /** By reason code; a reason that is not demanded there is missing. */
    levels: Record<string, Level>
    parameters: Record<string, Json>
    /** What the demand as a whole rests on. */
    reference: Reference
    /** By reason code: what a reason rests on, where that is something of its own. */
    references?: Record<string, Reference>
  }[]
}

/** What a pasted error means. */
export interface Explanation {
  /** The host that a URL in the text names. */
  host: string | null
  symptoms: ExplainedSymptom[]
  /** Where no symptom is recognised: rules whose words are those of the text, the nearest first. */
  related: RuleName[]
}

/** A rule as it is named to people. */
export interface RuleName {
  id: string
  title: string
}

/** A text of an error that is known, and what it comes from. */
export interface ExplainedSymptom {
  id: string
  /** The words it was recognised by, lower case. */
  recognisedBy: string
  /** Who says so: `Chromium, cronet`. */
  clients: string[]
  means: string
  /** Rules that find its causes, the most frequent cause first; empty where no server or source is at fault. */
  causes: RuleName[]
  /** The command that proves one of them; null where there is none. */
  command: string | null
}
