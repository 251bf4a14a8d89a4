/** Milliseconds in words: `10 minutes`, `10 分钟`. */
import type { Language } from '../types.js'

const HOUR = 3_600_000
const UNITS = [
  ['hour', HOUR],
  ['minute', HOUR / 60],
  ['second', HOUR / 3600],
] as const

export function spanText(ms: number, language: Language): string {
  const [unit, length] = UNITS.find(([, most]) => ms % most === 0) ?? ['second', HOUR / 3600]
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(ms / length)
}
