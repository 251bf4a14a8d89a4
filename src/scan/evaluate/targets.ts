/** What assignments to members change: their possible objects, and which of them affect a given one. */

import { putTo } from '../../grouping.js'
import { flat } from '../flat.js'
import type { Binding, Expr, LooseWrite, MemberWrite } from '../ir/types.js'
import { clientOf } from './clients.js'
import { noCycles } from './cycles.js'
import { fold } from './folding.js'
import { identityOf, isSameObject } from './identity.js'
import { passedTo, rootOf } from './passed.js'
import type { Program } from './program.js'
import type { Env, Value } from './values.js'

/** Steps for finding out what one of them changes. */
export const LOOSE_STEPS = 2_000

/** Writes of members by what they change, for each name: every page of a project may have a `this.rows`. */
interface Index {
  byName: Map<string, Map<unknown, MemberWrite[]>>
  /** Targets being evaluated: until that is done, an index would miss them. */
  running: number
  passed: Map<MemberWrite, readonly Target[]>
  /** Targets that were nested too deeply where they were asked for, and how often. */
  cut: Map<MemberWrite | LooseWrite | string, number>
  cuts: number
}

/** What is asked for so often ends as it is. */
const MOST_ASKED = 4

/** Is it worth asking for again elsewhere? */
function isAskedAgain(index: Index, key: MemberWrite | LooseWrite | string): boolean {
  const times = (index.cut.get(key) ?? 0) + 1
  index.cut.set(key, times)
  index.cuts++
  return times < MOST_ASKED
}

/** With fewer, a linear search is as fast. */
const WORTH_AN_INDEX = 8
const indexes = new WeakMap<Program['targets'], Index>()

function indexOf({ targets }: Program): Index {
  const known = indexes.get(targets)
  if (known) return known
  const made: Index = { byName: new Map(), running: 0, passed: new Map(), cut: new Map(), cuts: 0 }
  indexes.set(targets, made)
  return made
}

/** A change of a member, and what the function that does it is given by the caller that passes the object on. */
export interface Change {
  write: MemberWrite
  env: Env | null
}

/** The writes of a name that change a member of this exact object. */
export const writesTo = (
  program: Program,
  object: Value,
  name: string,
  writes: readonly MemberWrite[],
): Change[] => flat(mayChange(program, object, name, writes), (write) => changesBy(program, write, object))

/** How one write changes this exact object; none if it doesn't. */
export function changesBy(program: Program, write: MemberWrite, object: Value): Change[] {
  if (targetsOf(program, write).some((target) => isSameObject(target, object))) return [{ write, env: null }]
  return flat(passed(program, write), ({ target, env }) =>
    isSameObject(target, object) ? [{ write, env }] : [],
  )
}

/** Objects that callers give a function which changes them, where they aren't known without the callers. */
function passed(program: Program, write: MemberWrite): readonly Target[] {
  if (!program.looseWrites) return []
  const own = targetsOf(program, write)
  if (rootOf(write.object)?.k !== 'this' && !own.some(isGiven)) return []
  const index = indexOf(program)
  const known = index.passed.get(write)
  if (known) return known
  index.passed.set(write, [])
  index.running++
  const found = apart(program, () => passedTo(program, write)).filter(
    ({ target }) => CHANGED.has(target.k) && !own.some((one) => isSameObject(one, target)),
  )
  const isOne = found.length > MOST_APART && found.every(({ target }) => isSameAs(target, found[0]))
  const result = isOne ? found.slice(0, 1).map(({ target }) => ({ target, env: null })) : found
  index.running--
  // Where less is around it, more of it is known.
  if (program.depth > SHALLOW && isAskedAgain(index, write)) index.passed.delete(write)
  else index.passed.set(write, result)
  return result
}

/** Works something out that is the same wherever it is asked for: what is in progress there neither cuts it nor is cut by it. */
function apart<T>(program: Program, work: () => T): T {
  const { open, steps, cycles, changeable, emptied, builds } = program
  Object.assign(program, { open: 'all', steps: LOOSE_STEPS, cycles: noCycles() })
  const result = work()
  Object.assign(program, { open, steps, cycles, changeable, emptied, builds })
  return result
}

/** An object that is changed, and what the function is given there; null for whatever it is given. */
interface Target {
  target: Value
  env: Env | null
}

