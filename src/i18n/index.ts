/** The door to all text for people. */
import type { Language } from '../types.js'
import type { EngineTexts } from './engine-texts.js'
import type { About, ReasonText } from './types.js'
import type { UnknownTexts } from './unknown-texts.js'

export { cipherName } from './names.js'
export type { About, RuleText } from './types.js'

/** Text of a rule of any evidence: looked up by id, the evidence comes from the same rule. */
export interface AnyRuleText {
  title: string
  why: string
  mend?: string
  command?(about: About): string
  pass(evidence: unknown, about: About): string
  reasons: Record<string, ReasonText<unknown>>
}

export interface Texts extends EngineTexts {
  language: Language
  rules: Record<string, AnyRuleText>
  unknown: UnknownTexts
}

/** Loads one language only. */
export async function textsOf(language: Language): Promise<Texts> {
  return language === 'zh' ? (await import('./zh/index.js')).zh : (await import('./en/index.js')).en
}
