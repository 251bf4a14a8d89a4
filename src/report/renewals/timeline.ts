/** Lifetimes drawn with the characters every terminal gives one column. */
import type { Renewal } from './types.js'

const DAY = 86_400_000
/** Days shown before now, and at least and at most after it. */
const BEFORE = 30
const LEAST = 90
const MOST = 420

export interface Scale {
  /** Milliseconds since 1970. */
  from: number
  to: number
  now: number
  columns: number
}

export function scaleOf(renewals: readonly Renewal[], now: number, columns: number): Scale {
  const last = Math.max(0, ...renewals.map(({ expires }) => (Date.parse(expires) - now) / DAY))
  const days = Math.min(MOST, Math.max(LEAST, last * 1.05))
  return { from: now - BEFORE * DAY, to: now + days * DAY, now, columns }
}

const column = (instant: number, { from, to, columns }: Scale): number =>
  Math.floor(((instant - from) / (to - from)) * columns)

/** `====|=======####x    `: lifetime, renewal window, now, end. */
export function bar({ notBefore, renewFrom, expires }: Renewal, scale: Scale): string {
  const [start, renew, end] = [notBefore, renewFrom, expires].map((at) => column(Date.parse(at), scale)) as [
    number,
    number,
    number,
  ]
  const now = column(scale.now, scale)
  const cells = Array.from({ length: scale.columns }, (_, at) => {
    if (at === Math.max(0, end) && end < scale.columns) return end < 0 ? '<' : 'x'
    if (at === scale.columns - 1 && end >= scale.columns) return '>'
    if (at === now) return '|'
    if (at < start || at > end) return ' '
    return at >= renew ? '#' : '='
  })
  return cells.join('').trimEnd()
}

/** Names of months over the bars, where there is room for them. */
export function axis(scale: Scale): string {
  const cells = Array<string>(scale.columns).fill(' ')
  const first = new Date(scale.from)
  let free = 0
  for (let month = 1; month < 20; month++) {
    const at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month)
    const label = new Date(at).toISOString().slice(0, 7)
    const place = column(at, scale)
    if (place < free || place + label.length > scale.columns) continue
    cells.splice(place, label.length, ...label)
    free = place + label.length + 2
  }
  return cells.join('').trimEnd()
}
