/** The rules as text: one renderer per format for the whole list and for one rule. */
import type { RuleRenderer } from './renderer.js'

export type { RuleDescription } from '../../types.js'

export const RULE_FORMATS = {
  pretty: async (): Promise<RuleRenderer> => (await import('./pretty.js')).prettyRules,
  json: async (): Promise<RuleRenderer> => (await import('./json.js')).jsonRules,
  markdown: async (): Promise<RuleRenderer> => (await import('./markdown.js')).markdownRules,
}
export type RuleFormatName = keyof typeof RULE_FORMATS
