/** What certificates point to: missing issuers, OCSP responders, revocation lists. Asked after the probing. */
import type { ChainFact, TargetFacts } from '../facts/index.js'
import { openIssuerFetcher, openRevocationFetcher } from '../probes/index.js'
import { mendChain } from './mend.js'
import { askAbout } from './revocation.js'
import type { Facts, GatherSetting } from './types.js'

export interface LookUpSetting extends Pick<GatherSetting, 'resolve'> {
  dns?: string | undefined
  signal?: AbortSignal | undefined
  fetch: boolean
  revocation?: boolean | undefined
}

/** The same facts with what was found. */
export async function lookUp(facts: Facts, setting: LookUpSetting): Promise<Facts> {
  const { fetch, revocation, signal } = setting
  const names = { dns: setting.dns, resolve: setting.resolve }
  const context = { now: Date.now(), ca: facts.ca }
  let { targets } = facts
  if (fetch) {
    const issuers = openIssuerFetcher(names, signal)
    const mend = (chain: ChainFact) => mendChain(chain, { ...context, fetch: issuers.fetch })
    targets = await onEveryChain(targets, mend).finally(issuers.close)
  }
  if (revocation) {
    const fetcher = openRevocationFetcher(names, signal)
    const ask = (chain: ChainFact) => askAbout(chain, { ...context, fetcher })
    targets = await onEveryChain(targets, ask).finally(fetcher.close)
  }
  return { ...facts, fetch, targets }
}

function onEveryChain(
  targets: readonly TargetFacts[],
  change: (chain: ChainFact) => Promise<ChainFact>,
): Promise<TargetFacts[]> {
  return Promise.all(
    targets.map(async (target) => ({
      ...target,
      endpoints: await Promise.all(
        target.endpoints.map(async (endpoint) => ({
          ...endpoint,
          chains: await Promise.all(endpoint.chains.map(change)),
        })),
      ),
    })),
  )
}
