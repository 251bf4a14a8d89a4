import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayWidth, hang, wrap } from '../../src/report/width.js'

describe('displayWidth', () => {
  test.each([
    ['api.example.com', 15],
    ['合法域名', 8],
    ['（需要）', 8],
    ['“R11”', 5],
    ['ｗｗｗ', 6],
    ['한국어', 6],
    ['e\u0301', 1],
    ['a\u200bb', 2],
    ['🚀', 2],
    ['𠮷', 2],
    ['✔ ✘ ·', 5],
    ['', 0],
  ])('%j takes %i columns', (text, columns) => expect(displayWidth(text)).toBe(columns))
})

describe('wrap', () => {
  test('breaks English between words', () => {
    expect(wrap('the server sends no intermediate', 12)).toEqual(['the server', 'sends no', 'intermediate'])
  })

  test('breaks Chinese anywhere but before a closing and after an opening mark', () => {
    expect(wrap('证书链必需完整。', 14)).toEqual(['证书链必需完', '整。'])
    expect(wrap('证书必需（完整）', 10)).toEqual(['证书必需', '（完整）'])
  })

  test('cuts a word that is longer than a line', () => {
    expect(wrap('a'.repeat(25), 10)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)])
  })

  test('an empty text is one empty line', () => expect(wrap('', 20)).toEqual(['']))

  test('no line is wider than asked, and nothing but space is lost', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '-', '中', '。', '（', ' ', '🚀') }))
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 40 }), (parts, columns) => {
        const text = parts.join(' ')
        const lines = wrap(text, columns)
        // A closing mark may stick out by its own two columns rather than begin a line.
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
        expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''))
      }),
    )
  })

  test('a hanging text is indented as wide as its marker', () => {
    expect(hang('一二三四五六七八', 14, '依据  ')).toEqual(['依据  一二三四', '      五六七八'])
  })
})
