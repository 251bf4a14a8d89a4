/** What markup and JSX give to components. */

import { putTo } from '../../grouping.js'
import { ownerOf } from '../ir/lower-markup.js'
import type { Binding, CallExpr, ClassExpr, Expr, Fn, Module, ObjExpr } from '../ir/types.js'
import { endings, holdsMarkup, plain, tagOfFile } from '../tags.js'
import { enterReading, leaveReading } from './cycles.js'
import { fold, memberOf } from './folding.js'
import { moduleOf } from './modules.js'
import type { Program } from './program.js'
import { cheaply } from './program.js'
import { rootObject } from './sections.js'
import type { Component, ShownTo } from './shown.js'
import { distinct, isMissing, unknown, type Value } from './values.js'
import { viewedAs } from './views.js'

/**
 * A property of a component: what its elements give, and what it is by default where one of them gives nothing. Where no
 * element of it was found, anything may be given.
 */
export function givenOr(program: Program, of: Component | null, name: string, defaults: Value[]): Value[] {
  const all = of && program.isIndexed ? elementsOf(program, of) : []
  const given = all.map((one) => givenBy(program, one, name))
  const values = distinct([
    ...(given.every((one) => one.length > 0) && given.length > 0 ? [] : defaults),
    ...given.flat(),
  ])
  return values.some(isFilled) && given.length > 0 ? values : [...values, unknown('parameter')]
}

/** An empty text is what is there before anything is given. */
const isFilled = (value: Value) => value.k !== 'text' || value.text !== '' || value.hole !== null

function givenBy(program: Program, given: ObjExpr, name: string): Value[] {
  const reading = enterReading(program, { of: given, env: null, name })
  if (!reading) return []
  const values = memberOf(program, { k: 'object', expr: given, env: null }, name)
  leaveReading(program, reading)
  const found = values.filter((value) => !isMissing(value) && value.k !== 'method')
  return found.length === 0 || found.some(isFilled) ? found : [unknown('parameter')]
}

