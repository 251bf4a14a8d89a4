/** Sends every hello to one address, and collects the answers. */
import { clientById, wasNotRead } from '../clients/index.js'
import type { Answer, EndpointFacts, Handshake, HelloId } from '../facts/index.js'
import { chainsOfAll, NAMELESS, type Repeats, repeats } from './alternating.js'
import { type Asker, asker, type EndpointSpec } from './asker.js'
import { distinctChains, leafAlone } from './chains.js'
import { clientFacts, doubtfulClients, openingClients, supportedChains } from './clients.js'
import { broken, fateOfConnecting } from './decide.js'
import type { Seen } from './learned.js'
import {
  ALWAYS_ANSWERED,
  type Answers,
  atOnce,
  GENERAL,
  mattersMost,
  namelessQuestion,
  openQuestions,
  PADDED,
  paddedQuestion,
  phoneQuestions,
  type Question,
  unsaidQuestions,
} from './questions.js'
import { type Rounds, rounds } from './rounds.js'
import { HELLO_PROFILES } from './tls/hellos.js'

/** Most hellos to one address: each once, and a few of them again. Requests take one more of the 18 and 45 allowed;
 *  where that one is cut without an answer, so that the verdict hangs on it, they take another. A server that chooses
 *  HTTP/2 is asked in it over one more, and again where that brings no answer. */
const MAX_CONNECTIONS = { none: 14, some: 17, all: 44 }
/** Of these, kept back for hellos that must be asked again. */
const RESERVE = 3

/** How many of our hellos a verdict depends on. */
const WEIGHTY = 3

/** Sends all hellos at once, and retries those that were cut off. Never rejects: failures are part of the facts. */
export async function probeEndpoint(spec: EndpointSpec): Promise<EndpointFacts> {
  const line = asker(spec)
  const most = MAX_CONNECTIONS[spec.clients?.mode ?? 'none']
  const round = rounds(spec, line, most)
  const finish = async (seen: Seen): Promise<EndpointFacts> => {
    const again = await repeats(round.answers(), round.left(), async (id) => (await line.again(id)).handshake)
    return factsOf({ spec, line, round, seen, again })
  }
  const { phones, rest, phoneCut } = await askOpening(spec, round, most)
  // What follows counts as asked: as many phones are, whatever was saved.
  const spare = (): number =>
    Math.max(0, round.left() - GENERAL.filter(({ id }) => !round.first.has(id)).length)
  await askFor(round, openQuestions(round.answers()).slice(0, spare()))
  if (spec.clients && line.reached() && !spec.signal?.aborted) {
    if (round.left() > 0) await round.askAll(tooLong(phones, round, line.helloBytes))
    const seen = seenIn(round.answers(), line)
    const more = phoneQuestions(doubtfulClients(spec.clients, seen).slice(0, spare()))
    // Most often nothing is in doubt, and what was concluded from the answers holds.
    if (more.length === 0 && !phoneCut) return finish(seen)
    await askFor(round, more)
  }
  if (phoneCut) await round.askAgain(rest)
  await round.tellSteadiness(phones)
  return finish(seenIn(round.answers(), line))
}

async function askFor(round: Rounds, questions: readonly Question[]): Promise<void> {
  if (questions.length === 0 || round.left() === 0) return
  await round.askAll(questions)
  await round.askAgain(questions)
}

/** What is sent before anything is known, and what of it must be sent again. */
async function askOpening(
  { clients, name, signal }: EndpointSpec,
  round: Rounds,
  most: number,
): Promise<{ phones: Question[]; rest: readonly Question[]; phoneCut: boolean }> {
  const opening = clients ? openingClients(clients) : []
  const room = most - ALWAYS_ANSWERED.length - 1 - (clients?.mode === 'all' ? RESERVE : 0)
  const opened = opening.slice(0, room)
  const phones = phoneQuestions(opened)
  const nameless = clients && name !== null ? namelessQuestion() : []
  await round.askAll([...atOnce(opened), ...nameless, ...phones])
  if (!signal?.aborted) await round.askAll(unsaidQuestions(round.answers()))
  // If a phone's own hello is cut off, those of the other phones come before those that no verdict depends on.
  const phoneCut = phones.some(({ id }) => broken(round.first, id))
  // Those of ours that are like theirs come first too: they tell whether it was chance.
  const isWeighty = (one: Question) => (phoneCut ? mattersMost(one) : GENERAL.indexOf(one) < WEIGHTY)
  const rest = GENERAL.filter((one) => !isWeighty(one))
  await round.askAgain([...GENERAL.filter(isWeighty), ...phones])
  // Where every second or third is cut, asking everything again would leave no room to find out.
  await round.tellSteadiness(phones, 'scattered')
  await round.askAgain([...(phoneCut ? [] : rest), ...nameless])
  await round.listenAgain([...GENERAL, ...phones])
  await round.tellSteadiness(phones)
  return { phones, rest, phoneCut }
}

/**
 * Where all of the phones' longest hellos are turned away, one of ours of the same length tells whether it is their
 * length or something else in them.
 */
function tooLong(
  phones: readonly Question[],
  round: Rounds,
  helloBytes: ReadonlyMap<string, number>,
): Question[] {
  const answers = round.answers()
  const bytes = (id: string): number => helloBytes.get(id) ?? 0
  const turned = phones.filter(({ id }) => wasNotRead(answers[id]))
  const shortest = Math.min(...turned.map(({ id }) => bytes(id)))
  const read = [...round.first.keys()].filter((id) => answers[id]?.kind === 'accepted')
  const ours = GENERAL.find(({ id }) => read.includes(id))
  if (turned.length === 0 || !ours || read.some((id) => bytes(id) >= shortest)) return []
  return [paddedQuestion(ours, shortest)]
}

interface Findings {
  spec: EndpointSpec
  line: Asker
  round: Rounds
  seen: Seen
  again: Repeats | null
}

function factsOf({ spec, line, round, seen, again }: Findings): EndpointFacts {
  const { address, family, given, clients: plan } = spec
  const answers = seen.general
  const handshakes = Object.fromEntries(
    HELLO_PROFILES.flatMap(({ id }) => (answers[id] ? [[id, answers[id]]] : [])),
  ) as Partial<Record<HelloId, Handshake>>
  const supported = again ? chainsOfAll(answers, again) : plan ? supportedChains(plan, seen) : null
  const chains = distinctChains(handshakes, { handshakes: seen.samples, supported, again })
  const { [NAMELESS]: nameless, [PADDED]: padded } = answers
  const missed = round.missed()
  return {
    address,
    family,
    given,
    connect: fateOfConnecting(round.first),
    handshakes,
    chains,
    ...(plan && { clients: clientFacts(plan, seen, chains) }),
    ...(nameless && { nameless: leafAlone(nameless) }),
    ...(padded && {
      padded: { helloBytes: line.helloBytes.get(PADDED) ?? 0, answer: withoutFlight(padded) },
    }),
    ...(missed > 0 && { cutAtTimes: missed }),
    connections: line.connections(),
  }
}

function seenIn(answers: Answers, { keyOf, helloBytes }: Pick<Seen, 'keyOf' | 'helloBytes'>): Seen {
  const samples = Object.entries(answers).flatMap(([id, answer]) =>
    answer && clientById(id) ? [[id, answer] as const] : [],
  )
  return { general: answers, samples: new Map(samples), keyOf, ...(helloBytes && { helloBytes }) }
}

/** Of this one it only matters whether it was read. */
const withoutFlight = (answer: Handshake): Answer<object> =>
  answer.kind === 'accepted' ? { kind: 'accepted' } : answer
