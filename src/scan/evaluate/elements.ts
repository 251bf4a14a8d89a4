/** Which components a project's elements are, and which functions handle their events. */

import { putTo } from '../../grouping.js'
import { ownerOf } from '../ir/lower-markup.js'
import type { Binding, CallExpr, Expr, Fn, MemberExpr, Module, ObjExpr, ShownExpr } from '../ir/types.js'
import { endings, holdsMarkup, plain, tagOfFile } from '../tags.js'
import { ANY } from '../types.js'
import { elementCall } from './absent-elements.js'
import { contextOf, isProvider } from './contexts.js'
import { callFunction, fold } from './folding.js'
import { moduleOf } from './modules.js'
import { calleeName } from './names.js'
import type { Program } from './program.js'
import { rootObject } from './sections.js'
import type { Component, ShownTo } from './shown.js'
import type { Value } from './values.js'

/** Call it once it is known what scripts export. */
export function indexShown(program: Program): ShownTo {
  const shown: ShownTo = {
    ...{ by: new Map(), handled: new Map(), anywhere: [], open: new Set<string>() },
    ...{ held: new Map(), told: new Map(), provided: new Map(), asking: new Set(), absent: [] },
  }
  const found: Found = { files: namedFiles(program), everywhere: registeredIn(program) }
  for (const module of program.modules.values()) {
    const methods = methodsIn(program, module)
    for (const one of module.shown) {
      const { of, given } = one
      if (typeof of === 'string' && of.startsWith('@')) {
        for (const fn of methods(of.slice(1))) putTo(shown.handled, fn, given)
      } else if (of === 'component') shown.anywhere.push(given)
      else if (of === ANY) shown.open.add(ANY)
      else if (isProvider(of)) provide(shown, program, of, given)
      else {
        const components = componentsAt(program, module, of, found)
        if (components === null) leaveOpen(shown, given)
        else if (components.length === 0) addAbsent(shown, elementCall(module, one))
        else for (const component of components) note(shown, module, one, component, methods)
      }
    }
    for (const { of, given } of module.calls.flatMap(created)) {
      const components = of && meantBy(program, of)
      if (components === null) leaveOpen(shown, given)
      else for (const one of components) putTo(shown.by, one, given)
    }
  }
  return shown
}

function addAbsent({ absent }: ShownTo, call: CallExpr | null): void {
  if (call) absent.push(call)
}

/** Which component it is given to is not known. What is spread may reach any that has such properties. */
function leaveOpen({ open, anywhere }: ShownTo, given: ObjExpr): void {
  for (const { key } of given.props) if (typeof key === 'string') open.add(key)
  const props = given.props.filter(({ key }) => key === null)
  if (props.length > 0) anywhere.push({ ...given, props })
}

/** Any element that gives nothing: one is enough to make the defaults values. */
const BARE: ObjExpr = { k: 'obj', props: [], module: null, parent: null, slot: 0 }

/** One element is a component. */
function note(
  { by, held, told }: ShownTo,
  module: Module,
  { given, ids = [], on = [] }: ShownExpr,
  component: Component,
  methods: (name: string) => readonly Fn[],
): void {
  if (given.props.length > 0) putTo(by, component, given)
  else if (!by.get(component)?.includes(BARE)) putTo(by, component, BARE)
  const own = held.get(module) ?? new Map<string, Component[]>()
  for (const id of ids) putTo(own, id, component)
  if (own.size > 0) held.set(module, own)
  if (!('calls' in component)) return
  for (const { event, method } of on) {
    const calls = component.calls.filter((one) => tells(one, event))
    for (const fn of methods(method))
      for (const call of calls.length > 0 ? calls : [null]) putTo(told, fn, call)
  }
}

const TELLS = new Set(['$emit', 'emit', 'triggerEvent'])

/** `this.$emit('load', url)`, `emit('load', url)`, `this.triggerEvent('load', { url })` */
function tells({ callee, args: [name] }: CallExpr, event: string): boolean {
  const called = callee.k === 'member' ? callee.name : callee.k === 'ref' ? callee.binding.name : null
  return (
    typeof called === 'string' && TELLS.has(called) && name?.k === 'text' && plain(name.text) === plain(event)
  )
}

function provide({ provided }: ShownTo, program: Program, { object }: MemberExpr, { props }: ObjExpr): void {
  for (const { key, value } of props) {
    const given: Expr = key === null ? { k: 'member', object: value, name: 'value' } : value
    if (key === 'value' || key === null) putTo(provided, contextOf(program, object), given)
  }
}

/** The methods of the component whose markup a file is, each looked up once. */
function methodsIn(program: Program, module: Module): (name: string) => readonly Fn[] {
  const known = new Map<string, readonly Fn[]>()
  return (name) => {
    const methods = known.get(name) ?? methodsNamed(program, module, name)
    known.set(name, methods)
    return methods
  }
}

