/** The recursion of reading: expressions contain functions, functions statements, and statements expressions. */
import type { Node } from '@babel/types'
import type { State } from './scope.js'
import type { Expr } from './types.js'

export const expression = (state: State, node: Node): Expr => state.lowering.expression(state, node)

export const statement = (state: State, node: Node): void => state.lowering.statement(state, node)

/** The statements of a block whose scope already exists. */
export const block = (state: State, statements: readonly Node[]): void =>
  state.lowering.block(state, statements)