/** The properties of a component of JSX as one object; null where no element of it was found. */
export function propertiesOf(program: Program, of: Fn | ClassExpr, defaults: Value[]): Value | null {
  const isKnown = program.isIndexed && elementsOf(program, of).length > 0
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

/** What a method that handles events is given; null where no element with data is known to call it. */
export function eventFor(program: Program, fn: Fn): Value | null {
  const all = program.isIndexed ? shownIn(program).handled.get(fn) : undefined
  if (!all) return null
  const dataset = viewedAs(all, null, (_, name) => {
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

function methodsNamed(program: Program, module: Module, name: string): Fn[] {
  const owner = ownerOf(module)
  const own = module.names.filter((one) => one.name === name).map(whole)
  const named = own.length > 0 ? own : [{ k: 'member', object: owner, name } as const]
  return named.flatMap((one) =>
    cheaply(program, STEPS, () => fold(program, one, null)).flatMap((value) =>
      value.k === 'function' ? [value.fn] : [],
    ),
  )
}

/** What each of its elements gives; those of components that are chosen at run time may be it. */
function elementsOf(program: Program, of: Component): ObjExpr[] {
  const { by, anywhere } = shownIn(program)
  const own = by.get(of) ?? []
  return own.length > 0 ? [...own, ...anywhere] : own
}

function shownIn(program: Program): ShownTo {
  if (program.shown) return program.shown
  const shown: ShownTo = { by: new Map(), handled: new Map(), anywhere: [] }
  program.shown = shown
  const files = namedFiles(program)
  const everywhere = registeredIn(program)
  for (const module of program.modules.values()) {
    for (const { of, given } of module.shown) {
      if (typeof of === 'string' && of.startsWith('@')) {
        for (const fn of methodsNamed(program, module, of.slice(1))) putTo(shown.handled, fn, given)
      } else if (of === 'component') shown.anywhere.push(given)
      else
        for (const one of componentsAt(program, module, of, { files, everywhere }))
          putTo(shown.by, one, given)
    }
    for (const call of module.calls) {
      const made = createdBy(call)
      if (made)
        for (const one of made.of) for (const to of meantBy(program, one)) putTo(shown.by, to, made.given)
    }
  }
  return shown
}

const CREATE = new Set(['createElement', 'jsx', 'jsxs', 'jsxDEV'])

/** `React.createElement(Card, { url })`, as JSX is compiled. */
function createdBy({ callee, args: [of, given] }: CallExpr): { of: Expr[]; given: ObjExpr } | null {
  const isCreating = callee.k === 'member' && typeof callee.name === 'string' && CREATE.has(callee.name)
  return isCreating && of && of.k !== 'text' && given?.k === 'obj' ? { of: [of], given } : null
}

/** One element names few of them. */
const STEPS = 500

function componentsAt(
  program: Program,
  module: Module,
  of: string | Expr,
  { files, everywhere }: Found,
): Component[] {
  if (typeof of !== 'string') return meantBy(program, of)
  const tag = plain(of)
  const file = program.componentAt(module.file, of)
  const listed = file === null ? null : program.modules.get(file)
  if (listed) return [listed]
  const named = [...importedAs(module, tag), ...registeredAs(module, tag, everywhere)]
  const own = named.flatMap((one) => meantBy(program, one))
  return own.length > 0 ? own : byFile(files, tag)
}

/** An import of a component's file is that component, whatever it exports. */
function meantBy(program: Program, of: Expr): Component[] {
  const imports = of.k === 'ref' ? of.binding.values.map(({ value }) => value) : [of]
  const files = imports.flatMap((one) =>
    one.k === 'import' && one.name === 'default' ? (moduleOf(program, one.specifier, one.from) ?? []) : [],
  )
  const own = files.filter(({ file }) => holdsMarkup(file))
  if (own.length > 0) return own
  return cheaply(program, STEPS, () => fold(program, of, null)).flatMap((value): Component[] => {
    if (value.k === 'function') return [value.fn]
    if (value.k === 'class') return [value.expr]
    const module = value.k === 'object' ? rootObject(value.expr).module : null
    return module ? [module] : []
  })
}

/** A name of the script that is the tag's. */
const importedAs = ({ names }: Module, tag: string): Expr[] =>
  names.filter(({ name }) => plain(name) === tag).map(whole)

const whole = (binding: Binding): Expr => ({ k: 'ref', binding, from: 0, to: -1 })

/** `components: { 'pay-box': Payment }` of the component, `Vue.component('pay-box', Payment)` for all. */
function registeredAs({ exports }: Module, tag: string, everywhere: Found['everywhere']): Expr[] {
  const own = [...(exports.get('default') ?? [])]
    .flatMap((one) => (one.k === 'call' ? one.args : [one]))
    .flatMap((one) => (one.k === 'obj' ? one.props : []))
    .flatMap(({ key, value }) => (key === 'components' && value.k === 'obj' ? value.props : []))
    .flatMap(({ key, value }) => (typeof key === 'string' && plain(key) === tag ? [value] : []))
  return own.length > 0 ? own : (everywhere.get(tag) ?? [])
}

/** Ways by which a tag is found that are not the file's own. */
interface Found {
  files: Named
  everywhere: ReadonlyMap<string, Expr[]>
}

function registeredIn({ modules }: Program): Map<string, Expr[]> {
  const found = new Map<string, Expr[]>()
  for (const { calls } of modules.values())
    for (const {
      callee,
      args: [name, component],
    } of calls)
      if (callee.k === 'member' && callee.name === 'component' && name?.k === 'text' && component)
        putTo(found, plain(name.text), component)
  return found
}

type Named = ReadonlyMap<string, readonly Module[]>

/** The components with files of their own, by the names of those. */
function namedFiles({ modules }: Program): Named {
  const named = new Map<string, Module[]>()
  for (const module of modules.values())
    if (holdsMarkup(module.file)) putTo(named, tagOfFile(module.file), module)
  return named
}

const byFile = (files: Named, tag: string): Module[] => endings(tag).flatMap((one) => files.get(one) ?? [])
