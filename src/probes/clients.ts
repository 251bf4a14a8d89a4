/** Simulated phones: whose hello is sent, and what the others would draw. */
import {
  acceptance,
  CLIENTS,
  type Client,
  clientsOf,
  helloKey,
  type Observation,
  type OsVersions,
  predict,
  type Tier,
  tierOf,
  traitsOf,
} from '../clients/index.js'
import type { ChainFact, ClientFact, ClientFlight, Handshake, LeafKey, Prediction } from '../facts/index.js'
import type { PlatformId } from '../types.js'
import { chainBytes } from './chains.js'
import { leafKey } from './leaf-keys.js'
import { HELLO_PROFILES } from './tls/hellos.js'
import { OFFERED_GROUPS } from './tls/key-shares.js'
import type { KeyOf } from './tls/signature.js'

export interface ClientOptions {
  /** `some`: as few hellos as settle what each phone gets; `all`: every different hello of the table. */
  mode: 'some' | 'all'
  platforms: readonly PlatformId[]
  supportedOs: OsVersions
  legacyOs: OsVersions
}

export interface ClientPlan {
  mode: ClientOptions['mode']
  /** Whom the facts name, newest generation of each family first. */
  clients: readonly { client: Client; tier: Tier }[]
  /** Of each platform the clients that must connect. */
  demanded: readonly ReadonlySet<Client>[]
}

/** What is known so far, by client: answers to its own hello, or to the same hello of another client. */
export type Samples = ReadonlyMap<string, Handshake>

export function planOf({ mode, platforms, supportedOs, legacyOs }: ClientOptions): ClientPlan {
  const judged = new Set(platforms.flatMap(clientsOf))
  const clients = CLIENTS.map((client) => ({
    client,
    tier: judged.has(client) ? tierOf(client, supportedOs, legacyOs) : ('old' as const),
  }))
  const demanded = platforms.map(
    (platform) =>
      new Set(clientsOf(platform).filter((client) => tierOf(client, supportedOs, legacyOs) === 'supported')),
  )
  const named = clients.filter(({ tier }) => mode === 'all' || tier !== 'old').reverse()
  return { mode, clients: named, demanded }
}

const TIERS: readonly Tier[] = ['supported', 'legacy', 'old']

/** The first of each list that matters is asked at once: today's largest hello, and the one that knows least. */
const NEW = ['ios-26', 'cronet-android-16', 'chromium-150', 'android-17']
const WEAK = [
  'android-7.0',
  'android-7.1',
  'ios-10',
  'ios-9',
  'android-6',
  'android-5',
  'ios-11',
  'ios-12.0',
  'android-8',
  'android-9',
  'ios-12.2',
  'android-10',
  'chromium-70',
]

/** The same for every address of a run. */
const openings = new WeakMap<ClientPlan, Client[]>()

/** Hellos that go out before anything is known. A server with nothing wrong needs no more. */
export function openingClients(plan: ClientPlan): Client[] {
  const known = openings.get(plan) ?? chooseOpening(plan)
  openings.set(plan, known)
  return known
}

function chooseOpening({ mode, clients }: ClientPlan): Client[] {
  const byTier = clients.toSorted((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier))
  const different = distinct(byTier.map(({ client }) => client))
  if (mode === 'all') return different
  const byId = new Map(different.map((client) => [client.id, client]))
  return [NEW, WEAK].flatMap((list) => list.flatMap((id) => byId.get(id) ?? []).slice(0, 1))
}

function distinct(clients: readonly Client[]): Client[] {
  const first = new Map<string, Client>()
  for (const client of clients) if (!first.has(helloKey(client))) first.set(helloKey(client), client)
  return [...first.values()]
}

/** Everything one address answered, as the predictions see it. */
export interface Seen {
  /** By HelloId. */
  general: Readonly<Partial<Record<string, Handshake>>>
  samples: Samples
  keyOf: KeyOf
  /** Lengths of the hellos that were sent, by their ids. */
  helloBytes?: ReadonlyMap<string, number>
}

