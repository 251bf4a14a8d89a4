/** What a team declares about its source: values, clients, files to exclude. Each part counts its uses. */
import { matcher, type ScanSettings } from '../config/index.js'
import type { PassedOver, Place, SteeringFact } from '../facts/index.js'
import type { OpenProject } from './types.js'

/** Paths are like those of the project's files: relative to the scanned folder. */
export type Steering = Pick<ScanSettings, 'define' | 'clients' | 'exclude'>

export const NO_STEERING: Steering = { define: [], clients: [], exclude: [] }

export interface Exclusion {
  /** The project without the excluded scripts; those that others import are still read. */
  project: OpenProject
  isOut(file: string): boolean
  facts(): SteeringFact[]
}

export function exclude(project: OpenProject, patterns: Steering['exclude']): Exclusion {
  const files = new Map(patterns.map(({ pattern }) => [pattern, new Set<string>()]))
  const tests = patterns.map(({ pattern }) => ({ pattern, test: matcher(pattern) }))
  function isOut(file: string): boolean {
    const hits = tests.filter(({ test }) => test(file))
    for (const { pattern } of hits) files.get(pattern)?.add(file)
    return hits.length > 0
  }
  const scripts = patterns.length === 0 ? project.scripts : project.scripts.filter((file) => !isOut(file))
  return {
    project: { ...project, scripts },
    isOut,
    facts: () =>
      patterns.map(({ pattern, place }) => ({
        ...{ key: 'exclude', name: pattern, value: '', place, used: files.get(pattern)?.size ?? 0 },
      })),
  }
}

/** The content of excluded files is excluded. */
export function outside<T extends { place: Place } | PassedOver>(
  facts: readonly T[],
  { isOut }: Exclusion,
): T[] {
  return facts.filter((fact) => !isOut('place' in fact ? fact.place.file : fact.file))
}
