import { expect, test } from 'vitest'
import { createNamed } from '../../../src/scan/project/named.js'

const namedIn = (files: Record<string, string>) =>
  createNamed(Object.keys(files), { peek: (file) => files[file] ?? null })

test.each([
  [`import Card from '@/components/card/card.vue'`, true],
  [`import Card from "./card"`, true],
  ['require(`${folder}/card`)', true],
  [`import Card from 'other/card.vue'`, false],
  [`import Card from './card-list'`, false],
  [`const card = 'card'`, false],
  [`const router = { pages: ['card'] }`, true],
  ['./card', false],
])('%s', (text, isNamed) => {
  const named = namedIn({ 'src/components/card/card.vue': `'./card'`, 'src/use.js': text })
  expect(named('src/components/card/card.vue')).toBe(isNamed)
})

test('entries and what is no component count as named', () => {
  const named = namedIn({})
  expect(['a/index.vue', 'App.vue', 'a/b.js'].map(named)).toEqual([true, true, true])
})

test('a long text without spaces takes no longer than its length', () => {
  const named = namedIn({ 'a/card.vue': '', 'a/use.js': `'${'x'.repeat(2_000_000)}/card'` })
  expect(named('a/card.vue')).toBe(false)
})
