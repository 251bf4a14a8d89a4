/** Paths from a network call outwards, and what is remembered while they are followed. */

import type { Knowledge, Program, Site } from '../evaluate/program.js'
import type { Value } from '../evaluate/values.js'
import type { CallExpr, Fn } from '../ir/types.js'
import type { Sink } from './sink.js'

/** One step outwards: to a caller, or (with no site) to where a function that nobody calls by name is written. */
export interface Step {
  fn: Fn
  site: Site | null
  /** The function is none around what leads on, but a builder's method that was given the URL. */
  gives?: true
}

/** A path to look at, with the functions whose parameters stay open. */
interface Path {
  steps: readonly Step[]
  open: readonly Fn[]
}

/** Its callers, if it needs them, are told apart. */
export interface Open extends Path {
  k: 'open'
  /** Null if it is followed however many paths lead through its last call. */
  fork: Fork | null
  /** What the call is without the last caller, if every server is known by then: the caller only tells more of the path. */
  before: Evaluated | null
}

/** It needs no caller; a builder's method may have been given its URL. If none was, it ends with what it was without. */
export interface Built extends Path {
  k: 'built'
  knowledge: Knowledge
  of: Open
  here: Evaluated
}

/** Its callers are joined, unless each way of the fork is followed. */
export interface Joined extends Path {
  k: 'joined'
  fork: Fork | null
}

export type Way = Open | Built | Joined

/** The network calls that a call is on one path. */
export interface Evaluated {
  sinks: Sink[]
  /** What determines which call it is, if that is unknown. */
  open: Value[]
  /** Steps of folding. */
  spent: number
}

/** Where a path goes on to each of several callers. */
export interface Fork {
  /** Are all of them followed? */
  isWhole: boolean
}

/** A call as reached by one path: `through` are the calls on the path, and the last one provides the URL. */
export interface Reached {
  sink: Sink
  through: CallExpr[]
  /** It provides its URL itself; the path only determines which client sends it. */
  isGivenHere?: true
}

/** What is left to spend on one network call, and what was found out about it. */
export interface Search {
  program: Program
  call: CallExpr
  found: Reached[]
  ways: number
  steps: number
  /** How many paths led through a call. */
  visits: Map<Site, number>
  /** Some path was not followed. */
  isCut: boolean
  /** Some path ended at calls that are reported instead. */
  isClaimed: boolean
  /** Some path starts in a function that is never called. */
  isDead: boolean
  /** Callers determine which API is called: `(http) => ({ list: () => http.get('/list') })`. */
  isCalleeOpen: boolean
}

const MAX_WAYS = 50_000
/** Maximum paths through the same call; beyond it, values are joined instead. */
const MAX_VISITS = 8

export const newSearch = (program: Program, call: CallExpr, steps: number): Search => ({
  ...{ program, call, found: [], ways: MAX_WAYS, steps, visits: new Map() },
  ...{ isCut: false, isClaimed: false, isDead: false, isCalleeOpen: false },
})

/** Is a path looked at? Not if too many led through the same call, or if there have been too many at all. */
export function isTaken(search: Search, way: Way): boolean {
  if (way.k === 'built') return true
  const { fork, steps } = way
  if (way.k === 'joined') return fork === null || !fork.isWhole
  const site = steps.at(-1)?.site
  if (fork && site && isVisited(search, site)) {
    fork.isWhole = false
    return false
  }
  if (search.ways <= 0 || search.steps <= 0) {
    search.isCut = true
    return false
  }
  search.ways--
  return true
}

function isVisited({ visits }: Search, site: Site): boolean {
  const count = visits.get(site) ?? 0
  visits.set(site, count + 1)
  return count >= MAX_VISITS
}
