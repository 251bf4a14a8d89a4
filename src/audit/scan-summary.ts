/** The summary of a scan in a report, besides its findings. */

import type { CallFact, ProjectFacts } from '../facts/index.js'
import { SOCKET_SCHEMES } from '../platforms/index.js'
import type { ApiName, CalledHost, ScanSummary, UndeterminedCall } from '../types.js'

/** Length of each list; the rest is counted. */
const MOST = 500

export interface SummaryAbout {
  /** The folder as the user named it. */
  folder: string
  /** Was there a config to compare with? */
  compared: boolean
}

export function scanSummary(project: ProjectFacts, { folder, compared }: SummaryAbout): ScanSummary {
  const { kinds, filesRead, passedOver, leftOut } = project
  const calls = project.calls.filter(({ unreached }) => !unreached)
  const undetermined = calls.flatMap(undeterminedCall)
  const hosts = calledHosts(calls)
  const omitted = (list: readonly unknown[]) => Math.max(0, list.length - MOST)
  return {
    ...{ folder, kinds, filesRead },
    passedOver: passedOver.slice(0, MOST),
    leftOut,
    ...otherBuilds(project),
    calls: {
      found: calls.length,
      resolved: calls.length - undetermined.length,
      undetermined: undetermined.length,
    },
    undetermined: undetermined.slice(0, MOST),
    hosts: hosts.slice(0, MOST),
    compared,
    omitted: {
      passedOver: omitted(passedOver),
      undetermined: omitted(undetermined),
      hosts: omitted(hosts),
    },
  }
}

/** Most that are named. */
const NAMED = 5

function otherBuilds(project: ProjectFacts): Pick<ScanSummary, 'otherBuilds'> {
  const origins = [...new Set((project.otherBuilds ?? []).flatMap(({ text }) => originOf(text) ?? []))]
  if (origins.length === 0) return {}
  return { otherBuilds: { origins: origins.length, first: origins.slice(0, NAMED) } }
}

function undeterminedCall({ place, callee, api, undetermined, missing }: CallFact): UndeterminedCall[] {
  if (undetermined === null) return []
  const names = missing ? { missing: missing.map(({ define, name }) => define ?? name) } : {}
  return [{ ...place, callee, api, reason: undetermined, ...names }]
}

/** A call whose URL can have several hosts counts for each of them. */
function calledHosts(calls: readonly CallFact[]): CalledHost[] {
  const hosts = new Map<string, CalledHost>()
  for (const { api, urls } of calls) {
    for (const origin of new Set(urls.flatMap(({ text }) => originOf(text) ?? []))) count(hosts, origin, api)
  }
  return [...hosts.values()]
}

function count(hosts: Map<string, CalledHost>, origin: string, api: ApiName): void {
  const key = `${api} ${origin}`
  const known = hosts.get(key)
  if (known) known.calls += 1
  else hosts.set(key, { origin, api, calls: 1 })
}

/** Scheme, host and port of a URL or its beginning; null if it names no network host. */
export function originOf(text: string): string | null {
  const [, written = '', authority = ''] = /^\s*([a-z][a-z0-9+.-]*):\/\/([^/?#\\]*)/i.exec(text) ?? []
  const scheme = SOCKET_SCHEMES[written.toLowerCase()] ?? written.toLowerCase()
  const url = `${scheme}://${authority}`
  if (!/^(?:https?|wss?|udp|tcp)$/.test(scheme) || authority === '' || !URL.canParse(url)) return null
  return `${scheme}://${new URL(url).host}`
}
