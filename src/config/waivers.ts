/** The `waivers` part: known rules, real hosts, days that are not over. */
import { type Check, canonicalHost } from './meaning.js'
import { get, items, type Node, text } from './nodes.js'
import { suggest } from './suggest.js'

const DAY = 86_400_000

export function checkWaivers(node: Node | undefined, check: Check): void {
  for (const [index, waiver] of items(node).entries()) {
    checkRule(get(waiver, 'rule'), check)
    checkHost(get(waiver, 'host'), `waivers[${index}].host`, check)
    checkDate(get(waiver, 'until'), check)
  }
}

function checkRule(node: Node | undefined, { known, texts, report }: Check): void {
  const rule = text(node)
  if (node === undefined || rule === undefined || rule.trim() === '' || Object.hasOwn(known.rules, rule))
    return
  report(node.at, texts.unknownRule(rule, suggest(rule, Object.keys(known.rules))))
}

function checkHost(node: Node | undefined, where: string, { texts, report }: Check): void {
  const host = text(node)
  if (node === undefined || host === undefined || host.trim() === '' || canonicalHost(host) !== null) return
  report(node.at, texts.wrong(where, texts.expected.host, JSON.stringify(host)))
}

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
