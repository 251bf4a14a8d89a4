/** The entry point to all text for people. */
import type { Language } from '../types.js'
import type { EngineTexts } from './engine-texts.js'
import type { About, ReasonText } from './types.js'

export { cipherName } from './names.js'
export type { About, RuleText } from './types.js'

/** Text of a rule of any evidence: looked up by id, the evidence comes from the same rule. */
export interface AnyRuleText {
  title: string
  why: string
  howToFix?: string
  command?(about: About): string
  pass(evidence: unknown, about: About): string
  unknown?: Readonly<Record<string, string>>
  reasons: Readonly<Record<string, ReasonText<unknown>>>
}

export interface Texts extends EngineTexts {
  language: Language
  rules: Readonly<Record<string, AnyRuleText>>
}
