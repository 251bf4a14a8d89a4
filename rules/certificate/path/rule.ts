import { evidence, type Finding, fail, notApplicable, pass, unknown } from '../../../src/engine/rule.js'
import type { ChainAnalysis, JudgedPath } from '../../../src/trust/index.js'
import type { Violation, ViolationCode } from '../../../src/x509/index.js'
import { type ByHolder, defineChainRule, forBoth, heldBy, partlyJudged, subjectName } from '../chain-rule.js'

type Fault = { certificate: string; detail: string }

/** Faults that leaf and issuer certificates can both have. */
type Shared = ByHolder<{
  'name-constraints': Fault
  policy: Fault
  'unknown-critical-extension': Fault
  'algorithm-mismatch': Fault
  'bad-version': Fault
  malformed: Fault
  'bad-signature': Fault
  'unsupported-key': Fault
}>

type Evidence = Shared & {
  pass: { certificates: string[] }
  'not-a-ca': Fault
  'path-length': Fault
  'no-key-cert-sign': Fault
  'intermediate-usage': Fault
}

/** Dates and the leaf's usages have their own rules; profile requirements are for CAs, and phones don't check them. */
const ELSEWHERE = ['expired', 'not-yet-valid', 'profile'] as const

const isElsewhere = (code: ViolationCode): code is (typeof ELSEWHERE)[number] =>
  ELSEWHERE.some((one) => one === code)

/** RFC 5280 section 6 on the best path: every certificate must be allowed to do what the path uses it for. */
export default defineChainRule({
  id: 'certificate/path',
  evidence: evidence<Evidence>(),
  reasons: {
    'not-a-ca': 'fail',
    'path-length': 'fail',
    'no-key-cert-sign': 'fail',
    'intermediate-usage': 'fail',
    ...forBoth({
      'name-constraints': 'fail',
      policy: 'fail',
      'unknown-critical-extension': 'fail',
      'algorithm-mismatch': 'fail',
      'bad-version': 'fail',
      malformed: 'fail',
      'bad-signature': 'fail',
    }),
    ...forBoth({ 'unsupported-key': 'unknown' }),
  },
  judge({ analysis }, { store }) {
    const best = analysis.best(store)
    const found = [...best.violations.flatMap((one) => toFinding(one, best)), ...unsigned(best, analysis)]
    if (found.length > 0) return found
    if (best.certificates.length === 1 && best.anchor === null) return [notApplicable]
    return [pass({ certificates: best.certificates.map(subjectName) })]
  },
})

/** There was a certificate with the issuer's name, but its key did not sign this one. */
function unsigned({ certificates, anchor, end }: JudgedPath, analysis: ChainAnalysis): Finding<Evidence>[] {
  const last = certificates.at(-1)
  if (anchor !== null || end !== 'signature' || !last) return []
  const partly = partlyJudged(analysis)
  if (partly) return [partly]
  const issuer = last.issuer.commonName ?? last.issuer.text
  const fault: Fault = { certificate: subjectName(last), detail: `not by the key of "${issuer}"` }
  return [fail(heldBy('bad-signature', certificates.length === 1), fault)]
}

/** Faults that only an issuer certificate can have. */
const OF_ISSUERS = {
  'not-a-ca': 'not-a-ca',
  'path-length': 'path-length',
  'no-key-cert-sign': 'no-key-cert-sign',
  'extended-key-usage': 'intermediate-usage',
} as const

const isOfIssuers = (code: ViolationCode): code is keyof typeof OF_ISSUERS => code in OF_ISSUERS

function toFinding({ code, index, detail }: Violation, path: JudgedPath): Finding<Evidence>[] {
  if (isElsewhere(code) || (code === 'extended-key-usage' && index === 0)) return []
  const at = path.certificates[index]
  const fault: Fault = { certificate: at ? subjectName(at) : (path.anchor?.name ?? ''), detail }
  if (isOfIssuers(code)) return [fail(OF_ISSUERS[code], fault)]
  if (code === 'unsupported-key') return [unknown(heldBy(code, index === 0), fault)]
  return [fail(heldBy(code, index === 0), fault)]
}
