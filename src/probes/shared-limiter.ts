/** Limits how many tasks run at once, and decides whose turn it is. */
import { setImmediate as turn } from 'node:timers/promises'
import type { Limiter } from './limiter.js'

export interface SharedLimiter {
  /**
   * One owner's share of the slots.
   * @param promising in a crowd, an owner with a task under way gets more places only once this is true
   */
  of(owner: string, promising: () => boolean): Limiter
  /** Are so many waiting that what one task finds out should save the owner's others? Once true, always true. */
  crowded(): boolean
}

/** Waiting tasks for each place that make a crowd, where there is an owner for each place at least. */
const CROWD = 4

/**
 * At most so many tasks at once over all owners. Owners with nothing in progress come first, then all others in turn.
 */
export function sharedLimiter(limit: number): SharedLimiter {
  const owners = new Map<string, Owner>()
  /** Waiting owners, in the order of their turns. */
  const idle = new Set<Owner>()
  const busy = new Set<Owner>()
  let active = 0
  let waiting = 0
  let crowded = false
  let starting = false

  const line = (owner: Owner): void => {
    idle.delete(owner)
    busy.delete(owner)
    if (owner.waiting.length() > 0) (owner.active === 0 ? idle : busy).add(owner)
    else if (owner.active === 0) owners.delete(owner.name)
  }
  const nextOwner = (): Owner | undefined => {
    for (const owner of idle) return owner
    for (const owner of busy) if (!crowded || owner.promising()) return owner
    return undefined
  }
  const startNext = (): boolean => {
    const owner = nextOwner()
    if (!owner) return false
    const start = owner.waiting.take()
    active += 1
    waiting -= 1
    owner.active += 1
    line(owner)
    start?.()
    return true
  }
  const fill = (): void => {
    while (active < limit && startNext());
  }
  const startAll = async (): Promise<void> => {
    if (starting) return
    starting = true
    // Owners that arrive within this turn share from the start.
    await turn()
    starting = false
    fill()
  }
  const enter = (name: string, promising: () => boolean): Promise<Owner> =>
    new Promise((start) => {
      const owner = owners.get(name) ?? { name, promising, active: 0, waiting: openQueue() }
      owners.set(name, owner)
      owner.waiting.add(() => start(owner))
      waiting += 1
      crowded ||= owners.size >= limit && waiting > CROWD * limit
      line(owner)
      if (active < limit) void startAll()
    })
  const leave = (owner: Owner): void => {
    active -= 1
    owner.active -= 1
    line(owner)
    // The slot passes directly on: if it were released first, a newcomer could take it.
    if (!starting) fill()
  }
  const of =
    (name: string, promising: () => boolean): Limiter =>
    async (task) => {
      const owner = await enter(name, promising)
      try {
        return await task()
      } finally {
        leave(owner)
      }
    }
  return { of, crowded: () => crowded }
}

interface Owner {
  name: string
  promising(): boolean
  /** Tasks under way. */
  active: number
  waiting: Queue
}

interface Queue {
  add(start: () => void): void
  take(): (() => void) | undefined
  length(): number
}

function openQueue(): Queue {
  const tasks: (() => void)[] = []
  let head = 0
  return {
    add: (start) => void tasks.push(start),
    take() {
      const start = tasks[head]
      head += 1
      // Served tasks are removed in batches: shifting them one by one would be quadratic.
      if (head > 1024) {
        tasks.splice(0, head)
        head = 0
      }
      return start
    },
    length: () => tasks.length - head,
  }
}
