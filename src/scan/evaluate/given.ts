/** What markup and JSX give to components. */

import type { CallExpr, ClassExpr, Expr, Fn, Module, ObjExpr } from '../ir/types.js'
import { ANY } from '../types.js'
import { enterReading, leaveReading } from './cycles.js'
import { fold, memberOf } from './folding.js'
import { componentOf } from './modules.js'
import type { Program } from './program.js'
import type { Component } from './shown.js'
import { distinct, isMissing, MISSING, unknown, type Value } from './values.js'
import { viewedAs } from './views.js'

const OPEN: Value = unknown('parameter')

/*
 * All of it is state: it changes while the mini program runs, and decides no condition.
 */

/**
 * A property of a component: what its elements give, and what it is by default where one of them gives nothing. Where no
 * element of it was found, anything may be given.
 */
export function givenOr(program: Program, of: Component | null, name: string, defaults: Value[]): Value[] {
  const all = of ? elementsOf(program, of) : []
  program.changeable++
  const given = all.map((one) => givenBy(program, one, name))
  const values = distinct([
    ...(given.every((one) => one.length > 0) && given.length > 0 ? [] : defaults),
    ...given.flat(),
  ])
  const { open } = program.shown ?? {}
  const isOpen = open?.has(name) || open?.has(ANY)
  return !isOpen && values.some(isFilled) && given.length > 0 ? values : [...values, OPEN]
}

/** An empty text is what is there before anything is given. */
const isFilled = (value: Value) => value.k !== 'text' || value.text !== '' || value.hole !== null

function givenBy(program: Program, given: ObjExpr, name: string): Value[] {
  const reading = enterReading(program, { of: given, env: null, name })
  if (!reading) return []
  const values = memberOf(program, { k: 'object', expr: given, env: null }, name)
  leaveReading(program, reading)
  const found = values.filter((value) => !isMissing(value) && value.k !== 'method')
  const isNamed = given.props.some(({ key }) => key === name)
  return found.some(isFilled) || (found.length === 0 && !isNamed) ? found : [OPEN]
}

/** `Card.defaultProps = {…}` */
const defaultsOf = (program: Program, fn: Fn): Value[] =>
  memberOf(program, { k: 'function', fn, env: null, self: null }, 'defaultProps').filter(
    (value) => value.k === 'object',
  )

/** The properties of a component of JSX as one object; null where no element of it was found. */
export function propertiesOf(program: Program, of: Fn | ClassExpr, defaults: Value[]): Value | null {
  const isKnown = elementsOf(program, of).length > 0
  if (!isKnown && defaults.length === 0) return null
  return viewedAs(of, null, (_, name) => {
    const values = defaults.flatMap((one) => memberOf(program, one, name))
    return givenOr(
      program,
      of,
      name,
      values.filter((value) => !isMissing(value)),
    )
  })
}

/** What markup or JSX passes to a function of which it is known to call it. */
export function shownValues(program: Program, { fn, index, as }: Extract<Expr, { k: 'shown' }>): Value[] {
  if (as === 'told') return toldOf(program, fn, index)
  return [
    as === 'event' ? eventFor(program, fn) : (propertiesOf(program, fn, defaultsOf(program, fn)) ?? OPEN),
  ]
}

/** What a method that handles events of elements with data is given. */
function eventFor(program: Program, fn: Fn): Value {
  const all = program.shown?.handled.get(fn) ?? []
  const dataset = viewedAs(all, null, (_, name) => {
    program.changeable++
    const values = all.flatMap((one) => givenBy(program, one, name))
    return values.length > 0 ? distinct(values) : [unknown('parameter')]
  })
  return viewedAs(fn, null, (_, name) =>
    TARGETS.has(name) ? [targetOf(fn, dataset)] : [unknown('parameter')],
  )
}

const TARGETS = new Set(['currentTarget', 'target'])

const targets = new WeakMap<Fn, Value>()
function targetOf(fn: Fn, dataset: Value): Value {
  const known = targets.get(fn)
  if (known) return known
  const made = viewedAs({}, null, (_, name) => [name === 'dataset' ? dataset : unknown('parameter')])
  targets.set(fn, made)
  return made
}

/** What components tell a method that handles their events. */
function toldOf(program: Program, fn: Fn, index: number): Value[] {
  const calls = program.shown?.told.get(fn) ?? []
  program.changeable++
  return distinct(calls.flatMap((call) => (call ? toldBy(program, call, index) : [OPEN])))
}

/** `$emit('load', url)` gives what follows the name, `triggerEvent('load', url)` an event with that as its details. */
function toldBy(program: Program, call: CallExpr, index: number): Value[] {
  const isNative = call.callee.k === 'member' && call.callee.name === 'triggerEvent'
  const valuesAt = (at: number): Value[] => {
    const arg = call.args[at]
    const values = arg ? fold(program, arg, null) : [MISSING]
    return values.length > 0 ? values : [OPEN]
  }
  if (!isNative || index > 0) return isNative ? [MISSING] : valuesAt(index + 1)
  return [viewedAs(call, null, (_, name) => (name === 'detail' ? valuesAt(1) : [OPEN]))]
}

/** `this.$refs.box`, `this.selectComponent('#box')`: components in the markup of a script; null where none is found by that. */
export function heldAs(program: Program, module: Module, id: string): Value[] | null {
  const { held } = program.shown ?? {}
  const markup = held?.get(module) ?? held?.get(besides(program, module) ?? module)
  const found = markup?.get(id)
  const values = found?.flatMap((one) => ('calls' in one ? componentOf(program, one) : [])) ?? []
  return values.length > 0 ? values : null
}

/** The file with the markup of a native script. */
function besides({ modules }: Program, { file }: Module): Module | null {
  const bare = file.replace(/\.\w+$/, '')
  return modules.get(`${bare}.wxml`) ?? modules.get(`${bare}.axml`) ?? null
}

/** What each of its elements gives; those of components that are chosen at run time may be it. */
function elementsOf({ shown }: Program, of: Component): ObjExpr[] {
  const own = shown?.by.get(of) ?? []
  return own.length > 0 ? [...own, ...(shown?.anywhere ?? [])] : own
}
