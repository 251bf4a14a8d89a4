/** Facts made by hand, and the report on them. */
import { type Facts, type JudgeSettings, judge } from '../../src/audit/index.js'
import { auditConfig, inventory } from '../../src/config/index.js'
import type { Config } from '../../src/config/types.js'
import type { EndpointFacts, NotLooked, TargetFacts } from '../../src/facts/index.js'
import type { Report, Result } from '../../src/types.js'
import { authority, base64, chainFact, issue, NOW } from '../helpers/chains.js'
import { ANSWERED, dnsAnswer, dnsFact, endpoint } from '../helpers/targets.js'

export const ADDRESS = '93.184.216.34'

export function configOf(domains: string[], more: Partial<Config> = {}): Config {
  const made = auditConfig(domains)
  if ('problems' in made) throw new Error(JSON.stringify(made.problems))
  return { ...made.config, icp: { 'example.com': '京ICP备2024000001号-1' }, ...more }
}

/** What a server does that does everything right for this host. */
export function rightFor(host: string): EndpointFacts[] {
  const chain = chainFact([issue({ names: [host] }), authority.intermediate])
  return [endpoint(ADDRESS, { chains: [chain] })]
}

/** `endpoints` by host: right ones unless said otherwise; none means that the name doesn't exist. */
export async function factsOf(
  config: Config,
  endpoints: Record<string, EndpointFacts[]> = {},
  more: Partial<Facts> = {},
): Promise<Facts> {
  const { targets } = await inventory(config)
  const observed = targets.map((spec): TargetFacts => {
    if (spec.scheme === 'udp' || spec.scheme === 'tcp') return { ...spec, endpoints: [] }
    const found = endpoints[spec.host] ?? rightFor(spec.host)
    const absent = dnsAnswer('nxdomain')
    const dns =
      found.length > 0
        ? dnsFact(dnsAnswer('answered', ...found.map(({ address }) => address)))
        : dnsFact(absent, absent)
    return { ...spec, dns, endpoints: found, http: ANSWERED }
  })
  return {
    schemaVersion: 1,
    tool: { name: 'hefa', version: '0.0.0' },
    gatheredAt: new Date(NOW).toISOString(),
    config,
    ca: [base64(authority.root)],
    fetch: true,
    given: [],
    targets: observed,
    ...more,
  }
}

/** @param seen endpoints of the host by place, or why nobody looked there */
export async function factsOfPlaces(
  host: string,
  seen: Record<string, EndpointFacts[] | NotLooked>,
): Promise<Facts> {
  const config = configOf([host])
  const each = await Promise.all(
    Object.entries(seen).map(async ([vantage, found]) => {
      const { targets } = await factsOf(config, typeof found === 'string' ? {} : { [host]: found })
      return targets.map((target) => {
        if (typeof found !== 'string') return { ...target, vantage }
        const { port, scheme, entries } = target
        return { host, port, scheme, entries, endpoints: [], vantage, notLooked: found }
      })
    }),
  )
  return { ...(await factsOf(config)), vantages: Object.keys(seen), targets: each.flat() }
}

export const report = (facts: Facts, settings: Partial<JudgeSettings> = {}): Promise<Report> =>
  judge(facts, { at: NOW, language: 'en', ...settings })

/** `fail error certificate/validity` and so on, of what neither passed nor was passed over. */
export const troubles = (results: readonly Result[]): string[] =>
  results
    .filter(({ status }) => status !== 'pass' && status !== 'not-applicable')
    .map(({ status, level, rule }) => `${status} ${level} ${rule}`)

export const errors = (results: readonly Result[]): string[] =>
  troubles(results).filter((told) => told.includes(' error '))
