/** Sends every hello to one address, and collects the answers. */
import { type Client, clientById } from '../clients/index.js'
import type { EndpointFacts, Handshake, HelloId, NoAnswer } from '../facts/index.js'
import { chainsOfAll, NAMELESS, type Repeats, repeats } from './alternating.js'
import { type Attempt, attempt } from './attempt.js'
import { distinctChains, leafAlone } from './chains.js'
import { type ClientPlan, clientFacts, doubtfulClients, openingClients, supportedChains } from './clients.js'
import { broken, decide, fateOfConnecting, heard } from './decide.js'
import { type Fate, isMute } from './fates.js'
import type { Seen } from './learned.js'
import type { Limiter } from './limiter.js'
import { pause } from './pause.js'
import type { ProxyRoute } from './proxy.js'
import { cutAlone, hasWavered, isScattered } from './steady.js'
import { startFlight } from './tls/flight.js'
import { type FlightProfile, HELLO_PROFILES, type HelloProfile } from './tls/hellos.js'
import { keyCache, type Proofs } from './tls/signature.js'

export interface EndpointSpec {
  address: string
  family: 4 | 6
  port: number
  /** Host name for SNI; null sends none. */
  name: string | null
  given: boolean
  timeoutMs: number
  slot: Limiter
  /** What other connections to this address have found out. */
  fate: Fate
  /** Are very many waiting for a slot? */
  crowded(): boolean
  proxy?: ProxyRoute | undefined
  /** Simulated phones; without it only the general hellos are sent. */
  clients?: ClientPlan | undefined
  signal?: AbortSignal | undefined
}

/** Most hellos to one address: each once, and a few of them again. Requests take one more of the 18 and 45 allowed;
 *  where that one is cut without an answer, so that the verdict hangs on it, they take another. A server that chooses
 *  HTTP/2 is asked in it over one more, and again where that brings no answer. */
const MAX_CONNECTIONS = { none: 14, some: 17, all: 44 }
/** Of these, kept back for hellos that must be asked again. */
const RESERVE = 3

/** One thing to ask, by the id its answer is kept under: a HelloId, a client's id or `nameless`. */
interface Question {
  id: string
  profile: FlightProfile
  /** False leaves the server's name out. */
  named: boolean
}

const general = (profiles: readonly HelloProfile[]): Question[] =>
  profiles.map((profile) => ({ id: profile.id, profile, named: true }))
const ALWAYS_ANSWERED = HELLO_PROFILES.filter(({ askedIf }) => !askedIf)
const GENERAL: readonly Question[] = general(ALWAYS_ANSWERED)
/** Those sent at once: their answers don't follow from others, or only from those of phones that are not asked. */
const atOnce = (phones: readonly Client[]): Question[] =>
  general(ALWAYS_ANSWERED.filter(({ follows, toldBy }) => !follows || (toldBy && !phones.some(toldBy))))
/** How many of them a verdict depends on. */
const WEIGHTY = 3
/** The client without SNI: a plain hello with every version and group, so that only the name is missing. */
const NAMELESS_CLIENT = 'android-10'

