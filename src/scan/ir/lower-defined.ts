/** Literals with a key that stands there twice, or is put together: Babel hands them to its helper, `define(define({ … }, 'onLoad', f), 'methods', { … })`. */
import type { Node } from '@babel/types'
import { type ClassExpr, type Expr, type Fn, type Module, type ObjExpr, thisFunction } from './types.js'

/**
 * Gives the literal what a helper defines on it: options of a page that were left behind would be called by nobody. The
 * helper's name and place are no help, so that only its arguments are looked at; one more member changes nothing elsewhere.
 */
export function definesOnLiteral(callee: Node, args: readonly Expr[], pos: number): void {
  const [target, key, value, more] = args
  if (more || key?.k !== 'text' || !value || (value.k !== 'fn' && value.k !== 'obj')) return
  const object = isHelper(callee) ? literalIn(target) : null
  if (!object) return
  if (value.k === 'obj') value.parent ??= { object, key: key.text }
  else if (!value.fn.arrow) value.fn.owner ??= object
  object.props = [...object.props, { key: key.text, value, pos }]
}

/** `define`, `(0, helpers.default)`, `Object(helpers.a)`, `helpers()`; a method of something is none. */
const isHelper = (callee: Node): boolean => callee.type !== 'MemberExpression'

function literalIn(target: Expr | undefined): ObjExpr | null {
  let at = target
  while (at?.k === 'call' && at.args.length === 3) at = at.args[0]
  return at?.k === 'obj' ? at : null
}

/**
 * Functions in `search: debounce(function () { this.load() }, 300)` and `search: (function () { return function () { … } })()`:
 * a wrapper calls what it is given on the object that it was called on, if nothing else is known.
 */
function wrapped(value: Expr, seen = new Set<Fn>()): Fn[] {
  if (value.k !== 'call' || value.isNew) return []
  const { callee, args } = value
  const isFirst = callee.k === 'fn' && !seen.has(callee.fn)
  if (isFirst) seen.add(callee.fn)
  const made = isFirst ? callee.fn.returns.flatMap((one) => namedBy(one.value)) : []
  return [...args, ...made].flatMap((one) => methods(one, seen))
}

function methods(value: Expr, seen: Set<Fn>): Fn[] {
  if (value.k !== 'fn') return wrapped(value, seen)
  const { fn } = value
  if (fn.arrow || seen.has(fn)) return []
  seen.add(fn)
  return [fn, ...passedOn(fn, seen)]
}

/** A variable stands for what was assigned to it: `function load() { … } return load`. */
const namedBy = (value: Expr): Expr[] =>
  value.k === 'ref' ? value.binding.values.map((one) => one.value) : [value]

/** Babel's method only hands its `this` on to the generator beside it: `function load() { return run.apply(this, arguments) }`. */
function passedOn({ returns }: Fn, seen: Set<Fn>): Fn[] {
  return returns.flatMap(({ value }) => {
    const callee = value.k === 'call' && value.args[0]?.k === 'this' ? value.callee : null
    if (callee?.k !== 'member' || (callee.name !== 'apply' && callee.name !== 'call')) return []
    return callee.object.k === 'ref' ? namedBy(callee.object).flatMap((one) => methods(one, seen)) : []
  })
}

/** They are methods of the object or class whose member the value is. */
export function wrappedMethod(value: Expr, owner: ObjExpr | ClassExpr): void {
  for (const fn of wrapped(value)) fn.owner ??= owner
}

/** `this.search = debounce(function () { this.load() })` and `page.search = debounce(…)`. */
export function wrappedOwn(object: Expr, value: Expr): void {
  const owner = object.k === 'this' ? thisFunction(object.fn)?.owner : null
  if (owner) for (const fn of wrapped(value)) fn.owner ??= owner
  else if (object.k === 'ref') for (const fn of wrapped(value)) fn.putOn ??= object
}

/** Does it also have another object's methods? */
export function takesOver({ props }: ObjExpr): boolean {
  const isPlain = !props.some(({ value }) => value.k === 'fn')
  return props.some(({ key, value }) =>
    key === null
      ? !isPlain || (props.length > 1 && mayHaveMethods(value))
      : key === 'mixins' || key === 'behaviors' || key === 'extends',
  )
}

function mayHaveMethods(spread: Expr): boolean {
  const [first] = spread.k === 'ref' ? spread.binding.values : []
  const of = first?.value ?? spread
  return of.k === 'import' || (of.k === 'obj' && of.props.some(({ value }) => value.k === 'fn'))
}

/**
 * `Object.assign({ … }, base, own)` is the object that it is given, with all members of the others, and
 * `Object.setPrototypeOf({ … }, base)` with those it lacks; null for another call.
 */
export function assignedLiteral(
  module: Module,
  callee: Expr,
  args: readonly Expr[],
  pos: number,
): Expr | null {
  const [target, ...sources] = args
  if (callee.k !== 'member' || target?.k !== 'obj') return null
  const isBehind = callee.name === 'setPrototypeOf'
  if (callee.name !== 'assign' && !isBehind) return null
  if (callee.object.k !== 'global' || callee.object.name !== 'Object') return null
  if (sources.some(({ k }) => k === 'spread')) return null
  const isNoted = takesOver(target)
  const given = sources.map((value) => ({ key: null, value, pos }))
  target.props = isBehind ? [...given, ...target.props] : [...target.props, ...given]
  if (!isNoted && takesOver(target)) module.extended.push(target)
  return target
}
