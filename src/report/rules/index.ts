/** The rules as text: one renderer per format for the whole list and for one rule. */
import type { Language, RuleDescription } from '../../types.js'

export type { RuleDescription } from '../../types.js'

export interface RuleTextOptions {
  language: Language
  color: boolean
  width: number
}

export interface RuleRenderer {
  all(rules: readonly RuleDescription[], options: RuleTextOptions): string
  one(rule: RuleDescription, options: RuleTextOptions): string
}

export const RULE_FORMATS = {
  pretty: async (): Promise<RuleRenderer> => (await import('./pretty.js')).prettyRules,
  json: async (): Promise<RuleRenderer> => (await import('./json.js')).jsonRules,
  markdown: async (): Promise<RuleRenderer> => (await import('./markdown.js')).markdownRules,
}
export type RuleFormatName = keyof typeof RULE_FORMATS
