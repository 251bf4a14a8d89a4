/** The entry point: which symptoms a pasted error shows. */
import { SYMPTOMS, type SymptomId } from './table.js'
import type { Symptom } from './types.js'

export { SPEAKERS, type SpeakerSource, speakerNames } from './speakers.js'
export { SYMPTOMS, type SymptomId } from './table.js'
export type { Proof, Speaker, Symptom } from './types.js'

/** Enough for a stack trace; the error message is at its beginning. */
const MAX_TEXT = 20_000
const MAX_RECOGNISED = 3
/** Chromium's one- and two-digit codes are used by others too: they count only next to its name or a colon. */
const FEW_DIGITS = /^-\d{1,2}$/

export interface Recognised {
  symptom: Symptom & { id: SymptomId }
  /** The words that matched, in lower case. */
  by: string
}

/** The symptoms in `text`, most specific first, at most three; none if no client prints such a message. */
export function recognise(text: string): Recognised[] {
  const pasted = plain(text.slice(0, MAX_TEXT))
  const found = SYMPTOMS.flatMap((symptom): Recognised[] => {
    const [by] = Object.values<readonly string[]>(symptom.words)
      .flat()
      .filter((word) => says(pasted, plain(word)))
      .sort((a, b) => definite(b) - definite(a))
    return by === undefined ? [] : [{ symptom, by }]
  })
  const clear = found.filter(({ symptom, by }) => !('vague' in symptom || beginsAny(by)))
  return (clear.length > 0 ? clear : found)
    .sort((a, b) => definite(b.by) - definite(a.by))
    .slice(0, MAX_RECOGNISED)
}

/**
 * Normalizes what differs only by who printed, typed or copied it: full-width characters, an object as JSON or as a
 * console shows it, line breaks, spaces between Chinese and Latin text.
 */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["']?(\w+)["']?\s*:\s*/g, '$1:')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim()
}

/** Every error of that function begins with `connectSocket:fail`. */
const beginsAny = (word: string) => word.endsWith(':fail')
/** A number is exact; words count the more the longer they are. */
const definite = (word: string) => (/^-?\d+$/.test(word) ? 100 : beginsAny(word) ? 1 : word.length)

function says(pasted: string, word: string): boolean {
  for (let at = pasted.indexOf(word); at >= 0; at = pasted.indexOf(word, at + 1)) {
    if (!stands(pasted, word, at)) continue
    if (!FEW_DIGITS.test(word) || pasted.slice(at + word.length).startsWith(':net::') || pasted === word)
      return true
  }
  return false
}

/**
 * Words match as a whole: `-200` isn't in `-2001` or `a-200`, `econnreset` isn't in `econnresets`. The name of an alert
 * may be followed by more: `tlsv1_alert_protocol_version`.
 */
function stands(pasted: string, word: string, at: number): boolean {
  const inWord = /[a-z0-9_]/
  const [before = ' ', after = ' '] = [pasted[at - 1], pasted[at + word.length]]
  const opens = inWord.test(word[0] ?? '') || word.startsWith('-')
  const closes = inWord.test(word.at(-1) ?? '')
  return (
    !(opens && (word.includes('_') ? /[a-z0-9]/ : inWord).test(before)) && !(closes && inWord.test(after))
  )
}

const HOST = /\b(?:https|wss):\/\/([a-z0-9.-]+\.[a-z]{2,}(?::\d{1,5})?)/i

/** The host of a URL in the error; null if there is none. */
export function hostIn(text: string): string | null {
  return HOST.exec(text.slice(0, MAX_TEXT))?.[1] ?? null
}