/** What more callers give that change one and the same object is joined. */
const MOST_APART = 4

const isSameAs = (target: Value, other: Target | undefined): boolean =>
  other !== undefined && isSameObject(target, other.target)

/** What others can know. */
const CHANGED: ReadonlySet<Value['k']> = new Set([
  ...(['object', 'instance', 'prototype', 'class', 'function', 'native', 'package'] as const),
  ...(['namespace', 'client', 'settings'] as const),
])

/** Is it known only to who calls the function, or what a variable for that became by an earlier change? */
const isGiven = (target: Value): boolean =>
  (target.k === 'unknown' && target.hole.owners.length > 0) ||
  (target.k === 'object' && target.expr.renews === true)

function mayChange(
  program: Program,
  object: Value,
  name: string,
  writes: readonly MemberWrite[],
): readonly MemberWrite[] {
  if (writes.length < WORTH_AN_INDEX) return writes
  const index = indexOf(program)
  const { byName, running, cuts } = index
  let found = byName.get(name)
  if (!found) {
    if (running > 0) return writes
    found = new Map()
    for (const write of writes) {
      const targets = [...targetsOf(program, write), ...passed(program, write).map(({ target }) => target)]
      for (const key of new Set(targets.map(identityOf))) putTo(found, key, write)
    }
    if (index.cuts === cuts || !isAskedAgain(index, name)) byName.set(name, found)
  }
  return found.get(identityOf(object)) ?? []
}

/** The possible objects of an assignment, whoever calls the function that contains it. */
export function targetsOf(program: Program, write: MemberWrite | LooseWrite): Value[] {
  const known = program.targets.get(write)
  if (known) return known
  program.targets.set(write, [])
  const index = indexOf(program)
  index.running++
  const { open, steps } = program
  // The first caller may have few steps left, and the result is shared by all.
  program.steps = LOOSE_STEPS
  const changed = (given: Program['open']) => {
    program.open = given
    return flat(fold(program, write.object, null), (value) => [value, ...handled(program, value)]).map(
      (value) => clientOf(program, value) ?? value,
    )
  }
  const own = changed('all')
  // A method attached to a function's argument, as in a project's own `Page`, or anything to an object that an instance
  // was given, `this.settings.base = …`: any call then determines the object.
  const isKept = write.object.k === 'member' && isOfThis(write.object.object)
  const isGiven =
    (write.value.k === 'fn' || isKept) && program.looseWrites && own.some(({ k }) => k === 'unknown')
  const result = isGiven ? changed(new Set()) : own
  program.open = open
  program.steps = steps
  index.running--
  // Where less is around it, more of it is known.
  if (program.depth > SHALLOW && result.some(isCut) && isAskedAgain(index, write))
    program.targets.delete(write)
  else program.targets.set(write, result)
  return result
}

const isOfThis = (expr: Expr): boolean => expr.k === 'this' || (expr.k === 'member' && isOfThis(expr.object))

const SHALLOW = 20
const isCut = (value: Value): boolean => value.k === 'unknown' && value.hole.reason === 'limit'

/** `that.page = 1; that.base = …`: the second changes what `that` stands for, too, and not only what it is from there on. */
function handled(program: Program, value: Value): Value[] {
  const earlier = value.k === 'object' && value.expr.renews ? value.expr.props[0]?.value : null
  const handle = earlier?.k === 'ref' ? handleOf(earlier.binding) : null
  return value.k === 'object' && handle ? fold(program, handle, value.env) : []
}

const handles = new WeakMap<Binding, Expr | null>()

/** A variable for an object that others know by their own ways, neither made there nor given by whoever calls: as it begins. */
function handleOf(binding: Binding): Expr | null {
  if (binding.of) return handleOf(binding.of)
  const known = handles.get(binding)
  if (known !== undefined) return known
  const [first] = binding.values
  const isHandle = first && (HANDLES.has(first.value.k) || isApp(first.value))
  const handle: Expr | null = isHandle ? { k: 'ref', binding, from: 0, to: 1 } : null
  handles.set(binding, handle)
  return handle
}

const isApp = (value: Expr): boolean =>
  value.k === 'call' && value.callee.k === 'global' && value.callee.name === 'getApp'

const HANDLES: ReadonlySet<Expr['k']> = new Set(['this', 'member', 'global', 'import'])
