/** `Symbol('base')`: a name of which there is only one, told by where it is made. */
import type { Node } from '@babel/types'
import type { Expr, Module } from './types.js'

/** No script writes such a text, and it is no part of a URL. */
const MARK = '\u0000symbol '

export function symbolMade({ type, callee, start }: CallNode, module: Module): Expr | null {
  const isOne = type === 'CallExpression' && callee.type === 'Identifier' && callee.name === 'Symbol'
  return isOne ? { k: 'text', text: `${MARK}${module.file}:${start}`, module, pos: start ?? 0 } : null
}

type CallNode = Extract<Node, { type: 'CallExpression' | 'OptionalCallExpression' | 'NewExpression' }>

export const isSymbol = (text: string): boolean => text.startsWith(MARK)
