/** Servers that request a client certificate, which phones don't have, and those that require it. */
import { type EndpointFacts, type HttpFact, httpEnding } from '../../src/facts/index.js'
import { modernFlights } from './speaks-tls.js'

/** RFC 8446 section 6.2: certificate_required. */
const CERTIFICATE_REQUIRED = 116

/** Addresses that requested a client certificate in a handshake of TLS 1.2 or later. */
export function askingAddresses(endpoints: readonly EndpointFacts[]): string[] {
  const asks = (endpoint: EndpointFacts) =>
    modernFlights(endpoint).some(({ clientCertificateRequested }) => clientCertificateRequested === true)
  return endpoints.filter(asks).map(({ address }) => address)
}

/** Did the handshake fail because there was no client certificate? */
export function insists(endpoints: readonly EndpointFacts[], http: HttpFact | null): boolean {
  if (!http) return false
  const ending = httpEnding(http)
  if (ending.kind !== 'ended') return false
  return ending.alert === CERTIFICATE_REQUIRED || askingAddresses(endpoints).length > 0
}
