/** The built program's parser keeps no positions for nodes; but for that it makes the same trees and reports the same errors. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as parser from '@babel/parser'
import { afterAll, expect, test } from 'vitest'
import { lightened } from '../../../scripts/light-parser.mjs'

const load = createRequire(import.meta.url)
const text = readFileSync(load.resolve('@babel/parser'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'hefa-parser-'))
writeFileSync(join(folder, 'parser.cjs'), lightened(text))
const light = load(join(folder, 'parser.cjs')) as typeof parser
afterAll(() => rmSync(folder, { recursive: true }))

type Parse = typeof parser.parse
type Plugins = NonNullable<parser.ParserOptions['plugins']>

const TYPED: Plugins = ['decorators', 'typescript', 'jsx']
const FLOW: Plugins = ['decorators', 'jsx', ['flow', { all: true }]]
const PLAIN: Plugins = ['decorators', 'exportDefaultFrom', 'jsx']

/** The tree without positions, and the errors with theirs. */
function read(parse: Parse, code: string, plugins: Plugins, startColumn = 0): unknown {
  try {
    const { errors, ...tree } = parse(code, {
      ...{ sourceType: 'unambiguous', plugins, startColumn, errorRecovery: true, attachComment: false },
    })
    return {
      tree: JSON.stringify(tree, (key, value) => (key === 'loc' ? undefined : value)),
      errors: errors?.map(told),
    }
  } catch (error) {
    return told(error)
  }
}

function told(error: unknown): unknown {
  const { name, message, loc, pos, reasonCode } = error as Record<string, unknown> & {
    loc?: { line: number; column: number }
  }
  return { name, message, line: loc?.line, column: loc?.column, pos, reasonCode }
}

const alike = (code: string, plugins: Plugins, startColumn = 0) =>
  expect(read(light.parse, code, plugins, startColumn)).toEqual(
    read(parser.parse, code, plugins, startColumn),
  )

const IR = 'src/scan/ir'
const SOURCES = readdirSync(IR).map((file) => readFileSync(join(IR, file), 'utf8'))

test.each([
  ['types', TYPED],
  ['Flow', FLOW],
  ['neither', PLAIN],
])('of real source, whole and broken off, with %s', (_, plugins) => {
  for (const source of SOURCES)
    for (const share of [1, 0.7, 0.31]) alike(source.slice(0, source.length * share), plugins)
})

test.each([
  'let a = 1\r\nlet b = 2\rlet a = 3\u2028let b = 4\nlet a',
  'const s = "x\u2028y"; const t = `a\n\r\nb`; const s = 1 /* \n\n */; const t = 2',
  'a = <view a="x\ny">text\n{b}</view>; a = <view></text>',
  'class A { #a; #a; get #b() {} ; constructor() {} constructor() {} }\n obj.#c',
  '"use strict"; with (a) { 010; delete b }\n yield = 1; export { missing }; export { missing }',
  'const a = `\\u{zz}`; tag`\\u{zz}\\x`; const \\u0061b = 1; v\\u0061r',
  '(a, b) => {}; (a, ...b, c) => 1; async (x) => await x; ((a)) = 1; ({ a: 1, ...b } = c); [a, , b] = 1',
  'if (a) function f() {}\nlabel: for (;;) { break none }\n for (let x of a, b) {} ; a?.b`x`; new a?.b()',
  "import a, { b as a } from 'x'\nimport a from 'y'\nexport default class {}\nexport default 1",
  '@deco class A { @a b = 1; accessor c }\nconst f = async <T,>(x: T): Promise<T> => x as T; let y = <any>x; enum E { A, A }',
  '/* never closed',
  "'never closed",
  '`never closed ${a',
  '/never closed',
])('of %j', (code) => {
  for (const plugins of [TYPED, FLOW, PLAIN])
    for (const column of [0, -3]) {
      alike(code, plugins, column)
      alike(`\n\n  ${code}\nlet again; let again`, plugins, column)
    }
})

test('a node has a place where somebody asks for it', () => {
  const [, second] = light.parse('let a\n  let b').program.body
  expect(second?.loc?.start).toMatchObject({ line: 2, column: 2, index: 8 })
  expect(second?.loc?.end).toMatchObject({ line: 2, column: 7, index: 13 })
  expect(Object.keys(second ?? {})).not.toContain('loc')
})

test('another version of the parser is refused, not read wrongly', () => {
  expect(() => lightened(text.replace('class Position {', 'class Position  {'))).toThrow(
    /is another one: 0 times/,
  )
  expect(() => lightened(`${text}\nnew Position(1, 2, 3)`)).toThrow(/makes positions elsewhere/)
})
