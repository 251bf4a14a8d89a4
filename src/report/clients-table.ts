/** The table of simulated clients: what each got from a target. Taken from the evidence, so any report has it. */

import type { Json, Report, Target } from '../types.js'
import { roleOf } from './roles.js'

export interface ClientRow {
  id: string
  name: string
  /** For example `TLSv1.3`; null if no connection was established. */
  version: string | null
  /** Code points (IANA TLS registries). */
  suite: number | null
  group: number | null
  verdict: 'connects' | 'fails' | 'unknown'
  /** `predicted`: its own hello was not sent. */
  certainty: 'connected' | 'predicted'
  /** Is the hello a recorded one, or composed from source code? */
  hello: 'captured' | 'derived'
}

export interface ClientTable {
  target: Target
  /** Empty if it applies to the whole target. */
  addresses: string[]
  rows: ClientRow[]
}

/** One table for each target, or for each of its addresses if they answered differently. */
export function clientTables({ targets }: Pick<Report, 'targets'>): ClientTable[] {
  return targets.flatMap((target) => {
    const tables = new Map<string, { addresses: string[]; rows: Map<string, ClientRow> }>()
    for (const { rule, evidence } of target.results) {
      if (!roleOf(rule).clients || !Array.isArray(evidence?.clients)) continue
      const addresses = texts(evidence.addresses)
      const table = tables.get(addresses.join()) ?? { addresses, rows: new Map<string, ClientRow>() }
      tables.set(addresses.join(), table)
      for (const row of evidence.clients.flatMap(rowOf)) table.rows.set(row.id, row)
    }
    return [...tables.values()].map(({ addresses, rows }) => ({
      target,
      addresses,
      rows: [...rows.values()].sort(byFamilyAndAge),
    }))
  })
}

const texts = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** Reports may come from files, so nothing is trusted. */
function rowOf(value: Json): ClientRow[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return []
  const { id, name, version, suite, group, verdict, certainty, hello } = value
  if (typeof id !== 'string' || typeof name !== 'string') return []
  return [
    {
      id,
      name,
      version: typeof version === 'string' ? version : null,
      suite: typeof suite === 'number' ? suite : null,
      group: typeof group === 'number' ? group : null,
      verdict: verdict === 'connects' || verdict === 'fails' ? verdict : 'unknown',
      certainty: certainty === 'connected' ? 'connected' : 'predicted',
      hello: hello === 'derived' ? 'derived' : 'captured',
    },
  ]
}

const FAMILIES = ['iOS', 'Android', 'Chromium']

/** Newest first within a family; names consist of the family and the first version. */
function byFamilyAndAge(a: ClientRow, b: ClientRow): number {
  const [left, right] = [a, b].map(({ name }) => ({
    family: FAMILIES.findIndex((family) => name.startsWith(family)),
    version: Number.parseFloat(/\d+(?:\.\d+)?/.exec(name)?.[0] ?? '0'),
  })) as [Rank, Rank]
  return left.family - right.family || right.version - left.version || a.id.localeCompare(b.id)
}

interface Rank {
  family: number
  version: number
}
