/** What is known about an address so far: waiting connections need not repeat what others have found out. */
import type { NoAnswer, Refusal } from '../facts/index.js'

export interface Fate {
  /** TCP never connected so far, and this is why. */
  unreachable: Refusal | NoAnswer | null
  /** Something came back, of whatever kind. */
  heard: boolean
  /** Connections that were accepted and then stayed silent to their deadline. */
  silences: number
}

/** Of one name, by address: what is silent under one name may answer under another. */
export interface Fates {
  of(address: string): Fate
  /** Has any of its addresses said something? */
  heard(): boolean
}

export function openFates(): Fates {
  const known = new Map<string, Fate>()
  return {
    of(address) {
      const fate = known.get(address) ?? { unreachable: null, heard: false, silences: 0 }
      known.set(address, fate)
      return fate
    },
    heard: () => [...known.values()].some(({ heard }) => heard),
  }
}

/** An address that takes connections and says nothing: in a crowd one try has to do, otherwise two agree. */
export function isMute({ heard, silences }: Fate, crowded: boolean): boolean {
  return !heard && silences >= (crowded ? 1 : 2)
}