/**
 * Phones that must be asked themselves: those that would fail, those of whom nothing can be said. First come those
 * that decide a verdict, since one that fails is enough for its platforms; then the newest of each family.
 */
export function doubtfulClients(plan: ClientPlan, seen: Seen): Client[] {
  const known = knownKeys(seen.samples)
  const { expect } = oracle(seen)
  const places = new Map<string, number>()
  const ranked = plan.clients.map(({ client, tier }) => {
    const place = places.get(`${client.family} ${tier}`) ?? 0
    places.set(`${client.family} ${tier}`, place + 1)
    return { client, rank: place * 3 + TIERS.indexOf(tier) }
  })
  const doubtful = ranked
    .filter(({ client }) => !known.has(helloKey(client)))
    .filter(({ client }) => plan.mode === 'all' || expect(client).kind !== 'accepted')
    .sort((a, b) => a.rank - b.rank)
  const all = doubtful.map(({ client }) => client)
  return distinct([...deciding(all, plan, seen), ...all])
}

/** As few phones as decide what becomes of every platform that no failure has decided yet. */
function deciding(doubtful: readonly Client[], { demanded }: ClientPlan, seen: Seen): Client[] {
  const known = knownKeys(seen.samples)
  const fails = (client: Client): boolean => {
    const answer = known.get(helloKey(client))
    return answer !== undefined && acceptance(client.offer, withLeaf(answer, seen)).connects === false
  }
  const { likeness } = oracle(seen)
  let open = demanded.filter((clients) => ![...clients].some(fails))
  const chosen: Client[] = []
  for (;;) {
    const reach = (client: Client) => open.filter((clients) => clients.has(client)).length
    const reaching = doubtful.filter((client) => reach(client) > 0)
    const best = reaching.toSorted((a, b) => likeness(b) - likeness(a) || reach(b) - reach(a))[0]
    if (!best) return chosen
    chosen.push(best)
    open = open.filter((clients) => !clients.has(best))
  }
}

/**
 * The chains supported phones get, as `chainBytes` has them; null as long as one phone's is not known. A phone that
 * can't connect gets none.
 */
export function supportedChains(plan: ClientPlan, seen: Seen): Set<string> | null {
  const known = knownKeys(seen.samples)
  const { expect } = oracle(seen)
  const chains = new Set<string>()
  for (const { client, tier } of plan.clients) {
    if (tier !== 'supported') continue
    const own = known.get(helloKey(client))
    const expected = own ? undefined : expect(client)
    if (expected && expected.kind !== 'accepted') return null
    const answer = own ?? (expected && (seen.general[expected.from] ?? seen.samples.get(expected.from)))
    if (!answer || answer.kind === 'no-answer') return null
    if (answer.kind === 'refused') continue
    if (!answer.certificates) return null
    chains.add(chainBytes(answer.certificates))
  }
  return chains
}

/** @param chains of the address: flights name theirs by its place */
export function clientFacts(plan: ClientPlan, seen: Seen, chains: readonly ChainFact[]): ClientFact[] {
  const known = knownKeys(seen.samples)
  const lengths = byKey(seen.helloBytes ?? new Map<string, number>())
  const { expect } = oracle(seen)
  return plan.clients.map(({ client }): ClientFact => {
    const answer = known.get(helloKey(client))
    if (!answer) return { client: client.id, basis: 'predicted', prediction: expect(client) }
    const handshake =
      answer.kind === 'accepted' ? { kind: answer.kind, ...lean(answer, seen, chains) } : answer
    const helloBytes = lengths.get(helloKey(client))
    return {
      client: client.id,
      basis: 'connected',
      handshake,
      ...(helloBytes !== undefined && { helloBytes }),
    }
  })
}

type Accepted = Extract<Handshake, { kind: 'accepted' }>

