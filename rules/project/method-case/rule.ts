import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import type { CallFact } from '../../../src/facts/index.js'

type Of = { callee: string; method: string; upper: string; methods: string[] }

/** Methods must be upper case, and only some are supported. */
export default defineRule({
  id: 'project/method-case',
  subject: 'method',
  needs: ['call', 'method'],
  parameters: { methods: ['GET', 'POST', 'PUT', 'DELETE'] as string[] },
  evidence: evidence<{ pass: { methods: string[] }; 'lower-case': Of; unsupported: Of }>(),
  reasons: { 'lower-case': 'fail', unsupported: 'fail' },
  judge({ call, method }, { methods }) {
    if (call.api !== 'request') return [notApplicable]
    const upper = method.toUpperCase()
    const found = { callee: call.callee, method, upper, methods }
    if (!methods.includes(upper)) return [fail('unsupported', found)]
    return [method === upper || raisesCase(call) ? pass({ methods }) : fail('lower-case', found)]
  },
})

/** Libraries such as axios accept either case and convert it; platform and framework APIs pass it on unchanged. */
function raisesCase({ callee, families }: CallFact): boolean {
  return families.length === 0 && !/^(?:(?:uni|Taro|wx|my)\.\w+|request)$/.test(callee)
}
