import { evidence, type Finding, fail, notApplicable, pass, unknown } from '../../../src/engine/rule.js'
import type { RevocationAnswer } from '../../../src/facts/index.js'
import { putTo } from '../../../src/grouping.js'
import type { Certificate, Revocation } from '../../../src/x509/index.js'
import {
  type ByHolder,
  type ChainInput,
  defineChainRule,
  forBoth,
  heldBy,
  instant,
  type Named,
  named,
} from '../chain-rule.js'
import { stapleStatus } from '../staple.js'

/** RFC 7633 section 4.2.3.1: the server promises to staple. */
const STATUS_REQUEST = 5

type Source = 'staple' | 'ocsp' | 'crl'
type Evidence = {
  pass: { source: Source; until: string | null }
  'revoked-staple': { certificate: Named; since: string; cause: string }
  'no-staple': { certificate: Named }
  'bad-staple': { certificate: Named; why: string }
  'stale-staple': { certificate: Named; why: string }
} & ByHolder<{
  revoked: { certificate: Named; source: Exclude<Source, 'staple'>; since: string; cause: string }
  'no-answer': { certificate: Named; asked: { url: string; failure: string }[] }
}>

/**
 * Not revoked, according to a valid staple or the answer to a query. A certificate without revocation addresses passes;
 * if those queried did not answer, the result is unknown.
 */
export default defineChainRule({
  id: 'certificate/revocation',
  evidence: evidence<Evidence>(),
  reasons: {
    'revoked-staple': 'fail',
    'stale-staple': 'fail',
    'no-staple': 'fail',
    'bad-staple': 'fail',
    ...forBoth({ revoked: 'fail' }),
    ...forBoth({ 'no-answer': 'unknown' }),
  },
  judge(input, { store }, { now }) {
    const { chain, analysis, leaf } = input
    const staple = stapleStatus(chain, analysis, leaf, store)
    const revoked = [...revokedByStaple(staple, leaf), ...revokedByAnswers(input, now)]
    const gone = new Set(revoked.map(({ evidence: { certificate } }) => certificate.sha256))
    // Once a certificate is revoked, nothing else matters.
    const found = [
      ...revoked,
      ...(gone.has(leaf.sha256) ? [] : stapleFaults(input, staple)),
      ...withoutAnswer(input, now).filter(({ evidence: { certificate } }) => !gone.has(certificate.sha256)),
    ]
    if (found.length > 0) return found
    if (staple?.status === 'good') return [pass({ source: 'staple', until: until(staple) })]
    for (const { of, source, found } of chain.revocation ?? []) {
      if (of === leaf.sha256 && found?.status === 'good') return [pass({ source, until: until(found) })]
    }
    return [notApplicable]
  },
})

const until = ({ nextUpdate }: { nextUpdate: number | null }) =>
  nextUpdate === null ? null : instant(nextUpdate)

function revokedByStaple(staple: Revocation | null, leaf: Certificate) {
  if (staple?.status !== 'revoked') return []
  const { at, reason } = staple
  return [fail('revoked-staple', { certificate: named(leaf), since: instant(at), cause: reason })]
}

function revokedByAnswers({ chain, analysis, leaf }: ChainInput, now: number) {
  return (chain.revocation ?? []).flatMap(({ of, source, found }) => {
    if (found?.status !== 'revoked' || found.at > now) return []
    const certificate = certificateOf(of, analysis)
    if (!certificate) return []
    const facts = { certificate: named(certificate), source, since: instant(found.at), cause: found.reason }
    return [fail(heldBy('revoked', of === leaf.sha256), facts)]
  })
}

function certificateOf(sha256: string, { paths }: ChainInput['analysis']): Certificate | undefined {
  return paths.flatMap(({ certificates }) => certificates).find((one) => one.sha256 === sha256)
}

/** Must-staple: clients that support it reject a handshake without a valid staple. A file can't staple; of what only a
 *  request got, no staple was read. */
function stapleFaults({ chain, leaf }: ChainInput, staple: Revocation | null): Finding<Evidence>[] {
  const certificate = named(leaf)
  const promised = !chain.fromFile && !chain.byRequest && leaf.tlsFeatures.includes(STATUS_REQUEST)
  if (promised && chain.ocspStaple === undefined) return [fail('no-staple', { certificate })]
  if (staple?.status !== 'unknown') return []
  return [fail(promised ? 'bad-staple' : 'stale-staple', { certificate, why: staple.why })]
}

/** Certificates that were queried without a usable answer at this instant. */
function withoutAnswer({ chain, analysis, leaf }: ChainInput, now: number) {
  const asked = new Map<string, RevocationAnswer[]>()
  for (const answer of chain.revocation ?? []) putTo(asked, answer.of, answer)
  return [...asked].flatMap(([of, answers]) => {
    const certificate = certificateOf(of, analysis)
    if (!certificate || answers.some((answer) => holds(answer, now))) return []
    const tried = answers.map(({ url, failure = 'stale' }) => ({ url, failure }))
    return [
      unknown(heldBy('no-answer', of === leaf.sha256), { certificate: named(certificate), asked: tried }),
    ]
  })
}

function holds({ found }: RevocationAnswer, now: number): boolean {
  if (found?.status === 'revoked') return true
  if (found?.status !== 'good') return false
  return now >= found.thisUpdate && (found.nextUpdate === null || now <= found.nextUpdate)
}
