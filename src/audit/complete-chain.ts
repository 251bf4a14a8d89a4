/** Fetches missing issuers from the addresses given in the certificates (AIA). */
import type { ChainFact, FetchedIssuer } from '../facts/index.js'
import type { IssuerFetcher } from '../probes/index.js'
import { analyse } from '../trust/index.js'
import { type Certificate, isSelfSigned } from '../x509/index.js'

/** How many certificates in a row may be missing. */
const MAX_MISSING = 3
/** Apple's code asks at most three addresses of one certificate. */
const MAX_ADDRESSES = 3

interface CompletionContext {
  now: number
  ca: readonly string[]
  fetch: IssuerFetcher
}

/** The same chain with what was found; one that reaches an anchor is returned unchanged. */
export async function completeChain(chain: ChainFact, context: CompletionContext): Promise<ChainFact> {
  let fixed = chain
  for (let step = 0; step < MAX_MISSING; step++) {
    const end = openEnd(fixed, context)
    if (!end) return fixed
    const found = await askFor(end, context.fetch)
    fixed = { ...fixed, fetched: [...(fixed.fetched ?? []), ...found] }
    if (!found.some(({ certificates }) => certificates)) return fixed
  }
  return fixed
}

/** The certificate whose issuer is missing and has an address that wasn't tried yet. */
function openEnd(chain: ChainFact, context: CompletionContext): Certificate | null {
  const analysis = analyse(chain, context)
  if (!analysis.leaf) return null
  const { anchor, certificates } = analysis.best('ios')
  const last = certificates.at(-1)
  if (anchor || !last || isSelfSigned(last) || last.caIssuers.length === 0) return null
  return chain.fetched?.some(({ of }) => of === last.sha256) ? null : last
}

export async function askFor(
  { sha256, caIssuers }: Certificate,
  fetch: IssuerFetcher,
): Promise<FetchedIssuer[]> {
  const tried: FetchedIssuer[] = []
  for (const url of caIssuers.slice(0, MAX_ADDRESSES)) {
    const answer = await fetch(url)
    tried.push({ of: sha256, url, ...answer })
    if ('certificates' in answer) break
  }
  return tried
}
