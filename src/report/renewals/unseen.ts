/** Whose certificate was not seen: entries without a server, hosts, places, and single addresses. */
import { putTo } from '../../grouping.js'
import { familyOf, type Report, type Result, type Target, type VantageView } from '../../types.js'
import { hostLabel } from '../labels.js'
import { rulesWith } from '../roles.js'
import type { Unseen } from './types.js'

/** Entries that could not be probed: whatever they mean, their certificates were not seen. */
export function strays({ config, targets }: Report): Unseen[] {
  const placed = new Set(targets.flatMap(({ entries }) => entries.map(({ text }) => text)))
  const told = new Map<string, Unseen>()
  for (const { entry, message = '' } of config) {
    if (!entry || placed.has(entry.text) || told.has(entry.text)) continue
    told.set(entry.text, { host: entry.text, reason: 'no-target', message })
  }
  return [...told.values()]
}

/** Families asked about whose lists name no server with a certificate: nothing was looked at for them. */
export function bare({ config, platforms, targets }: Report): Unseen[] {
  const told = new Set([
    ...config.flatMap(({ entry }) => (entry ? [entry.family] : [])),
    ...targets.filter(hasCertificate).flatMap(({ entries }) => entries.map(({ family }) => family)),
  ])
  const families = new Set(platforms.map(familyOf))
  return [...families].flatMap((family) =>
    told.has(family) ? [] : [{ host: family, reason: 'no-server', message: '' } as const],
  )
}

export const hasCertificate = ({ scheme }: Pick<Target, 'scheme'>): boolean =>
  scheme === 'https' || scheme === 'wss'

export function unseenOf(target: Target): Unseen[] {
  const { certificate, chains = [], vantages, results } = target
  const host = hostLabel(target)
  if (!certificate && !chains.some((chain) => chain.certificate))
    return [{ host, reason: 'not-observed', message: explanation(results) }]
  const messages = vantages ? vantages.flatMap((view) => unseenFrom(target, view)) : unseenAt(target)
  return [...new Set(messages)].map((message) => ({ host, reason: 'not-observed', message }))
}

/** A place that got no certificate where others did: that one could be any. */
function unseenFrom(target: Target, { vantage, certificate, addresses }: VantageView): string[] {
  const results = target.results.filter(({ vantages }) => vantages?.includes(vantage))
  if (!certificate) return [explanation(results) || vantage]
  const chains = (target.chains ?? []).filter(({ vantages }) => vantages?.includes(vantage))
  const common = target.results.filter(({ vantages }) => vantages === undefined)
  const seen = { results: [...results, ...common], addresses: addresses ?? [], chains }
  return unseenAt(seen).map((message) => naming(vantage, message))
}

const naming = (name: string, message: string): string =>
  message === '' ? name : message.includes(name) ? message : `${name}: ${message}`

type Seen = Pick<Target, 'results' | 'addresses' | 'chains'>

/** Addresses that showed no certificate where others did, those with one reason together; the certificate could be any, too. */
function unseenAt({ results, addresses = [], chains = [] }: Seen): string[] {
  const shown = new Set(chains.flatMap((chain) => (chain.certificate ? chain.addresses : [])))
  const found = new Map<string, string[]>()
  for (const { address, state } of addresses) {
    if (shown.has(address) || (state === 'answered' && chains.length === 0)) continue
    const own = results.filter(({ evidence }) => JSON.stringify(evidence ?? {}).includes(`"${address}"`))
    // An address that this machine has no way to is left to others, unless it leaves a verdict open.
    if (state === 'not-tried' && !own.some(({ status }) => status === 'unknown')) continue
    putTo(found, explanation(own), address)
  }
  return [...found].map(([message, all]) =>
    all.some((address) => message.includes(address)) ? message : naming(listed(all), message),
  )
}

/** Named of many. */
const TOLD = 10

const listed = (all: readonly string[]): string =>
  [...all.slice(0, TOLD), ...(all.length > TOLD ? [`+${all.length - TOLD}`] : [])].join(', ')

function explanation(all: readonly Result[]): string {
  const results = all.filter(({ status }) => status === 'fail' || status === 'unknown')
  const telling = rulesWith('explainsSilence').flatMap((rule) =>
    results.filter((result) => result.rule === rule),
  )
  return [...telling, ...results].find((result) => result.message)?.message ?? ''
}
