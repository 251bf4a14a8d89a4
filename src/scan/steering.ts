/** What a team says of its own source: values, clients, files to leave out. Each part counts what it was good for. */
import { matcher, type ScanSettings } from '../config/index.js'
import type { PassedOver, Place, SteeringFact } from '../facts/index.js'
import type { OpenProject } from './types.js'

/** Places are as those of the project's files are: from the scanned folder on. */
export type Steering = Pick<ScanSettings, 'define' | 'clients' | 'exclude'>

export const NO_STEERING: Steering = { define: [], clients: [], exclude: [] }

export interface Exclusion {
  /** The project without the scripts that are left out; what others import of them is read all the same. */
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

/** What stands in files that are left out is left out. */
export function outside<T extends { place: Place } | PassedOver>(
  facts: readonly T[],
  { isOut }: Exclusion,
): T[] {
  return facts.filter((fact) => !isOut('place' in fact ? fact.place.file : fact.file))
}
