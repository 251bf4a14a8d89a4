/** All scripts of a project together, and what is learnt about them on the way. */

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
import { type Cycles, noCycles } from './cycles.js'
import type { Exporters } from './exporters.js'
import type { Lives } from './lives.js'
import type { Memo } from './memo-table.js'
import { type Steered, UNSTEERED } from './steered.js'
import type { Arg, Client, Env, Text, Value } from './values.js'

/** A place from which a function is called, and with what. */
export interface Site {
  call: CallExpr
  args: Expr[]
}

/** A change by no name that is written, of one object; the names and values it may have once they are worked out. */
export interface LooseChange {
  write: LooseWrite
  target: Value
  keys?: Value[]
  values?: Value[]
}

/** `setStorageSync(key, value)`. */
export interface StoredValue {
  call: CallExpr
  key: Expr
  value: Expr
  /** What they can be, once that is worked out. */
  keys?: Value[]
  values?: Value[]
}

/** Foldings within foldings: beyond, the stack may be too short. */
export const MAX_DEPTH = 120

/** Those of its parts that need each other. */
export interface Folding {
  fold(program: Program, expr: Expr, env: Env | null): Value[]
  memberOf(program: Program, object: Value, name: string): Value[]
  membersOf(program: Program, value: Value): Value[]
  callFunction(program: Program, callee: Extract<Value, { k: 'function' }>, args: Arg[]): Value[]
  written(program: Program, object: Value, name: string): Value[] | null
}

export interface Program {
  folding: Folding
  modules: Map<string, Module>
  resolve(specifier: string, from: string): string | null
  /** What a build gives the code, by the name it has there. */
  constants: ReadonlyMap<string, Value[]>
  /** What the team says of its source. */
  steered: Steered
  /** Functions called by a name the team gave: those calls stand for them. */
  claimed: Set<Fn>
  /** Names that scripts assign without declaring them, or on the global object. */
  globals: ReadonlySet<string>
  /** What libraries are called by that aren't modules, and were looked through only. */
  libraryGlobals: ReadonlyMap<string, Value>
  /** Counts conditions that the build decided. */
  builds: number
  /** Texts of branches that only another build takes. */
  elsewhere: Set<Text>
  /** Have scripts the browser's objects? */
  hasBrowser: boolean
  /** A build imports by itself what a script names and nobody declares. */
  importsByName: boolean
  /** Nothing but imports takes what a script exports by a name. */
  isBound: boolean
  /** What modules export, by the names such a build knows; null until it is asked for. */
  exporters: Exporters | null
  /** Modules of bundles, by their ids. */
  bundled: ReadonlyMap<string, Module>
  resolved: Map<Module, Map<string, Module | null>>
  /** Methods that only values of the language have. */
  ofLanguage: ReadonlySet<string>
  writes: Map<string, MemberWrite[]>
  /** Changes of members by no name that is written, by what they change; null until all calls are known. */
  looseWrites: Map<unknown, LooseChange[]> | null
  /** What takes over an object's members, by that object; null until all calls are known. */
  takers: Map<ObjExpr, Value[]> | null
  /** What a write's object can be; computed when first asked for. */
  targets: Map<MemberWrite | LooseWrite, Value[]>
  sites: Map<Fn, Site[]>
  /** The calls in `sites`, to find one again at once. */
  siteCalls: Map<Fn, Set<CallExpr>>
  /** Functions handed to someone else, who calls them with an answer. */
  callbacks: Set<Fn>
  /** Objects that got all the members of another one: `promisifyAll(wx, wxp)`. */
  copies: { target: Value; source: Value }[]
  /** Where classes without a constructor of their own are made. */
  made: Map<ClassExpr, CallExpr[]>
  /** Calls of transpilers' helpers that change what they are given. */
  helped: Set<CallExpr>
  /** Calls of clients' `setConfig`. */
  setups: { client: Client; call: CallExpr }[]
  /** Options that every component takes over: `Vue.mixin({…})`. */
  mixins: Value[]
  /** What is kept in the storage of the phone, by whom. */
  stored: StoredValue[]
  /** Calls of `uni.addInterceptor`, and the object they are of. */
  interceptors: { root: string; call: CallExpr }[]
  /** Stores of Vuex and their like. */
  stores: Value[]
  /** Calls of clients' `interceptors.request.use`. */
  clientInterceptors: { client: Client; call: CallExpr }[]
  /** Calls of Vue's `provide(key, value)`. */
  provides: CallExpr[]
  /** Calls that may run a text as code. */
  textRuns: Set<CallExpr>
  /** The options of `App({…})`. */
  apps: Value[]
  /** Steps that following calls took so far, in all and for the network calls of each script. */
  used: { all: number; files: Map<Module, number> }
  /** Variables' values that depend on no caller, or (`closed`) were joined of all callers. */
  known: Map<Binding, { values: Value[]; closed: boolean }>
  /** What parameters are given by all calls together, where that depends on no caller. */
  given: Map<Expr, Value[]>
  /** Functions whose parameters stay open. */
  open: Set<Fn> | 'all'
  /** Where every parameter stays open, and where only some do. */
  memos: { all: Memo<Value[]> | null; some: Memo<Value[]> | null }
  /** Are all calls known? */
  isIndexed: boolean
  /** Packages a bundle holds whose clients are all known. */
  packed: ReadonlySet<string>
  /** What becomes of functions and objects; null until somebody asks. */
  lives: Lives | null
  /** Which of their values variables are being worked out to, and in which call of their function. */
  active: Map<Binding, { at: number; frame: Env | null }>
  cycles: Cycles
  /** Counts readings of members that run-time code may change unseen: no condition on one is ever decided. */
  changeable: number
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
  const writes = new Map<string, MemberWrite[]>()
  for (const module of modules.values()) {
    for (const write of module.writes) {
      putTo(writes, write.name, write)
    }
  }
  return {
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
    exporters: null,
    bundled: new Map([...modules.values()].flatMap((one) => (one.bundled ? [[one.bundled.id, one]] : []))),
    resolved: new Map(),
    ofLanguage: methodsOfLanguage(modules.values()),
    writes,
    looseWrites: null,
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
    clientInterceptors: [],
    stores: [],
    provides: [],
    textRuns: new Set(),
    apps: [],
    used: { all: 0, files: new Map() },
    known: new Map(),
    given: new Map(),
    open: 'all',
    memos: { all: null, some: null },
    isIndexed: false,
    packed: new Set(),
    lives: null,
    active: new Map(),
    cycles: noCycles(),
    changeable: 0,
    steps: 0,
    depth: 0,
  }
}

const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'global', 'self'])

function globalNames(modules: Map<string, Module>): Set<string> {
  const names = new Set<string>()
  for (const { writes } of modules.values()) {
    for (const { object, name } of writes)
      if (object.k === 'global' && GLOBAL_OBJECTS.has(object.name)) names.add(name)
  }
  return names
}

/** Does something with so many steps at most; what they don't suffice for is unknown. */
export function cheaply<T>(program: Program, steps: number, work: () => T): T {
  const spare = Math.max(0, program.steps - steps)
  program.steps -= spare
  try {
    return work()
  } finally {
    program.steps += spare
  }
}
