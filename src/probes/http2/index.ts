/** What does a server that chooses HTTP/2 say in it? Phones that offer it get nothing else then. */
import {
  type EndpointFacts,
  type Http2Answer,
  type Http2Fact,
  type Http2PathFact,
  type HttpEnding,
  type HttpFact,
  httpEnding,
  isHttp2,
} from '../../facts/index.js'
import type { Destination } from '../http/connection.js'
import { getFields, type Identity } from '../http/request.js'
import type { Limiter } from '../limiter.js'
import { pause } from '../pause.js'
import { askOver, type Heard } from './connection.js'
import type { Field } from './hpack.js'

/** How the server is reached, and whom to be. */
export interface Asking {
  place: Destination
  slot: Limiter
  identity: Identity
}

/** What was said in HTTP/2, and the answers themselves by path. */
export interface InHttp2 {
  fact: Http2Fact
  heard: ReadonlyMap<string, Heard>
}

/**
 * Asked once a server has answered in HTTP/1.1, or does not speak it, and has chosen HTTP/2 for a hello that offers both.
 * @returns null where there is nothing to ask
 */
export async function observeHttp2(
  http: HttpFact,
  endpoints: readonly EndpointFacts[],
  { place, slot, identity }: Asking,
): Promise<InHttp2 | null> {
  const { connection } = http
  if (connection.kind !== 'accepted' || !mayBeSpoken(httpEnding(http))) return null
  const { address } = connection
  const chosen = endpoints
    .filter((one) => one.address === address)
    .flatMap(({ handshakes }) => Object.values(handshakes))
  if (!chosen.some((answer) => answer.kind === 'accepted' && answer.alpn === 'h2')) return null
  const requests = http.paths.flatMap(({ path, exchanges }) =>
    exchanges.slice(0, 1).map(({ url }) => ({ path, fields: getFields(new URL(url), identity) })),
  )
  const heard = new Map<string, Heard>()
  const ask = (left: readonly Request[]): Promise<Http2Fact> =>
    slot(() => askAll(place, address, left, heard))
  const first = await ask(requests)
  const open = openOf(first, requests)
  if (open.length === 0) return { fact: first, heard }
  await pause(place.signal)
  return { fact: place.signal?.aborted ? first : joined(first, await ask(open)), heard }
}

const mayBeSpoken = (ending: HttpEnding): boolean =>
  ending.kind === 'answered' || ending.kind === 'ended' || (ending.kind === 'not-http' && isHttp2(ending.got))

interface Request {
  path: string
  fields: readonly Field[]
}

/** What was not answered, and may have been chance. */
function openOf(fact: Http2Fact, requests: readonly Request[]): Request[] {
  if (fact.kind === 'other') return []
  if (fact.kind === 'no-answer') return [...requests]
  return requests.filter((_, index) => fact.answers?.[index]?.answer.kind !== 'answered')
}

/** One connection after the other, for as long as each brings an answer. */
async function askAll(
  place: Destination,
  address: string,
  requests: readonly Request[],
  heard: Map<string, Heard>,
): Promise<Http2Fact> {
  const answers: Http2PathFact[] = []
  for (;;) {
    const left = requests.slice(answers.length)
    const made = await askOver(
      place,
      address,
      left.map(({ fields }) => fields),
    )
    if (made.kind !== 'spoken') return answers.length > 0 ? { kind: 'spoken', answers } : made
    for (const [index, each] of made.heard.entries()) {
      const path = left[index]?.path ?? ''
      answers.push({ path, answer: each.answer })
      heard.set(path, each)
    }
    const isDone = answers.length >= requests.length || made.heard.at(-1)?.answer.kind !== 'answered'
    if (isDone) return { kind: 'spoken', answers }
  }
}

function joined(first: Http2Fact, second: Http2Fact): Http2Fact {
  if (first.kind !== 'spoken') return isSame(first, second) ? { ...second, again: true } : second
  if (second.kind !== 'spoken') return second.kind === 'other' ? second : first
  const later = new Map(second.answers?.map(({ path, answer }) => [path, answer]))
  const answers = first.answers?.map(({ path, answer }) => {
    const again = later.get(path)
    later.delete(path)
    return { path, answer: again ? certain(answer, again) : answer }
  })
  const more = [...later].map(([path, answer]) => ({ path, answer }))
  return { kind: 'spoken', answers: [...(answers ?? []), ...more] }
}

const isSame = (first: Http2Fact, second: Http2Fact): second is Http2Fact & { kind: 'no-answer' } =>
  first.kind === 'no-answer' &&
  second.kind === 'no-answer' &&
  second.phase === first.phase &&
  second.cause === first.cause

function certain(first: Http2Answer, second: Http2Answer): Http2Answer {
  if (second.kind === 'answered') return second
  const word = (answer: Http2Answer) => ('code' in answer ? answer.code : 'cause' in answer && answer.cause)
  return word(second) === word(first) ? { ...second, again: true } : second
}
