/**
 * Facts as a file: JSON in which every certificate, staple and SCT list occurs once, in `blobs`, and is referred to by
 * index, since most hellos get the same chain. Facts written out in full are accepted as well.
 */
import { savedConfigProblems } from '../config/index.js'
import type { Config, TargetSpec } from '../config/types.js'
import type { Handshake, TargetFacts } from '../facts/index.js'
import type { Language } from '../types.js'
import { knownOf } from './known.js'
import type { Facts } from './types.js'

/** Why a text has no facts that can be judged. */
export type FactsFault =
  | { fault: 'not-json' }
  | { fault: 'other-schema'; version: string }
  /** `place`: for example `targets.3.endpoints.0.chains`. */
  | { fault: 'shape'; place: string }
  /** The config in it refers to something that doesn't exist; as a sentence. */
  | { fault: 'config'; problem: string }

/** Parameters of rules may be nested, but not deep enough to overflow the stack. */
const MAX_DEPTH = 40

/** Facts as text that `readFacts` takes: JSON of one line, with every certificate once. */
export function saveFacts(facts: Facts): string {
  const { put, blobs } = blobTable()
  const targets = facts.targets.map((target) => mapBlobs(target, put))
  const ca = facts.ca.map(put)
  return `${JSON.stringify({ ...facts, ca, targets, blobs })}\n`
}

function blobTable(): { blobs: string[]; put(blob: string): number } {
  const blobs: string[] = []
  const places = new Map<string, number>()
  const put = (blob: string): number => {
    const known = places.get(blob)
    if (known !== undefined) return known
    places.set(blob, blobs.length)
    return blobs.push(blob) - 1
  }
  return { blobs, put }
}

/** Everything judging depends on has the right type; text is still untrusted. */
export async function readFacts(text: string, language: Language = 'en'): Promise<Facts | FactsFault> {
  const whole = await checkedFacts(parsed(text))
  if ('fault' in whole) return whole
  const [problem] = await configProblems(whole.config, language)
  return problem === undefined ? whole : { fault: 'config', problem }
}

/** Null when a certificate it refers to isn't there. */
function withBlobs(
  { blobs: _, ...facts }: Facts & { blobs?: unknown },
  table: readonly string[],
): Facts | null {
  let lost = false
  const get = (place: number | string): string => {
    const blob = typeof place === 'string' ? place : table[place]
    lost ||= blob === undefined
    return blob ?? ''
  }
  const targets = facts.targets.map((target) => mapBlobs(target, get))
  const ca = facts.ca.map(get)
  return lost ? null : { ...facts, ca, targets }
}

async function checkedFacts(value: unknown): Promise<Facts | FactsFault> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { fault: 'not-json' }
  const { schemaVersion, blobs = [] } = value as { schemaVersion?: unknown; blobs?: unknown }
  if (schemaVersion !== 1) return { fault: 'other-schema', version: shortly(schemaVersion) }
  if (!isShallow(value)) return { fault: 'shape', place: 'config' }
  const { checkSaved } = await import('./saved-schema.js')
  const checked = checkSaved(value)
  if (typeof checked === 'string') return { fault: 'shape', place: checked }
  const facts = withBlobs(checked as unknown as Facts & { blobs?: unknown }, blobs as readonly string[])
  if (facts === null) return { fault: 'shape', place: 'blobs' }
  const { consistent } = await import('./saved-consistent.js')
  const whole = consistent(facts)
  return 'place' in whole ? { fault: 'shape', place: whole.place } : whole
}

/** What a worker sends for one target: the same format, without what the run knows itself. */
export function sentFacts(target: TargetFacts): string {
  const { put, blobs } = blobTable()
  return JSON.stringify({ target: mapBlobs(target, put), blobs })
}

/**
 * Reads what `sentFacts` wrote, as `readFacts` reads a file: which target it is, whose entries lead to it and where it
 * was seen from is never the sender's word. It was asked for, so it belongs to the run's share, whichever that is.
 */
export async function readSentFacts(
  text: string,
  spec: TargetSpec,
  vantage: string,
  { shard: _, ...run }: Omit<Facts, 'targets'>,
): Promise<TargetFacts | FactsFault> {
  const sent = parsed(text) as { target?: unknown; blobs?: unknown } | null | undefined
  const target = sent?.target
  if (typeof target !== 'object' || target === null) return { fault: 'not-json' }
  if ('certificateFile' in target || 'notLooked' in target) return { fault: 'shape', place: 'targets.0' }
  const whole = await checkedFacts({
    ...run,
    config: { ...run.config, entries: spec.entries },
    vantages: [vantage],
    targets: [{ ...target, entries: spec.entries, vantage }],
    blobs: sent?.blobs ?? [],
  })
  if ('fault' in whole) return whole
  return whole.targets[0] ?? { fault: 'shape', place: 'targets.0' }
}

/** Rules of plugins aren't known here: checking them would run code. */
async function configProblems(config: Config, language: Language): Promise<string[]> {
  if (config.plugins.length > 0) return []
  const { BUILT_IN } = await import('./plugins.js')
  return savedConfigProblems(config, knownOf(BUILT_IN), language)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

const shortly = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value).slice(0, 20) : '?'

/** Without recursion, so that what is too deep can be reported. */
export function isShallow(value: object): boolean {
  let level: object[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return false
    const next: object[] = []
    for (const one of level) {
      for (const inner of Object.values(one))
        if (typeof inner === 'object' && inner !== null) next.push(inner)
    }
    level = next
  }
  return true
}

/** Maps every blob of a target; the types describe facts in full only. */
function mapBlobs<From, To>(target: TargetFacts, change: (blob: From) => To): TargetFacts {
  const one = (blob: string) => change(blob as From) as string
  const all = (blobs: readonly string[]) => blobs.map(one)
  const flight = <T extends { certificates?: string[]; ocspStaple?: string; sctList?: string }>(
    made: T,
  ): T => ({
    ...made,
    ...(made.certificates && { certificates: all(made.certificates) }),
    ...(made.ocspStaple !== undefined && { ocspStaple: one(made.ocspStaple) }),
    ...(made.sctList !== undefined && { sctList: one(made.sctList) }),
  })
  const handshake = (made: Handshake): Handshake => (made.kind === 'accepted' ? flight(made) : made)
  return {
    ...target,
    endpoints: target.endpoints.map((endpoint) => ({
      ...endpoint,
      handshakes: Object.fromEntries(
        Object.entries(endpoint.handshakes).map(([id, made]) => [id, handshake(made)]),
      ),
      ...(endpoint.nameless && { nameless: handshake(endpoint.nameless) }),
      chains: endpoint.chains.map((chain) => ({
        ...flight(chain),
        ...(chain.fetched && { fetched: chain.fetched.map((found) => flight(found)) }),
      })),
    })),
  }
}
