/** The OCSP response stapled to a handshake, as rules use it. */
import type { ChainFact } from '../../src/facts/index.js'
import type { ChainAnalysis, Store } from '../../src/trust/index.js'
import {
  type Certificate,
  DerError,
  ocspStatus,
  pathIssuer,
  type Revocation,
  readOcspResponse,
  type Sct,
} from '../../src/x509/index.js'

/** Null when nothing is stapled, or when the issuer that could verify it is unknown. */
export function stapleStatus(
  chain: ChainFact,
  analysis: ChainAnalysis,
  leaf: Certificate,
  store: Store,
): Revocation | null {
  const { ocspStaple } = chain
  const path = [analysis.best(store), ...analysis.paths].find((one) => pathIssuer(one, 0) !== null)
  const issuer = path && pathIssuer(path, 0)
  if (ocspStaple === undefined || !issuer) return null
  try {
    return ocspStatus(readOcspResponse(Buffer.from(ocspStaple, 'base64')), leaf, issuer, analysis.at)
  } catch (error) {
    if (error instanceof DerError) return { status: 'unknown', why: 'malformed' }
    throw error
  }
}

/** SCTs in a valid staple (RFC 6962 section 3.3). */
export function stapledScts(
  chain: ChainFact,
  analysis: ChainAnalysis,
  leaf: Certificate,
  store: Store,
): Sct[] {
  if (stapleStatus(chain, analysis, leaf, store)?.status !== 'good') return []
  const response = readOcspResponse(Buffer.from(chain.ocspStaple ?? '', 'base64'))
  return (
    response.basic?.answers.filter(({ serial }) => serial === leaf.serial).flatMap(({ scts }) => scts) ?? []
  )
}
