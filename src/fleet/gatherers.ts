/** Probes for the runs in progress: targets with the same settings share theirs, and what is requested once. */
import { type Gatherer, type GatherSetting, openGatherer } from '../audit/index.js'
import type { Config } from '../config/types.js'
import type { TargetFacts } from '../facts/index.js'
import { type Question, type RunSetting, specOf } from './question.js'

/** Kept beside those in use. */
const MOST_IDLE = 16

interface Shared {
  gatherer: Gatherer
  users: number
}

export interface Gatherers {
  /** Null when the worker is shutting down. */
  observe(question: Question, setting: RunSetting): Promise<TargetFacts | null>
  close(): void
}

function closeIdle(open: Map<string, Shared>): void {
  for (const [key, { gatherer, users }] of open) {
    if (open.size <= MOST_IDLE) return
    if (users > 0) continue
    gatherer.close()
    open.delete(key)
  }
}

/** @param own the worker's own flags */
export function openGatherers(own: GatherSetting): Gatherers {
  const open = new Map<string, Shared>()
  const take = (question: Question, setting: RunSetting): Shared => {
    const key = JSON.stringify([
      question.run,
      question.paths,
      question.addresses && [question.port, question.addresses],
    ])
    const known = open.get(key) ?? { gatherer: openFor(question, setting, own), users: 0 }
    // Most recently used last.
    open.delete(key)
    open.set(key, known)
    known.users += 1
    closeIdle(open)
    return known
  }
  return {
    async observe(question, setting) {
      const shared = take(question, setting)
      try {
        return await shared.gatherer.observe(specOf(question))
      } finally {
        shared.users -= 1
      }
    },
    close() {
      for (const { gatherer } of open.values()) gatherer.close()
      open.clear()
    },
  }
}

function openFor(question: Question, setting: RunSetting, own: GatherSetting): Gatherer {
  const { platforms, supportedOs, legacyOs, appid, timeoutMs, fetch, revocation, clients, ca, others } =
    setting
  const { host, scheme, port, paths, addresses } = question
  const config: Config = {
    ...{ platforms, supportedOs, legacyOs, entries: [], plugins: [], icp: {}, rules: {}, waivers: [] },
    limits: { domainsPerApi: 1, domainsPerApp: 1 },
    paths: paths.length > 0 ? { [scheme === 'wss' ? `wss://${host}` : host]: paths } : {},
    ...(appid !== undefined && { appid }),
  }
  return openGatherer(config, {
    ...own,
    ...{ fetch, revocation, clients, ca, others: others.map(placeOf) },
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(addresses && { resolve: [{ host: '*', port, addresses }] }),
  })
}

/** `host:port`, the host perhaps in brackets. */
function placeOf(text: string): { host: string; port: number } {
  const colon = text.lastIndexOf(':')
  return { host: text.slice(0, colon), port: Number(text.slice(colon + 1)) }
}
