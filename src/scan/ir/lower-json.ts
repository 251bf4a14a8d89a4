/** `JSON.parse('{"host":"https://…"}')`: webpack and others write modules of JSON like this. */
import type { Node } from '@babel/types'
import { word } from '../words.js'
import { noteMember } from './language.js'
import { primitive } from './lower-names.js'
import { lookup, type State } from './scope.js'
import { type Expr, UNKNOWN } from './types.js'

type CallNode = Extract<Node, { type: 'CallExpression' | 'OptionalCallExpression' | 'NewExpression' }>

/** What the text of a call gives; null for every other call, and for what is no JSON. */
export function parsedJson(state: State, { callee, arguments: [text, ...others] }: CallNode): Expr | null {
  const isParse =
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'JSON' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'parse' &&
    !lookup(state.scope, 'JSON')
  const written = isParse && others.length === 0 && text ? textOf(text) : null
  if (written === null) return null
  try {
    return valueIn(state, JSON.parse(written), text?.start ?? 0)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function textOf(node: Node): string | null {
  if (node.type === 'StringLiteral') return node.value
  const [only] = node.type === 'TemplateLiteral' && node.expressions.length === 0 ? node.quasis : []
  return only?.value.cooked ?? null
}

function valueIn(state: State, value: unknown, pos: number): Expr {
  const { module } = state
  if (typeof value === 'string') return { k: 'text', text: word(value), module, pos }
  if (typeof value === 'number' || typeof value === 'boolean') return primitive(value)
  if (Array.isArray(value))
    return { k: 'array', items: value.map((one) => ({ spread: false, value: valueIn(state, one, pos) })) }
  if (typeof value !== 'object' || value === null) return value === null ? primitive(null) : UNKNOWN
  const props = Object.entries(value).map(([key, one]) => {
    noteMember(module, key)
    return { key: word(key), value: valueIn(state, one, pos), pos }
  })
  return { k: 'obj', props, module, parent: null, slot: 0 }
}
