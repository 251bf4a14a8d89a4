/**
 * Judgments → results: sentences are made here, from the same numbers that were judged. No sentence can abort a run.
 */
import {
  type Citation,
  type Fault,
  type Judgment,
  type Localised,
  messageOf,
  NOT_KNOWN,
  NOT_OBSERVED,
  RULE_FAILED,
  type Unpublished,
} from '../engine/index.js'
import type { About, AnyRuleText, Texts } from '../i18n/index.js'
import type { Language, Reference, Result } from '../types.js'
import { onOneLine } from './on-one-line.js'

const referenceOn = (
  { cite, platforms }: NonNullable<Judgment['cites']>[number],
  language: Texts['language'],
) => ({
  ...referenceTo(cite, language),
  platforms,
})

export function toResult(judgment: Judgment, subject: string, texts: Texts): Result {
  const { rule, status, level, platforms, evidence, cite, cites = [], entry, reason } = judgment
  const shownReason = reason === undefined ? {} : { reason }
  const words = wordsOf(judgment, { subject, platforms }, texts)
  return {
    rule,
    status,
    level,
    platforms,
    ...words,
    reference: referenceTo(cite, texts.language),
    ...(cites.length > 1 && { references: cites.map((one) => referenceOn(one, texts.language)) }),
    // The judgment's reason comes first, and always wins.
    evidence: { ...shownReason, ...evidence, ...shownReason },
    ...(entry ? { entry } : {}),
  }
}

/** The same result with new sentences after its evidence has changed. */
export function reworded(result: Result, texts: Texts): Result {
  const { rule, status, platforms, entry, evidence = {} } = result
  const { fix: _fix, command: _command, ...rest } = result
  const { reason } = evidence
  if (typeof reason !== 'string') return result
  return {
    ...rest,
    ...wordsOf({ rule, status, reason, evidence }, { subject: entry?.text ?? '', platforms }, texts),
  }
}

/** A citation in one language. */
export function referenceTo(cite: Citation, language: Language): Reference {
  const { title, url, quote, edition, readOn, basis } = cite
  const said = (text: Localised) => (typeof text === 'string' ? text : text[language])
  return {
    title: said(title),
    ...(url !== undefined && { url }),
    quote,
    ...(edition !== undefined && { edition: said(edition) }),
    ...(readOn !== undefined && { readOn }),
    ...(basis !== undefined && { basis }),
  }
}

function wordsOf(
  judgment: Pick<Judgment, 'rule' | 'status' | 'reason' | 'evidence'>,
  about: About,
  texts: Texts,
): { message: string; fix?: string; command?: string } {
  const { rule, status, reason, evidence } = judgment
  const text = texts.rules[rule]
  const say = (part: 'pass' | 'message' | 'fix', make: () => unknown) => {
    const said = sentence(make)
    return 'text' in said ? said.text : texts.unsaid({ rule, reason, part, failure: said.failure })
  }
  if (reason === undefined) {
    if (status === 'not-applicable') return { message: texts.notApplicable }
    return { message: say('pass', () => text?.pass(evidence, about)) }
  }
  if (reason === NOT_OBSERVED)
    return { message: say('message', () => texts.notObserved(evidence, about.subject)) }
  if (reason === NOT_KNOWN) {
    const { what } = evidence as { what: Unpublished }
    return { message: say('message', () => texts.notKnown(what, about.platforms, about.subject)) }
  }
  if (reason === RULE_FAILED) {
    const { fault, detail } = evidence as { fault: Fault; detail: string }
    return { message: say('message', () => texts.ruleFailed({ rule, fault, detail }, about.subject)) }
  }
  const said = textOf(text, reason)
  const message = say('message', () => said?.message(evidence, about))
  if (status === 'not-applicable') return { message: texts.notDemanded(reason, message) }
  return {
    message,
    ...(said?.fix && { fix: say('fix', () => said.fix?.(onOneLine(evidence), onOneLine(about))) }),
    ...(said && text?.command && { command: text.command(about) }),
  }
}

const textOf = (text: AnyRuleText | undefined, reason: string) =>
  text && Object.hasOwn(text.reasons, reason) ? text.reasons[reason] : undefined

/** Longer than any sentence with its lines of configuration. */
const LONGEST = 20_000

/** Built-in or plugin code makes the text from what servers sent: it may throw, or return something else. */
function sentence(make: () => unknown): { text: string } | { failure: string } {
  try {
    const said = make()
    if (typeof said !== 'string' || said.trim() === '') return { failure: 'no text' }
    return { text: said.slice(0, LONGEST) }
  } catch (error) {
    return { failure: messageOf(error) }
  }
}

/** A consequence of another finding says only that. */
export function underCause(result: Result, texts: Texts): Result {
  return result.followsFrom === undefined
    ? result
    : { ...result, message: texts.followsFrom(result.followsFrom) }
}
