import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import { bareHost, evidenceOf, isBareSocket, type Of, schemeOf } from '../source-rule.js'

type Found = Of & { scheme: string; secure: string }

/** Calls must be encrypted. Calls whose URL is unknown are reported by project/unlisted-domain. */
export default defineRule({
  id: 'project/insecure-scheme',
  subject: 'url',
  needs: ['call', 'called'],
  evidence: evidence<{ pass: Record<never, never>; insecure: Found; lan: Found }>(),
  reasons: { insecure: 'fail', lan: 'fail' },
  judge({ call, called }) {
    const scheme = called && schemeOf(called.origin)
    if (!called || scheme === null || isBareSocket(call)) return [notApplicable]
    if (scheme !== 'http' && scheme !== 'ws') return [pass({})]
    const found = { ...evidenceOf(call, called), scheme, secure: scheme === 'ws' ? 'wss' : 'https' }
    return [bareHost(called.origin) === 'lan' ? fail('lan', found) : fail('insecure', found)]
  },
})
