/** Assignments to members: the values that any of them, anywhere, gives to a member of an object. */

import { flat } from '../flat.js'
import {
  type Expr,
  functionsAround,
  type Guard,
  type LooseWrite,
  type MemberWrite,
  variableOf,
} from '../ir/types.js'
import { leaveOut } from './builds.js'
import { guardHolds, truthIn } from './conditions.js'
import { cutAt, enter, isGoneInto, isWhole, leave, watch } from './cycles.js'
import { isNeverGiven } from './dead.js'
import { fold } from './folding.js'
import { isSameObject } from './identity.js'
import { looseChangesTo } from './loose-changes.js'
import { cheaply, type LooseChange, type Program } from './program.js'
import { isGivenSettled } from './settled.js'
import { unreplaced } from './straight.js'
import { type Change, LOOSE_STEPS, writesTo } from './targets.js'
import {
  type Arg,
  distinct,
  type Env,
  isKey,
  isMissing,
  literalText,
  MISSING,
  newEnv,
  softened,
  type Text,
  unknown,
  type Value,
} from './values.js'
import { spreadMember, withoutSelf } from './walks.js'

const MAX_WRITES = 2_000

/** The values that assignments anywhere give to a member of this exact object; null if there are none. */
export function written(program: Program, object: Value, name: string): Value[] | null {
  const values = [...(namedWrites(program, object, name) ?? []), ...looselyWritten(program, object, name)]
  return values.length > 0 ? softened(program, distinct(values)) : null
}

function namedWrites(program: Program, object: Value, name: string): Value[] | null {
  const writes = program.writes.get(name)
  if (!writes) return null
  if (writes.length > MAX_WRITES) return [unknown('limit')]
  const changes = writesTo(program, object, name, writes)
  const taken = unreplaced(
    program,
    object,
    changes.filter(({ write }) => isTaken(program, write)),
  )
  if (isFarIn(program, taken)) return null
  if (taken.length === 0) return null
  return flat(taken, ({ write, env }) =>
    isSkipped(program, write, object) ? [] : writtenValue(program, write, object, env),
  )
}

/**
 * Is it not done in the call it is asked about: `if (typeof given === 'string') options.url = given`; in an interceptor, `if
 * (config.custom.isOther) config.baseURL = …`? Elsewhere conditions on members may ask for what is written here.
 */
function isSkipped(program: Program, write: MemberWrite, object: Value): boolean {
  const env = write.guard ? madeIn(write, object) : null
  if (env === null) return false
  return isGivenSettled(env.args)
    ? guardHolds(program, write.guard, env) === false
    : isOtherType(program, write.guard, env)
}

function isOtherType(program: Program, guard: Guard | null, env: Env): boolean {
  for (let at = guard; at; at = at.up)
    if (at.test && asksType(at.test) && truthIn(program, at.test, env) === !at.sense) return true
  return false
}

/** `typeof given === 'string'` */
const asksType = (test: Expr): boolean =>
  test.k === 'compare' && (test.left.k === 'typeof' || test.right.k === 'typeof')

/** Values of a member that are made of its other values, which are made of others: so many turns, and of very many fewer. */
const MOST_TURNS = 4
const TURNS_OF_MANY = 2

function isFarIn(program: Program, changes: readonly Change[]): boolean {
  const most = changes.length > MOST_TURNS ? TURNS_OF_MANY : MOST_TURNS
  const turns = changes.filter(({ write }) => program.cycles.running.has(write.value))
  return turns.length >= most && turns.every(({ write }) => cutAt(program, write.value))
}

const takens = new WeakMap<MemberWrite, boolean>()

/** Does the build take the branch that contains it? Values of other builds are recorded separately. */
function isTaken(program: Program, write: MemberWrite): boolean {
  if (!write.guard) return true
  const known = takens.get(write)
  if (known !== undefined) return known
  takens.set(write, true)
  const { builds } = program
  const before = watch(program)
  const isLeft = guardHolds(program, write.guard, null) === false && program.builds !== builds
  if (isLeft) leaveOut(program, write.value, null)
  if (isWhole(program, before) && program.steps > 0) takens.set(write, !isLeft)
  else takens.delete(write)
  return !isLeft
}

