/** All scripts of a project, and what is found out about them along the way. */

import { putTo } from '../../grouping.js'
import { methodsOfLanguage } from '../ir/language.js'
import type {
  Binding,
  CallExpr,
  ClassExpr,
  Expr,
  Fn,
  LooseWrite,
  MemberWrite,
  Module,
  ObjExpr,
} from '../ir/types.js'
import type { Active } from './active.js'
import { type Cycles, cutDeep, noCycles } from './cycles.js'
import type { Exporters } from './exporters.js'
import { globalNames } from './global-names.js'
import type { Lives } from './lives.js'
import type { Memo } from './memo-table.js'
import type { ShownTo } from './shown.js'
import { type Steered, UNSTEERED } from './steered.js'
import type { Arg, Client, Env, Text, Value } from './values.js'

/** A place from which a function is called, and with what. */
export interface Site {
  call: CallExpr
  args: Expr[]
  /** It calls a function of a proxy's handler: where the proxy is made (whoever uses it calls that), or used. */
  proxy?: 'made' | 'used'
  /** It is markup or JSX that calls it: what the network call is written in stays where it is. */
  isShown?: true
}

/** A change of an object under a name that isn't written out; its possible names and values once evaluated. */
export interface LooseChange {
  write: LooseWrite
  target: Value
  /** The call that gave the object to the function that changes it. */
  env?: Env
  keys?: Value[]
  values?: Value[]
}

/** `setStorageSync(key, value)`. */
export interface StoredValue {
  call: CallExpr
  key: Expr
  value: Expr
  /** Their possible values, once evaluated. */
  keys?: Value[]
  values?: Value[]
}

/** The parts that need each other. */
export interface Folding {
  fold(program: Program, expr: Expr, env: Env | null): Value[]
  memberOf(program: Program, object: Value, name: string): Value[]
  membersOf(program: Program, value: Value): Value[]
  callFunction(program: Program, callee: Extract<Value, { k: 'function' }>, args: Arg[]): Value[]
  written(program: Program, object: Value, name: string): Value[] | null
}

/** What functions were given in the one call of them that is meant. */
export type Given = Map<Fn, Arg[]>

export interface Program {
  folding: Folding
  modules: Map<string, Module>
  resolve(specifier: string, from: string): string | null
  /** Values that a build injects, by their name in the code. */
  constants: ReadonlyMap<string, Value[]>
  /** What the team declares about its source. */
  steered: Steered
  /** Functions called by a name that the team declared: those calls stand for them. */
  claimed: Set<Fn>
  /** Names that scripts assign without declaring them, or on the global object. */
  globals: ReadonlySet<string>
  /** Global names of libraries that aren't modules and were only searched as text. */
  libraryGlobals: ReadonlyMap<string, Value>
  /** Counts conditions that the build decided. */
  builds: number
  /** Strings in branches that only another build takes. */
  elsewhere: Set<Text>
  /** Do scripts have the browser's objects? */
  hasBrowser: boolean
  /** A build imports undeclared names automatically. */
  importsByName: boolean
  /** A script's named exports are used by imports only. */
  isBound: boolean
  isMentioned(name: string): boolean // As an OpenProject's.
  componentAt(file: string, tag: string): string | null // The same.
  shown: ShownTo | null // Null until all calls are known.
  /** Exports of modules, by the names such a build uses; null until needed. */
  exporters: Exporters | null
  /** Modules of bundles, by their ids. */
  bundled: ReadonlyMap<string, Module>
  resolved: Map<Module, Map<string, Module | null>>
  /** Methods that only built-in values have. */
  ofLanguage: ReadonlySet<string>
  writes: Map<string, MemberWrite[]>
  /** Those on `X.prototype` and `app.config.globalProperties`. */
  prototypeWrites: Map<string, MemberWrite[]>
  /** Changes of members under names that aren't written out, by the object changed; null until all calls are known. */
  looseWrites: Map<unknown, LooseChange[]> | null
  /** Classes by the class they extend; complete once all calls are known. */
  heirs: Map<ClassExpr, ClassExpr[]>
  /** What is changed under such names in a function that it is given to: `set(settings, name, value)`. */
  filled: Set<unknown>
  /** Objects that take over another's members, by the latter; null until all calls are known. */
  takers: Map<ObjExpr, Value[]> | null
  /** What a write's object can be; computed when first asked for. */
  targets: Map<MemberWrite | LooseWrite, Value[]>
  sites: Map<Fn, Site[]>
  /** The calls in `sites`, to find one again at once. */
  siteCalls: Map<Fn, Set<CallExpr>>
  /** Callbacks that other code calls with a response. */
  callbacks: Set<Fn>
  /** Objects that got all the members of another one: `promisifyAll(wx, wxp)`. */
  copies: { target: Value; source: Value }[]
  /** Where classes without a constructor of their own are instantiated. */
  made: Map<ClassExpr, CallExpr[]>
  /** Calls of transpiler helpers that change their arguments. */
  helped: Set<CallExpr>
  /** Calls of clients' `setConfig`. */
  setups: { client: Client; call: CallExpr }[]
  /** Options that every component takes over: `Vue.mixin({…})`. */
  mixins: Value[]
  /** Writes to the phone's storage. */
  stored: StoredValue[]
  /** Calls of `uni.addInterceptor`, and the object they are of. */
  interceptors: { root: string; call: CallExpr }[]
  /** Calls that hear of events, or tell of them. */
  passing: { path: string; call: CallExpr }[]
  /** Stores of Vuex and their like. */
  stores: Extract<Value, { k: 'object' }>[]
  /** Calls that define a store. */
  defined: Set<CallExpr>
  /** What `this` is in a function that isn't called on anything seen. */
  selves: Map<Fn, readonly Value[]>
  /** What a store's actions are given first. */
  contexts: Map<Fn, Value>
  /** Functions that clients' `interceptors.response.use` is given. */
  answered: Set<Fn>
  /** Calls of clients' `interceptors.request.use`. */
  clientInterceptors: { client: Client; call: CallExpr }[]
  /** Calls of Vue's `provide(key, value)`. */
  provides: CallExpr[]
  /** Calls that may run a string as code. */
  textRuns: Set<CallExpr>
  /** The options of `App({…})`. */
  apps: Value[]
  /** Steps spent on following calls so far, in total and for the network calls of each script. */
  used: { all: number; files: Map<Module, number> }
  /** Values of variables that don't depend on a caller, or (`closed`) were joined over all callers. */
  known: Map<Binding, { values: Value[]; closed: boolean; isEmptied: boolean }>
  /** The joined arguments of all calls for each parameter, if they don't depend on a caller. */
  given: Map<Expr, Value[]>
  /** Functions whose parameters stay open. */
  open: Set<Fn> | 'all'
  /** Calls of builders' methods that are meant, of all there are. */
  pinned: Given | null
  /** Where every parameter stays open, and where only some do. */
  memos: { all: Memo<Value[]> | null; some: Memo<Value[]> | null }
  /** Are all calls known? */
  isIndexed: boolean
  /** Packages a bundle holds whose clients are all known. */
  packed: ReadonlySet<string>
  /** What happens to functions and objects; null until needed. */
  lives: Lives | null
  active: Map<Binding, Active>
  cycles: Cycles
  /** Counts readings of members that run-time code may change unseen: no condition on one is ever decided. */
  changeable: number
  /** Counts values that were left out since they are empty, or that a condition may keep from being assigned. */
  emptied: number
  steps: number
  depth: number
}

