/** Fetches a certificate's issuer from the address it names (caIssuers, RFC 5280 section 4.2.2.1). */
import { DerError, readCertificate, readPem, readPkcs7 } from '../x509/index.js'
import type { Names } from './names.js'
import { askPlainHttp, type Failure, no } from './plain-http.js'
import { recent } from './recent.js'

const MAX_BYTES = 65_536
/** A certs-only message may contain all of a CA's certificates; more than this is no use. */
const MAX_CERTIFICATES = 16
/** There are not that many authorities. */
const MAX_KEPT = 1000

export type Fetched = { certificates: string[] } | Failure

export type IssuerFetcher = (url: string) => Promise<Fetched>

/** Each address is requested once. */
export function issuerFetcher(names: Names, signal?: AbortSignal): IssuerFetcher {
  const once = recent<Promise<Fetched>>(MAX_KEPT)
  return (url) => once(url, () => fetchIssuer(url, names, signal))
}

async function fetchIssuer(url: string, names: Names, signal: AbortSignal | undefined): Promise<Fetched> {
  const accept = 'application/pkix-cert, application/pkcs7-mime'
  const answer = await askPlainHttp({ url, accept, maxBytes: MAX_BYTES }, names, signal)
  return 'failure' in answer ? answer : certificatesIn(answer.body)
}

/** The bytes decide, not the media type, which is often wrong. */
const READERS: readonly ((body: Buffer) => Buffer[])[] = [
  (body) => [body],
  readPkcs7,
  // Seen in the wild, although no RFC allows it.
  (body) => readPem(body.toString('latin1')),
]

/** A certificate in DER, a certs-only PKCS #7 (RFC 5280 section 4.2.2.1 allows both), or PEM. */
function certificatesIn(body: Buffer): Fetched {
  for (const read of READERS) {
    const found = attempt(body, read)
    if (found.length > 0) {
      return { certificates: found.slice(0, MAX_CERTIFICATES).map((der) => der.toString('base64')) }
    }
  }
  return no('no certificate')
}

function attempt(body: Buffer, read: (body: Buffer) => Buffer[]): Buffer[] {
  try {
    const found = read(body)
    for (const der of found) readCertificate(der)
    return found
  } catch (error) {
    if (error instanceof DerError) return []
    throw error
  }
}
