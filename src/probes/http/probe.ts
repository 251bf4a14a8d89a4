/** What the HTTP requests of one run share. */
import type { TargetSpec } from '../../config/types.js'
import type { NoAnswer } from '../../facts/index.js'
import type { Limiter } from '../limiter.js'
import { connector, type Destination } from './connection.js'
import type { Identity } from './request.js'
import { type HttpConnection, openHttp } from './session.js'

/** How to reach a host and port. */
export type Reach = (host: string, port: number) => { place: Destination; slot: Limiter }

interface Setting {
  paths: Readonly<Record<string, readonly string[]>>
  /** The client to identify as, by the platforms a target is for. */
  identity: (spec: TargetSpec) => Identity
  reach: Reach
}

export interface Probe extends Omit<Setting, 'paths'> {
  /** Each path once; the default when the config names none. */
  pathsOf(key: string): { path: string; configured: boolean }[]
  /** The one session of a host and port. */
  session(url: URL): HttpConnection
  /** Is this an https target of the run? */
  audits(url: URL): boolean
}

function pathsIn(paths: Setting['paths'], key: string) {
  const named = Object.hasOwn(paths, key) ? (paths[key] ?? []) : []
  const all = [...new Set(named)].map((path) => ({ path, configured: true }))
  return all.length > 0 ? all : [{ path: '/', configured: false }]
}

export function openProbe(specs: readonly TargetSpec[], { paths, identity, reach }: Setting): Probe {
  const audited = new Set(
    specs.filter(({ scheme }) => scheme === 'https').map(({ host, port }) => keyOf(host, port)),
  )
  const sessions = new Map<string, HttpConnection>()
  const session = ({ hostname, port }: URL): HttpConnection => {
    const key = keyOf(hostname, portOf(port))
    const known = sessions.get(key)
    if (known) return known
    const { place, slot } = reach(hostname, portOf(port))
    const made = openHttp(connector(place), slot, place.signal)
    sessions.set(key, made)
    return made
  }
  const audits = ({ hostname, port }: URL) => audited.has(keyOf(hostname, portOf(port)))
  return { identity, reach, pathsOf: (key) => pathsIn(paths, key), session, audits }
}

const keyOf = (host: string, port: number): string => `${host.replace(/^\[(.*)\]$/, '$1')} ${port}`

/** A URL leaves the scheme's own port out. */
const portOf = (port: string): number => (port === '' ? 443 : Number(port))

/** The host can't be part of a URL, so it can't be requested. */
export const badHost: NoAnswer = { kind: 'no-answer', phase: 'connect', cause: 'bad-host' }
