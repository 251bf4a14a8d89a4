/** Determines the known URLs in markup. */
import { parseExpression } from '@babel/parser'
import { type AstNode, isNode, quasiText } from './tree.js'

/** The scheme may be omitted: `//cdn.acme.cn/x`. */
const HOST = /^(?:https?:)?\/\/[^/\\?#\s]+/i

/**
 * The known beginning of a URL: all of it, or the part before the first unknown one.
 * Null if that doesn't contain a complete host.
 */
export function addressOf(known: string, isWhole: boolean): string | null {
  const text = known.trim()
  const host = HOST.exec(text)?.[0]
  if (host === undefined || host.endsWith('//')) return null
  return isWhole || text.length > host.length ? text : null
}

/** URLs in an attribute of .wxml or .axml: text with `{{ expression }}` in it. */
export function boundAddresses(value: string): string[] {
  const start = value.indexOf('{{')
  if (start < 0) return listed(addressOf(value, true))
  if (value.slice(0, start).trim() !== '') return listed(addressOf(value.slice(0, start), false))
  const end = value.indexOf('}}', start)
  const isAll = end >= 0 && value.slice(end + 2).trim() === ''
  return end < 0 ? [] : expressionAddresses(value.slice(start + 2, end), isAll)
}

/** URLs that a template expression can begin with; `isAll` if nothing follows it. */
export function expressionAddresses(code: string, isAll = true): string[] {
  try {
    return treeAddresses(parseExpression(code, { plugins: ['typescript'] }) as unknown as AstNode, isAll)
  } catch {
    return []
  }
}

export function treeAddresses(node: AstNode, isAll = true): string[] {
  return beginnings(node).flatMap(({ text, isWhole }) => listed(addressOf(text, isWhole && isAll)))
}

interface Beginning {
  text: string
  isWhole: boolean
}

/** What an expression's string can begin with, as far as it is written out. */
function beginnings(node: unknown): Beginning[] {
  if (!isNode(node)) return []
  switch (node.type) {
    case 'StringLiteral':
      return [{ text: String(node.value), isWhole: true }]
    case 'TemplateLiteral': {
      const quasis = node.quasis as unknown[]
      return [{ text: quasiText(quasis[0]), isWhole: quasis.length === 1 }]
    }
    case 'BinaryExpression':
      return node.operator === '+' ? sumOf(beginnings(node.left), beginnings(node.right)) : []
    case 'ConditionalExpression':
      return [...beginnings(node.consequent), ...beginnings(node.alternate)]
    case 'LogicalExpression':
      return [...beginnings(node.left), ...beginnings(node.right)]
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return beginnings(node.expression)
    default:
      return []
  }
}

function sumOf(left: Beginning[], right: Beginning[]): Beginning[] {
  return left.flatMap((one) => {
    if (!one.isWhole) return [one]
    if (right.length === 0) return [{ ...one, isWhole: false }]
    return right.map((other) => ({ text: one.text + other.text, isWhole: other.isWhole }))
  })
}

const listed = (address: string | null): string[] => (address === null ? [] : [address])
