/** JSON with comments and trailing commas, with the position of every value. */
import type { ConfigTexts } from '../i18n/config.js'
import { MAX_DEPTH, type Node, type Pair, type ReportAt, type ScalarNode } from './nodes.js'

const SPACE = /(?:[ \t\r\n\uFEFF]+|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /[\p{L}\p{N}_$+.-]+/uy
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const STRING_HEAD = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y
const CONSTANTS: Record<string, boolean | null> = { true: true, false: false, null: null }

/** Stops at the first syntax error, which is reported; then undefined. */
export function parseJsonc(source: string, texts: ConfigTexts, report: ReportAt): Node | undefined {
  try {
    return createParser(source, texts)()
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    report(error.at, error.message)
    return undefined
  }
}

class SyntaxFault extends Error {
  readonly at: number
  constructor(at: number, message: string) {
    super(message)
    this.at = at
  }
}

function createParser(source: string, texts: ConfigTexts): () => Node {
  let at = 0

  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = at
    return pattern.exec(source)?.[0]
  }
  function skipSpace(): void {
    at += match(SPACE)?.length ?? 0
    if (source.startsWith('/*', at)) throw new SyntaxFault(at, texts.unterminatedComment)
  }
  function unexpected(expected: string): SyntaxFault {
    const found =
      at >= source.length ? undefined : (match(WORD) ?? String.fromCodePoint(source.codePointAt(at) ?? 0))
    return new SyntaxFault(at, texts.unexpected(found?.slice(0, 40), expected))
  }
  function string(): ScalarNode & { value: string } {
    const start = at
    const literal = match(STRING)
    if (literal === undefined) {
      at += match(STRING_HEAD)?.length ?? 0
      throw source[at] === '\\'
        ? new SyntaxFault(at, texts.badEscape)
        : new SyntaxFault(start, texts.openString)
    }
    at += literal.length
    return { kind: 'scalar', at: start, value: JSON.parse(literal) as string }
  }
  function scalar(): ScalarNode {
    if (source[at] === '"') return string()
    const start = at
    const word = match(WORD) ?? ''
    const number = match(NUMBER)
    if (number !== undefined && number === word) {
      at += word.length
      return { kind: 'scalar', at: start, value: Number(number) }
    }
    const constant = Object.hasOwn(CONSTANTS, word) ? CONSTANTS[word] : undefined
    if (constant === undefined) throw unexpected(texts.aValue)
    at += word.length
    return { kind: 'scalar', at: start, value: constant }
  }
  function pair(depth: number): Pair {
    if (source[at] !== '"') throw unexpected(texts.aKey)
    const key = string()
    skipSpace()
    if (source[at] !== ':') throw unexpected('":"')
    at++
    return { key: key.value, at: key.at, value: value(depth + 1) }
  }
  /** What stands between brackets; a comma may follow the last one. */
  function sequence<T>(close: string, one: () => T): T[] {
    const found: T[] = []
    at++
    for (;;) {
      skipSpace()
      if (source[at] === close) break
      found.push(one())
      skipSpace()
      if (source[at] === close) break
      if (source[at] !== ',') throw unexpected(texts.commaOr(close))
      at++
    }
    at++
    return found
  }
  function value(depth: number): Node {
    skipSpace()
    if (depth > MAX_DEPTH) throw new SyntaxFault(at, texts.tooDeep)
    const start = at
    if (source[at] === '{') return { kind: 'map', at: start, pairs: sequence('}', () => pair(depth)) }
    if (source[at] === '[') return { kind: 'list', at: start, items: sequence(']', () => value(depth + 1)) }
    return scalar()
  }

  return () => {
    const root = value(0)
    skipSpace()
    if (at < source.length) throw unexpected(texts.theEnd)
    return root
  }
}
