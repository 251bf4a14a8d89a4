import type { Explanation } from '../../types.js'
import type { TextOptions } from '../options.js'

export type ExplanationRenderer = (explanation: Explanation, options: TextOptions) => string
