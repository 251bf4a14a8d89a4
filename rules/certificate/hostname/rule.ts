import { evidence, fail, pass } from '../../../src/engine/rule.js'
import { type Certificate, type MatchOptions, matchHost } from '../../../src/x509/index.js'
import { defineChainRule } from '../chain-rule.js'

/** Names shown at most; certificates of content networks hold hundreds. */
const SHOWN = 10

/** RFC 9525: dNSName (or iPAddress) in subjectAltName, never the common name. */
export default defineChainRule({
  id: 'certificate/hostname',
  parameters: { wildcardOnPublicSuffix: false, trailingDot: false },
  evidence: evidence<{
    pass: { name: string }
    mismatch: { host: string; names: string[]; count: number; wildcardTooDeep: boolean }
    'common-name-only': { host: string; commonName: string }
    'wildcard-on-public-suffix': { host: string; name: string }
    'trailing-dot': { host: string; name: string }
  }>(),
  reasons: {
    mismatch: 'fail',
    'common-name-only': 'fail',
    'wildcard-on-public-suffix': 'fail',
    'trailing-dot': 'fail',
  },
  judge({ leaf }, { wildcardOnPublicSuffix, trailingDot }, { host, registrySuffix }) {
    const options: MatchOptions = {
      wildcardOnPublicSuffix: wildcardOnPublicSuffix ? 'accept' : 'refuse',
      isPublicSuffix: (domain) => domain === registrySuffix,
    }
    const { by } = matchHost(leaf, host, { ...options, trailingDot })
    if (by !== undefined) return [pass({ name: by })]
    const dotted = matchHost(leaf, host, { ...options, trailingDot: true }).by
    if (dotted !== undefined) return [fail('trailing-dot', { host, name: dotted })]
    const overReach = matchHost(leaf, host, { trailingDot: true }).by
    if (overReach !== undefined) return [fail('wildcard-on-public-suffix', { host, name: overReach })]
    return [mismatch(leaf, host)]
  },
})

function mismatch({ subjectAltName, subject }: Certificate, host: string) {
  const names = [...(subjectAltName?.dns ?? []), ...(subjectAltName?.ip ?? [])]
  if (names.length === 0 && subject.commonName !== null)
    return fail('common-name-only', { host, commonName: subject.commonName })
  const wildcardTooDeep = names.some((name) => name.startsWith('*.') && host.endsWith(name.slice(1)))
  return fail('mismatch', { host, names: names.slice(0, SHOWN), count: names.length, wildcardTooDeep })
}
