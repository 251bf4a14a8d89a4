/** An error as people paste it, and the rules that look for its causes. */
import type { RuleId } from '../ids.js'

/** Whose words an error is written in. */
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

/** Where to look for the cause: at the servers, in the source, in the console's list, or at none of them. */
export type Proof = 'server' | 'source' | 'list' | 'none'

export interface Symptom {
  /** Lower case, hyphens: the key of its texts. */
  id: string
  /** What the programs say, in lower case. Numbers are matched as whole numbers with their sign. */
  words: Partial<Record<Speaker, readonly string[]>>
  /** Rules whose failure looks like this, most frequent first. */
  causes: readonly RuleId[]
  proof: Proof
  /** Says too little alone: left out where something more definite is recognised in the same text. */
  vague?: true
}
