/** What an endpoint answers when each version is asked for alone. */
import type { Rule, Subjects } from '../../../src/engine/index.js'
import type { Handshake, TlsVersion } from '../../../src/facts/index.js'
import { context, told } from '../../helpers/chains.js'
import { accepted, endpoint, refused, silent } from '../../helpers/targets.js'

/** `+` accepted, `-` refused, `?` silent; in the order SSL 3.0, TLS 1.0, 1.1, 1.2, 1.3. */
export function versions(marks: string): Record<TlsVersion, Handshake> {
  const answer = (version: TlsVersion, mark = '-') =>
    mark === '+' ? accepted(version) : mark === '-' ? refused : silent
  const [ssl3, tls10, tls11, tls12, tls13] = marks
  return {
    SSLv3: answer('SSLv3', ssl3),
    TLSv1: answer('TLSv1', tls10),
    'TLSv1.1': answer('TLSv1.1', tls11),
    'TLSv1.2': answer('TLSv1.2', tls12),
    'TLSv1.3': answer('TLSv1.3', tls13),
  }
}

// biome-ignore lint/suspicious/noExplicitAny: any rule over endpoints
type VersionRule = Rule<string, 'endpoint', any, any>

export function toldOfVersions(rule: VersionRule, marks: string, parameters = {}, setting = {}) {
  const facts = { endpoint: endpoint('93.184.216.34'), handshakes: {}, tlsVersions: versions(marks) }
  return told(
    rule.judge(
      facts as unknown as Subjects['endpoint'],
      { ...rule.parameters, ...parameters },
      context(setting),
    ),
  )
}
