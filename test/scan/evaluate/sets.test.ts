/** Sets of values: few are compared with each other, many by keys, and both keep the same. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinct, newEnv, unknown, type Value } from '../../../src/scan/evaluate/values.js'
import { newFn } from '../../../src/scan/ir/fresh.js'
import { emptyModule } from '../../../src/scan/ir/module.js'
import type { ObjExpr } from '../../../src/scan/ir/types.js'

const module = emptyModule('a.js', 1)
const fns = [newFn(module, null, null, false, 0), newFn(module, null, null, true, 1)] as const
const expr: ObjExpr = { k: 'obj', props: [], module, parent: null, slot: 0 }
const env = newEnv(fns[0], [], null, null)
const instance = (): Value => ({ k: 'instance', of: fns[0], args: null, env: null })
const text = (value: string, owners: (typeof fns)[number][] | null = null): Value => ({
  ...{ k: 'text', text: value, marks: [], soft: false },
  hole: owners && { reason: 'parameter', owners },
})

const KINDS: (() => Value)[] = [
  () => text('a'),
  () => text('b'),
  () => text('a', []),
  () => text('a', [fns[0]]),
  () => text('a', [fns[0], fns[1]]),
  () => ({ k: 'prim', value: 1 }),
  () => ({ k: 'prim', value: undefined }),
  () => ({ k: 'prim', value: null }),
  () => unknown('limit'),
  () => unknown('limit', [fns[1]]),
  () => ({ k: 'unknown', hole: { reason: 'limit', owners: [] }, empty: true }),
  () => ({ k: 'native', path: 'wx' }),
  () => ({ k: 'package', name: 'axios', path: 'get' }),
  () => ({ k: 'namespace', module }),
  () => ({ k: 'object', expr, env: null }),
  () => ({ k: 'object', expr, env }),
  () => ({ k: 'function', fn: fns[0], env: null, self: null }),
  () => ({ k: 'function', fn: fns[0], env: null, self: instance() }),
  () => ({ k: 'function', fn: fns[0], env: null, self: { k: 'native', path: 'wx' } }),
  instance,
]

test('few are told apart as many are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(KINDS.length - 1), { minLength: 2, maxLength: 8 }), (kinds) => {
      const few = kinds.map((kind) => (KINDS[kind] ?? instance)())
      const others = Array.from({ length: 9 }, (_, at): Value => ({ k: 'prim', value: 100 + at }))
      expect(distinct(few)).toEqual(distinct([...few, ...others]).slice(0, -others.length))
    }),
  )
})

test('of too many texts that are no URL, whatever follows, as much stays as tells that', () => {
  const many = Array.from({ length: 50 }, (_, at) => [text(`list?at=${at}`), text(`c=${at}&`)]).flat()
  const url = text('https://api.acme.cn/a')
  const kept = distinct([...many, url])
  expect(kept.map((one) => (one.k === 'text' ? one.text : one.k))).toEqual([
    'list?',
    'c=',
    'https://api.acme.cn/',
  ])
  expect(kept.every((one) => one.k === 'text' && one.hole?.reason === 'limit')).toBe(true)
})
