/** Days in a config: the last day on which something applies. */
import type { Check } from './check.js'
import { type Node, text } from './nodes.js'

const DAY = 86_400_000

export function checkDate(node: Node | undefined, { today, texts, report }: Check): void {
  const date = text(node)
  if (node === undefined || date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return
  const end = endOfDay(date)
  if (end === null) report(node.at, texts.noSuchDate(date))
  else if (end <= today) report(node.at, texts.pastWaiver(date))
}

/** First instant after that day in UTC, in milliseconds since 1970; null when the calendar has no such day. */
export function endOfDay(date: string): number | null {
  const start = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== date) return null
  return start + DAY
}
