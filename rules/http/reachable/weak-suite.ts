/** HTTP/2 over a cipher suite that RFC 9113 forbids there (section 9.2.2 and appendix A). */
import { type Finding, fail } from '../../../src/engine/rule.js'
import type { EndpointFacts } from '../../../src/facts/index.js'
import type { Reasons } from './reasons.js'

/** Those that Chromium offers in TLS 1.2 and does not take for HTTP/2: without ECDHE, or without AEAD. */
const WEAK = new Set([0x000a, 0x002f, 0x0035, 0x009c, 0x009d, 0xc009, 0xc00a, 0xc013, 0xc014])

/** The first address that chooses such a suite together with HTTP/2; in TLS 1.3 there is none. */
export function weakSuite(endpoints: readonly EndpointFacts[]): Finding<Reasons>[] {
  const found = endpoints.flatMap(({ address, handshakes }) => {
    const answer = handshakes['tls1.2']
    if (answer?.kind !== 'accepted' || handshakes['tls1.3']?.kind !== 'refused') return []
    return answer.alpn === 'h2' && WEAK.has(answer.cipher) ? [{ address, cipher: answer.cipher }] : []
  })
  return found.slice(0, 1).map((one) => fail('http2-weak-suite', one))
}
