/** Predicts from the answers of one address what phones that were not tested would get. */
import {
  acceptance,
  CLIENTS,
  type Client,
  helloKey,
  type Observation,
  type Offer,
  predict,
  traitsOf,
} from '../clients/index.js'
import { digestOf, type Handshake, type LeafKey, type Prediction, recent } from '../facts/index.js'
import { leafKey } from './leaf-keys.js'
import { HELLO_PROFILES } from './tls/hellos.js'
import { OFFERED_GROUPS } from './tls/key-shares.js'
import type { KeyOf } from './tls/signature.js'

/** What is known so far, by client: answers to its own hello, or to the same hello of another client. */
export type Samples = ReadonlyMap<string, Handshake>

/** Everything one address answered, as used by the predictions. */
export interface Seen {
  /** By HelloId. */
  general: Readonly<Partial<Record<string, Handshake>>>
  samples: Samples
  keyOf: KeyOf
  /** Lengths of the hellos that were sent, by their ids. */
  helloBytes?: ReadonlyMap<string, number>
}

export interface Learned {
  /** The results of the hellos sent, by `helloKey`; null where there was no answer. */
  connected: ReadonlyMap<string, boolean | null>
  /** What a phone whose hello was not sent would get; open where its hello has a property that no answered one had. */
  expect(client: Client): Prediction
  /** How many of the properties that may have caused an unexpected refusal of another phone this one shares. */
  likeness(client: Client): number
}

/** Addresses behind one gateway answer alike; what was learned of so many different answers is kept. */
const MOST = 64
const alike = recent<Learned>(MOST)
const known = new WeakMap<Seen, Learned>()

export function learnedFrom(seen: Seen): Learned {
  const found = known.get(seen) ?? learnedFromAlike(seen)
  known.set(seen, found)
  return found
}

const OFFERS = HELLO_PROFILES.map(({ id, version, suites, signatures }) => ({
  id,
  offer: { versions: [version], suites, signatures, groups: OFFERED_GROUPS },
}))

function learnedFromAlike(seen: Seen): Learned {
  const answers = [
    ...OFFERS.flatMap(({ id, offer }) => told({ id, offer }, seen.general[id], seen)),
    ...CLIENTS.flatMap((phone) => {
      const answer = seen.samples.get(phone.id)
      return answer ? told({ id: phone.id, offer: phone.offer, phone }, answer, seen) : []
    }),
  ]
  const key = digestOf(answers.map(({ id, answer, leaf, phone }) => [id, phone !== undefined, answer, leaf]))
  return alike.of(key, () => learn(answers))
}

/** An answer without its certificates: only their key matters. */
interface Told {
  id: string
  offer: Offer
  answer: Handshake
  leaf?: LeafKey
  phone?: Client
}

function told(
  about: Pick<Told, 'id' | 'offer' | 'phone'>,
  answer: Handshake | undefined,
  { keyOf }: Seen,
): Told[] {
  if (!answer) return []
  if (answer.kind !== 'accepted') return [{ ...about, answer }]
  const { certificates, ocspStaple: _staple, sctList: _scts, ...rest } = answer
  const leaf = leafKey(certificates, keyOf)
  return [{ ...about, answer: rest, ...(leaf && { leaf }) }]
}

function learn(answers: readonly Told[]): Learned {
  const observations = answers.flatMap(({ id, offer, answer, leaf }): Observation[] =>
    answer.kind === 'no-answer' ? [] : [{ from: id, offer, answer, ...(leaf && { leaf }) }],
  )
  const asked = answers.flatMap(({ id, phone, offer, answer, leaf }): Asked[] => {
    if (!phone) return []
    const others = observations.filter(({ from }) => from !== id)
    const { connects } = acceptance(offer, answer.kind === 'accepted' && leaf ? { ...answer, leaf } : answer)
    const surprise = connects !== true && predict(offer, others).kind === 'accepted'
    return [{ phone, connects, surprise, traits: traitsOf(phone) }]
  })
  const vouched = vouching(asked, observations)
  const foretell = (client: Client): Prediction => {
    const prediction = predict(client.offer, observations)
    return prediction.kind === 'accepted' && !vouched(client) ? { kind: 'open' } : prediction
  }
  const foretold = new Map<Client, Prediction>()
  const harmless = new Set(asked.filter(({ connects }) => connects).flatMap(({ traits }) => traits))
  const suspect = new Set(asked.filter(({ surprise }) => surprise).flatMap(({ traits }) => traits))
  return {
    connected: new Map(asked.map(({ phone, connects }) => [helloKey(phone), connects])),
    expect(client) {
      const prediction = foretold.get(client) ?? foretell(client)
      foretold.set(client, prediction)
      return prediction
    },
    likeness: (client) =>
      traitsOf(client).filter((trait) => suspect.has(trait) && !harmless.has(trait)).length,
  }
}

/** A phone whose own hello was sent. */
interface Asked {
  phone: Client
  connects: boolean | null
  /** It got no connection where other hellos had suggested one. */
  surprise: boolean
  traits: readonly string[]
}

/** Has the server shown that it stumbles over no property of a client's hello? */
function vouching(
  asked: readonly Asked[],
  observations: readonly Observation[],
): (client: Client) => boolean {
  const surprised = asked.filter(({ surprise }) => surprise)
  const stumbled = surprised.some(({ traits }) => isPlain(traits))
  const has13 = observations.some(({ from, answer }) => from === 'tls1.3' && answer.kind === 'accepted')
  const byOurs = (traits: readonly string[]) => !stumbled && (traits.length === 0 || has13)
  return (client) => {
    const own = traitsOf(client)
    if (isPlain(own) && (surprised.length === 0 || byOurs(own))) return true
    return asked.some(({ connects, traits }) => connects && own.every((trait) => traits.includes(trait)))
  }
}

/** Our own hellos have no other property. */
const isPlain = (traits: readonly string[]): boolean => traits.every((trait) => trait === 'tls1.3')

/** From what is known by client to the same by hello. */
export function byKey<T>(known: ReadonlyMap<string, T>): Map<string, T> {
  return new Map(
    CLIENTS.flatMap((client) => {
      const one = known.get(client.id)
      return one === undefined ? [] : [[helloKey(client), one] as const]
    }),
  )
}
