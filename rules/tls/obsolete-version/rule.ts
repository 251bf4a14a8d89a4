import { defineRule, evidence, fail, pass, unknown } from '../../../src/engine/rule.js'
import type { TlsVersion } from '../../../src/facts/index.js'
import { A_CHAIN } from '../../presuppositions.js'

/** Versions that should be disabled: SSL 3.0 (RFC 7568), TLS 1.0 and 1.1 (RFC 8996). */
export default defineRule({
  id: 'tls/obsolete-version',
  subject: 'endpoint',
  presupposes: A_CHAIN,
  needs: ['tlsVersions'],
  evidence: evidence<{
    pass: { refused: TlsVersion[] }
    ssl3: { accepted: TlsVersion[] }
    deprecated: { accepted: TlsVersion[] }
    'no-answer': { silent: TlsVersion[] }
  }>(),
  reasons: { ssl3: 'fail', deprecated: 'fail', 'no-answer': 'unknown' },
  judge({ tlsVersions }) {
    const accepts = (version: TlsVersion) => tlsVersions[version].kind === 'accepted'
    const deprecated = (['TLSv1', 'TLSv1.1'] as const).filter(accepts)
    const found = [
      ...(accepts('SSLv3') ? [fail('ssl3', { accepted: ['SSLv3' as TlsVersion] })] : []),
      ...(deprecated.length > 0 ? [fail('deprecated', { accepted: deprecated })] : []),
    ]
    const refused: TlsVersion[] = ['SSLv3', 'TLSv1', 'TLSv1.1']
    const silent = refused.filter((version) => tlsVersions[version].kind === 'no-answer')
    // Accepted versions don't tell anything about those that got no answer.
    if (silent.length > 0) return [...found, unknown('no-answer', { silent })]
    return found.length > 0 ? found : [pass({ refused })]
  },
})
