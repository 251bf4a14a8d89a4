/**
 * Does an address answer each time? A firewall may cut a burst of connections, which says nothing about the server; one that
 * is cut when nothing else is under way, with a hello that is answered before or after, is what phones meet too.
 */
import type { Attempt } from './attempt.js'
import { broken, faltered, heard, isFault, silent } from './decide.js'

type Attempts = Readonly<Record<'first' | 'second', ReadonlyMap<string, Attempt>>>

const missed = (attempts: ReadonlyMap<string, Attempt>, id: string): boolean =>
  broken(attempts, id) || silent(attempts, id) || faltered(attempts, id)
const answered = (attempts: ReadonlyMap<string, Attempt>, id: string): boolean => {
  const made = attempts.get(id)
  return made !== undefined && heard(attempts, id) && !isFault(made.handshake)
}

/** Did a hello get no answer, and one when it was sent again? */
export const hasWavered = ({ first, second }: Attempts): boolean =>
  [...second.keys()].some((id) => missed(first, id) && answered(second, id))

/** Did one get an answer, and none when it was sent again? Then all may be cut from some time on, or now and then. */
export const hasVanished = ({ first, second }: Attempts): boolean =>
  [...second.keys()].some((id) => answered(first, id) && missed(second, id))

/** And did others in between get an answer, so that it was not the end of a burst, or its beginning? */
export function isScattered(attempts: Attempts): boolean {
  const got = [...attempts.first.keys()].map((id) => answered(attempts.first, id))
  const turns = got.filter((one, index) => index > 0 && one !== got[index - 1]).length
  return turns > 1 && hasWavered(attempts)
}

/** So often an address is asked alone: where every third connection is cut, one of these is, and a later one answered. */
export const TIMES = 4
/** Waiting for an address that has gone silent takes long. */
const SILENCES = 2

/** Ends of a connection that are the server's, or of something in between. */
const ENDS: readonly string[] = ['ECONNRESET', 'EPIPE', 'closed', 'timeout', 'ECONNREFUSED', 'ETIMEDOUT']

/** @returns null where this machine, or the end of the run, is to blame */
function isMissed({ handshake }: Attempt, accepted: boolean): boolean | null {
  if (handshake.kind === 'no-answer') return ENDS.includes(handshake.cause) || null
  if (handshake.kind === 'accepted') return false
  return handshake.by === 'connection' || (accepted && isFault(handshake))
}

export interface Alone {
  times: number
  /** Was it accepted before? */
  accepted: boolean
  /** Does it count that it gets no answer any more? */
  lasting: boolean
}

/** How often a hello got no answer before it did, or at the end. */
export async function missedAlone(
  ask: () => Promise<Attempt>,
  { times, accepted, lasting }: Alone,
): Promise<number> {
  let missed = 0
  let silences = 0
  for (let asked = 0; asked < times; asked++) {
    const made = await ask()
    const one = isMissed(made, accepted)
    if (one === null) return 0
    if (!one && missed > 0) return missed
    if (one) missed += 1
    if (silent(new Map([['', made]]), '')) silences += 1
    if (silences === SILENCES) break
  }
  return lasting ? missed : 0
}
