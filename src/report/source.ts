/** The source of a requirement, in words: how it follows, from which page, in which version. */

import type { Words } from '../i18n/report.js'
import type { Reference } from '../types.js'
import { visible } from './text.js'

/** `follows from: Network (edition 2018–2019, read 2026-11-20)`; nothing in it is interpreted as markup. */
export function sourceText(reference: Reference, words: Words): string {
  const state = stateText(reference, words)
  return `${basisText(reference, words)}${visible(reference.title, 200)}${state === '' ? '' : words.aside(state)}`
}

/** `edition 2018–2019, read 2026-11-20`; empty if neither is known. */
export function stateText({ edition, readOn }: Reference, words: Words): string {
  const parts = [
    ...(edition === undefined ? [] : [words.edition(visible(edition, 80))]),
    ...(readOn === undefined ? [] : [words.readOn(visible(readOn, 20))]),
  ]
  return parts.join(words.pause)
}

/** Empty if the page itself says it. */
export function basisText({ basis }: Reference, words: Words): string {
  return basis === undefined ? '' : `${words.basis[basis]}${words.colon}`
}