/** Steps for one condition, and for those of a whole project. */
const BRANCH_STEPS = 1_000
const ALL_BRANCH_STEPS = 200_000
const ADDRESS = /^[a-z]+:\/\//i

/** Addresses that only another build assigns are recorded even if nothing that is followed reads the member. */
export function leaveOutUnread(program: Program): void {
  program.open = new Set()
  let left = ALL_BRANCH_STEPS
  for (const { writes } of program.modules.values()) {
    for (const write of writes) {
      if (!write.guard || write.value.k !== 'text' || !ADDRESS.test(write.value.text)) continue
      if (left <= 0) return
      program.steps = BRANCH_STEPS
      isTaken(program, write)
      left -= BRANCH_STEPS - program.steps
    }
  }
}

/** Values that computed names and `Object.assign` may have given to a member. */
function looselyWritten(program: Program, object: Value, name: string): Value[] {
  const changes = looseChangesTo(program, object)
  if (changes.length > MAX_WRITES) return [unknown('limit')]
  return flat(changes, (change) => {
    if (!isSameObject(change.target, object)) return []
    const { write } = change
    if (write.key) {
      const keys = change.keys ?? keysOf(program, write.key, change.env ?? null)
      if (program.steps > 0) change.keys = keys
      if (!keys.some((key) => isKey(key, name))) return []
      const values = looseValue(program, change, object, name, keyNamed(keys, name))
      // A name and a value of which neither is known say nothing about this member.
      return keys.some((key) => isNamed(key, name))
        ? values
        : values.filter((value) => value.k !== 'unknown' || value.hole.owners.length > 0)
    }
    const values = flat(looseValue(program, change, object, name), (one) =>
      spreadMember(program, one, name).map((value) => withoutSelf(value, one)),
    )
    return values.filter((one) => !isMissing(one))
  })
}

/** The key as it is written. */
function keyNamed(keys: readonly Value[], name: string): Text {
  const found = keys.find((key) => isNamed(key, name))
  return found?.k === 'text' ? found : literalText(name)
}

const isNamed = (key: Value, name: string) => key.k === 'text' && key.text === name && !key.hole

function keysOf(program: Program, key: Expr, env: Env | null): Value[] {
  return cheaply(program, LOOSE_STEPS, () => fold(program, key, env))
}

/** Computed once, unless it depends on how an instance was created, or on the name. */
function looseValue(
  program: Program,
  change: LooseChange,
  object: Value,
  name: string,
  key = literalText(name),
): Value[] {
  if (change.values) return change.values
  const before = watch(program)
  const { write } = change
  const envs = keyEnvs(program, write, key, change.env ?? madeIn(write, object))
  const values = cheaply(program, LOOSE_STEPS, () =>
    distinct(
      flat(envs, (env) => (isLeftOut(program, change, env) ? [] : writtenValue(program, write, object, env))),
    ),
  )
  const isFree =
    envs.every((env) => env === null || env === change.env) && !(object.k === 'instance' && object.args)
  // Of an object that a function makes, each of its calls knows what it sets.
  const isLocal = write.object.k === 'ref' && variableOf(write.object.binding).fn !== null
  const isFinal = isWhole(program, before) && program.steps > 0 && isFree && !isLocal
  if (isFinal) change.values = values
  return values
}

/** Is it not done for what this caller gives: `if (typeof from[name] === 'function') to[name] = …`? */
const isLeftOut = (program: Program, { write, env }: LooseChange, within: Env | null): boolean =>
  env !== undefined && write.guard !== null && guardHolds(program, write.guard, within) === false

