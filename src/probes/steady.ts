/**
 * Does an address answer each time? A firewall may cut a burst of connections, which says nothing about the server; one that
 * is cut when nothing else is under way, with a hello that is answered before or after, is what phones meet too.
 */
import type { Attempt } from './attempt.js'
import { broken, heard } from './decide.js'

type Attempts = Readonly<Record<'first' | 'second', ReadonlyMap<string, Attempt>>>

/** Was a hello cut, and answered when it was sent again? */
export const hasWavered = ({ first, second }: Attempts): boolean =>
  [...second.keys()].some((id) => broken(first, id) && heard(second, id))

/** And did others in between get an answer, so that it was not the end of a burst, or its beginning? */
export function isScattered(attempts: Attempts): boolean {
  const answered = [...attempts.first.keys()].map((id) => heard(attempts.first, id))
  const turns = answered.filter((one, index) => index > 0 && one !== answered[index - 1]).length
  return turns > 1 && hasWavered(attempts)
}

/** Where every third connection is cut, one of these is, and a later one answered. */
const TIMES = 4

/** How often a hello was cut before it was answered; 0 if it never was: then all may be cut from some time on. */
export async function cutAlone(ask: () => Promise<Attempt>, places: number): Promise<number> {
  let cut = 0
  for (let asked = 0; asked < Math.min(TIMES, places); asked++) {
    const made = new Map([['', await ask()]])
    if (broken(made, '')) cut += 1
    else if (!heard(made, '')) return 0
    else if (cut > 0) return cut
  }
  return 0
}
