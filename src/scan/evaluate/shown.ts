/** Which components the elements of a project are. */

import type { CallExpr, ClassExpr, Expr, Fn, Module, ObjExpr } from '../ir/types.js'

/** A component: the file whose markup it is the script of, or what JSX names. */
export type Component = Module | Fn | ClassExpr

/** What each component is given, and what goes to components that are chosen at run time. */
export interface ShownTo {
  by: Map<Component, ObjExpr[]>
  /** The datasets of the elements whose events a method handles. */
  handled: Map<Fn, ObjExpr[]>
  anywhere: ObjExpr[]
  /** Properties given to elements of which it is not known which component they are; `*` for any. */
  open: Set<string>
  /** For each file with markup its components by what scripts find them by. */
  held: Map<Module, Map<string, Component[]>>
  /** Calls by which components tell a function of an event; null for an event that none of their calls has. */
  told: Map<Fn, (CallExpr | null)[]>
  /** Calls of functions that components are given. */
  asking: Set<CallExpr>
  /** Elements of components that aren't there, as calls of those. */
  absent: CallExpr[]
  /** What `<Context.Provider value>` gives, by the call that made the context; null where it isn't known which did. */
  provided: Map<CallExpr | null, Expr[]>
}
