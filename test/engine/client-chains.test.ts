import { expect, test } from 'vitest'
import { casesOf } from '../../src/engine/subjects.js'
import type { ChainFact } from '../../src/facts/index.js'
import { endpoint, target } from '../helpers/targets.js'

const chain = (more: Partial<ChainFact> = {}): ChainFact => ({
  certificates: ['QQ=='],
  hellos: ['tls1.2'],
  primary: true,
  keyProof: 'valid',
  ...more,
})
const cases = (...chains: ChainFact[]) =>
  casesOf('chain', target(chains.map((one, at) => endpoint(`93.184.216.${at + 1}`, { chains: [one] }))))

test('a chain that only some clients get is worth a warning, with hellos and clients named', () => {
  const [main, odd] = [chain(), chain({ certificates: ['Qg=='], primary: false, clients: ['android-7.0'] })]
  const facts = target([endpoint('93.184.216.1', { chains: [main, odd] })])
  expect(casesOf('chain', facts)).toMatchObject([
    { kind: 'facts', scope: {} },
    { kind: 'facts', scope: { cap: 'warning', hellos: ['tls1.2', 'android-7.0'] } },
  ])
})

test('which clients drew it makes no other chain of it', () => {
  expect(cases(chain({ clients: ['ios-26'] }), chain({ clients: ['ios-18'] }))).toMatchObject([
    { kind: 'facts', scope: { addresses: ['93.184.216.1', '93.184.216.2'] } },
  ])
})
