/** Expressions in markup, each where it stands in a file. */
import type { ParserPlugin } from '@babel/parser'
import type { Expression } from '@babel/types'
import type { Piece, SourceUnit } from '../types.js'
import type { ReadPiece } from './lower-markup.js'
import { loadParser } from './parse.js'

export async function pieceReader(language: SourceUnit['language']): Promise<ReadPiece> {
  const { parseExpression } = await loadParser()
  const plugins: ParserPlugin[] = language === 'ts' ? ['typescript'] : []
  let left = MOST_PARSED
  return (piece) => {
    const { code, at } = piece
    try {
      const known = simple(piece)
      if (known || left-- <= 0) return known
      return parseExpression(code, { plugins, startIndex: at, startLine: 1, startColumn: at })
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof RangeError) return null
      throw error
    }
  }
}

/** Of one file; what else is in it is not known. */
const MOST_PARSED = 20_000

const TEXT = /^"[^"\\]*"$/
const PATH = /^\s*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\s*$/
const OTHERS = new Set([
  'true',
  'false',
  'null',
  'this',
  'undefined',
  'super',
  'async',
  'await',
  'yield',
  'new',
])

/** Most are a text or a path, for which the parser takes far longer. */
function simple({ code, at }: Piece): Expression | null {
  if (TEXT.test(code)) return { ...node('StringLiteral', at), value: code.slice(1, -1) } as Expression
  const [first = '', ...names] = PATH.exec(code)?.[1]?.split('.') ?? []
  if (first === '' || OTHERS.has(first)) return null
  const start = at + code.search(/\S/)
  const name = (text: string) => ({ ...node('Identifier', start), name: text })
  return names.reduce<object>(
    (object, property) => ({
      ...node('MemberExpression', start),
      object,
      property: name(property),
      computed: false,
    }),
    name(first),
  ) as Expression
}

const node = (type: string, start: number) => ({ type, start })
