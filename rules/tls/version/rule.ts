import { defineRule, evidence, fail, pass, unknown } from '../../../src/engine/rule.js'
import { TLS_VERSIONS, type TlsVersion } from '../../../src/facts/index.js'
import { A_TLS_ANSWER } from '../../presuppositions.js'

/** The server must support a TLS version that phones still accept. */
export default defineRule({
  id: 'tls/version',
  subject: 'endpoint',
  presupposes: A_TLS_ANSWER,
  needs: ['tlsVersions'],
  parameters: { minimum: 'TLSv1.2' as TlsVersion },
  choices: { minimum: ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] },
  evidence: evidence<{
    pass: { accepted: TlsVersion[] }
    'too-old': { minimum: TlsVersion; accepted: TlsVersion[] }
    'no-answer': { silent: TlsVersion[] }
  }>(),
  reasons: { 'too-old': 'fail', 'no-answer': 'unknown' },
  judge({ tlsVersions }, { minimum }) {
    if (!TLS_VERSIONS.includes(minimum)) throw new RangeError(`minimum: one of ${TLS_VERSIONS.join(', ')}`)
    const accepts = (version: TlsVersion) => tlsVersions[version].kind === 'accepted'
    const enough = TLS_VERSIONS.slice(TLS_VERSIONS.indexOf(minimum))
    const accepted = enough.filter(accepts)
    if (accepted.length > 0) return [pass({ accepted })]
    const silent = enough.filter((version) => tlsVersions[version].kind === 'no-answer')
    if (silent.length > 0) return [unknown('no-answer', { silent })]
    return [fail('too-old', { minimum, accepted: TLS_VERSIONS.filter(accepts) })]
  },
})
