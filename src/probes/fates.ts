/** What is known about an address so far: waiting connections needn't repeat what others have found out. */
import { chainText, type NoAnswer, type Refusal } from '../facts/index.js'
import { chainTexts } from './tls/sent-chains.js'

export interface Fate {
  /** TCP never connected so far, and this is why. */
  unreachable: Refusal | NoAnswer | null
  /** Something came back, of whatever kind. */
  heard: boolean
  /** Connections that were accepted and then stayed silent to their deadline. */
  silences: number
  /** The chains that connections with requests got, each base64 DER as sent. */
  requested: Map<string, string[]>
}

/** Of one name, by address: what is silent under one name may answer under another. */
export interface Fates {
  of(address: string): Fate
  /** Has any of its addresses answered? */
  heard(): boolean
}

const newFate = (): Fate => ({ unreachable: null, heard: false, silences: 0, requested: new Map() })

export function openFates(): Fates {
  const known = new Map<string, Fate>()
  return {
    of(address) {
      const fate = known.get(address) ?? newFate()
      known.set(address, fate)
      return fate
    },
    heard: () => [...known.values()].some(({ heard }) => heard),
  }
}

/** @param sent DER */
export function noteRequested({ requested }: Fate, sent: readonly Buffer[]): void {
  if (sent.length === 0) return
  const texts = chainTexts(sent)
  requested.set(chainText(texts), texts)
}

/** An address that accepts connections and stays silent: in a crowd one try must suffice, otherwise two. */
export function isMute({ heard, silences }: Fate, crowded: boolean): boolean {
  return !heard && silences >= (crowded ? 1 : 2)
}
