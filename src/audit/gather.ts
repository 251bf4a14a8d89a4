/** Config → targets → facts. */

import { loadSuffixes, targetsOf } from '../config/index.js'
import type { Config, TargetSpec } from '../config/types.js'
import { isNoServerDomain, type TargetFacts } from '../facts/index.js'
import { isIP } from '../ip.js'
import { type GatherOptions, openProbes, gather as probe } from '../probes/index.js'
import { anchorStore } from '../trust/index.js'
import { version } from '../version.js'
import { openRoom } from './at-once.js'
import { loadJudging } from './later.js'
import { type LookUp, openLookUp } from './look-up.js'
import type { Facts, GatherSetting, Looker } from './types.js'

/** When `setting.signal` is aborted, targets that are not done come back without facts: unknown, never passed. */
export async function gather(config: Config, setting: GatherSetting = {}): Promise<Facts> {
  const facts = emptyFacts(config, setting)
  const share = targetsOf(config).filter((_, index) => isShare(index, setting.shard))
  if (setting.fleet) return { ...facts, targets: await seenByFleet(share, setting, setting.fleet) }
  // What no platform takes as a domain is somebody's own machine: it is not looked at, unless the user says where it is.
  const asked = share.filter((spec) => !isNoServerDomain(spec.host) || isGiven(spec, setting))
  const lookUp = lookUpOf(setting)
  const completing: Promise<TargetFacts | null>[] = []
  let done = 0
  const complete = async (found: TargetFacts): Promise<TargetFacts | null> => {
    const target = seenFrom(await lookUp.complete(found), setting)
    // What was cut short in looking things up might be judged wrongly.
    if (setting.signal?.aborted) return null
    done += 1
    setting.onProgress?.(done, asked.length, target)
    await setting.onTarget?.(target)
    return target
  }
  const onTarget = (target: TargetFacts) => void completing.push(guarded(complete(target)))
  // What judging needs is got ready while the first answers are under way, not after the last.
  const preparing = setTimeout(prepare, PREPARE_MS)
  try {
    await probe(asked, probeOptions(config, setting), onTarget, setting.signal)
    const found = await Promise.all(completing)
    return {
      ...facts,
      targets: inOrder(
        share,
        found.filter((target) => target !== null),
      ).map((target) => seenFrom(target, setting)),
    }
  } finally {
    clearTimeout(preparing)
    lookUp.close()
  }
}

async function seenByFleet(
  specs: readonly TargetSpec[],
  { onProgress, onTarget }: GatherSetting,
  { observe, atOnce }: Looker,
): Promise<TargetFacts[]> {
  const room = openRoom(atOnce)
  const found: TargetFacts[][] = specs.map(() => [])
  let done = 0
  for (const [index, spec] of specs.entries()) {
    await room.enter(async () => {
      const seen = await observe(spec)
      found[index] = seen
      done += 1
      const [first] = seen
      if (first) onProgress?.(done, specs.length, first)
      await onTarget?.(seen)
    })
  }
  await room.empty()
  return found.flat()
}

/** By then the first connections are under way. */
const PREPARE_MS = 15

/** `connectionsAllowed` leaves descriptors for the files read here. What fails now fails again where it is needed. */
function prepare(): void {
  const loading = Promise.all([loadSuffixes(), loadJudging()])
  loading.then(anchorStore).catch(() => {})
}

/** A rejection is seen where all are awaited, not before. */
function guarded<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}

/** Facts of a run that has found nothing yet. */
export function emptyFacts(
  config: Config,
  { ca = [], resolve = [], fetch = true, shard, vantage, fleet }: GatherSetting,
): Facts {
  const vantages = fleet?.vantages ?? (vantage === undefined ? undefined : [vantage])
  return {
    schemaVersion: 1,
    tool: { name: 'hefa', version: version() },
    gatheredAt: new Date().toISOString(),
    config,
    ca,
    fetch,
    given: resolve.map(({ host, port }) => `${host.toLowerCase()}:${port}`),
    targets: [],
    ...(vantages && { vantages: [...vantages] }),
    ...(shard && { shard }),
  }
}

/** `*` stands for every name; an address is asked for at no other address. */
const isGiven = ({ host, port }: TargetSpec, { resolve = [] }: GatherSetting): boolean =>
  resolve.some(
    (one) => one.port === port && (one.host.toLowerCase() === host || (one.host === '*' && !isAddress(host))),
  )

const isAddress = (host: string): boolean => isIP(host.replace(/^\[(.*)\]$/, '$1')) > 0

/** The same facts, with the place they are of. */
const seenFrom = (target: TargetFacts, { vantage }: Pick<GatherSetting, 'vantage'>): TargetFacts =>
  vantage === undefined ? target : { ...target, vantage }

/** A target nobody has looked at. */
export function unobserved({ host, port, scheme, entries }: TargetSpec): TargetFacts {
  return { host, port, scheme, entries, endpoints: [] }
}

/** @param index counts from 0, a share from 1 */
export function isShare(index: number, shard: GatherSetting['shard']): boolean {
  return shard === undefined || index % shard.count === shard.index - 1
}

function inOrder(specs: readonly TargetSpec[], found: readonly TargetFacts[]): TargetFacts[] {
  const key = ({ scheme, host, port }: Pick<TargetSpec, 'scheme' | 'host' | 'port'>) =>
    `${scheme} ${host} ${port}`
  const byKey = new Map(found.map((target) => [key(target), target]))
  return specs.map((spec) => byKey.get(key(spec)) ?? unobserved(spec))
}

function probeOptions(config: Config, setting: GatherSetting): GatherOptions {
  const { timeoutMs, concurrency, perHost, dns, resolve, proxy, allowPrivate, admit, others } = setting
  const { paths, platforms, supportedOs, legacyOs, appid } = config
  const mode = setting.clients ?? 'some'
  return {
    ...{ timeoutMs, concurrency, perHost, dns, resolve, proxy, allowPrivate, admit, others },
    http: setting.http === false ? undefined : { paths, appid, version: version() },
    clients: mode === 'none' ? undefined : { mode, platforms, supportedOs, legacyOs },
  }
}

function lookUpOf({ dns, resolve, proxy, allowPrivate, signal, ...rest }: GatherSetting): LookUp {
  const { fetch = true, revocation, ca = [] } = rest
  return openLookUp({ dns, resolve, proxy, allowPrivate, signal, fetch, revocation }, ca)
}

export interface Gatherer {
  /** Null when the run was aborted meanwhile. */
  observe(spec: TargetSpec): Promise<TargetFacts | null>
  close(): void
}

/** The same for targets that come one by one: none is kept. `config` says for whom they are asked. */
export function openGatherer(config: Config, setting: GatherSetting): Gatherer {
  const { signal } = setting
  const probes = openProbes(probeOptions(config, setting), signal)
  const lookUp = lookUpOf(setting)
  return {
    async observe(spec) {
      if (isNoServerDomain(spec.host) && !isGiven(spec, setting)) return seenFrom(unobserved(spec), setting)
      const found = await probes.observe(spec)
      const target = found && seenFrom(await lookUp.complete(found), setting)
      return signal?.aborted ? null : target
    },
    close() {
      probes.close()
      lookUp.close()
    },
  }
}
