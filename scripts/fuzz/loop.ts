/** Feeds readers for a time, and says what they did that they must not do. */
import { mutated, randomFrom } from './mutate.js'
import type { FuzzReader } from './readers.js'

export interface Finding {
  reader: string
  input: Buffer
  problem: string
}

export interface FuzzRun {
  /** Inputs read, by reader. */
  counts: Map<string, number>
  /** The longest time any of them took, in milliseconds, by reader. */
  slowest: Map<string, number>
  /** The first few of each reader. */
  findings: Finding[]
}

/** Nothing we read in the small takes that long, on any machine. */
const SLOW_MS = 1000
const MOST_FINDINGS = 3
/** Inputs of a turn, as far as they are read in this time: slow readers leave the others theirs. */
const BATCH = 20
const TURN_MS = 20

/**
 * @param until `performance.now()` at which to stop
 * @param before called with what is read next, so that somebody else can tell what it hangs on
 */
export async function fuzz(
  readers: readonly FuzzReader[],
  seed: number,
  until: number,
  before: (reader: FuzzReader, input: Buffer) => void = () => {},
): Promise<FuzzRun> {
  const random = randomFrom(seed)
  const counts = new Map<string, number>()
  const slowest = new Map<string, number>()
  const findings: Finding[] = []
  for (let turn = 0; performance.now() < until; turn++) {
    const reader = readers[turn % readers.length]
    if (!reader) break
    const turnEnds = performance.now() + TURN_MS
    for (let left = BATCH; left === BATCH || (left > 0 && performance.now() < turnEnds); left--) {
      const input = mutated(reader.seeds, random)
      counts.set(reader.name, (counts.get(reader.name) ?? 0) + 1)
      before(reader, input)
      const start = performance.now()
      const problem = await problemWith(reader, input)
      slowest.set(reader.name, Math.max(slowest.get(reader.name) ?? 0, performance.now() - start))
      const known = findings.filter((one) => one.reader === reader.name).length
      if (problem && known < MOST_FINDINGS) findings.push({ reader: reader.name, input, problem })
    }
  }
  return { counts, slowest, findings }
}

/** Null when the reader gave a value, or an error it may give. */
export async function problemWith(reader: FuzzReader, input: Buffer): Promise<string | null> {
  let took = await timed(reader, input)
  // A busy machine is slow now and then; a slow reader is slow every time.
  for (let again = 0; again < 2 && typeof took === 'number' && took > SLOW_MS; again++)
    took = Math.min(took, ...[await timed(reader, input)].filter((one) => typeof one === 'number'))
  if (typeof took === 'string') return took
  return took > SLOW_MS ? `took ${Math.round(took)} ms` : null
}

/** Milliseconds, or what was thrown. */
async function timed({ read, refusals }: FuzzReader, input: Buffer): Promise<number | string> {
  const start = performance.now()
  try {
    await read(Buffer.from(input))
  } catch (error) {
    if (!refusals.some((refusal) => error instanceof refusal))
      return error instanceof Error ? (error.stack ?? String(error)) : String(error)
  }
  return performance.now() - start
}