/** Sends all hellos at once, and retries those that were cut off. Never rejects: failures are part of the facts. */
export async function probeEndpoint(spec: EndpointSpec): Promise<EndpointFacts> {
  const line = asker(spec)
  const attempts = { first: new Map<string, Attempt>(), second: new Map<string, Attempt>() }
  const most = MAX_CONNECTIONS[spec.clients?.mode ?? 'none']

  const askAll = async (round: 'first' | 'second', questions: readonly Question[]): Promise<void> => {
    const answers = questions.map(async (question) => [question.id, await line.ask(question)] as const)
    for (const [id, made] of await Promise.all(answers)) attempts[round].set(id, made)
  }
  /** One after the other, since a firewall that drops bursts would drop them again; none once the address has gone silent. */
  const askAgain = async (questions: readonly Question[]): Promise<void> => {
    const { first, second } = attempts
    const cut = questions.filter(({ id }) => broken(first, id))
    const left = most - line.connections()
    if (cut.length === 0 || left <= 0) return
    const known = GENERAL.find(({ id }) => heard(first, id))
    const control = known && cut.some(mattersMost) && !second.has(known.id) ? known : undefined
    await pause(spec.signal)
    let places = control ? left - 1 : left
    for (const question of cut) {
      if (places <= 0) break
      // The others may have said it by now.
      if (follows(question, answers())) continue
      places -= 1
      await askAll('second', [question])
      if (wentSilent(second.get(question.id))) return
    }
    const alive = cut.some(({ id }) => heard(second, id))
    if (control && !alive && !spec.signal?.aborted) await askAll('second', [control])
  }

  // What follows counts as asked: as many phones are, whatever was saved.
  const spent = (): number => line.connections() + GENERAL.filter(({ id }) => !attempts.first.has(id)).length
  const answers = () => answersIn(spec, attempts, line.helloBytes)
  const seenOf = (): Seen => seenIn(answers(), line)
  const finish = async (seen: Seen): Promise<EndpointFacts> => {
    const left = spec.signal?.aborted ? 0 : most - line.connections()
    const again = await repeats(answers(), left, async (id) => (await line.again(id)).handshake)
    return { ...factsOf(spec, line, attempts, seen, again), ...(alone > 0 && { cutAtTimes: alone }) }
  }
  const steadiness = (): Promise<number> =>
    spec.signal?.aborted ? Promise.resolve(0) : cutBetween(spec, attempts, line, most)
  const opening = spec.clients ? openingClients(spec.clients) : []
  const room = most - ALWAYS_ANSWERED.length - 1 - (spec.clients?.mode === 'all' ? RESERVE : 0)
  const opened = opening.slice(0, room)
  const phones = phoneQuestions(opened)
  const nameless = spec.clients && spec.name !== null ? namelessQuestion() : []
  await askAll('first', [...atOnce(opened), ...nameless, ...phones])
  const unsaid = unsaidQuestions(answers())
  if (!spec.signal?.aborted) await askAll('first', unsaid)
  // If a phone's own hello is cut off, those of the other phones come before those that no verdict depends on.
  const phoneCut = phones.some(({ id }) => broken(attempts.first, id))
  const rest = GENERAL.slice(WEIGHTY)
  const weighty = [...GENERAL.slice(0, WEIGHTY), ...phones]
  await askAgain(weighty)
  // Where every second or third is cut, asking everything again would leave no room to find out.
  const early = isScattered(attempts) ? await steadiness() : 0
  await askAgain([...(phoneCut ? [] : rest), ...nameless])
  const alone = early === 0 && hasWavered(attempts) ? await steadiness() : early
  const open = openQuestions(answers()).slice(0, Math.max(0, most - spent()))
  if (open.length > 0 && !spec.signal?.aborted) {
    await askAll('first', open)
    await askAgain(open)
  }
  if (spec.clients && line.reached() && !spec.signal?.aborted) {
    const left = Math.max(0, most - spent())
    const seen = seenOf()
    const doubtful = doubtfulClients(spec.clients, seen).slice(0, left)
    const more = phoneQuestions(doubtful)
    // Most often nothing is in doubt, and what was concluded from the answers holds.
    if (more.length === 0 && !phoneCut) return finish(seen)
    await askAll('first', more)
    await askAgain(more)
  }
  if (phoneCut) await askAgain(rest)
  return finish(seenOf())
}

type Answers = Partial<Record<string, Handshake>>

/** Hellos whose answer does not follow from those to the others. */
const unsaidQuestions = (answers: Answers): Question[] =>
  general(HELLO_PROFILES.filter(({ id, follows }) => follows && !answers[id]))

/** Hellos sent only if the others are inconclusive. */
const openQuestions = (answers: Answers): Question[] =>
  general(HELLO_PROFILES.filter(({ askedIf }) => askedIf?.(answers)))

/** What is known of a hello counts, and otherwise what follows from the others. */
function withFollowing(answers: Answers): Answers {
  const following = HELLO_PROFILES.flatMap(({ id, follows }) => {
    const answer = isOpen(answers[id]) ? follows?.(answers) : null
    return answer ? [[id, answer] as const] : []
  })
  return { ...answers, ...Object.fromEntries(following) }
}

const isOpen = (answer: Handshake | undefined): boolean => answer === undefined || answer.kind === 'no-answer'

const follows = ({ id }: Question, answers: Answers): boolean =>
  HELLO_PROFILES.some((profile) => profile.id === id && profile.follows?.(answers))

/** A refusal of TLS 1.2 or later is serious, so it must be certain: does the address still answer at all? */
const mattersMost = ({ profile }: Question): boolean => /^TLSv1\.[23]$/.test(profile.version)

const wentSilent = (made: Attempt | undefined): boolean =>
  made?.handshake.kind === 'no-answer' && made.handshake.cause === 'timeout'

/** A proxy may have cut what was cut. */
async function cutBetween(
  { proxy, signal }: EndpointSpec,
  { first, second }: Attempts,
  line: ReturnType<typeof asker>,
  most: number,
): Promise<number> {
  const control = GENERAL.find(({ id }) => heard(first, id) || heard(second, id))
  if (!control || proxy) return 0
  // Nor is one that a limit of the moment cuts.
  const ask = () => pause(signal).then(() => line.ask(control))
  return cutAlone(ask, most - line.connections())
}

