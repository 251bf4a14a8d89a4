/** What is known about rules and errors, for people: what, why, who requires it, according to which sentence. */
import type { Json, Level } from './basics.js'
import type { PlatformId } from './platforms/index.js'

/** The sentence that a requirement is based on. */
export interface Reference {
  title: string
  url?: string
  /** In the page's own language; empty where no page says it. */
  quote: string
  /** The version of the page that was read: a date, years, a version number. */
  edition?: string
  /** The day it was read (YYYY-MM-DD). */
  readOn?: string
  /**
   * Absent: the sentence says it. Otherwise it follows from the sentence, was seen in the client or its source, or is required by
   * no platform and is the advice of the source in the title.
   */
  basis?: 'inferred' | 'observed' | 'advised'
}

/** What is known about a rule, for people: what, why, who requires it, according to which sentence. */
export interface RuleDescription {
  id: string
  title: string
  why: string
  /** How to fix it, in general; empty where that depends on the finding alone. Lines of commands are indented. */
  howToFix: string
  /** What it judges: `entry`, `list`, `target`, `endpoint`, `chain`, `http`, or in source `url`, `call`, `setting` ... */
  subject: string
  parameters: Record<string, Json>
  reasons: string[]
  /** What leaves it without a verdict: a reason code, if the rule has one for it, and a description. */
  unknown: { reason?: string; when: string }[]
  platforms: {
    platform: PlatformId
    /** By reason code; reasons that are not required there are missing. */
    levels: Record<string, Level>
    parameters: Record<string, Json>
    /** The basis of the requirement as a whole. */
    reference: Reference
    /** By reason code: the basis of a reason, if it has its own. */
    references?: Record<string, Reference>
  }[]
}

/** What a pasted error means. */
export interface Explanation {
  /** The host of a URL in the text. */
  host: string | null
  symptoms: ExplainedSymptom[]
  /** Where no symptom is recognised: rules whose words are those of the text, the nearest first. */
  related: RuleName[]
}

/** A rule's name for people. */
export interface RuleName {
  id: string
  title: string
}

/** A known error text, and what causes it. */
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
