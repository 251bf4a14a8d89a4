import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bounded, safeJson, visible, visibleLines } from '../../src/report/text.js'
import { displayWidth } from '../../src/report/width.js'
import { runs } from '../helpers/thorough.js'

/** What may stand in a line of a terminal. */
const HARMLESS = /^[^\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]*$/u

describe('visible', () => {
  test.each([
    ['\x1b[31mred', '\\x1b[31mred'],
    ['a\r\nb\tc', 'a\\r\\nb\\tc'],
    ['\x9b2J', '\\x9b2J'],
    ['moc.\u202eexample', 'moc.\\u202eexample'],
    ['pay\u200bpal', 'pay\\u200bpal'],
    ['a\u2028b', 'a\\u2028b'],
    ['\ufeffx', '\\ufeffx'],
    ['tag\u{e0041}', 'tag\\u{e0041}'],
    ['\ud800x', '\\ud800x'],
    ['合法域名 “R11”', '合法域名 “R11”'],
    ['x ::error::y', 'x :\\x3aerror::y'],
    ['::set-output name=a::b', ':\\x3aset-output name=a::b'],
    ['a ##[add-mask]b ##vso[task.complete]', 'a #\\x23[add-mask]b #\\x23vso[task.complete]'],
    ['::ffff:192.0.2.1 and 2001:db8::1 ## [x]', '::ffff:192.0.2.1 and 2001:db8::1 ## [x]'],
  ])('%j is shown as %j', (text, shown) => expect(visible(text)).toBe(shown))

  test('bounds length', () => {
    expect(visible('x'.repeat(1_000_000), 50)).toBe(`${'x'.repeat(49)}…`)
    expect(visible('\x00'.repeat(1000), 50).length).toBeLessThanOrEqual(100)
  })

  test('a pile of combining marks is levelled', () => {
    expect(visible(`a${'\u0301'.repeat(200)}`)).toBe(`a${'\u0301'.repeat(4)}`)
  })

  test('whatever comes in, nothing that steers or hides comes out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visible(text)
        expect(shown).toMatch(HARMLESS)
        expect(shown.length).toBeGreaterThanOrEqual(text === '' ? 0 : 1)
      }),
      { numRuns: runs(300) },
    )
  })
})

test('bounded never cuts a pair of surrogates', () => {
  expect(bounded('𠮷'.repeat(10), 5)).toBe('𠮷𠮷𠮷𠮷…')
  expect(bounded('𠮷'.repeat(5), 5)).toBe('𠮷'.repeat(5))
})

test('visibleLines keeps line ends and bounds their number', () => {
  expect(visibleLines('a\n  b\x1b\n')).toEqual(['a', '  b\\x1b'])
  const many = visibleLines('x\n'.repeat(1000), 3)
  expect(many).toEqual(['x', 'x', 'x', '…'])
})

describe('safeJson', () => {
  test('means the same and holds nothing raw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = safeJson(JSON.stringify({ text }, null, 2))
        expect(JSON.parse(json)).toEqual({ text })
        expect(json.replaceAll('\n', '')).toMatch(HARMLESS)
      }),
      { numRuns: runs(300) },
    )
  })

  test('no character at all stands in it raw that does harm', () => {
    const all = [...Array(0x10000).keys()].filter((code) => code >> 11 !== 0x1b)
    const text = String.fromCharCode(...all.filter((code) => code > 0x1f))
    const json = safeJson(JSON.stringify(text))
    expect(JSON.parse(json)).toBe(text)
    expect(json).toMatch(HARMLESS)
  })

  test('no line of it is a command of a log reader', () => {
    const json = safeJson(JSON.stringify({ '##[x]': '##vso[y] ###[z]' }))
    expect(json).not.toMatch(/##\w*\[/)
    expect(JSON.parse(json)).toEqual({ '##[x]': '##vso[y] ###[z]' })
  })

  test('Chinese stays readable', () => expect(safeJson('"合法域名"')).toBe('"合法域名"'))
})

test('escaped text is as wide as it is long', () => {
  expect(displayWidth(visible('\u202e\x1b'))).toBe('\\u202e\\x1b'.length)
})
