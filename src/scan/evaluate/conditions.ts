/** Conditions, and the values that depend on them. */

import { flat } from '../flat.js'
import { callAt } from '../frameworks/index.js'
import type { Expr, Guard } from '../ir/types.js'
import { tellsBuild } from './builds.js'
import { isWhole, uncut, watch } from './cycles.js'
import { fold } from './folding.js'
import { isOfLanguage } from './language.js'
import { giveUp, isGivenUp } from './memo.js'
import { cheaply, type Program } from './program.js'
import { distinct, type Env, isMissing, MISSING, truthOf, truthOfOne, unknown, type Value } from './values.js'

/** Is a condition true? Null if that is unknown or depends on state. */
export function truthIn(program: Program, test: Expr, env: Env | null): boolean | null {
  if (isGivenUp(program, test, env)) return null
  if (test.k === 'either' && test.op !== '??') return bothTruths(program, test, env)
  const outer = watch(program)
  let isCut = false
  const truth = answered(program, () => {
    const found = fold(program, test, env)
    isCut = program.steps <= 0
    return found
  })
  // If it can't be decided, both branches are taken, even if something was cut short.
  if (truth === null && isCut) giveUp(program, test, env)
  if (truth === null) uncut(program, outer)
  else isWhole(program, outer)
  return truth
}

/** Is an answer true? Null if that is unknown or depends on state. */
export function answered(program: Program, work: () => Value[]): boolean | null {
  const { changeable: before, emptied } = program
  const values = cheaply(program, TEST_STEPS, work)
  if (tellsBuild(values)) program.builds++
  const truth = program.changeable === before ? truthOf(values, program.emptied !== emptied) : null
  // What is decided, or both that are chosen between, are no emptier for that.
  program.emptied = emptied
  return truth
}

/** `left && right`: as values, what a flag that isn't known adds is nothing; as a condition, it decides as much as the other side. */
function bothTruths(
  program: Program,
  { op, left, right }: Extract<Expr, { k: 'either' }>,
  env: Env | null,
): boolean | null {
  const decides = op === '||'
  const first = truthIn(program, left, env)
  if (first === decides) return first
  const second = truthIn(program, right, env)
  return second === decides || first === second || asksForName(program, left, env) ? second : null
}

/** `typeof wx !== 'undefined' && …`, `wx.getAccountInfoSync && …`: what the platform has is asked for before it is used. */
function asksForName(program: Program, test: Expr, env: Env | null): boolean {
  if (test.k === 'either') return [test.left, test.right].every((one) => asksForName(program, one, env))
  if (test.k === 'not' || test.k === 'typeof') return asksForName(program, test.value, env)
  const isType = (side: Expr): boolean => side.k === 'typeof'
  if (test.k === 'compare') return isType(test.left) || isType(test.right)
  // `arguments.length > 1 && arguments[1] !== undefined`
  if (test.k === 'binary') return isCountOfArguments(test.left)
  return fold(program, test, env).every(({ k }) => k === 'native' || k === 'package')
}

const isCountOfArguments = (expr: Expr): boolean =>
  expr.k === 'member' && expr.name === 'length' && expr.object.k === 'param' && expr.object.rest

/** The step limit for one condition: beyond it, the condition is undecided and enough steps remain for what depends on it. */
const TEST_STEPS = 1_000

/** `!test`. */
export function negated(program: Program, test: Expr, env: Env | null): Value[] {
  const { changeable, emptied } = program
  const values = fold(program, test, env)
  const own = program.changeable === changeable ? truthOf(values, program.emptied !== emptied) : null
  const truth = test.k === 'either' ? truthIn(program, test, env) : own
  if (truth !== null) program.emptied = emptied
  return truth === null ? [unknown('computed', ownersOf(values))] : [answer(!truth, tellsBuild(values))]
}

/** The result of a test, marked if the build decides it. */
function answer(value: boolean, byBuild: boolean): Value {
  return byBuild ? { k: 'prim', value, mode: true } : { k: 'prim', value }
}

