/** Judgments → results: sentences are made here, from the same numbers that were judged. */
import type { Judgment } from '../engine/index.js'
import type { About, Texts } from '../i18n/index.js'
import type { Result } from '../types.js'

export function toResult(judgment: Judgment, subject: string, texts: Texts): Result {
  const { rule, status, level, platforms, evidence, cite, entry, reason } = judgment
  const shownReason = reason === undefined ? {} : { reason }
  const words = wordsOf(judgment, { subject, platforms }, texts)
  const { title, url, quote } = cite
  return {
    rule,
    status,
    level,
    platforms,
    ...words,
    reference: url === undefined ? { title, quote } : { title, url, quote },
    evidence: { ...shownReason, ...evidence },
    ...(entry ? { entry } : {}),
  }
}

function wordsOf(judgment: Judgment, about: About, texts: Texts): { message?: string; fix?: string } {
  const { rule, status, reason, evidence } = judgment
  const text = texts.rules[rule]
  if (status === 'not-applicable') return { message: texts.notApplicable }
  if (status === 'pass') return text ? { message: text.pass(evidence, about) } : {}
  const said = reason === undefined ? undefined : text?.reasons[reason]
  if (!said) return { message: texts.notObserved(evidence, about.subject) }
  const fix = said.fix?.(evidence, about)
  const message = said.message(evidence, about)
  return fix === undefined ? { message } : { message, fix }
}
