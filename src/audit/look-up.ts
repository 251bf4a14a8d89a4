/** What certificates refer to: missing issuers, OCSP responders, revocation lists. Requested after probing. */
import type { ChainFact, TargetFacts } from '../facts/index.js'
import { openIssuerFetcher, openRevocationFetcher } from '../probes/index.js'
import { completeChain } from './complete-chain.js'
import { askAbout } from './revocation.js'
import type { Facts, GatherSetting } from './types.js'

export interface LookUpSetting {
  dns?: GatherSetting['dns'] | undefined
  resolve?: GatherSetting['resolve'] | undefined
  proxy?: GatherSetting['proxy'] | undefined
  allowPrivate?: GatherSetting['allowPrivate'] | undefined
  signal?: AbortSignal | undefined
  fetch: boolean
  revocation?: boolean | undefined
}

export interface LookUp {
  /** The same facts with what was found. */
  complete(target: TargetFacts): Promise<TargetFacts>
  close(): void
}

/**
 * Each address is requested once, however many chains refer to it.
 * @param ca base64 DER of the --ca anchors
 */
export function openLookUp(setting: LookUpSetting, ca: readonly string[]): LookUp {
  const { dns, resolve, proxy, allowPrivate, fetch, revocation, signal } = setting
  const names = { dns, resolve, proxy, allowPrivate }
  const issuers = fetch ? openIssuerFetcher(names, signal) : null
  const fetcher = revocation ? openRevocationFetcher(names, signal) : null
  const complete = async (chain: ChainFact): Promise<ChainFact> => {
    // Certificate dates are whole seconds: within one second the result is the same.
    const context = { now: Math.floor(Date.now() / 1000) * 1000, ca }
    const fixed = issuers ? await completeChain(chain, { ...context, fetch: issuers.fetch }) : chain
    return fetcher ? askAbout(fixed, { ...context, fetcher }) : fixed
  }
  return {
    complete: (target) => onEveryChain(target, complete),
    close() {
      issuers?.close()
      fetcher?.close()
    },
  }
}

/** The same facts with what was found. */
export async function lookUp(facts: Facts, setting: LookUpSetting): Promise<Facts> {
  const { complete, close } = openLookUp(setting, facts.ca)
  const targets = await Promise.all(facts.targets.map(complete)).finally(close)
  return { ...facts, fetch: setting.fetch, targets }
}

async function onEveryChain(
  target: TargetFacts,
  change: (chain: ChainFact) => Promise<ChainFact>,
): Promise<TargetFacts> {
  const endpoints = target.endpoints.map(async (endpoint) => ({
    ...endpoint,
    chains: await Promise.all(endpoint.chains.map(change)),
  }))
  return { ...target, endpoints: await Promise.all(endpoints) }
}
