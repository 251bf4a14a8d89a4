import { evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import { sctsSent } from '../../../src/trust/index.js'
import type { Certificate, Sct } from '../../../src/x509/index.js'
import { defineChainRule } from '../chain-rule.js'
import { stapledScts } from '../staple.js'

const DAY = 86_400_000

type Counts = { embedded: number; handshake: number; stapled: number; needed: number; days: number }

/** Number of embedded SCTs by lifetime, since 2021-04-21 (Apple 103214, Chromium CT policy). */
const needed = (days: number) => (days <= 180 ? 2 : 3)

/** Before that, by months (Apple 103214). */
function neededBefore2021(days: number): number {
  const months = days / 30.4375
  if (months < 15) return 2
  if (months <= 27) return 3
  return months <= 39 ? 4 : 5
}

function demandOn(leaf: Certificate): Pick<Counts, 'needed' | 'days'> {
  const days = lifetimeDays(leaf)
  const isOld = leaf.notBefore < Date.parse('2021-04-21T00:00:00Z')
  return { needed: isOld ? neededBefore2021(days) : needed(days), days }
}

/**
 * Enough Signed Certificate Timestamps from distinct logs, embedded or in the TLS extension; on iOS also in a stapled
 * OCSP response. Whether the logs are approved is not checked, since that needs a current log list. Only for chains to
 * built-in roots.
 */
export default defineChainRule({
  id: 'certificate/transparency',
  parameters: { issuedFrom: '2018-10-16' },
  evidence: evidence<{ pass: Counts; none: Counts; 'too-few': Counts }>(),
  reasons: { none: 'fail', 'too-few': 'fail' },
  judge({ chain, analysis, leaf }, { store, issuedFrom }) {
    const best = analysis.best(store)
    if (best.record === null || leaf.notBefore < Date.parse(`${issuedFrom}T00:00:00Z`)) return [notApplicable]
    const sent = sctsSent(chain)
    const stapled = store === 'ios' ? stapledScts(chain, analysis, leaf, store) : []
    const counts: Counts = {
      embedded: distinct(leaf.scts),
      handshake: distinct(sent),
      stapled: distinct(stapled),
      ...demandOn(leaf),
    }
    if (counts.embedded >= counts.needed || counts.handshake >= 2) return [pass(counts)]
    // Apple 103214: two logs in total are enough if at least one timestamp comes with the handshake.
    const outside = [...sent, ...stapled]
    const all = distinct([...leaf.scts, ...outside])
    if (store === 'ios' && outside.length > 0 && all >= 2) return [pass(counts)]
    // More may have come with the handshake.
    if (chain.byRequest) return [notApplicable]
    return [fail(all === 0 ? 'none' : 'too-few', counts)]
  },
})

const lifetimeDays = ({ notBefore, notAfter }: Certificate) => Math.floor((notAfter - notBefore) / DAY)
const distinct = (scts: readonly Sct[]) => new Set(scts.map(({ logId }) => logId)).size
