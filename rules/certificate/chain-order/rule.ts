import { evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import type { Certificate } from '../../../src/x509/index.js'
import { defineChainRule, subjectName } from '../chain-rule.js'

/**
 * Each certificate certifies the one before it (RFC 5246 section 7.4.2). Unrelated certificates and duplicates are
 * reported as surplus, not as disorder.
 */
export default defineChainRule({
  id: 'certificate/chain-order',
  evidence: evidence<{
    pass: { certificates: string[] }
    disorder: { sent: string[]; ordered: string[] }
    /** Only a file can have this problem: whatever a server sends first is its certificate. */
    'leaf-not-first': { position: number; ordered: string[] }
  }>(),
  reasons: { disorder: 'fail', 'leaf-not-first': 'fail' },
  judge({ chain: { leafAt }, analysis }, { store }) {
    const path = analysis.bestSent(store).certificates
    if (leafAt !== undefined)
      return [fail('leaf-not-first', { position: leafAt, ordered: path.map(subjectName) })]
    if (path.length < 2) return [notApplicable]
    const ids = analysis.sent.map((certificate) => certificate?.sha256)
    const ordered = path.map(subjectName)
    if (standsInOrder(path, ids)) return [pass({ certificates: ordered })]
    const positions = path.map(({ sha256 }) => ids.indexOf(sha256))
    const sent = [...positions].sort((a, b) => a - b).map((at) => ordered[positions.indexOf(at)] ?? '')
    return [fail('disorder', { sent, ordered })]
  },
})

/** Without anything else that was sent, duplicates included. */
function standsInOrder(path: readonly Certificate[], ids: readonly (string | undefined)[]): boolean {
  let from = 0
  return path.every(({ sha256 }) => {
    const at = ids.indexOf(sha256, from)
    from = at + 1
    return at >= 0
  })
}
