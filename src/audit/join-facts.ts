/** Facts saved in several runs → one: those of several places, of several shares, or both. */
import { HERE, MAX_VANTAGES, type TargetFacts } from '../facts/index.js'
import { targetKey } from './places.js'
import { underConfig } from './rejudge.js'
import { withoutFiles } from './share-mark.js'
import type { Facts } from './types.js'

/** `files` counts from 0. */
export type JoinFault =
  /** Gathered under different settings: `place` is the first part that differs, such as `config.rules`. */
  | { fault: 'differs'; place: string; files: [number, number] }
  /** Both files have the same target seen from the same place. */
  | { fault: 'twice'; vantage: string; target: string; files: [number, number] }
  /** No server was contacted: certificate files, or source only. */
  | { fault: 'no-servers'; files: [number] }
  | { fault: 'too-many-places'; most: number }

interface Joinable {
  facts: Facts
  index: number
}

/**
 * A share that is missing is filled with targets nobody looked at. What only the user vouches for (`--resolve`) applies if it was
 * given to every run.
 * @param isAsked is the config given by the user? Then the configs in the files may differ.
 */
export function joinFacts(all: readonly Facts[], { isAsked = false } = {}): Facts | JoinFault {
  const [first, ...more] = all
  if (!first) throw new RangeError('no facts')
  if (more.length === 0) return first
  for (const [index, facts] of all.entries()) {
    const fault = faultOf({ facts, index }, first, isAsked)
    if (fault) return fault
  }
  const vantages = placeNames(all)
  if (vantages && vantages.length > MAX_VANTAGES) return { fault: 'too-many-places', most: MAX_VANTAGES }
  const targets = joinedTargets(all, vantages !== undefined)
  if ('fault' in targets) return targets
  const { shard: _shard, vantages: _vantages, ...rest } = first
  const project = all.find((facts) => facts.project)?.project
  const joined: Facts = {
    ...rest,
    gatheredAt: all.map(({ gatheredAt }) => gatheredAt).sort(byTime)[0] ?? first.gatheredAt,
    given: first.given.filter((one) => all.every(({ given }) => given.includes(one))),
    targets,
    ...(vantages && { vantages }),
    ...(project && { project }),
  }
  return isAsked ? joined : underConfig(joined, first.config)
}

const byTime = (one: string, other: string): number => Date.parse(one) - Date.parse(other)

/** What verdicts depend on besides the observations. */
function faultOf({ facts, index }: Joinable, first: Facts, isAsked: boolean): JoinFault | null {
  const { targets, project } = facts
  if (project?.alone || targets.some(({ certificateFile }) => certificateFile !== undefined))
    return { fault: 'no-servers', files: [index] }
  const place =
    differing(facts.ca, first.ca, 'ca') ??
    differing(facts.fetch, first.fetch, 'fetch') ??
    (project && first.project ? differing(project, first.project, 'project') : null) ??
    (isAsked ? null : differing(withoutFiles(facts.config), withoutFiles(first.config), 'config'))
  return place === null ? null : { fault: 'differs', place, files: [0, index] }
}

/** The first path at which they differ, such as `config.entries.2.text`. */
function differing(one: unknown, other: unknown, path: string): string | null {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other ? null : path
  for (const key of new Set([...Object.keys(other), ...Object.keys(one)])) {
    const found = differing(
      (one as Record<string, unknown>)[key],
      (other as Record<string, unknown>)[key],
      `${path}.${key}`,
    )
    if (found !== null) return found
  }
  return null
}

/** Undefined if no file names a place: then all are from this machine. */
function placeNames(all: readonly Facts[]): string[] | undefined {
  if (all.every(({ vantages }) => vantages === undefined)) return undefined
  return [...new Set(all.flatMap(({ vantages }) => vantages ?? [HERE]))]
}

const urlOf = ({ scheme, host, port }: TargetFacts): string => `${scheme}://${host}:${port}`

/** A target outside of a file's share is omitted; the same target from the same place in two files is a fault. */
function joinedTargets(all: readonly Facts[], isNamed: boolean): TargetFacts[] | JoinFault {
  const seen = new Map<string, number>()
  const joined: TargetFacts[] = []
  for (const [index, { targets }] of all.entries()) {
    for (const target of targets) {
      const vantage = target.vantage ?? HERE
      const key = `${targetKey(target)} ${vantage}`
      const before = seen.get(key)
      if (before !== undefined)
        return { fault: 'twice', vantage, target: urlOf(target), files: [before, index] }
      seen.set(key, index)
      joined.push(isNamed ? { ...target, vantage } : target)
    }
  }
  return joined
}
