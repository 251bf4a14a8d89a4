import { defineRule, evidence, fail, notApplicable, pass, unknown } from '../../../src/engine/rule.js'
import type { TlsVersion } from '../../../src/facts/index.js'
import { A_CHAIN } from '../../presuppositions.js'

const OLD = ['TLSv1', 'TLSv1.1'] as const

/** TLS 1.1 and 1.2 are on by default from Android 5.0 on (developer.android.com, SSLSocket). */
const FIRST_MODERN = 5

/** Android 4.4 and older use TLS 1.0 or 1.1 by default; only relevant if the config includes those versions. */
export default defineRule({
  id: 'tls/legacy-android',
  subject: 'endpoint',
  presupposes: A_CHAIN,
  needs: ['tlsVersions'],
  evidence: evidence<{
    pass: { accepted: TlsVersion[] }
    'modern-only': { refused: TlsVersion[] }
    'no-answer': { silent: TlsVersion[] }
  }>(),
  reasons: { 'modern-only': 'fail', 'no-answer': 'unknown' },
  judge({ tlsVersions }, _, { legacyOs }) {
    if (Number.parseInt(legacyOs.android, 10) >= FIRST_MODERN) return [notApplicable]
    const accepted = OLD.filter((version) => tlsVersions[version].kind === 'accepted')
    if (accepted.length > 0) return [pass({ accepted })]
    const silent = OLD.filter((version) => tlsVersions[version].kind === 'no-answer')
    if (silent.length > 0) return [unknown('no-answer', { silent })]
    const modern = (['TLSv1.2', 'TLSv1.3'] as const).some((v) => tlsVersions[v].kind === 'accepted')
    return [modern ? fail('modern-only', { refused: [...OLD] }) : notApplicable]
  },
})
