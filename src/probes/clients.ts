/** Simulated phones: whose hello is sent, and what the others would get. */
import {
  CLIENTS,
  type Client,
  clientsOf,
  helloKey,
  type OsVersions,
  type Tier,
  tierOf,
} from '../clients/index.js'
import {
  type ChainFact,
  type ClientFact,
  type ClientFlight,
  chainText,
  type Handshake,
} from '../facts/index.js'
import type { PlatformId } from '../types.js'
import { leafKey } from './leaf-keys.js'
import { byKey, type Learned, learnedFrom, type Samples, type Seen } from './learned.js'

export interface ClientOptions {
  /** `some`: as few hellos as settle what each phone gets; `all`: every different hello of the table. */
  mode: 'some' | 'all'
  platforms: readonly PlatformId[]
  supportedOs: OsVersions
  legacyOs: OsVersions
}

export interface ClientPlan {
  mode: ClientOptions['mode']
  /** The clients in the facts, newest generation of each family first. */
  clients: readonly { client: Client; tier: Tier }[]
  /** For each platform the clients that must connect. */
  demanded: readonly ReadonlySet<Client>[]
}

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

/**
 * Of each list the first that matters is sent at once. Today's largest hellos: no other family adds what Chromium does
 * (ECH, application settings, its own order), so that a server may stumble over its hello alone.
 */
const NEW = ['ios-26', 'chromium-150', 'cronet-android-16', 'android-17']
const CHROMIUM = ['chromium-150', 'cronet-android-16']
/** The one with the fewest features. */
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

/** Hellos sent before anything is known. A faultless server needs no more. */
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
  const first = [NEW, CHROMIUM, WEAK].flatMap((list) => list.flatMap((id) => byId.get(id) ?? []).slice(0, 1))
  return [...new Set(first)]
}

function distinct(clients: readonly Client[]): Client[] {
  const first = new Map<string, Client>()
  for (const client of clients) if (!first.has(helloKey(client))) first.set(helloKey(client), client)
  return [...first.values()]
}

/**
 * Phones whose own hello must be sent: those that would fail, and those for which nothing can be predicted. First come those
 * that decide a verdict, since one that fails is enough for its platforms; then the newest of each family.
 */
export function doubtfulClients(plan: ClientPlan, seen: Seen): Client[] {
  const learned = learnedFrom(seen)
  const known = concluded.get(learned) ?? new WeakMap<ClientPlan, Client[]>()
  concluded.set(learned, known)
  const doubtful = known.get(plan) ?? findDoubtful(plan, learned)
  known.set(plan, doubtful)
  return doubtful
}

/** The same answers leave the same phones in doubt. */
const concluded = new WeakMap<Learned, WeakMap<ClientPlan, Client[]>>()

function findDoubtful(plan: ClientPlan, learned: Learned): Client[] {
  const places = new Map<string, number>()
  const ranked = plan.clients.map(({ client, tier }) => {
    const place = places.get(`${client.family} ${tier}`) ?? 0
    places.set(`${client.family} ${tier}`, place + 1)
    return { client, rank: place * 3 + TIERS.indexOf(tier) }
  })
  const doubtful = ranked
    .filter(({ client }) => !learned.connected.has(helloKey(client)))
    .filter(({ client }) => plan.mode === 'all' || learned.expect(client).kind !== 'accepted')
    .sort((a, b) => a.rank - b.rank)
  const all = doubtful.map(({ client }) => client)
  return distinct([...deciding(all, plan, learned), ...all])
}

/** The fewest phones that decide every platform not yet decided by a failure. */
function deciding(doubtful: readonly Client[], { demanded }: ClientPlan, learned: Learned): Client[] {
  const { connected, likeness } = learned
  const fails = (client: Client): boolean => connected.get(helloKey(client)) === false
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
 * The chains supported phones get, as `chainText` has them; null until every phone's is known. A phone that
 * can't connect gets none.
 */
export function supportedChains(plan: ClientPlan, seen: Seen): Set<string> | null {
  const known = knownKeys(seen.samples)
  const { expect } = learnedFrom(seen)
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
    chains.add(chainText(answer.certificates))
  }
  return chains
}

/** @param chains of the address: flights name theirs by its place */
export function clientFacts(plan: ClientPlan, seen: Seen, chains: readonly ChainFact[]): ClientFact[] {
  const known = knownKeys(seen.samples)
  const lengths = byKey(seen.helloBytes ?? new Map<string, number>())
  const { expect } = learnedFrom(seen)
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
  const bytes = chainText(certificates)
  const chain = chains.findIndex((one) => chainText(one.certificates) === bytes)
  const leaf = leafKey(certificates, keyOf)
  return { ...rest, ...(chain >= 0 && { chain }), ...(leaf && { leaf }) }
}

const knownKeys = (samples: Samples): Map<string, Handshake> => byKey(samples)
