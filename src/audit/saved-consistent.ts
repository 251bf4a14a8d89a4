/** Do saved facts contradict themselves? Editing them or losing a part must not result in a pass. */
import { targetsOf } from '../config/index.js'
import type { TargetFacts } from '../facts/index.js'
import { targetKey } from './places.js'
import { underConfig } from './rejudge.js'
import type { Facts } from './types.js'

/**
 * The facts with every target of their own config, without facts for those not observed; or the path of a
 * contradiction.
 */
export function consistent(facts: Facts): Facts | { place: string } {
  const { targets, project, config, shard } = facts
  if (shard && shard.index > shard.count) return { place: 'shard.index' }
  if (project?.alone) {
    return targets.length > 0 ? { place: 'targets' } : facts
  }
  const files = targets.filter(({ certificateFile }) => certificateFile !== undefined)
  if (files.length > 0) return ofFiles(facts, targets)
  if (config.entries.length === 0) return { place: 'config.entries' }
  if (facts.vantages && new Set(facts.vantages).size < facts.vantages.length) return { place: 'vantages' }
  const place = targetsFault(facts)
  return place === null ? underConfig(facts, config) : { place }
}

/** Each target belongs to an entry, and occurs once per place. */
function targetsFault({ targets, config, vantages }: Facts): string | null {
  const known = new Set(targetsOf(config).map(targetKey))
  const seen = new Set<string>()
  for (const [index, target] of targets.entries()) {
    const place = placeFault(target, vantages)
    if (place !== null) return `targets.${index}.${place}`
    const key = `${targetKey(target)} ${target.vantage}`
    if (!known.has(targetKey(target)) || seen.has(key)) return `targets.${index}.host`
    seen.add(key)
  }
  return null
}

function ofFiles(facts: Facts, targets: readonly TargetFacts[]): Facts | { place: string } {
  for (const [index, target] of targets.entries()) {
    const fault = fileFault(target)
    if (fault !== null) return { place: `targets.${index}.${fault}` }
  }
  return facts
}

/** A file has a chain and no network facts. */
function fileFault({ certificateFile, entries, endpoints, dns, http }: TargetFacts): string | null {
  if (certificateFile === undefined || dns || http) return 'certificateFile'
  if (entries.length === 0) return 'entries'
  const [endpoint, ...more] = endpoints
  if (!endpoint || more.length > 0 || endpoint.chains.length === 0) return 'endpoints'
  const asked = endpoint.connections > 0 || Object.keys(endpoint.handshakes).length > 0
  return asked || !endpoint.chains.every(({ fromFile }) => fromFile) ? 'endpoints.0' : null
}

/** If places are named, each target belongs to one of them; a target that was not looked at can't have observations. */
function placeFault(
  { vantage, notLooked, dns, endpoints, http }: TargetFacts,
  vantages: readonly string[] | undefined,
): string | null {
  if (vantages ? !vantages.includes(vantage ?? '') : vantage !== undefined) return 'vantage'
  return notLooked !== undefined && (dns || http || endpoints.length > 0) ? 'notLooked' : null
}