function lean(flight: Accepted, { keyOf }: Pick<Seen, 'keyOf'>, chains: readonly ChainFact[]): ClientFlight {
  const { kind: _, certificates, ocspStaple: _staple, sctList: _scts, ...rest } = flight
  if (!certificates) return rest
  const bytes = chainBytes(certificates)
  const chain = chains.findIndex((one) => chainBytes(one.certificates) === bytes)
  const leaf = leafKey(certificates, keyOf)
  return { ...rest, ...(chain >= 0 && { chain }), ...(leaf && { leaf }) }
}

const knownKeys = (samples: Samples): Map<string, Handshake> => byKey(samples)

/** From what is known by client to the same by hello. */
function byKey<T>(known: ReadonlyMap<string, T>): Map<string, T> {
  return new Map(
    CLIENTS.flatMap((client) => {
      const one = known.get(client.id)
      return one === undefined ? [] : [[helloKey(client), one] as const]
    }),
  )
}

interface Oracle {
  expect(client: Client): Prediction
  /** How much of what may have upset the server, where a phone was refused that should not have been, is in this one. */
  likeness(client: Client): number
}

/** What was seen does not change, and is asked of again and again. */
const oracles = new WeakMap<Seen, Oracle>()

/** What a phone that was not asked would draw, unless phones like it surprised us. */
function oracle(seen: Seen): Oracle {
  const known = oracles.get(seen) ?? makeOracle(seen)
  oracles.set(seen, known)
  return known
}

function makeOracle(seen: Seen): Oracle {
  const observations = observationsOf(seen)
  const asked = CLIENTS.flatMap((client) => {
    const answer = seen.samples.get(client.id)
    if (!answer) return []
    const others = observations.filter(({ from }) => from !== client.id)
    const connects = acceptance(client.offer, withLeaf(answer, seen)).connects === true
    const surprise = !connects && predict(client.offer, others).kind === 'accepted'
    return [{ connects, surprise, traits: traitsOf(client) }]
  })
  const surprised = asked.some(({ surprise }) => surprise)
  const vouched = (client: Client) =>
    asked.some(
      ({ connects, traits }) => connects && traitsOf(client).every((trait) => traits.includes(trait)),
    )
  const foretell = (client: Client): Prediction => {
    const prediction = predict(client.offer, observations)
    const doubted = surprised && prediction.kind === 'accepted' && !vouched(client)
    return doubted ? { kind: 'open' } : prediction
  }
  const told = new Map<Client, Prediction>()
  const harmless = new Set(asked.filter(({ connects }) => connects).flatMap(({ traits }) => traits))
  const suspect = new Set(asked.filter(({ surprise }) => surprise).flatMap(({ traits }) => traits))
  return {
    expect(client) {
      const known = told.get(client) ?? foretell(client)
      told.set(client, known)
      return known
    },
    likeness: (client) =>
      traitsOf(client).filter((trait) => suspect.has(trait) && !harmless.has(trait)).length,
  }
}

function withLeaf(answer: Handshake, { keyOf }: Seen): Handshake & { leaf?: LeafKey } {
  if (answer.kind !== 'accepted') return answer
  const leaf = leafKey(answer.certificates, keyOf)
  return leaf ? { ...answer, leaf } : answer
}

function observationsOf({ general, samples, keyOf }: Seen): Observation[] {
  const hellos = HELLO_PROFILES.map(({ id, version, suites, signatures }) => ({
    from: id as string,
    offer: { versions: [version], suites, signatures, groups: OFFERED_GROUPS },
    answer: general[id],
  }))
  const phones = CLIENTS.map(({ id, offer }) => ({ from: id, offer, answer: samples.get(id) }))
  return [...hellos, ...phones].flatMap(({ answer, ...rest }): Observation[] => {
    if (!answer || answer.kind === 'no-answer') return []
    const leaf = answer.kind === 'accepted' ? leafKey(answer.certificates, keyOf) : undefined
    return [{ ...rest, answer, ...(leaf && { leaf }) }]
  })
}
