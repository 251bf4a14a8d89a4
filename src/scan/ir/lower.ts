/** Converts a parsed script to the small tree that is kept. */
import type { Node } from '@babel/types'
import {
  type Asking,
  askingIn,
  bundledRuntimeIn,
  copyByText,
  innerMarksIn,
  packedIn,
} from '../frameworks/index.js'
import { lineStarts } from '../lines.js'
import type { Shown } from '../types.js'
import { word } from '../words.js'
import { namesServer } from './libraries.js'
import { exportName } from './lower-exports.js'
import { expression } from './lower-expressions.js'
import { lowerMarkup, type ReadPiece } from './lower-markup.js'
import { block, statement } from './lower-statements.js'
import { emptyModule, importFrom } from './module.js'
import type { Statements } from './parse.js'
import { assign, declare, hoistVars, referToAll, type Scope, type State } from './scope.js'
import type { Expr, LooseWrite, Module, Region } from './types.js'

const LOWERING = { expression, statement, block }

/** A parsed text and what it alone determines, once for all scripts of a bundle. */
export interface ParsedText {
  code: string
  lines: Int32Array
  copyOf: string | null
  inner: number[][][] | null
  asking: Asking[]
}

/** What a file holds besides its script, and how expressions in it are read. */
export interface Markup {
  shown: readonly Shown[]
  read: ReadPiece
}

export const parsedText = (code: string): ParsedText => ({
  code,
  lines: lineStarts(code),
  copyOf: copyByText(code),
  inner: innerMarksIn(code),
  asking: askingIn(code),
})

/**
 * Reduces one script. `isShared`: scripts that aren't modules share what they declare. Throws a RangeError when its nesting
 * is too deep.
 */
export function lower(
  file: string,
  { code, lines, copyOf, inner, asking }: ParsedText,
  body: Statements,
  regions: Region[],
  isShared = false,
  markup: Markup | null = null,
): Module {
  const module: Module = { ...emptyModule(file, code.length), lines, copyOf, regions }
  if (inner) module.inner = inner
  if (asking.length > 0) module.asking = asking
  const scope: Scope = { names: new Map(), up: null }
  const state: State = {
    lowering: LOWERING,
    module,
    scope,
    fn: null,
    loop: 0,
    guard: null,
    namespaces: [],
    inMarkup: false,
    thrown: null,
  }
  hoistVars(state, body)
  const imports = body.flatMap((node) => (node.type === 'ImportDeclaration' ? [node] : []))
  for (const node of imports) importDeclaration(state, node)
  block(state, body)
  if (markup) lowerMarkup(state, markup.shown, markup.read)
  module.names = [...scope.names.values()]
  // A library in a bundle is one of its modules, unless all of them are.
  const isWhole = module.copyOf !== null && module.given !== undefined && !namesServer(code)
  if (module.bundle.length > 0 && !isWhole) module.copyOf = null
  for (const one of module.bundle) {
    tellBundled(one, code)
    if (isWhole) one.copyOf = module.copyOf
    if (one.runtime) module.looseWrites = module.looseWrites.filter((write) => !handsOnGlobals(one, write))
  }
  if (isShared && !isModule(module, body)) shareNames(state)
  for (const { source, specifiers } of imports) {
    const names = specifiers.map(({ local }) => local.name)
    if (names.length > 0 && !names.some((name) => isUsed(state, name, code)))
      module.unused.add(word(source.value))
  }
  return module
}

/** The library a bundled module is a copy of, or the framework whose runtime it is. */
function tellBundled(module: Module, code: string): void {
  const { start = 0, end = 0 } = module.bundled ?? {}
  const text = code.slice(start, end)
  const runtime = bundledRuntimeIn(text)
  module.size = text.length
  module.copyOf = copyByText(text)
  if (runtime) module.runtime = runtime
  const packed = packedIn(text)
  if (packed !== null) module.packed = packed
}

/** A runtime passes the whole app's options to the app of a part, where they are found. */
function handsOnGlobals({ bundled }: Module, { object, fn }: LooseWrite): boolean {
  const isInside = fn && bundled && bundled.start <= fn.pos && fn.pos < bundled.end
  const of = object.k === 'ref' ? object.binding.values.map(({ value }) => value) : [object]
  return (
    Boolean(isInside) && of.every((one) => isGetApp(one) || (one.k === 'member' && one.name === 'globalData'))
  )
}

const isGetApp = (one: Expr) => one.k === 'call' && one.callee.k === 'global' && one.callee.name === 'getApp'

function isModule({ imports, exports }: Module, body: readonly Node[]): boolean {
  return imports.size > 0 || exports.size > 0 || body.some(({ type }) => /^(?:Import|Export)/.test(type))
}

/** Top-level declarations of a plain script are members of the global object. */
function shareNames({ module, scope, fn, guard }: State): void {
  const object: Expr = { k: 'global', name: 'globalThis' }
  for (const [name, binding] of scope.names)
    if (binding.values.length > 0) module.writes.push({ object, name, value: referToAll(binding), fn, guard })
}

function importDeclaration(state: State, node: Extract<Node, { type: 'ImportDeclaration' }>): void {
  if (node.importKind === 'type' || node.importKind === 'typeof') return
  importFrom(state.module, node.source.value, node.source.start ?? 0)
  for (const specifier of node.specifiers) {
    const name =
      specifier.type === 'ImportDefaultSpecifier'
        ? 'default'
        : specifier.type === 'ImportNamespaceSpecifier'
          ? '*'
          : exportName(specifier.imported)
    const binding = declare(state, specifier.local.name, true)
    const pos = specifier.start ?? 0
    assign(state, binding, { k: 'import', specifier: word(node.source.value), from: state.module, name, pos })
  }
}

/** JSX tags aren't expressions here. */
function isUsed(state: State, name: string, code: string): boolean {
  if (state.scope.names.get(name)?.used === true) return true
  // A tag appears where an expression begins; in `query<Book, Page>` these are types.
  return (
    code.includes(`<${name}`) &&
    new RegExp(`(?<![\\w$)\\]])<${name.replaceAll('$', '\\$')}(?=[\\s/>.])`).test(code)
  )
}
