/** What a demand rests on, in words: how, on which page, in which state of it. */

import type { Words } from '../i18n/report.js'
import type { Reference } from '../types.js'
import { visible } from './text.js'

/** `follows from: Network (edition 2018–2019, read 2026-11-20)`; nothing in it is markup. */
export function sourceText(reference: Reference, words: Words): string {
  const state = stateText(reference, words)
  return `${basisText(reference, words)}${visible(reference.title, 200)}${state === '' ? '' : words.aside(state)}`
}

/** `edition 2018–2019, read 2026-11-20`; empty where nothing is known of it. */
export function stateText({ edition, readOn }: Reference, words: Words): string {
  const parts = [
    ...(edition === undefined ? [] : [words.edition(visible(edition, 80))]),
    ...(readOn === undefined ? [] : [words.readOn(visible(readOn, 20))]),
  ]
  return parts.join(words.pause)
}

/** Empty where the page says it itself. */
export function basisText({ basis }: Reference, words: Words): string {
  return basis === undefined ? '' : `${words.basis[basis]}${words.colon}`
}
