/** Does an address answer one hello in different ways? Behind a load balancer some servers may lag behind the others. */
import { chainText, type Handshake, type HelloId } from '../facts/index.js'

/** What the same hello got besides its first answer. */
export interface Repeats {
  hello: HelloId
  answers: readonly Handshake[]
}

/** Servers that take turns show after one of these; of two that are chosen by lot, both do in seven cases of eight. */
const TIMES = 3

const ASKED: readonly HelloId[] = ['tls1.3', 'tls1.2']

type Answers = Partial<Record<string, Handshake>>

const chainOf = (answer: Handshake | undefined): string | null =>
  answer?.kind === 'accepted' && answer.certificates ? chainText(answer.certificates) : null

/** Only where hellos got different chains: those may be due to what they offer, or to nothing at all. */
export async function repeats(
  answers: Answers,
  places: number,
  ask: (hello: HelloId) => Promise<Handshake>,
): Promise<Repeats | null> {
  const chains = new Set(Object.values(answers).flatMap((one) => chainOf(one) ?? []))
  const hello = ASKED.find((id) => chainOf(answers[id]) !== null)
  if (chains.size < 2 || !hello) return null
  const first = chainOf(answers[hello])
  const more: Handshake[] = []
  while (more.length < Math.min(TIMES, places)) {
    const answer = await ask(hello)
    more.push(answer)
    const chain = chainOf(answer)
    if (chain !== null && chain !== first) return { hello, answers: more }
  }
  return null
}

/** Any client may get any of them. */
export const chainsOfAll = (answers: Answers, { answers: more }: Repeats): Set<string> =>
  new Set([...Object.values(answers), ...more].flatMap((one) => chainOf(one) ?? []))
