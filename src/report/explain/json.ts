import { safeJson } from '../text.js'
import type { ExplanationRenderer } from './renderer.js'

export const jsonExplanation: ExplanationRenderer = (explanation) =>
  `${safeJson(JSON.stringify(explanation, null, 2))}\n`
