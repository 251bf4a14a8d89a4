import { evidence, type Finding, fail, notApplicable, pass, unknown } from '../../src/engine/rule.js'
import type { RevocationAnswer } from '../../src/facts/index.js'
import type { Certificate, Revocation } from '../../src/x509/index.js'
import { type ChainInput, defineChainRule, instant, type Named, named } from './chain-rule.js'
import { stapleStatus } from './staple.js'

/** RFC 7633 section 4.2.3.1: the server promises to staple. */
const STATUS_REQUEST = 5

type Source = 'staple' | 'ocsp' | 'crl'
type Evidence = {
  pass: { source: Source; until: string | null }
  revoked: {
    certificate: Named
    leaf: boolean
    source: Exclude<Source, 'staple'>
    since: string
    cause: string
  }
  'revoked-staple': { certificate: Named; since: string; cause: string }
  'no-staple': { certificate: Named }
  'bad-staple': { certificate: Named; why: string }
  'stale-staple': { certificate: Named; why: string }
  'no-answer': { certificate: Named; asked: { url: string; failure: string }[] }
}

/**
 * Not revoked, as far as a staple that holds or an answer that was asked for says. A certificate without any
 * revocation address is in order, and silence is no finding harder than a warning: clients don't mind it either.
 */
export default defineChainRule({
  id: 'certificate/revocation',
  evidence: evidence<Evidence>(),
  reasons: {
    'revoked-staple': 'fail',
    'stale-staple': 'fail',
    revoked: 'fail',
    'no-staple': 'fail',
    'bad-staple': 'fail',
    'no-answer': 'unknown',
  },
  judge(input, { store }, { now }) {
    const { chain, analysis, leaf } = input
    const staple = stapleStatus(chain, analysis, leaf, store)
    const revoked = [...revokedByStaple(staple, leaf), ...revokedByAnswers(input, now)]
    if (revoked.length > 0) return revoked
    const broken = brokenPromise(input, staple)
    if (broken) return [broken]
    if (staple?.status === 'unknown')
      return [fail('stale-staple', { certificate: named(leaf), why: staple.why })]
    const silent = withoutAnswer(input, now)
    if (silent.length > 0) return silent
    if (staple?.status === 'good') return [pass({ source: 'staple', until: until(staple) })]
    for (const { of, source, found } of chain.revocation ?? []) {
      if (of === leaf.sha256 && found?.status === 'good') return [pass({ source, until: until(found) })]
    }
    return [notApplicable]
  },
})

const until = ({ nextUpdate }: { nextUpdate: number | null }) =>
  nextUpdate === null ? null : instant(nextUpdate)

function revokedByStaple(staple: Revocation | null, leaf: Certificate): Finding<Evidence>[] {
  if (staple?.status !== 'revoked') return []
  const { at, reason } = staple
  return [fail('revoked-staple', { certificate: named(leaf), since: instant(at), cause: reason })]
}

function revokedByAnswers({ chain, analysis, leaf }: ChainInput, now: number): Finding<Evidence>[] {
  return (chain.revocation ?? []).flatMap(({ of, source, found }) => {
    if (found?.status !== 'revoked' || found.at > now) return []
    const certificate = certificateOf(of, analysis)
    if (!certificate) return []
    const since = instant(found.at)
    const facts = { certificate: named(certificate), leaf: of === leaf.sha256, source, since }
    return [fail('revoked', { ...facts, cause: found.reason })]
  })
}

function certificateOf(sha256: string, { paths }: ChainInput['analysis']): Certificate | undefined {
  return paths.flatMap(({ certificates }) => certificates).find((one) => one.sha256 === sha256)
}

/** Must-staple: clients that know it refuse a handshake without a staple that holds. A file can't staple. */
function brokenPromise({ chain, leaf }: ChainInput, staple: Revocation | null): Finding<Evidence> | null {
  if (chain.fromFile || !leaf.tlsFeatures.includes(STATUS_REQUEST)) return null
  if (chain.ocspStaple === undefined) return fail('no-staple', { certificate: named(leaf) })
  if (staple?.status !== 'unknown') return null
  return fail('bad-staple', { certificate: named(leaf), why: staple.why })
}

/** Certificates that were asked about, and no answer counts at this instant. */
function withoutAnswer({ chain, analysis }: ChainInput, now: number): Finding<Evidence>[] {
  const asked = new Map<string, RevocationAnswer[]>()
  for (const answer of chain.revocation ?? []) asked.set(answer.of, [...(asked.get(answer.of) ?? []), answer])
  return [...asked].flatMap(([of, answers]) => {
    const certificate = certificateOf(of, analysis)
    if (!certificate || answers.some((answer) => holds(answer, now))) return []
    const tried = answers.map(({ url, failure = 'stale' }) => ({ url, failure }))
    return [unknown('no-answer', { certificate: named(certificate), asked: tried })]
  })
}

function holds({ found }: RevocationAnswer, now: number): boolean {
  if (found?.status === 'revoked') return true
  if (found?.status !== 'good') return false
  return now >= found.thisUpdate && (found.nextUpdate === null || now <= found.nextUpdate)
}
