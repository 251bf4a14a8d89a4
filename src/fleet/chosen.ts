/** The places a run uses. */
import { SCHEMA } from './names.js'
import type { Alive } from './places.js'
import type { FleetSetting } from './run.js'

/** Why there is no fleet to use. */
export class NoFleet extends Error {
  override name = 'NoFleet'
  /** This side's abort signal. */
  readonly schema = SCHEMA
  /** @param worker null: no worker is alive */
  constructor(readonly worker: Alive | null) {
    super('no fleet')
  }
}

/** @throws NoFleet */
export function placesFor({ vantages, told }: FleetSetting, found: readonly Alive[]): string[] {
  const fitting = found.filter(({ schema }) => schema === SCHEMA)
  const asked = (vantage: string) => vantages === 'all' || vantages.includes(vantage)
  const skewed = found.filter(({ schema, vantage }) => schema !== SCHEMA && asked(vantage))
  const places =
    vantages === 'all' ? [...new Set(fitting.map(({ vantage }) => vantage))].sort() : [...vantages]
  const manned = new Set(fitting.map(({ vantage }) => vantage))
  const old = skewed.find(({ vantage }) => !manned.has(vantage))
  if (old) throw new NoFleet(old)
  if (places.length === 0) throw new NoFleet(null)
  for (const worker of skewed) told({ kind: 'other-schema', worker })
  for (const vantage of places) if (!manned.has(vantage)) told({ kind: 'no-worker', vantage })
  return places
}
