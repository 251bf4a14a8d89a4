/** `hefa explain TEXT` on a terminal. */

import { type Words, wordsOf } from '../../i18n/report.js'
import type { ExplainedSymptom, RuleName } from '../../types.js'
import type { TextOptions } from '../options.js'
import { paintFor } from '../paint.js'
import { visible } from '../text.js'
import { hang } from '../width.js'
import type { ExplanationRenderer } from './renderer.js'

export const prettyExplanation: ExplanationRenderer = ({ symptoms, related }, options) => {
  const words = wordsOf(options.language)
  const parts = symptoms.map((symptom) => symptomLines(symptom, words, options))
  if (symptoms.length === 0) parts.push(relatedLines(related, words, options))
  const first = symptoms.flatMap(({ causes }) => causes)[0] ?? related[0]
  const more = first === undefined ? [] : [paintFor(options.color).dim(words.explain.more(first.id))]
  return `${[...parts, more]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`
}

function symptomLines(symptom: ExplainedSymptom, words: Words, options: TextOptions): string[] {
  const { clients, recognisedBy, means, causes, command } = symptom
  const paint = paintFor(options.color)
  const said = words.explain.said(clients.join(words.listSeparator), visible(recognisedBy, 200))
  return [
    ...hang(said, options.width, '').map(paint.strong),
    ...hang(means, options.width, '  '),
    ...(causes.length > 0 ? ['', words.explain.causes, ...ruleLines(causes, options)] : []),
    ...(command === null ? [] : ['', words.explain.prove, `  ${visible(command, 300)}`]),
  ]
}

function relatedLines(related: readonly RuleName[], words: Words, options: TextOptions): string[] {
  if (related.length === 0) return hang(words.explain.nothing, options.width, '')
  return [...hang(words.explain.related, options.width, ''), ...ruleLines(related, options)]
}

function ruleLines(rules: readonly RuleName[], { width }: TextOptions): string[] {
  const column = Math.max(...rules.map(({ id }) => id.length)) + 2
  return rules.flatMap(({ id, title }, at) =>
    hang(visible(title, 200), width, `  ${at + 1}  ${id.padEnd(column)}`),
  )
}
