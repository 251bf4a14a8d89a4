/** Markup's elements: what they give to components, in terms of the component whose markup it is. */

import type { Expression } from '@babel/types'
import { plain } from '../tags.js'
import type { Piece, Shown } from '../types.js'
import { word } from '../words.js'
import { bindPattern } from './lower-patterns.js'
import { expression } from './lowering.js'
import { declareAll, inner, lookup, referToAll, type State } from './scope.js'
import { type Expr, type Module, type ObjExpr, type ShownExpr, UNKNOWN } from './types.js'

/** Reads an expression; null where it is none. */
export type ReadPiece = (piece: Piece) => Expression | null

/** What happens on an event. */
const SOMETIMES = { test: null, sense: true, up: null }

export function lowerMarkup(state: State, shown: readonly Shown[], read: ReadPiece): void {
  const markup = inner({ ...state, namespaces: [ownerOf(state.module)], inMarkup: true, guard: SOMETIMES })
  for (const { tag, given, each, ids, on, calls } of shown) {
    const here = each.reduce((around, list) => repeated(around, list, read), markup)
    for (const one of calls ?? []) lowered(here, one, read)
    if (calls) continue
    const props = given.map(({ name, value }) => {
      return { key: name === null ? null : word(name), value: lowered(here, value, read), pos: value.at }
    })
    const object: ObjExpr = { k: 'obj', props, module: state.module, parent: null, slot: 0 }
    show(state, { of: word(tag), given: object, ...(ids && { ids }), ...(on && { on }) })
    for (const id of ids ?? []) holds(state, id, tag)
  }
}

function lowered(state: State, piece: Piece, read: ReadPiece): Expr {
  const node = read(piece)
  return node ? expression(state, node) : UNKNOWN
}

/** Inside an element that is repeated for each item of a list, or whose component hands something out. */
function repeated(around: State, { items, of }: Shown['each'][number], read: ReadPiece): State {
  const inside = inner(around, { loop: around.loop + 1 })
  const taking = read({ code: `(${items}) => 0`, at: 0 })
  if (taking?.type !== 'ArrowFunctionExpression') return inside
  const item: Expr = of ? { k: 'item', of: lowered(around, of, read) } : UNKNOWN
  taking.params.forEach((pattern, at) => {
    declareAll(inside, pattern)
    bindPattern(inside, pattern, at === 0 ? item : UNKNOWN, 'let')
  })
  return inside
}

/** An element with its properties: the component may do with them whatever it likes. */
export function show({ module }: State, shown: ShownExpr): void {
  const { of, given } = shown
  module.shown.push(shown)
  module.loose.push(given, ...(typeof of === 'string' ? [] : [of]))
}

/** `const box = ref()` and `<upload ref="box">`: the variable holds that component. */
function holds(state: State, id: string, tag: string): void {
  const box = lookup(state.scope, id)
  if (!box) return
  const component = [...state.scope.names.values()].find(
    (one) => one !== box && plain(one.name) === plain(tag),
  )
  const value = component ? referToAll(component) : selected(state.module, id)
  // One that begins with nothing is a ref like any other.
  for (const { value: made } of box.values)
    if (made.k === 'call' && made.args.length === 0 && makesRef(made.callee))
      made.args.push({ k: 'prim', value: null })
  state.module.writes.push({ object: referToAll(box), name: 'value', value, fn: null, guard: null })
}

function makesRef(callee: Expr): boolean {
  const name = callee.k === 'ref' ? callee.binding.name : callee.k === 'global' ? callee.name : ''
  return /^(?:shallowRef|ref)$/.test(name)
}

/** Of a component that no script imports, what a script would select by that. */
function selected(module: Module, id: string): Expr {
  const callee: Expr = { k: 'member', object: UNKNOWN, name: 'selectComponent' }
  const args: Expr[] = [{ k: 'text', text: word(id), module, pos: 0 }]
  return { k: 'call', callee, args, isNew: false, module, fn: null, guard: null, pos: 0 }
}

/** The exports of a component's file enclose its markup; native markup belongs to the script beside it. */
export function ownerOf(module: Module): Expr {
  const file = module.file.slice(module.file.lastIndexOf('/') + 1)
  const native = /^(.*)\.(?:wxml|axml)$/.exec(file)
  return native
    ? { k: 'import', specifier: `./${native[1]}`, from: module, name: OPTIONS }
    : { k: 'import', specifier: `./${file}`, from: module, name: 'default' }
}

/** As an export's name: what a native script gives to `Page` or `Component`. */
export const OPTIONS = '\0options'