const CREATE = new Set([
  'createElement',
  'jsx',
  'jsxs',
  'jsxDEV',
  'h',
  'createVNode',
  'createBlock',
  'createApp',
  'createSSRApp',
])

/** `React.createElement(Card, { url })`, as JSX is compiled, `h(Card, { url })`, `cloneElement(element, { url })`: of null is not known. */
function created({
  callee,
  args: [of, given],
  isNew,
  module,
  pos,
}: CallExpr): { of: Expr | null; given: ObjExpr }[] {
  if (isNew) return sectionOf(of, 'propsData').map((one) => ({ of: null, given: one }))
  const name = calleeName(callee)
  if (!of || of.k === 'text' || !given || !(CREATE.has(name) || name === 'cloneElement')) return []
  const spread: ObjExpr = {
    k: 'obj',
    props: [{ key: null, value: given, pos }],
    module,
    parent: null,
    slot: 0,
  }
  const all = [given.k === 'obj' ? given : spread, ...SECTIONS.flatMap((key) => sectionOf(given, key))]
  return all.map((one) => ({ of: name === 'cloneElement' ? null : of, given: one }))
}

/** Where Vue 2's `h(Card, { props: { url } })` has them. */
const SECTIONS = ['props', 'attrs']

const sectionOf = (given: Expr | undefined, name: string): ObjExpr[] =>
  given?.k === 'obj'
    ? given.props.flatMap(({ key, value }) => (key === name && value.k === 'obj' ? value : []))
    : []

/** One element names few of them. */
const STEPS = 500

function valuesOf(program: Program, of: Expr): Value[] {
  program.steps = STEPS
  return fold(program, of, null)
}

function methodsNamed(program: Program, module: Module, name: string): Fn[] {
  const owner = ownerOf(module)
  const own = module.names.filter((one) => one.name === name).map(whole)
  const named = own.length > 0 ? own : [{ k: 'member', object: owner, name } as const]
  return named.flatMap((one) =>
    valuesOf(program, one).flatMap((value) => (value.k === 'function' ? [value.fn] : [])),
  )
}

/** Null where it is one of the project's, and not known which. */
function componentsAt(
  program: Program,
  module: Module,
  of: string | Expr,
  { files, everywhere }: Found,
): readonly Component[] | null {
  if (typeof of !== 'string') return meantBy(program, of)
  const tag = plain(of)
  const file = program.componentAt(module.file, of)
  const listed = file === null ? null : program.modules.get(file)
  if (listed) return [listed]
  const named = [...importedAs(module, tag), ...registeredAs(module, tag, everywhere)]
  const own = named.map((one) => meantBy(program, one))
  const known = own.flatMap((one) => one ?? [])
  if (known.length > 0) return known
  return own.includes(null) ? null : byFile(files, tag)
}

/** An import of a component's file is that component, whatever it exports; a package's is none of the project's. */
function meantBy(program: Program, of: Expr): Component[] | null {
  const exprs = of.k === 'ref' ? of.binding.values.map(({ value }) => value) : [of]
  const imports = exprs.flatMap((one) => (one.k === 'import' ? [one] : []))
  const files = imports.flatMap((one) => moduleOf(program, one.specifier, one.from) ?? [])
  const isPackages = imports.length === exprs.length && files.length === 0
  if (isPackages) return []
  const own = files.filter(({ file }) => holdsMarkup(file))
  if (own.length > 0) return own
  const values = valuesOf(program, of)
  const found = values.flatMap((value) => componentsOf(program, value))
  return found.length > 0 || values.every(({ k }) => k === 'package' || k === 'native') ? found : null
}

function componentsOf(program: Program, value: Value): Component[] {
  if (value.k === 'function') return [value.fn, ...loadedBy(program, value)]
  if (value.k === 'class') return [value.expr]
  const module = value.k === 'object' ? rootObject(value.expr).module : null
  return module ? [module] : []
}

/** `() => import('./card.vue')` */
function loadedBy(program: Program, lazy: Extract<Value, { k: 'function' }>): Module[] {
  return callFunction(program, lazy, []).flatMap((one) =>
    one.k === 'namespace' && holdsMarkup(one.module.file) ? [one.module] : [],
  )
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
    if (holdsMarkup(module.file) || module.calls.some(isNative)) putTo(named, tagOfFile(module.file), module)
  return named
}

/** `Component({…})` */
const isNative = ({ callee, fn }: CallExpr) =>
  fn === null && callee.k === 'global' && callee.name === 'Component'

/** The longest of the names that a file has. */
const byFile = (files: Named, tag: string): readonly Module[] => {
  const name = endings(tag).find((one) => files.has(one))
  return (name !== undefined && files.get(name)) || []
}
