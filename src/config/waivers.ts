/** The `waivers` part: known rules, real hosts, days that are not over. */
import { canonicalHost } from './bare-host.js'
import type { Check } from './check.js'
import { checkDate } from './dates.js'
import { get, items, type Node, text } from './nodes.js'
import { suggest } from './suggest.js'

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
