/** Requests OCSP responses (RFC 6960 appendix A) and CRLs (RFC 5280 section 4.2.1.13). Bytes only. */
import type { Names } from './names.js'
import { askPlainHttp, type PlainAnswer } from './plain-http.js'
import { recent } from './recent.js'

const MAX_OCSP = 65_536
const MAX_CRL = 4 << 20
const MAX_OCSP_KEPT = 500
const MAX_CRL_KEPT = 12
/** RFC 5019 section 5: longer requests are POSTed. */
const MAX_GET = 255

export interface RevocationFetcher {
  ocsp(url: string, request: Buffer): Promise<PlainAnswer>
  /** A list that several certificates name is asked for once. */
  crl(url: string): Promise<PlainAnswer>
}

export function revocationFetcher(names: Names, signal?: AbortSignal): RevocationFetcher {
  const onceOcsp = recent<Promise<PlainAnswer>>(MAX_OCSP_KEPT)
  const onceCrl = recent<Promise<PlainAnswer>>(MAX_CRL_KEPT)
  const accept = 'application/pkix-crl'
  return {
    ocsp: (url, request) =>
      onceOcsp(`${url} ${request.toString('base64')}`, () => askResponder(url, request, names, signal)),
    crl: (url) => onceCrl(url, () => askPlainHttp({ url, accept, maxBytes: MAX_CRL }, names, signal)),
  }
}

/** By GET, so that caches can answer; by POST where the request is long or GET is refused. */
async function askResponder(
  url: string,
  request: Buffer,
  names: Names,
  signal: AbortSignal | undefined,
): Promise<PlainAnswer> {
  const how = { accept: 'application/ocsp-response', maxBytes: MAX_OCSP }
  const inPath = encodeURIComponent(request.toString('base64'))
  if (inPath.length <= MAX_GET) {
    const answer = await askPlainHttp({ url: `${url.replace(/\/$/, '')}/${inPath}`, ...how }, names, signal)
    if (!('failure' in answer) || !answer.refused || !answer.failure.startsWith('HTTP ')) return answer
  }
  const body = { type: 'application/ocsp-request', bytes: request }
  return askPlainHttp({ url, ...how, body }, names, signal)
}
