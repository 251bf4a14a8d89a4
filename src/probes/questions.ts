/** What can be asked of an address: our own hellos, those of phones, and one without a name. */
import { type Client, clientById } from '../clients/index.js'
import type { Handshake } from '../facts/index.js'
import { NAMELESS } from './alternating.js'
import { type FlightProfile, HELLO_PROFILES, type HelloProfile } from './tls/hellos.js'

/** One thing to ask, by the id its answer is kept under: a HelloId, a client's id, `nameless` or `padded`. */
export interface Question {
  id: string
  profile: FlightProfile
  /** False leaves the server's name out. */
  named: boolean
}

/** Answers by the ids of their questions. */
export type Answers = Partial<Record<string, Handshake>>

/** Under this id stands one of our own hellos, made as long as a phone's. */
export const PADDED = 'padded'

const general = (profiles: readonly HelloProfile[]): Question[] =>
  profiles.map((profile) => ({ id: profile.id, profile, named: true }))
export const ALWAYS_ANSWERED = HELLO_PROFILES.filter(({ askedIf }) => !askedIf)
export const GENERAL: readonly Question[] = general(ALWAYS_ANSWERED)
/** Those sent at once: their answers don't follow from others, or only from those of phones that are not asked. */
export const atOnce = (phones: readonly Client[]): Question[] =>
  general(ALWAYS_ANSWERED.filter(({ follows, toldBy }) => !follows || (toldBy && !phones.some(toldBy))))
/** The client without SNI: a plain hello with every version and group, so that only the name is missing. */
const NAMELESS_CLIENT = 'android-10'

/** Hellos whose answer does not follow from those to the others. */
export const unsaidQuestions = (answers: Answers): Question[] =>
  general(HELLO_PROFILES.filter(({ id, follows }) => follows && !answers[id]))

/** Hellos sent only if the others are inconclusive. */
export const openQuestions = (answers: Answers): Question[] =>
  general(HELLO_PROFILES.filter(({ askedIf }) => askedIf?.(answers)))

/** What is known of a hello counts, and otherwise what follows from the others. */
export function withFollowing(answers: Answers): Answers {
  const following = HELLO_PROFILES.flatMap(({ id, follows }) => {
    const answer = isOpen(answers[id]) ? follows?.(answers) : null
    return answer ? [[id, answer] as const] : []
  })
  return { ...answers, ...Object.fromEntries(following) }
}

const isOpen = (answer: Handshake | undefined): boolean => answer === undefined || answer.kind === 'no-answer'

export const follows = ({ id }: Question, answers: Answers): boolean =>
  HELLO_PROFILES.some((profile) => profile.id === id && profile.follows?.(answers))

/** A refusal of TLS 1.2 or later is serious, so it must be certain: does the address still answer at all? */
export const mattersMost = ({ profile }: Question): boolean => /^TLSv1\.[23]$/.test(profile.version)

export function phoneQuestions(clients: readonly Client[]): Question[] {
  return clients.map((phone) => ({ id: phone.id, profile: profileOf(phone), named: true }))
}

export function questionOf(id: string): Question | undefined {
  const phone = clientById(id)
  return phone ? phoneQuestions([phone])[0] : general(HELLO_PROFILES).find((one) => one.id === id)
}

export function namelessQuestion(): Question[] {
  const phone = clientById(NAMELESS_CLIENT)
  return phone ? [{ id: NAMELESS, profile: { ...profileOf(phone), prove: 'new' }, named: false }] : []
}

/** @param bytes length of the whole record */
export const paddedQuestion = ({ profile }: Question, bytes: number): Question => ({
  id: PADDED,
  profile: { ...profile, bytes, prove: false },
  named: true,
})

function profileOf(phone: Client): FlightProfile {
  const { versions, suites, signatures } = phone.offer
  const version = versions[0] ?? 'TLSv1.2'
  return { version, suites, signatures, prove: true, certificateOnly: false, phone }
}
