/** Dates (RFC 5280 section 6.1.3 (a) (2)). */
import type { Certificate, Violation } from '../types.js'

export function validity({ notBefore, notAfter }: Certificate, index: number, at: number): Violation[] {
  // RFC 5280 section 4.1.2.5: both ends belong to the period, whole seconds each.
  const instant = Math.floor(at / 1000) * 1000
  if (instant > notAfter) return [{ code: 'expired', index, detail: `notAfter ${iso(notAfter)}` }]
  if (at < notBefore) return [{ code: 'not-yet-valid', index, detail: `notBefore ${iso(notBefore)}` }]
  return []
}

const iso = (at: number): string => new Date(at).toISOString()
