/** Origins of a source's calls, parsed like entries of a list, and the listed entry that was probably meant. */
import { inventory } from '../config/index.js'
import { editDistance } from '../config/suggest.js'
import type { EntryFact, ProjectFacts } from '../facts/index.js'
import { type Entry, FAMILIES, type Family } from '../types.js'

export type Origins = ReadonlyMap<string, EntryFact>

export interface KnownList {
  listed: readonly EntryFact[]
  /** By host: many calls share one. */
  nearest: Map<string, string | null>
}
export type KnownLists = ReadonlyMap<Family, KnownList>

/** Scheme, host and port as written; what has no scheme stays whole. */
export function originText(url: string): string {
  return /^\s*[a-z][a-z0-9+.-]*:\/\/[^/\\?#]*/i.exec(url)?.[0] ?? url.slice(0, 200)
}

/** Every origin taken apart once, by its text. */
export async function originsOf({ calls, resources, mentions }: ProjectFacts): Promise<Origins> {
  const urls = [
    ...calls.flatMap((call) => call.urls.map(({ text }) => text)),
    ...resources.map(({ url }) => url),
    ...mentions.map(({ url }) => url),
  ]
  const texts = [...new Set(urls.map(originText))]
  const entries = texts.map((text): Entry => ({ family: FAMILIES[0], api: 'request', text }))
  const facts = (await inventory({ entries })).entries
  return new Map(facts.map((fact) => [fact.entry.text, fact]))
}

export function taken(origins: Origins, text: string): EntryFact {
  const fact = origins.get(text)
  if (!fact) throw new Error(`not taken apart: ${text}`)
  return fact
}

export function nearIn({ listed, nearest }: KnownList, host: string): string | null {
  const known = nearest.get(host)
  if (known !== undefined) return known
  const found = nearestTo(host, listed)
  nearest.set(host, found)
  return found
}

/** The listed entry whose host differs by a typo: one edit per eight letters, at least one. */
function nearestTo(host: string, listed: readonly EntryFact[]): string | null {
  if (host.length > 253 || listed.some((entry) => entry.host === host)) return null
  const most = Math.max(1, Math.floor(host.length / 8))
  const ranked = listed
    .map((entry) => ({ text: entry.entry.text, distance: distanceOf(host, entry.host, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
  return ranked[0]?.text ?? null
}

function distanceOf(host: string, other: string | null, most: number): number {
  if (other === null || Math.abs(other.length - host.length) > most) return Number.POSITIVE_INFINITY
  return editDistance(host, other)
}