type Attempts = Record<'first' | 'second', ReadonlyMap<string, Attempt>>

const answersIn = (
  { proxy }: EndpointSpec,
  { first, second }: Attempts,
  helloBytes: ReadonlyMap<string, number>,
) => withFollowing(decide(first, second, { behindProxy: proxy !== undefined, helloBytes }))

function factsOf(
  spec: EndpointSpec,
  line: ReturnType<typeof asker>,
  attempts: Attempts,
  seen: Seen,
  again: Repeats | null,
): EndpointFacts {
  const { address, family, given, clients: plan } = spec
  const answers = seen.general
  const handshakes = Object.fromEntries(
    HELLO_PROFILES.flatMap(({ id }) => (answers[id] ? [[id, answers[id]]] : [])),
  ) as Partial<Record<HelloId, Handshake>>
  const supported = again ? chainsOfAll(answers, again) : plan ? supportedChains(plan, seen) : null
  const chains = distinctChains(handshakes, { handshakes: seen.samples, supported, again })
  const nameless = answers[NAMELESS]
  return {
    address,
    family,
    given,
    connect: fateOfConnecting(attempts.first),
    handshakes,
    chains,
    ...(plan && { clients: clientFacts(plan, seen, chains) }),
    ...(nameless && { nameless: leafAlone(nameless) }),
    connections: line.connections(),
  }
}

function seenIn(answers: Answers, { keyOf, helloBytes }: Pick<Seen, 'keyOf' | 'helloBytes'>): Seen {
  const samples = Object.entries(answers).flatMap(([id, answer]) =>
    answer && clientById(id) ? [[id, answer] as const] : [],
  )
  return { general: answers, samples: new Map(samples), keyOf, ...(helloBytes && { helloBytes }) }
}

function phoneQuestions(clients: readonly Client[]): Question[] {
  return clients.map((phone) => ({ id: phone.id, profile: profileOf(phone), named: true }))
}

function questionOf(id: string): Question | undefined {
  const phone = clientById(id)
  return phone ? phoneQuestions([phone])[0] : general(HELLO_PROFILES).find((one) => one.id === id)
}

function namelessQuestion(): Question[] {
  const phone = clientById(NAMELESS_CLIENT)
  return phone ? [{ id: NAMELESS, profile: { ...profileOf(phone), prove: 'new' }, named: false }] : []
}

function profileOf(phone: Client): FlightProfile {
  const { versions, suites, signatures } = phone.offer
  const version = versions[0] ?? 'TLSv1.2'
  return { version, suites, signatures, prove: true, certificateOnly: false, phone }
}

const MUTE: NoAnswer = { kind: 'no-answer', phase: 'hello', cause: 'timeout' }

function remember(fate: Fate, { handshake, connected }: Attempt): void {
  if (!connected) {
    if (handshake.kind !== 'accepted') fate.unreachable ??= handshake
  } else if (handshake.kind !== 'no-answer') fate.heard = true
  else if (handshake.cause === 'timeout') fate.silences += 1
}

function asker(spec: EndpointSpec) {
  const keyOf = keyCache()
  const proofs: Proofs = new Map()
  const helloBytes = new Map<string, number>()
  let connections = 0
  let reached = false
  const { fate, crowded } = spec
  /** An address that accepts no connection, or stays silent, is not tried again by the hellos still waiting. */
  const alreadyKnown = (): Attempt | null => {
    if (fate.unreachable && !reached) return { handshake: fate.unreachable, connected: false }
    return isMute(fate, crowded()) ? { handshake: MUTE, connected: true } : null
  }
  const connect = async ({ id, profile, named }: Question): Promise<Attempt> => {
    const known = alreadyKnown()
    if (known) return known
    connections += 1
    const flight = startFlight(profile, named ? spec.name : null, keyOf, proofs)
    helloBytes.set(id, flight.hello.length)
    const made = await attempt(spec, flight, () => {
      reached = true
    })
    remember(fate, made)
    return made
  }
  const ask = (question: Question): Promise<Attempt> => spec.slot(() => connect(question))
  return {
    ask,
    again: async (id: string): Promise<Attempt> => {
      const question = questionOf(id)
      return question ? ask(question) : { handshake: MUTE, connected: true }
    },
    connections: (): number => connections,
    reached: (): boolean => reached,
    keyOf,
    helloBytes,
  }
}
