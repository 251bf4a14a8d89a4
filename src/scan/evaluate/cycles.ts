/**
 * Folding that returns to itself is cut there. A result of such folding is worth keeping
 * only where every cycle began within it: then it is what it would be anywhere.
 */
export interface Cycles {
  /** What is being folded, and at which depth; innermost last. */
  running: Map<object, number>
  /** The outermost of them at which something was cut. */
  lowest: number
  /** Members being read of something in its scope; innermost last. */
  readings: Reading[]
}

export interface Reading {
  readonly of: object
  readonly env: object | null
  readonly name: string
}

type Folding = { readonly cycles: Cycles }

const NOWHERE = Number.POSITIVE_INFINITY

export const noCycles = (): Cycles => ({ running: new Map(), lowest: NOWHERE, readings: [] })

/** Starts folding something; false if it is already in progress, which cuts the current folding. */
export function enter(folding: Folding, key: object): boolean {
  if (cutAt(folding, key)) return false
  begin(folding, key)
  return true
}

export function leave({ cycles }: Folding, key: object): void {
  cycles.running.delete(key)
}

/** Starts reading a member; null if it is already being read, which cuts the current folding. */
export function enterReading(folding: Folding, reading: Reading): Reading | null {
  const { readings } = folding.cycles
  const { of, env, name } = reading
  const same = readings.find((one) => one.of === of && one.env === env && one.name === name)
  if (same) {
    cutAt(folding, same)
    return null
  }
  readings.push(reading)
  begin(folding, reading)
  return reading
}

/** What reading a member gives; nothing where that is already in progress. */
export function whileReading<T>(folding: Folding, reading: Reading, work: () => T[]): T[] {
  const begun = enterReading(folding, reading)
  if (!begun) return []
  const found = work()
  leaveReading(folding, begun)
  return found
}

/** Is a value already being worked out for that call? That cuts the current folding. */
export function isGoneInto(folding: Folding, of: object, env: object | null): boolean {
  const same = folding.cycles.readings.find((one) => one.of === of && one.env === env)
  return same !== undefined && cutAt(folding, same)
}

export function leaveReading(folding: Folding, reading: Reading): void {
  folding.cycles.readings.pop()
  leave(folding, reading)
}

/** Starts something that was not cut although it may be in progress; false if it is. */
export function begin({ cycles: { running } }: Folding, key: object): boolean {
  if (running.has(key)) return false
  running.set(key, running.size)
  return true
}

/** Records that a value in progress is only partial. */
export function cutAt({ cycles }: Folding, key: object): boolean {
  const level = cycles.running.get(key)
  if (level === undefined) return false
  if (level < cycles.lowest) cycles.lowest = level
  return true
}

const EVERYWHERE = -1

/** Records that a value is partial only because folding is this deep: elsewhere it would be whole. */
export function cutDeep({ cycles }: Folding): void {
  cycles.lowest = EVERYWHERE
}

/** Call before work whose result may be cached; its result goes to `isWhole` or `uncut`. */
export function watch({ cycles }: Folding): number {
  const { lowest } = cycles
  cycles.lowest = NOWHERE
  return lowest
}

/** After such work: is the result free of cycles that began outside it? */
export function isWhole({ cycles }: Folding, before: number): boolean {
  const whole = cycles.lowest >= cycles.running.size
  cycles.lowest = whole ? before : Math.min(before, cycles.lowest)
  return whole
}

/** After such work if its result is not used. */
export function uncut({ cycles }: Folding, before: number): void {
  cycles.lowest = before
}
