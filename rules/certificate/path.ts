import { evidence, type Finding, fail, notApplicable, pass, unknown } from '../../src/engine/rule.js'
import type { JudgedPath } from '../../src/trust/index.js'
import type { Violation, ViolationCode } from '../../src/x509/index.js'
import { defineChainRule, nameOf } from './chain-rule.js'

type Fault = { certificate: string; detail: string }

type Evidence = {
  pass: { certificates: string[] }
  'not-a-ca': Fault
  'path-length': Fault
  'no-key-cert-sign': Fault
  'intermediate-usage': Fault
  'name-constraints': Fault
  policy: Fault
  'unknown-critical-extension': Fault
  'algorithm-mismatch': Fault
  'bad-version': Fault
  malformed: Fault
  'bad-signature': Fault
  'unsupported-key': Fault
}

/** Dates and the leaf's own usage have rules of their own; profile duties are a CA's, not a phone's. */
const ELSEWHERE = new Set<ViolationCode>(['expired', 'not-yet-valid', 'profile'])

/** RFC 5280 section 6 on the best path: every certificate may do what the path needs of it. */
export default defineChainRule({
  id: 'certificate/path',
  evidence: evidence<Evidence>(),
  reasons: {
    'not-a-ca': 'fail',
    'path-length': 'fail',
    'no-key-cert-sign': 'fail',
    'intermediate-usage': 'fail',
    'name-constraints': 'fail',
    policy: 'fail',
    'unknown-critical-extension': 'fail',
    'algorithm-mismatch': 'fail',
    'bad-version': 'fail',
    malformed: 'fail',
    'bad-signature': 'fail',
    'unsupported-key': 'unknown',
  },
  judge({ analysis }, { store }) {
    const best = analysis.best(store)
    const found = best.violations.flatMap((violation) => toFinding(violation, best))
    if (found.length > 0) return found
    if (best.certificates.length === 1 && best.anchor === null) return [notApplicable]
    return [pass({ certificates: best.certificates.map(nameOf) })]
  },
})

function toFinding({ code, index, detail }: Violation, path: JudgedPath): Finding<Evidence>[] {
  if (ELSEWHERE.has(code) || (code === 'extended-key-usage' && index === 0)) return []
  const at = path.certificates[index]
  const fault: Fault = { certificate: at ? nameOf(at) : (path.anchor?.name ?? ''), detail }
  if (code === 'unsupported-key') return [unknown(code, fault)]
  const reason = code === 'extended-key-usage' ? 'intermediate-usage' : code
  return [fail(reason as Exclude<keyof Evidence, 'pass' | 'unsupported-key'>, fault)]
}
