import { expect, test } from 'vitest'
import { authority, chainFact, issue, STORES, toldOf } from '../../../test/helpers/chains.js'
import { column, DESCRIBED, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import rule from './rule.js'

const chain = chainFact([issue({}), authority.intermediate])

test.each(STORES)('%s: a server proves its key in the handshake', (store) => {
  expect(toldOf(rule, { ...chain, keyProof: 'valid' }, { store })).toEqual(['pass'])
  expect(toldOf(rule, { ...chain, keyProof: 'invalid' }, { store })).toEqual(['fail not-proven'])
  // RSA key exchange has no signature: a server that could decrypt has the key, but that isn't tested here.
  expect(toldOf(rule, { ...chain, keyProof: 'unchecked' }, { store })).toEqual(['not-applicable'])
})

test('of a file it is judged beside the private key that was given', () => {
  const file = { ...chain, fromFile: true }
  expect(toldOf(rule, { ...file, keyProof: 'valid' })).toEqual(['pass'])
  expect(toldOf(rule, { ...file, keyProof: 'invalid' })).toEqual(['fail wrong-key'])
  expect(toldOf(rule, { ...file, keyProof: 'unchecked' })).toEqual(['not-applicable'])
})

test('an error on every platform, whatever is said of trust', () => {
  const impostor = target([endpoint('93.184.216.34', { chains: [{ ...chain, keyProof: 'invalid' }] })])
  const made = judgments(impostor, { overrides: { 'certificate/trusted': { level: 'off' } } })
  for (const platform of DESCRIBED)
    expect(column(made, 'certificate/key-match', platform)).toEqual(['fail error not-proven'])
})
