import { evidence, fail, pass } from '../../../src/engine/rule.js'
import type { ChainAnalysis } from '../../../src/trust/index.js'
import { type Certificate, isSelfSigned } from '../../../src/x509/index.js'
import { defineChainRule, subjectName } from '../chain-rule.js'

type Surplus = { position: number; subject: string; why: 'duplicate' | 'root' | 'stranger' | 'unreadable' }

/** Certificates that help no client and are sent in every handshake. */
export default defineChainRule({
  id: 'certificate/chain-surplus',
  evidence: evidence<{
    pass: { sent: number }
    surplus: { certificates: Surplus[]; bytes: number }
  }>(),
  reasons: { surplus: 'fail' },
  judge({ chain, analysis }, { store }) {
    const useful = usefulIds(analysis, store)
    const surplus = analysis.sent.flatMap((certificate, position): Surplus[] => {
      const why = position === 0 ? null : whySurplus(certificate, position, analysis, useful)
      return why
        ? [{ position: position + 1, subject: certificate ? subjectName(certificate) : '', why }]
        : []
    })
    if (surplus.length === 0) return [pass({ sent: analysis.sent.length })]
    const bytes = surplus.reduce((sum, { position }) => sum + sizeOf(chain.certificates[position - 1]), 0)
    return [fail('surplus', { certificates: surplus, bytes })]
  },
})

const sizeOf = (base64 = '') => Buffer.from(base64, 'base64').length

/** On a path to any known anchor, or on the longest path. */
function usefulIds(analysis: ChainAnalysis, store: 'ios' | 'android' | 'chrome'): Set<string> {
  const anchored = analysis.paths.filter(({ anchor }) => anchor !== null)
  const paths = anchored.length > 0 ? anchored : [analysis.best(store)]
  return new Set(paths.flatMap(({ certificates }) => certificates.map(({ sha256 }) => sha256)))
}

function whySurplus(
  certificate: Certificate | null,
  position: number,
  { sent, paths }: ChainAnalysis,
  useful: Set<string>,
): Surplus['why'] | null {
  if (!certificate) return 'unreadable'
  const first = sent.findIndex((other) => other?.sha256 === certificate.sha256)
  if (first < position) return 'duplicate'
  // A root in no store is certificate/trusted's concern; no client has it already.
  if (isSelfSigned(certificate)) return paths.some(({ anchor }) => anchor !== null) ? 'root' : null
  return useful.has(certificate.sha256) ? null : 'stranger'
}
