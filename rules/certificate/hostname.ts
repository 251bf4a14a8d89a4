import { evidence, fail, pass } from '../../src/engine/rule.js'
import { matchHost } from '../../src/x509/index.js'
import { defineChainRule } from './chain-rule.js'

/** Names shown at most; certificates of content networks hold hundreds. */
const SHOWN = 10

/** RFC 9525: dNSName (or iPAddress) in subjectAltName, never the common name. */
export default defineChainRule({
  id: 'certificate/hostname',
  parameters: { wildcardOnPublicSuffix: false },
  evidence: evidence<{
    pass: { name: string }
    mismatch: { host: string; names: string[]; count: number; wildcardTooDeep: boolean }
    'common-name-only': { host: string; commonName: string }
    'wildcard-on-public-suffix': { host: string; name: string }
  }>(),
  reasons: { mismatch: 'fail', 'common-name-only': 'fail', 'wildcard-on-public-suffix': 'fail' },
  judge({ leaf }, { wildcardOnPublicSuffix }, { host, registrySuffix }) {
    const { by } = matchHost(leaf, host, {
      wildcardOnPublicSuffix: wildcardOnPublicSuffix ? 'accept' : 'refuse',
      isPublicSuffix: (domain) => domain === registrySuffix,
    })
    if (by !== undefined) return [pass({ name: by })]
    const overReach = matchHost(leaf, host).by
    if (overReach !== undefined) return [fail('wildcard-on-public-suffix', { host, name: overReach })]
    const { subjectAltName, subject } = leaf
    const names = [...(subjectAltName?.dns ?? []), ...(subjectAltName?.ip ?? [])]
    if (names.length === 0 && subject.commonName !== null) {
      return [fail('common-name-only', { host, commonName: subject.commonName })]
    }
    const wildcardTooDeep = names.some((name) => name.startsWith('*.') && host.endsWith(name.slice(1)))
    return [fail('mismatch', { host, names: names.slice(0, SHOWN), count: names.length, wildcardTooDeep })]
  },
})
