/** An error as people paste it, and the rules that look for its causes. */
import type { RuleId } from '../ids.js'

/** Who prints the error. */
export type Speaker =
  | 'wechat'
  | 'alipay'
  | 'chromium'
  | 'apple'
  | 'java'
  | 'openssl'
  | 'node'
  | 'curl'
  | 'harmony'
  | 'server'

/** Where to look for the cause: the servers, the source, the console's list, or none of these. */
export type Proof = 'server' | 'source' | 'list' | 'none'

export interface Symptom {
  /** Lower case, hyphens: the key of its texts. */
  id: string
  /** The messages of the programs, in lower case. Numbers match as whole numbers with their sign. */
  words: Partial<Record<Speaker, readonly string[]>>
  /** Rules whose failure causes this error, most frequent first. */
  causes: readonly RuleId[]
  proof: Proof
  /** Too vague on its own: omitted if something more specific is recognized in the same text. */
  vague?: true
}
