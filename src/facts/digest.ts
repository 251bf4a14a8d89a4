/** A short key for equal facts. */
import { hash } from 'node:crypto'

/** The same for the same JSON, and for no other: servers choose what facts contain. */
export const digestOf = (facts: unknown): string => hash('sha256', JSON.stringify(facts) ?? '', 'base64')

/** Lists of certificates are long, shared, and never change. */
const chainTexts = new WeakMap<readonly string[], string>()

/** The same for the same certificates in the same order. @param certificates base64 DER */
export function chainText(certificates: readonly string[]): string {
  const text = chainTexts.get(certificates) ?? certificates.join()
  chainTexts.set(certificates, text)
  return text
}

/** A bounded cache. */
export interface Recent<Value> {
  /** Creates the value unless it is cached. */
  of(key: string, make: () => Value): Value
}

/** The values of the most recently used keys, at most `most` of them. */
export function recent<Value extends object>(most: number): Recent<Value> {
  const known = new Map<string, Value>()
  return {
    of(key, make) {
      const value = known.get(key) ?? make()
      known.delete(key)
      known.set(key, value)
      if (known.size > most) for (const oldest of known.keys()) return drop(known, oldest, value)
      return value
    },
  }
}

function drop<Value>(known: Map<string, Value>, oldest: string, value: Value): Value {
  known.delete(oldest)
  return value
}