export function newProgram(
  folding: Folding,
  modules: Map<string, Module>,
  resolve: Program['resolve'],
  constants: Program['constants'] = new Map(),
  steered: Steered = UNSTEERED,
): Program {
  const known = { writes: new Map(), prototypeWrites: new Map() }
  for (const { writes } of modules.values()) for (const write of writes) addWrite(known, write)
  return {
    ...known,
    folding,
    modules,
    resolve,
    constants,
    steered,
    claimed: new Set(),
    globals: globalNames(modules),
    libraryGlobals: new Map(),
    builds: 0,
    elsewhere: new Set(),
    hasBrowser: true,
    importsByName: false,
    isBound: false,
    isMentioned: () => true,
    componentAt: () => null,
    shown: null,
    exporters: null,
    bundled: new Map([...modules.values()].flatMap((one) => (one.bundled ? [[one.bundled.id, one]] : []))),
    resolved: new Map(),
    ofLanguage: methodsOfLanguage(modules.values()),
    looseWrites: null,
    heirs: new Map(),
    filled: new Set(),
    takers: null,
    targets: new Map(),
    sites: new Map(),
    siteCalls: new Map(),
    callbacks: new Set(),
    copies: [],
    made: new Map(),
    setups: [],
    helped: new Set(),
    mixins: [],
    stored: [],
    interceptors: [],
    passing: [],
    answered: new Set(),
    clientInterceptors: [],
    stores: [],
    defined: new Set(),
    selves: new Map(),
    contexts: new Map(),
    provides: [],
    textRuns: new Set(),
    apps: [],
    used: { all: 0, files: new Map() },
    known: new Map(),
    given: new Map(),
    open: 'all',
    pinned: null,
    memos: { all: null, some: null },
    isIndexed: false,
    packed: new Set(),
    lives: null,
    active: new Map(),
    cycles: noCycles(),
    changeable: 0,
    emptied: 0,
    steps: 0,
    depth: 0,
  }
}

export function addWrite(
  { writes, prototypeWrites }: Pick<Program, 'writes' | 'prototypeWrites'>,
  write: MemberWrite,
): void {
  const { object, name } = write
  putTo(writes, name, write)
  if (object.k === 'member' && (object.name === 'prototype' || object.name === 'globalProperties'))
    putTo(prototypeWrites, name, write)
}

/** What was found out about variables and parameters, and which calls of builders' methods are meant. */
export type Knowledge = Pick<Program, 'known' | 'given' | 'pinned'>

/** Works something out with that knowledge alone, and adds to it; null is all that is known. */
export function knowing<T>(program: Program, knowledge: Knowledge | null, work: () => T): T {
  if (!knowledge) return work()
  const { known, given, pinned } = program
  Object.assign(program, knowledge)
  try {
    return work()
  } finally {
    Object.assign(program, { known, given, pinned })
  }
}

/** Nesting depth of folding; beyond it the stack may overflow. */
export const MAX_DEPTH = 120

/** Does folding end here? What that leaves out is worth keeping nowhere: from another place it isn't as deep. */
export function isTooDeep(program: Program): boolean {
  if (program.depth <= MAX_DEPTH) return false
  cutDeep(program)
  return true
}

/** Runs something with a step limit; whatever the limit cuts off is unknown. */
export function cheaply<T>(program: Program, steps: number, work: () => T): T {
  const spare = Math.max(0, program.steps - steps)
  program.steps -= spare
  try {
    return work()
  } finally {
    program.steps += spare
  }
}
