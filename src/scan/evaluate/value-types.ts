/** The kinds of values an expression can have at run time, as far as the source shows. */
import type { Binding, CallExpr, ClassExpr, Expr, Fn, Module, ObjExpr, Reason } from '../ir/types.js'
import type { Kept } from './memo-table.js'

/** The arguments of a call; `up` are those of the enclosing function's call. */
export interface Env {
  /** Null where only `assumed` is given. */
  fn: Fn | null
  args: Arg[]
  self: Value | null
  up: Env | null
  /** What a variable is assumed to be: the key under which a loop defines something. */
  assumed: { binding: Binding; value: Value } | null
  /** Results computed in it: while every parameter stayed open, and while some did. */
  keptAll: Kept<Value[]> | null
  keptSome: Kept<Value[]> | null
}

export type Arg = { expr: Expr; env: Env | null } | { values: Value[] }

/** Where a piece of a string is written: it begins at offset `at` of the string. */
export interface Mark {
  at: number
  module: Pick<Module, 'file' | 'lines'>
  pos: number
}

/** Where knowledge ends: why, and whose parameters would say more. */
export interface Hole {
  reason: Reason
  owners: Fn[]
  /** It is a parameter of this function, which is never called. */
  never?: Fn
  /** It is spread over what is written out, and adds nothing unless a caller passes more: `{ url, ...options }`. */
  spread?: true
  /** What a client's interceptor is told, or the settings in it: a request with those is the one they are of, made again. */
  told?: 'answer' | 'settings'
  /** The innermost expression that could not be determined; set where that expression is folded. */
  origin?: Origin
}

/** An expression as it is written, and where. */
export interface Origin {
  /** `process.env.API_BASE`, `wx.getStorageSync('base')`, `utils/settings#base`; bounded. */
  name: string
  /** Where the name applies: everywhere, through the module that exports it, or in its file only. */
  reach: 'global' | 'module' | 'file'
  module: Mark['module']
  pos: number
}

export interface Text {
  k: 'text'
  text: string
  marks: Mark[]
  /** What follows the string; null if nothing does. */
  hole: Hole | null
  /** Made with a placeholder that some assignment replaces. */
  soft: boolean
  /** What a member of some state is at first, empty: what it is filled with is not followed. */
  begins?: Hole
  /** It identifies the build, or is derived from something that does. */
  mode?: true
}

export interface Client {
  k: 'client'
  library: string
  /** The call that made it, or the class that is derived from it; null for a library's own instance. */
  made: CallExpr | ClassExpr | null
  /** The settings it was created with. */
  config: Arg | null
}

export type Value =
  | Text
  | Client
  | { k: 'prim'; value: number | boolean | null | undefined; mode?: true }
  | { k: 'regex'; source: string; flags: string }
  /** `shared`: `this` of its own method, which any object that took the method over may be. */
  | { k: 'object'; expr: ObjExpr; env: Env | null; shared?: true }
  /** `isMoved`: any of the items may be at any place, in whatever order they were put there. */
  | { k: 'list'; items: Value[][]; isMoved?: boolean }
  /** `bound`: some of its arguments were given where it was bound, and that counts as the call of it. */
  | { k: 'function'; fn: Fn; env: Env | null; self: Value | null; bound?: true }
  | { k: 'class'; expr: ClassExpr; env: Env | null }
  | { k: 'prototype'; of: Fn | ClassExpr }
  | { k: 'instance'; of: Fn | ClassExpr; args: Arg[] | null; env: Env | null }
  | { k: 'namespace'; module: Module }
  | { k: 'native'; path: string; origin?: Origin }
  /** `library`: of one that asks servers, and was looked through only; what it gives goes by the same name. */
  /** `isAbsent`: its files aren't there. */
  | { k: 'package'; name: string; path: string; library?: string; isAbsent?: true; origin?: Origin }
  | { k: 'settings'; of: Client }
  | { k: 'method'; of: Value; name: string }
  /** `empty`: a storage value that is never written; as far as is known, it is empty. */
  | { k: 'unknown'; hole: Hole; empty?: true }
