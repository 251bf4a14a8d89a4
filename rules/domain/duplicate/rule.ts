import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import type { EntryFact } from '../../../src/facts/index.js'
import { byApi, type ListedAt, placeOf } from '../list-rule.js'

type Twice = ListedAt & { first: string; firstLine?: number }

/** The same entry appears twice in one API's list. The same host in the lists of several APIs is fine. */
export default defineRule({
  id: 'domain/duplicate',
  acrossLines: true,
  subject: 'list',
  needs: ['entries'],
  evidence: evidence<{ pass: { entries: number }; repeated: Twice; equivalent: Twice }>(),
  reasons: { repeated: 'fail', equivalent: 'fail' },
  judge({ entries }) {
    if (entries.length === 0) return [notApplicable]
    const findings = [...byApi(entries).values()].flatMap((its) => {
      const firsts = new Map<string, EntryFact>()
      return its.flatMap((fact) => {
        const key = sameness(fact)
        const first = firsts.get(key)
        if (first === undefined) {
          firsts.set(key, fact)
          return []
        }
        const { text, line } = first.entry
        const twice = { ...placeOf(fact), first: text, ...(line !== undefined && { firstLine: line }) }
        return [fact.entry.text === text ? fail('repeated', twice) : fail('equivalent', twice)]
      })
    })
    return findings.length > 0 ? findings : [pass({ entries: entries.length })]
  },
})

/** An explicit `:443` is a different entry: platforms compare ports as text. */
function sameness({ scheme, host, port, text, syntax }: EntryFact): string {
  const origin = syntax.every((problem) => problem === 'trailing-slash' || problem === 'trailing-dot')
  return host !== null && origin ? `${scheme} ${host} ${port}` : text.toLowerCase()
}
