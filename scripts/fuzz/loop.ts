/** Feeds readers for a time, and reports what they must not do. */
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

/** No small input takes that long, on any machine. */
const SLOW_MS = 1000
const MOST_FINDINGS = 3
/** Inputs of a turn, as far as they are read in this time: slow readers must not use up the others' time. */
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
      const { problem, ms } = await reading(reader, input)
      slowest.set(reader.name, Math.max(slowest.get(reader.name) ?? 0, ms))
      const known = findings.filter((one) => one.reader === reader.name).length
      if (problem && known < MOST_FINDINGS) findings.push({ reader: reader.name, input, problem })
    }
  }
  return { counts, slowest, findings }
}

/** Null if the reader returned a value, or threw an error it may throw. */
export const problemWith = async (reader: FuzzReader, input: Buffer): Promise<string | null> =>
  (await reading(reader, input)).problem

/** What a reader did, and the time it needed when it had to do it again where that was long. */
async function reading(reader: FuzzReader, input: Buffer): Promise<{ problem: string | null; ms: number }> {
  let ms = Infinity
  // The compiler and the garbage collector run now and then; a slow reader is slow every time.
  for (let left = 3; left > 0 && ms > SLOW_MS; left--) {
    const time = stopwatch()
    const problem = await thrownBy(reader, input)
    ms = Math.min(ms, time())
    if (problem !== null) return { problem, ms }
  }
  return { problem: ms > SLOW_MS ? `took ${Math.round(ms)} ms` : null, ms }
}

/**
 * Milliseconds of work since: the processor time of this program, at most the time that passed. Other programs on a busy
 * machine take time too, which is not counted.
 */
export function stopwatch(): () => number {
  const [from, used] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(used)
    return Math.min(performance.now() - from, (user + system) / 1000)
  }
}

/** What was thrown that must not be. */
async function thrownBy({ read, refusals }: FuzzReader, input: Buffer): Promise<string | null> {
  try {
    await read(Buffer.from(input))
  } catch (error) {
    if (!refusals.some((refusal) => error instanceof refusal))
      return error instanceof Error ? (error.stack ?? String(error)) : String(error)
  }
  return null
}
