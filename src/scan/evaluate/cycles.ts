/**
 * Foldings that come back to themselves are cut short there. What comes of one that was cut is worth keeping
 * only where every cycle began within it: then it is what it would be anywhere.
 */
export interface Cycles {
  /** What is being folded, and how far out; the innermost stands last. */
  running: Map<object, number>
  /** The outermost of them that something was cut at. */
  lowest: number
  /** Members that are being read of something in its surroundings; the innermost stands last. */
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

/** Begins with something; false where that is under way, which cuts what is folded. */
export function enter(folding: Folding, key: object): boolean {
  if (cutAt(folding, key)) return false
  begin(folding, key)
  return true
}

export function leave({ cycles }: Folding, key: object): void {
  cycles.running.delete(key)
}

/** Begins to read a member; null where the same is being read, which cuts what is folded. */
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

export function leaveReading(folding: Folding, reading: Reading): void {
  folding.cycles.readings.pop()
  leave(folding, reading)
}

/** Begins with something that was not cut, though it may be under way; false where it is. */
export function begin({ cycles: { running } }: Folding, key: object): boolean {
  if (running.has(key)) return false
  running.set(key, running.size)
  return true
}

/** Notes that something is reported only in part where it is under way. */
export function cutAt({ cycles }: Folding, key: object): boolean {
  const level = cycles.running.get(key)
  if (level === undefined) return false
  if (level < cycles.lowest) cycles.lowest = level
  return true
}

/** Before work whose result may be kept; what it gives is for `isWhole`, or for `uncut`. */
export function watch({ cycles }: Folding): number {
  const { lowest } = cycles
  cycles.lowest = NOWHERE
  return lowest
}

/** After such work: had no cycle a part in it that began outside? */
export function isWhole({ cycles }: Folding, before: number): boolean {
  const whole = cycles.lowest >= cycles.running.size
  cycles.lowest = whole ? before : Math.min(before, cycles.lowest)
  return whole
}

/** After such work of which nothing is taken over. */
export function uncut({ cycles }: Folding, before: number): void {
  cycles.lowest = before
}
