/** How targets are observed, in a batch or one by one. */
import type { Config, TargetSpec } from '../config/types.js'
import { isNoServerDomain, type TargetFacts } from '../facts/index.js'
import { isIP } from '../ip.js'
import { type GatherOptions, openProbes } from '../probes/index.js'
import { version } from '../version.js'
import { unobserved } from './empty-facts.js'
import { loadLookUp } from './later-look-up.js'
import type { LookUp } from './look-up.js'
import type { GatherSetting } from './types.js'

export interface Gatherer {
  /** Null when the run was aborted in the meantime. */
  observe(spec: TargetSpec): Promise<TargetFacts | null>
  close(): void
}

/** The same for targets that arrive one by one: none is kept. `config` supplies platforms and paths. */
export function openGatherer(config: Config, setting: GatherSetting): Gatherer {
  const { signal } = setting
  const probes = openProbes(probeOptions(config, setting), signal)
  const lookUp = lookUpOf(setting)
  return {
    async observe(spec) {
      if (isNoServerDomain(spec.host) && !isGiven(spec, setting)) return seenFrom(unobserved(spec), setting)
      await loadLookUp()
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

/** `*` matches every name; an IP address is never redirected to another. */
export const isGiven = ({ host, port }: TargetSpec, { resolve = [] }: GatherSetting): boolean =>
  resolve.some(
    (one) => one.port === port && (one.host.toLowerCase() === host || (one.host === '*' && !isAddress(host))),
  )

const isAddress = (host: string): boolean => isIP(host.replace(/^\[(.*)\]$/, '$1')) > 0

/** The same facts, marked with the place. */
export const seenFrom = (target: TargetFacts, { vantage }: Pick<GatherSetting, 'vantage'>): TargetFacts =>
  vantage === undefined ? target : { ...target, vantage }

export function probeOptions(config: Config, setting: GatherSetting): GatherOptions {
  const {
    timeoutMs,
    concurrency,
    perHost,
    dns,
    resolve,
    proxy,
    allowPrivate,
    admit,
    others,
    threads,
    onConnecting,
    onWaiting,
  } = setting
  const { paths, platforms, supportedOs, legacyOs, appid } = config
  const mode = setting.clients ?? 'some'
  return {
    ...{
      timeoutMs,
      concurrency,
      perHost,
      dns,
      resolve,
      proxy,
      allowPrivate,
      admit,
      others,
      threads,
      onConnecting,
      onWaiting,
    },
    http: setting.http === false ? undefined : { paths, appid, version: version() },
    clients: mode === 'none' ? undefined : { mode, platforms, supportedOs, legacyOs },
  }
}

export function lookUpOf({ dns, resolve, proxy, allowPrivate, signal, ...rest }: GatherSetting): LookUp {
  const { fetch = true, revocation, ca = [] } = rest
  const names = { dns, resolve, proxy, allowPrivate, signal }
  let opened: Promise<LookUp> | undefined
  const open = (): Promise<LookUp> => {
    opened ??= loadLookUp().then(({ openLookUp }) => openLookUp({ ...names, fetch, revocation }, ca))
    return opened
  }
  return {
    complete: async (target) => (await open()).complete(target),
    close: () => void opened?.then(({ close }) => close()).catch(() => {}),
  }
}
