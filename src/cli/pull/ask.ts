/** Requests the lists of a platform's console from its server API. */

import type { CliWords } from '../../i18n/cli.js'
import type { ConsoleInterface } from '../../platforms/index.js'
import { visible } from '../../report/text.js'
import { API_NAMES, type ApiName } from '../../types.js'
import { objectIn, postJson } from '../post-json.js'
import { UsageError } from '../usage-error.js'

type PullWords = CliWords['pull']

export type ConsoleLists = ReadonlyMap<ApiName, readonly string[]>

/** Far more than any console accepts. */
const MOST_DOMAINS = 2000
const MOST_CHARACTERS = 1000

interface Asking {
  base: string
  token: string
  via: ConsoleInterface['interfaces'][number]
  lists: ConsoleInterface['lists']
}

/**
 * Null when there was no answer.
 * @throws UsageError for a refusal, or an invalid answer
 */
export async function askConsole(
  { base, token, via, lists }: Asking,
  words: PullWords,
  signal: AbortSignal,
): Promise<ConsoleLists | null> {
  const url = new URL(via.path, base)
  url.searchParams.set('access_token', token)
  const answer = await postJson(url.href, JSON.stringify(via.body), signal)
  if ('fault' in answer) {
    if (answer.fault === 'too-large') throw new UsageError(words.notUnderstood(via.name))
    return null
  }
  if (answer.status !== 200) throw new UsageError(words.status(via.name, answer.status))
  const { errcode, errmsg, ...rest } = objectIn(answer.text)
  // In some examples of the documentation, answers with lists have no errcode.
  if (errcode !== undefined && errcode !== 0)
    throw new UsageError(refusal(via.name, errcode, errmsg, token, words))
  const found = listsIn(rest, via, lists)
  if (found === null) throw new UsageError(words.notUnderstood(via.name))
  return found
}

/** The token is removed from what is printed, since messages quote it. */
function refusal(name: string, code: unknown, message: unknown, token: string, words: PullWords): string {
  const told = typeof message === 'string' ? visible(message.replaceAll(token, '***'), 200) : ''
  const number = typeof code === 'string' ? code : JSON.stringify(code)
  const advice = Object.hasOwn(words.advice, number) ? words.advice[number] : undefined
  return [words.refused(name, visible(number, 20), told), ...(advice ? [advice] : [])]
    .join('. ')
    .replace('.. ', '. ')
}

/** The parts of an answer that may hold lists. */
function holdersOfLists(answer: Record<string, unknown>, via: Asking['via']) {
  const at = (places: readonly string[]) =>
    places.map((place) => (place === '' ? answer : answer[place])).filter(isMap)
  const own = at(via.in)
  return own.length > 0 ? own : at(via.orIn ?? [])
}

function listsIn(
  answer: Record<string, unknown>,
  via: Asking['via'],
  names: ConsoleInterface['lists'],
): ConsoleLists | null {
  const all = holdersOfLists(answer, via)
  if (!all.some((holder) => Object.keys(names).some((name) => Object.hasOwn(holder, name)))) return null
  const lists = new Map<ApiName, string[]>(API_NAMES.map((api) => [api, []]))
  for (const holder of all) {
    for (const [name, api] of Object.entries(names)) {
      // Null is no empty list: what the console holds isn't known then.
      const domains = Object.hasOwn(holder, name) ? holder[name] : []
      if (!isList(domains)) return null
      lists.set(api, [...new Set([...(lists.get(api) ?? []), ...domains])])
    }
  }
  return lists
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function isList(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= MOST_DOMAINS &&
    value.every((one) => typeof one === 'string' && one !== '' && one.length <= MOST_CHARACTERS)
  )
}
