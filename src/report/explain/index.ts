/** An explained error as text: one renderer per format. */
import type { ExplanationRenderer } from './renderer.js'

export const EXPLANATION_FORMATS = {
  pretty: async (): Promise<ExplanationRenderer> => (await import('./pretty.js')).prettyExplanation,
  json: async (): Promise<ExplanationRenderer> => (await import('./json.js')).jsonExplanation,
}
export type ExplanationFormatName = keyof typeof EXPLANATION_FORMATS
