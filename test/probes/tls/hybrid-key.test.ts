import { createHash } from 'node:crypto'
import { ml_kem768 as mlKem } from '@noble/post-quantum/ml-kem.js'
import { expect, test } from 'vitest'
import { publicKey, secretKey } from '../../../src/probes/tls/hybrid-key.js'

test('the key pair is the one of its seed', () => {
  const made = mlKem.keygen(new Uint8Array(createHash('sha512').update('hefa').digest()))
  expect(publicKey.equals(made.publicKey)).toBe(true)
  expect(secretKey.equals(made.secretKey)).toBe(true)
})

test('what is encapsulated for it comes out again', () => {
  const { cipherText, sharedSecret } = mlKem.encapsulate(publicKey)
  expect(mlKem.decapsulate(cipherText, secretKey)).toEqual(sharedSecret)
})
