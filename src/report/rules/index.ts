/** The rules as text: one renderer per format for the whole list and for one rule. */
import type { Json, Language, Level, PlatformId, Reference } from '../../types.js'

/** What is known of a rule, as the library's catalogue tells it. */
export interface RuleDescription {
  id: string
  title: string
  why: string
  /** Several lines; those of commands are indented. */
  mend?: string
  subject: string
  parameters: Record<string, Json>
  reasons: string[]
  platforms: {
    platform: PlatformId
    levels: Record<string, Level>
    parameters: Record<string, Json>
    reference: Reference
  }[]
}

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
