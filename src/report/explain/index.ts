/** An explained error as text: one renderer per format. */
import type { Explanation } from '../../types.js'
import type { RuleTextOptions } from '../rules/index.js'

export type ExplanationRenderer = (explanation: Explanation, options: RuleTextOptions) => string

export const EXPLANATION_FORMATS = {
  pretty: async (): Promise<ExplanationRenderer> => (await import('./pretty.js')).prettyExplanation,
  json: async (): Promise<ExplanationRenderer> => (await import('./json.js')).jsonExplanation,
}
export type ExplanationFormatName = keyof typeof EXPLANATION_FORMATS
