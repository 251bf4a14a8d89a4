import { evidence, fail, notApplicable, pass } from '../../src/engine/rule.js'
import { defineChainRule, nameOf } from './chain-rule.js'

/** Each certificate certifies the one before it (RFC 5246 section 7.4.2). Strangers and duplicates are surplus, not disorder. */
export default defineChainRule({
  id: 'certificate/chain-order',
  evidence: evidence<{
    pass: { certificates: string[] }
    disorder: { sent: string[]; ordered: string[] }
  }>(),
  judge({ analysis }, { store }) {
    const path = analysis.bestSent(store).certificates
    if (path.length < 2) return [notApplicable]
    const ids = analysis.sent.map((certificate) => certificate?.sha256)
    const positions = path.map(({ sha256 }) => ids.indexOf(sha256))
    const ordered = path.map(nameOf)
    if (positions.every((at, index) => index === 0 || at > (positions[index - 1] ?? -1))) {
      return [pass({ certificates: ordered })]
    }
    const sent = [...positions].sort((a, b) => a - b).map((at) => ordered[positions.indexOf(at)] ?? '')
    return [fail('disorder', { sent, ordered })]
  },
})
