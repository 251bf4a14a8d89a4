/** Saved facts under another config, or for other platforms: anything not observed for those is unknown. */
import { clientsOf, tierOf } from '../clients/index.js'
import { targetsOf } from '../config/index.js'
import type { Config } from '../config/types.js'
import type { EndpointFacts, TargetFacts } from '../facts/index.js'
import { familyOf, type PlatformId } from '../types.js'
import { isShare } from './empty-facts.js'
import { inEveryPlace, targetKey } from './places.js'
import type { Facts } from './types.js'

/**
 * The targets come from the config; one that was not observed has no facts. Of facts of a share, only what their own list left
 * to the other shares is left to them: places in another list say nothing about who was to look.
 */
export function underConfig(facts: Facts, config: Config): Facts {
  const demanded = demandedClients(config)
  const elsewhere = leftToOthers(facts)
  const specs = targetsOf(config).filter((spec) => !elsewhere.has(targetKey(spec)))
  const entriesOf = new Map(specs.map((spec) => [targetKey(spec), spec.entries]))
  const targets = inEveryPlace(specs, facts).map((found): TargetFacts => {
    const endpoints = found.endpoints.map((endpoint) => withoutGaps(endpoint, demanded))
    return { ...withoutOtherPaths(found, config), entries: entriesOf.get(targetKey(found)) ?? [], endpoints }
  })
  const { project } = facts
  if (!project) return { ...facts, config, targets }
  return { ...facts, config, targets: project.alone ? [] : targets, project: { ...project, compared: true } }
}

/** Null when the facts have no list for one of these platforms. */
export async function forPlatforms(facts: Facts, platforms: readonly PlatformId[]): Promise<Facts | null> {
  const { config, project } = facts
  if (project && !project.compared) return { ...facts, config: { ...config, platforms: [...platforms] } }
  const known = new Set(config.entries.map(({ family }) => family))
  const families = new Set(platforms.map(familyOf))
  if ([...families].some((family) => !known.has(family))) return null
  const entries = config.entries.filter(({ family }) => families.has(family))
  return underConfig(facts, { ...config, platforms: [...platforms], entries })
}

/** Targets of the facts' own list that belong to other shares. */
function leftToOthers({ config, shard, targets }: Facts): Set<string> {
  const own = new Set(targets.map(targetKey))
  const others = targetsOf(config).filter(
    (spec, index) => !isShare(index, shard) && !own.has(targetKey(spec)),
  )
  return new Set(others.map(targetKey))
}

/** Paths come from another config: if one of them was not requested, HTTP counts as not observed. */
function withoutOtherPaths(target: TargetFacts, { paths }: Config): TargetFacts {
  const { http, ...rest } = target
  if (!http) return target
  const socket = target.scheme === 'wss'
  const wanted = paths[socket ? `wss://${target.host}` : target.host] ?? []
  const asked = new Set((socket ? http.upgrades : http.paths).map(({ path }) => path))
  return http.connection.kind === 'accepted' && wanted.some((path) => !asked.has(path)) ? rest : target
}

function demandedClients({ platforms, supportedOs, legacyOs }: Config): string[] {
  return platforms
    .flatMap(clientsOf)
    .filter((client) => tierOf(client, supportedOs, legacyOs) !== 'old')
    .map(({ id }) => id)
}

/** Simulated clients were chosen for another config: if one is missing, they count as not observed. */
function withoutGaps(endpoint: EndpointFacts, demanded: readonly string[]): EndpointFacts {
  const { clients, ...rest } = endpoint
  const known = new Set(clients?.map(({ client }) => client))
  return demanded.every((id) => known.has(id)) ? endpoint : rest
}
