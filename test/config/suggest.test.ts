import { expect, test } from 'vitest'
import { editDistance, suggest } from '../../src/config/suggest.js'

const RULES = ['certificate/path', 'certificate/chain-complete', 'certificate/chain-order', 'tls/version']

test.each([
  ['certificate/chain', 'certificate/chain-complete'],
  ['certificate/chain-ordr', 'certificate/chain-order'],
  ['tls/verison', 'tls/version'],
  ['TLS/VERSION', 'tls/version'],
  ['http/status', undefined],
  ['', undefined],
])('%s: %s', (word, meant) => expect(suggest(word, RULES)).toBe(meant))

test('a swap of neighbours counts as one', () => {
  expect(editDistance('verison', 'version')).toBe(1)
  expect(editDistance('', 'abc')).toBe(3)
})
