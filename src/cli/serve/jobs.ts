/** Audits requested on the page: a few at a time, the others wait, the most recent ones are kept. */
import { randomUUID } from 'node:crypto'

export interface Progress {
  done: number
  total: number
  host: string
}

export type JobEvent =
  | ({ kind: 'progress' } & Progress)
  | { kind: 'done' }
  /** In words, for the page. */
  | { kind: 'failed'; message: string }

export interface Job<Result> {
  id: string
  /** The latest event. */
  last: JobEvent
  result?: Result
  listeners: Set<(event: JobEvent) => void>
}

export interface Jobs<Result> {
  /** Null when too many wait. */
  start(work: (tell: (progress: Progress) => void) => Promise<Result>): Job<Result> | null
  get(id: string): Job<Result> | undefined
  readonly open: number
}

const AT_ONCE = 2
const MOST_WAITING = 20
/** Reports of finished audits. */
const KEPT = 30

/** @param failed returns a sentence for an error that an audit threw */
export function openJobs<Result>(failed: (error: unknown) => string): Jobs<Result> {
  const jobs = new Map<string, Job<Result>>()
  const waiting: (() => void)[] = []
  let running = 0

  const happen = (job: Job<Result>, event: JobEvent): void => {
    job.last = event
    for (const listener of job.listeners) listener(event)
  }
  const next = (): void => {
    if (running < AT_ONCE) waiting.shift()?.()
  }
  return {
    start(work) {
      if (waiting.length >= MOST_WAITING) return null
      const job: Job<Result> = {
        id: randomUUID(),
        last: { kind: 'progress', done: 0, total: 0, host: '' },
        listeners: new Set(),
      }
      jobs.set(job.id, job)
      forget(jobs)
      waiting.push(() => {
        running += 1
        work((progress) => happen(job, { kind: 'progress', ...progress }))
          .then(
            (result) => {
              job.result = result
              happen(job, { kind: 'done' })
            },
            (error) => happen(job, { kind: 'failed', message: failed(error) }),
          )
          .finally(() => {
            running -= 1
            next()
          })
      })
      next()
      return job
    },
    get: (id) => jobs.get(id),
    get open() {
      return running + waiting.length
    },
  }
}

/** The oldest finished ones. */
function forget(jobs: Map<string, Job<unknown>>): void {
  const finished = [...jobs.values()].filter(({ last }) => last.kind !== 'progress')
  for (const { id } of finished.slice(0, Math.max(0, finished.length - KEPT))) jobs.delete(id)
}