/** `names.forEach((name) => { o[name] = … })`, `for (const name in names) o[name] = …`: what is written for a name knows that name. */
function keyEnvs(program: Program, { key, fn }: LooseWrite, value: Text, around: Env | null): (Env | null)[] {
  const from = key?.k === 'ref' ? key.binding.values[0]?.value : key
  if (from?.k !== 'param' || from.fn !== fn) {
    const isLoop = from?.k === 'item' || from?.k === 'unknown'
    if (key?.k !== 'ref' || !isLoop) return [around]
    return [{ ...newEnv(null, [], null, around), assumed: { binding: key.binding, value } }]
  }
  const own: Arg = { values: [value] }
  if (around && around.fn === fn) return [{ ...around, args: withArg(around.args, from.index, own) }]
  const calls = (program.sites.get(from.fn) ?? []).slice(0, MAX_CALLS)
  const named = calls.filter(({ args: { [from.index]: one } }) =>
    one ? fold(program, one, null).some((name) => isKey(name, value.text)) : false,
  )
  if (named.length > 0)
    return named.map(({ args }) => {
      const given = args.map((expr): Arg => ({ expr, env: null }))
      return newEnv(fn, given.with(from.index, own), null, around)
    })
  const others = Array.from(fn?.params ?? [], (): Arg => ({ values: [unknown('computed')] }))
  others[from.index] = own
  return [newEnv(fn, others, null, around)]
}

function withArg(args: readonly Arg[], at: number, arg: Arg): Arg[] {
  const result = [...args]
  while (result.length < at) result.push({ values: [MISSING] })
  result[at] = arg
  return result
}

/** Calls of a function that sets a member by name: `set('base', url)`. */
const MAX_CALLS = 20

/** What an assignment gives to this exact object. */
export function writtenValue(
  program: Program,
  write: MemberWrite | LooseWrite,
  object: Value,
  around: Env | null = null,
): Value[] {
  if (startsHere(program, write.value) || isNotYet(program, write, object)) return []
  if (!enter(program, write.value)) return []
  const env =
    object.k === 'instance' && write.fn && object.args
      ? (constructorEnv(write, object) ?? around)
      : (around ?? madeIn(write, object))
  const result = fold(program, write.value, env).filter((value) => !isNeverGiven(value, write.fn))
  leave(program, write.value)
  return result
}

/** `o.url = base + o.url`: what the member had before is asked for. */
const isNotYet = (program: Program, { value }: MemberWrite | LooseWrite, object: Value): boolean =>
  object.k === 'object' && isGoneInto(program, value, object.env)

/** `let url = o.url; …; o.url = url`: while the first value of the variable is worked out, it gives nothing new. */
function startsHere(program: Program, value: Expr): boolean {
  if (value.k !== 'ref') return false
  const { binding, from, to } = value
  const first = to < 0 || binding.shared ? 0 : from
  return (program.active.get(binding)?.at ?? Number.POSITIVE_INFINITY) <= first && cutAt(program, binding)
}

/** What a function assigns to an object that it created in this call: `options = { ...options }; options.url = …`. */
function madeIn({ object: target, fn: by }: MemberWrite | LooseWrite, object: Value): Env | null {
  if (object.k !== 'object' || target.k !== 'ref') return null
  const { fn, values } = variableOf(target.binding)
  // A function within sees the variable as one of its own, with what it has put on it.
  const all = [...values, ...target.binding.values]
  if (!fn || !all.some(({ value }) => mayBe(value, object.expr))) return null
  for (let at = object.env; at; at = at.up) if (at.fn === fn || at.fn === by) return at
  // A function that only the language calls, such as a promise's, knows what the one around it is given.
  return object.env?.fn && functionsAround(fn).includes(object.env.fn) ? object.env : null
}

/** `typeof arg === 'string' ? { url: arg } : arg` may be the object literal in it. */
function mayBe(value: Expr, made: Expr): boolean {
  if (value.k === 'cond') return mayBe(value.yes, made) || mayBe(value.no, made)
  return value === made || (value.k === 'either' && (mayBe(value.left, made) || mayBe(value.right, made)))
}

function constructorEnv(
  write: MemberWrite | LooseWrite,
  object: Extract<Value, { k: 'instance' }>,
): Env | null {
  const made = 'k' in object.of ? object.of.constructor_ : object.of
  if (!made || made !== write.fn) return null
  return newEnv(made, object.args ?? [], object, object.env)
}
