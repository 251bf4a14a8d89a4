import { safeJson } from '../text.js'
import type { RuleRenderer } from './renderer.js'

const text = (value: unknown) => `${safeJson(JSON.stringify(value, null, 2))}\n`

export const jsonRules: RuleRenderer = { all: text, one: text }
