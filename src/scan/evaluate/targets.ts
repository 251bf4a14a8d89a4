/** What assignments to members change: their possible objects, and which of them affect a given one. */

import { putTo } from '../../grouping.js'
import { isPlatform } from '../frameworks/index.js'
import type { Binding, Expr, Fn, LooseWrite, MemberWrite, ObjExpr } from '../ir/types.js'
import { clientOf } from './clients.js'
import { fold } from './folding.js'
import { type Passed, passedTo } from './passed.js'
import type { LooseChange, Program, Site } from './program.js'
import { rootObject } from './sections.js'
import { type Arg, type Env, newEnv, type Value } from './values.js'

/** Writes of members by what they change, for each name: every page of a project may have a `this.rows`. */
interface Index {
  byName: Map<string, Map<unknown, MemberWrite[]>>
  /** Targets being evaluated: until that is done, an index would miss them. */
  running: number
  passed: Map<MemberWrite, readonly Passed[]>
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
): Change[] =>
  mayChange(program, object, name, writes).flatMap((write): Change[] => {
    if (targetsOf(program, write).some((target) => isSameObject(target, object)))
      return [{ write, env: null }]
    return passed(program, write).flatMap(({ target, env }) =>
      isSameObject(target, object) ? [{ write, env }] : [],
    )
  })

/** Objects that callers give a function which changes them, unless they are known without the callers. */
function passed(program: Program, write: MemberWrite): readonly Passed[] {
  if (!program.looseWrites || !targetsOf(program, write).some(isGiven)) return []
  const index = indexOf(program)
  const known = index.passed.get(write)
  if (known) return known
  index.passed.set(write, [])
  index.running++
  const { open, steps } = program
  program.open = 'all'
  program.steps = LOOSE_STEPS
  const result = passedTo(program, write)
  program.open = open
  program.steps = steps
  index.running--
  if (program.depth > SHALLOW && result.some(({ target }) => isCut(target)) && isAskedAgain(index, write))
    index.passed.delete(write)
  else index.passed.set(write, result)
  return result
}

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

/** Steps for finding out what one of them changes. */
export const LOOSE_STEPS = 2_000

/** Sorts the changes by what they change; all calls must be known. */
export function indexLooseWrites(program: Program): void {
  const index: NonNullable<Program['looseWrites']> = new Map()
  for (const module of program.modules.values()) {
    for (const write of module.looseWrites) {
      program.steps = LOOSE_STEPS
      for (const target of targetsOf(program, write)) {
        putTo(index, identityOf(target), { write, target })
        if (target.k !== 'unknown' || target.hole.owners.length === 0) continue
        fills(program, write)
        const passed = write.key === null ? passedTo(program, write) : []
        const changes = [...ofCallers(program, write, target.hole.owners), ...passed]
        for (const change of changes) putTo(index, identityOf(change.target), { write, ...change })
      }
    }
  }
  program.looseWrites = index
}

/** Of more callers, and of merged options, those that give a platform's object; of others only that they fill something. */
const MOST_CALLERS = 20
const FURTHEST_CALLER = 3

/** `copyAll(wx, wxp)`, where the function sets `to[name] = from[name]`: what each caller's object gets. */
function ofCallers(
  program: Program,
  write: LooseWrite,
  owners: readonly Fn[],
  around: Env | null = null,
  depth = 0,
): LooseChange[] {
  return owners.flatMap((owner) => {
    if (owner.role || isWithin(around, owner)) return []
    const all = program.sites.get(owner) ?? []
    const sites =
      write.key === null || all.length > MOST_CALLERS
        ? all.filter((site) => isGivenPlatform(program, site))
        : all
    return sites.flatMap(({ args }) => {
      const given = args.map((expr): Arg => ({ expr, env: null }))
      const env = newEnv(owner, given, null, around)
      program.steps = LOOSE_STEPS
      return fold(program, write.object, env).flatMap((target): LooseChange[] => {
        if (target.k !== 'unknown') return [{ write, target, env }]
        return depth < FURTHEST_CALLER ? ofCallers(program, write, target.hole.owners, env, depth + 1) : []
      })
    })
  })
}

const isGivenPlatform = (program: Program, { args }: Site): boolean =>
  args.some(
    (arg) =>
      (arg.k === 'global' || arg.k === 'ref' || arg.k === 'import') &&
      fold(program, arg, null).some((one) => one.k === 'native' && isPlatform(one.path)),
  )

function isWithin(env: Env | null, fn: Fn): boolean {
  for (let at = env; at; at = at.up) if (at.fn === fn) return true
  return false
}

/** A parameter's members are changed: of whatever any caller gives. */
function fills(program: Program, write: LooseWrite): void {
  const { open } = program
  program.open = new Set()
  for (const value of fold(program, write.object, null)) {
    const key = identityOf(value)
    if (typeof key === 'object') program.filled.add(key)
  }
  program.open = open
}

/** May a function that it was given to have changed it under names that aren't written out? */
export const isFilled = (program: Program, object: Value): boolean => program.filled.has(identityOf(object))

/** Possible changes of this object by a computed name or `Object.assign`; `isSameObject` then compares exactly. */
export const looseChangesTo = (program: Program, object: Value): readonly LooseChange[] =>
  program.looseWrites?.get(identityOf(object)) ?? []

/** Equal for equal objects; `isSameObject` then compares exactly. */
function identityOf(value: Value): unknown {
  switch (value.k) {
    case 'object':
      return rootObject(value.expr)
    case 'instance':
    case 'prototype':
      return value.of
    case 'class':
      return value.expr
    case 'function':
      return value.fn
    default:
      return value.k
  }
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
    return fold(program, write.object, null)
      .flatMap((value) => [value, ...handled(program, value)])
      .map((value) => clientOf(program, value) ?? value)
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

export function isSameObject(target: Value, object: Value): boolean {
  switch (target.k) {
    case 'object':
      return object.k === 'object' && isSameComponent(target.expr, object.expr)
    case 'native':
      return object.k === 'native' && target.path === object.path
    case 'package':
      return object.k === 'package' && target.name === object.name && target.path === object.path
    case 'function':
      return object.k === 'function' && target.fn === object.fn
    case 'class':
      return object.k === 'class' && target.expr === object.expr
    case 'instance':
    case 'prototype':
      return (object.k === 'instance' || object.k === 'prototype') && target.of === object.of
    case 'client':
      return object.k === 'client' && target.library === object.library && target.made === object.made
    case 'settings':
      return object.k === 'settings' && isSameObject(target.of, object.of)
    default:
      return false
  }
}

function isSameComponent(one: ObjExpr, other: ObjExpr): boolean {
  const isPart = one.parent !== null || other.parent !== null
  return one === other || (isPart && rootObject(one) === rootObject(other))
}
