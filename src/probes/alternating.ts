/** Does an address answer one hello in different ways? Behind a load balancer some servers may lag behind the others. */
import { chainText, type Handshake } from '../facts/index.js'
import { putTo } from '../grouping.js'

/** What hellos that were sent again got, each by its HelloId or its client's id. */
export type Repeats = readonly (readonly [id: string, answer: Handshake])[]

/** Servers that take turns show after one of these; of two that are chosen by lot, both do in seven cases of eight. */
const TIMES = 3

/** Where a chain came with several hellos, these say most. */
const GENERAL: readonly string[] = ['tls1.3', 'tls1.2']

/** Without a name another certificate is usual, and no phone gets it. */
export const NAMELESS = 'nameless'

type Answers = Partial<Record<string, Handshake>>

const chainOf = (answer: Handshake | undefined): string | null =>
  answer?.kind === 'accepted' && answer.certificates ? chainText(answer.certificates) : null

/**
 * Only where hellos got different chains: those may be due to what they offer, or to nothing at all. One of each chain is
 * asked again, the rarest first: if it came by chance, it is the least likely to come again.
 */
export async function repeats(
  answers: Answers,
  places: number,
  ask: (id: string) => Promise<Handshake>,
): Promise<Repeats | null> {
  const chosen = oneOfEach(answers)
  if (chosen.length < 2) return null
  const more: [string, Handshake][] = []
  while (more.length < Math.min(Math.max(TIMES, chosen.length), places)) {
    const id = chosen[more.length % chosen.length] ?? ''
    const answer = await ask(id)
    more.push([id, answer])
    const chain = chainOf(answer)
    if (chain !== null && chain !== chainOf(answers[id])) return more
  }
  return null
}

function oneOfEach(answers: Answers): string[] {
  const ids = new Map<string, string[]>()
  for (const [id, answer] of Object.entries(answers)) {
    const chain = chainOf(answer)
    if (chain !== null) putTo(ids, chain, id)
  }
  const byRarity = [...ids.values()].sort((a, b) => a.length - b.length)
  const usual = GENERAL.find((id) => chainOf(answers[id]) !== null)
  return byRarity.flatMap((own) => {
    const named = own.filter((id) => id !== NAMELESS)
    return GENERAL.find((id) => own.includes(id)) ?? named[0] ?? usual ?? []
  })
}

/** Any client may get any of them. */
export const chainsOfAll = (answers: Answers, more: Repeats): Set<string> =>
  new Set(
    [...Object.values(answers), ...more.map(([, answer]) => answer)].flatMap((one) => chainOf(one) ?? []),
  )
