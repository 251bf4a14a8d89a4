/** Queries OCSP and CRLs for every certificate in the path a client chooses. */
import type { ChainFact, RevocationAnswer } from '../facts/index.js'
import type { PlainAnswer, RevocationFetcher } from '../probes/index.js'
import { analyse } from '../trust/index.js'
import {
  type Certificate,
  crlStatus,
  DerError,
  type Issuer,
  isSelfSigned,
  ocspRequest,
  ocspStatus,
  pathIssuer,
  type Revocation,
  readCrl,
  readOcspResponse,
} from '../x509/index.js'

/** How many addresses of one kind are tried for a certificate. */
const MAX_ADDRESSES = 2

interface AskContext {
  now: number
  ca: readonly string[]
  fetcher: RevocationFetcher
}

export async function askAbout(chain: ChainFact, context: AskContext): Promise<ChainFact> {
  const analysis = analyse(chain, context)
  if (!analysis.leaf) return chain
  const path = analysis.best('ios')
  const lists = await Promise.all(
    path.certificates.map((certificate, index) => {
      const issuer = pathIssuer(path, index)
      return issuer === null || isSelfSigned(certificate) ? [] : ask(certificate, issuer, context)
    }),
  )
  return { ...chain, revocation: lists.flat() }
}

/** OCSP first; a CRL, which is larger, only if no responder gave a usable answer. */
async function ask(
  certificate: Certificate,
  issuer: Issuer,
  { now, fetcher }: AskContext,
): Promise<RevocationAnswer[]> {
  const request = certificate.ocsp.length > 0 ? ocspRequest(certificate, issuer) : null
  const answers: RevocationAnswer[] = []
  const settled = () => answers.some(({ found }) => found !== undefined)
  const read = {
    ocsp: (body: Buffer) => ocspStatus(readOcspResponse(body), certificate, issuer, now),
    crl: (body: Buffer) => crlStatus(readCrl(body), certificate, issuer, now),
  }
  const note = (source: 'ocsp' | 'crl', url: string, answer: PlainAnswer) =>
    answers.push({ of: certificate.sha256, source, url, ...reduced(answer, read[source]) })
  for (const url of request ? certificate.ocsp.slice(0, MAX_ADDRESSES) : []) {
    if (request && !settled()) note('ocsp', url, await fetcher.ocsp(url, request))
  }
  for (const url of certificate.crl.slice(0, MAX_ADDRESSES)) {
    if (!settled()) note('crl', url, await fetcher.crl(url))
  }
  return answers
}

function reduced(
  answer: PlainAnswer,
  read: (body: Buffer) => Revocation,
): Pick<RevocationAnswer, 'found' | 'failure'> {
  if ('failure' in answer) return { failure: answer.failure }
  try {
    const found = read(answer.body)
    return found.status === 'unknown' ? { failure: found.why } : { found }
  } catch (error) {
    if (error instanceof DerError) return { failure: 'malformed' }
    throw error
  }
}
