/** One target as seen from several places → one target of the report, where differences name their places. */
import type { Texts } from '../i18n/index.js'
import type { Result, Target } from '../types.js'
import type { PlacedTarget } from './placed-target.js'

/** Why nobody looked depends on the place, and its sentence says so. */
const NOT_LOOKED = 'not-looked'

/** Results that are the same from every place name none. */
export function joinedResults(places: readonly PlacedTarget[], texts: Texts): Result[] {
  const found = new Map<string, { result: Result; vantages: string[] }>()
  for (const { vantage, target } of places) {
    for (const result of target.results) {
      const key = keyOf(result)
      const known = found.get(key)
      if (!known) found.set(key, { result, vantages: [vantage] })
      else if (!known.vantages.includes(vantage)) known.vantages.push(vantage)
    }
  }
  return [...found.values()].map(({ result, vantages }) =>
    vantages.length === places.length && result.evidence?.reason !== NOT_LOOKED
      ? result
      : named(result, vantages, texts),
  )
}

/** Passes, and results without a finding, are the same whatever their wording; of findings each sentence is reported. */
function keyOf({
  rule,
  status,
  level,
  platforms,
  entry,
  followsFrom,
  message,
  fix,
  evidence,
}: Result): string {
  const same = [rule, status, level, platforms, entry ?? null, followsFrom ?? null]
  const isQuiet = status === 'pass' || status === 'not-applicable'
  return JSON.stringify(isQuiet ? same : [...same, evidence?.reason, message, fix])
}

function named(result: Result, vantages: string[], texts: Texts): Result {
  const { status, message, evidence } = result
  const isFinding = status === 'fail' || status === 'unknown' || status === 'waived'
  if (!isFinding || message === undefined || evidence?.reason === NOT_LOOKED) return { ...result, vantages }
  return { ...result, vantages, message: texts.seenFrom(vantages, message) }
}

type Summary = Pick<Target, 'durationMs' | 'addresses' | 'certificate' | 'chain' | 'chains' | 'trust'>

export function joinedSummary(places: readonly PlacedTarget[]): Summary {
  const targets = places.map(({ target }) => target)
  const [base] = targets.filter(({ certificate, chain }) => certificate ?? chain).sort(byExpiry)
  const { certificate, chain, trust } = base ?? {}
  const addresses = joinedAddresses(targets)
  const took = targets.flatMap(({ durationMs }) => durationMs ?? [])
  const chains = joinedChains(places)
  return {
    ...(took.length > 0 && { durationMs: Math.max(...took) }),
    ...(addresses.length > 0 && { addresses }),
    ...(certificate && { certificate }),
    ...(chain && { chain }),
    ...(chains.length > 0 && { chains }),
    ...(trust && { trust }),
  }
}

/** A date that can't be parsed comes first: it may be the soonest. */
function byExpiry(one: Target, other: Target): number {
  const endOf = ({ certificate }: Target) => Date.parse(certificate?.notAfter ?? '') || 0
  return endOf(one) - endOf(other)
}

type Address = NonNullable<Target['addresses']>[number]
const WORST: readonly Address['state'][] = ['answered', 'not-tried', 'refused', 'silent']

function joinedAddresses(targets: readonly Target[]): Address[] {
  const found = new Map<string, Address>()
  for (const one of targets.flatMap(({ addresses = [] }) => addresses)) {
    const known = found.get(one.address)
    if (!known || WORST.indexOf(one.state) > WORST.indexOf(known.state)) found.set(one.address, one)
  }
  return [...found.values()]
}

type Chain = NonNullable<Target['chains']>[number]

function joinedChains(places: readonly PlacedTarget[]): Chain[] {
  const found = new Map<string, Chain & { vantages: string[] }>()
  for (const { vantage, target } of places) {
    for (const { addresses, clients, ...rest } of target.chains ?? []) {
      const key = JSON.stringify(rest)
      const known = found.get(key) ?? { addresses: [], clients: [], ...rest, vantages: [] }
      found.set(key, {
        ...known,
        addresses: union(known.addresses, addresses),
        clients: union(known.clients, clients),
        vantages: union(known.vantages, [vantage]),
      })
    }
  }
  return [...found.values()]
}

const union = (some: readonly string[], others: readonly string[]): string[] => [
  ...new Set([...some, ...others]),
]