const ownersOf = (values: Value[]) =>
  flat(values, (value) => (value.k === 'unknown' || value.k === 'text' ? (value.hole?.owners ?? []) : []))

const TYPES: Readonly<Partial<Record<Value['k'], string>>> = {
  text: 'string',
  object: 'object',
  list: 'object',
  instance: 'object',
  namespace: 'object',
  regex: 'object',
  function: 'function',
  class: 'function',
  client: 'function',
}

/** `typeof value`. */
export function typesOf(program: Program, expr: Expr, env: Env | null): Value[] {
  return distinct(
    fold(program, expr, env).map((value): Value => {
      if (value.k === 'prim') return word(value.value === null ? 'object' : typeof value.value)
      if (value.k === 'native' && (value.path === 'uni' || value.path === 'Taro')) return word('object')
      if (value.k === 'native' && callAt(value.path)) return word('function')
      const type = TYPES[value.k]
      return type ? word(type) : unknown('computed', ownersOf([value]))
    }),
  )
}

function word(text: string): Value {
  return { k: 'text', text, marks: [], hole: null, soft: false }
}

/** Are all conditions under which code runs true? Null if that is unknown. */
export function guardHolds(program: Program, guard: Guard | null, env: Env | null): boolean | null {
  let result: boolean | null = true
  for (let at = guard; at; at = at.up) {
    const truth = at.test ? truthIn(program, at.test, env) : null
    if (truth === null) result = null
    else if (truth !== at.sense) return false
  }
  return result
}

export function either(program: Program, expr: Extract<Expr, { k: 'either' }>, env: Env | null): Value[] {
  const { changeable, emptied } = program
  const left = fold(program, expr.left, env)
  const changes = program.changeable !== changeable || program.emptied !== emptied
  const stays = (value: Value): boolean | null => {
    if (value.k === 'unknown' && value.empty) return expr.op === '||' ? false : null
    const isOwn = value.k === 'native' && isOfLanguage(value.path)
    if (expr.op === '??' && !isOwn)
      return value.k === 'unknown' || value.k === 'native' ? null : !isMissing(value)
    const truth = isOwn || truthOfOne(value)
    return expr.op === '&&' && truth !== null ? !truth : truth
  }
  const kept = left.filter((value) => stays(value) !== false)
  // `let api; api ||= wx`: a variable that has no value yet but this one.
  const needsRight = changes || left.length === 0 || left.some((value) => stays(value) !== true)
  if (!needsRight) return kept
  const right = orEmpty(left, expr.op, fold(program, expr.right, env))
  if (expr.op !== '&&' || kept.some((value) => stays(value) !== null)) return distinct([...kept, ...right])
  // A flag that surely is set decides nothing more.
  if (left.length > 0 && kept.length === 0 && !changes) return right
  // In `flag && value` only the value can become part of a URL; a false flag contributes nothing, but may decide otherwise.
  if (truthOf(right) !== false && !asksForName(program, expr.left, env)) program.changeable++
  return right
}

/** `storage || ''`: what nothing is seen to store is empty as far as is known, and so is what stands for it. */
function orEmpty(left: Value[], op: string, right: Value[]): Value[] {
  const stored = op === '||' ? left.find((value) => value.k === 'unknown' && value.empty) : undefined
  if (stored?.k !== 'unknown') return right
  return right.map((value) =>
    value.k === 'text' && value.text === '' && !value.hole ? { ...value, begins: stored.hole } : value,
  )
}

export function withDefault(
  program: Program,
  expr: Extract<Expr, { k: 'default' }>,
  env: Env | null,
): Value[] {
  const { emptied } = program
  const values = fold(program, expr.value, env)
  const given = values.filter((value) => !(value.k === 'prim' && value.value === undefined))
  const needsDefault =
    program.emptied !== emptied ||
    values.some(
      (value) =>
        (value.k === 'prim' && value.value === undefined) ||
        (value.k === 'unknown' && value.hole.owners.length === 0),
    )
  return needsDefault ? distinct([...given, ...fold(program, expr.otherwise, env)]) : given
}

