import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import { bareHost, evidenceOf, isBareSocket, type Of } from '../source-rule.js'

type Found = Of & { address: string | null }

/** Calls must use names: no IP addresses in any notation, no localhost. */
export default defineRule({
  id: 'project/ip-address',
  subject: 'url',
  needs: ['call', 'called'],
  evidence: evidence<{ pass: Record<never, never>; address: Found; lan: Found; localhost: Of }>(),
  reasons: { address: 'fail', lan: 'fail', localhost: 'fail' },
  judge({ call, called }) {
    if (!called || isBareSocket(call) || called.origin.hostKind === 'none') return [notApplicable]
    const kind = bareHost(called.origin)
    if (kind === null) return [pass({})]
    const found = evidenceOf(call, called)
    if (kind === 'localhost') return [fail('localhost', found)]
    return [fail(kind, { ...found, address: called.origin.host })]
  },
})
