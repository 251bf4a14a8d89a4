/**
 * Threads that share the targets of a run: each probes its own hosts, all together stay within the limits of one. If a
 * thread dies, its targets are reported as not looked at.
 */
import { Worker } from 'node:worker_threads'
import type { Config, TargetSpec } from '../config/types.js'
import type { TargetFacts } from '../facts/index.js'
import { workerFile } from '../worker-file.js'
import type { GatherSetting } from './types.js'

export interface ThreadSetting {
  config: Config
  setting: GatherSetting
}

/** `all`: a whole run; `one`: a target that arrived by itself. */
export type ToThread =
  | { kind: 'all'; specs: { id: number; spec: TargetSpec }[]; others: { host: string; port: number }[] }
  | { kind: 'one'; id: number; spec: TargetSpec }
export interface FromThread {
  id: number
  facts: TargetFacts
}

export interface Threads {
  /** Each target is reported once it is done. */
  all(specs: readonly TargetSpec[], onTarget: (target: TargetFacts) => Promise<void>): Promise<void>
  /** Null when the run was aborted in the meantime. */
  observe(spec: TargetSpec): Promise<TargetFacts | null>
  close(): void
}

/**
 * With fewer targets per thread the work is done before the threads have started: two threads cost 0.3 to 0.4 s of CPU time, at
 * 20 targets as at 120, which is the work of 40 targets.
 */
const WORTH_IT = 60

/** How many threads to use for this many targets; 1: none are started. */
export function threadsFor(targets: number, { jobs = 1, concurrency = jobs }: GatherSetting): number {
  return Math.max(1, Math.min(jobs, concurrency, Math.floor(targets / WORTH_IT)))
}

/** Null if it isn't worth it, in an unbuilt tree, or if Node may not start threads. */
export function openThreads(config: Config, own: GatherSetting, targets: number): Threads | null {
  const count = threadsFor(targets, own)
  const file = count > 1 ? workerFile('audit/look-worker.js') : null
  if (!file || own.signal?.aborted) return null
  const setting: GatherSetting = { ...plain(own), threads: count }
  const open = () => openThread(file, { config, setting })
  const threads: Thread[] = []
  try {
    while (threads.length < count) threads.push(open())
  } catch (error) {
    for (const thread of threads) thread.close()
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ACCESS_DENIED') throw error
    return null
  }
  const abort = () => {
    for (const thread of threads) thread.close()
  }
  own.signal?.addEventListener('abort', abort, { once: true })
  return {
    async all(specs, onTarget) {
      const shares = sharesOf(specs, count)
      await Promise.all(
        shares.map(async (share, index) => {
          const others = httpsIn(shares.filter((other) => other !== share).flat())
          await Promise.all(
            (threads[index]?.all(share, others) ?? []).map(async (answer) => {
              const facts = await answer
              if (facts) await onTarget(facts)
            }),
          )
        }),
      )
    },
    observe(spec) {
      if (own.signal?.aborted) return Promise.resolve(null)
      const thread = threads.find((one) => one.isAt(spec.host)) ?? leastBusy(threads)
      if (!thread.isGone()) return thread.one(spec)
      // A replacement, for targets that arrive from now on.
      const fresh = open()
      threads[threads.indexOf(thread)] = fresh
      return fresh.one(spec)
    },
    close() {
      own.signal?.removeEventListener('abort', abort)
      abort()
    },
  }
}

/** What can be sent to a thread. */
function plain({
  onProgress,
  onTarget,
  onConnecting,
  onWaiting,
  signal,
  fleet,
  admit,
  jobs,
  ...setting
}: GatherSetting): GatherSetting {
  return setting
}

/** All targets of a host go to one thread, which enforces the limit per host alone. */
function sharesOf(specs: readonly TargetSpec[], count: number): TargetSpec[][] {
  const shares = Array.from({ length: count }, (): TargetSpec[] => [])
  const ofHost = new Map<string, TargetSpec[]>()
  for (const spec of specs) {
    const share = ofHost.get(spec.host) ?? shares.reduce((a, b) => (b.length < a.length ? b : a))
    ofHost.set(spec.host, share)
    share.push(spec)
  }
  return shares
}

const httpsIn = (specs: readonly TargetSpec[]) =>
  specs.filter(({ scheme }) => scheme === 'https').map(({ host, port }) => ({ host, port }))

const leastBusy = (threads: readonly Thread[]): Thread =>
  threads.reduce((a, b) => (b.busy() < a.busy() ? b : a))

interface Thread {
  all(specs: readonly TargetSpec[], others: { host: string; port: number }[]): Promise<TargetFacts | null>[]
  one(spec: TargetSpec): Promise<TargetFacts | null>
  /** Does it have a target of this host in progress? */
  isAt(host: string): boolean
  busy(): number
  isGone(): boolean
  /** Targets in progress are answered with null. */
  close(): void
}

function openThread(file: URL, workerData: ThreadSetting): Thread {
  const worker = new Worker(file, { workerData })
  const pending = new Map<number, { spec: TargetSpec; settle(facts: TargetFacts | null): void }>()
  let gone = false
  let last = 0
  const answerAll = (answer: (spec: TargetSpec) => TargetFacts | null): void => {
    gone = true
    for (const { spec, settle } of pending.values()) settle(answer(spec))
    pending.clear()
  }
  const lost = () => answerAll(lostFacts)
  worker.on('message', ({ id, facts }: FromThread) => {
    pending.get(id)?.settle(facts)
    pending.delete(id)
  })
  worker.on('error', lost)
  worker.on('exit', lost)
  const expect = (spec: TargetSpec): { id: number; answer: Promise<TargetFacts | null> } => {
    last += 1
    const id = last
    return { id, answer: new Promise((settle) => pending.set(id, { spec, settle })) }
  }
  const send = (message: ToThread): void => worker.postMessage(message)
  return {
    all(specs, others) {
      const expected = specs.map((spec) => ({ spec, ...expect(spec) }))
      send({ kind: 'all', specs: expected.map(({ id, spec }) => ({ id, spec })), others })
      return expected.map(({ answer }) => answer)
    },
    one(spec) {
      const { id, answer } = expect(spec)
      send({ kind: 'one', id, spec })
      return answer
    },
    isAt: (host) => [...pending.values()].some(({ spec }) => spec.host === host),
    busy: () => pending.size,
    isGone: () => gone,
    close() {
      answerAll(() => null)
      void worker.terminate()
    },
  }
}

function lostFacts({ host, port, scheme, entries }: TargetSpec): TargetFacts {
  return { host, port, scheme, entries, endpoints: [], notLooked: 'thread-lost' }
}