/** Known if all values of both sides agree. */
export function compare(program: Program, expr: Extract<Expr, { k: 'compare' }>, env: Env | null): Value[] {
  const { emptied } = program
  const left = side(program, expr.left, env)
  const right = side(program, expr.right, env)
  program.emptied = emptied
  const lost = () => [unknown('computed', ownersOf([...left, ...right]))]
  if (left.length === 0 || right.length === 0 || left.length * right.length > MAX_PAIRS) return lost()
  if (isOfDevelopers(program, left, right) || isOfDevelopers(program, right, left))
    return [answer(!expr.equal, true)]
  const answers = new Set(flat(left, (one) => right.map((other) => isSame(one, other))))
  const [same] = answers
  if (answers.size !== 1 || typeof same !== 'boolean') return lost()
  return [answer(same === expr.equal, tellsBuild(left) || tellsBuild(right))]
}

/** With the empty value that may have been left out. */
function side(program: Program, expr: Expr, env: Env | null): Value[] {
  const { emptied } = program
  const values = fold(program, expr, env)
  return program.emptied === emptied ? values : [...values, MISSING]
}

const MAX_PAIRS = 16
const OF_DEVELOPERS = /^(?:local|localhost|dev|develop|development|debug|mock)$/i
const VARIABLE = /^(?:process|import\.meta)\.env\.\w+$/

/** A variable of the build that nothing in the project sets, asked for the name of a developer's own build: not of a release. */
function isOfDevelopers(program: Program, asked: Value[], names: Value[]): boolean {
  const [built] = program.constants.get('process.env.NODE_ENV') ?? []
  return (
    built?.k === 'text' &&
    built.text === 'production' &&
    asked.every((one) => one.k === 'native' && VARIABLE.test(one.path)) &&
    names.every((one) => one.k === 'text' && !one.hole && OF_DEVELOPERS.test(one.text))
  )
}

function isSame(left: Value, right: Value): boolean | null {
  if (left.k === 'text' && right.k === 'text')
    return left.hole || right.hole || left.soft || right.soft ? null : left.text === right.text
  if (isMissing(left) !== isMissing(right)) {
    const other = isMissing(left) ? right : left
    return other.k === 'text' || other.k === 'prim' || other.k === 'object' ? false : null
  }
  if (left.k !== 'prim' || right.k !== 'prim') return null
  if (left.value === right.value) return true
  // `==` and `===` differ on these.
  return typeof left.value === typeof right.value && left.value !== null ? left.value === right.value : null
}

/** What each value of one side gives with each of the other. */
export function relation(program: Program, expr: Extract<Expr, { k: 'binary' }>, env: Env | null): Value[] {
  const left = side(program, expr.left, env)
  const right = side(program, expr.right, env)
  if (left.length * right.length > MAX_PAIRS) return [unknown('computed')]
  const results = new Set(flat(left, (one) => right.map((other) => related(expr.op, one, other))))
  const mode = tellsBuild(left) || tellsBuild(right) ? { mode: true as const } : {}
  return [...results].map((value) =>
    value === undefined ? unknown('computed') : { k: 'prim', value, ...mode },
  )
}

/** `undefined` where it is not known. */
function related(op: string, left: Value, right: Value): number | boolean | undefined {
  const [first, second] = [numberOf(left), numberOf(right)]
  if (first === null || second === null) return undefined
  switch (op) {
    case '<':
      return first < second
    case '<=':
      return first <= second
    case '>':
      return first > second
    case '>=':
      return first >= second
    case '-':
      return first - second
    default:
      return op === '*' ? first * second : undefined
  }
}

const numberOf = (value: Value) =>
  value.k === 'prim' && typeof value.value === 'number' ? value.value : null
