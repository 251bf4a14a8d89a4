import { expect, test } from 'vitest'
import type { Issued } from '../../../src/demo/index.js'
import {
  authority,
  chainFact,
  evidenceOf,
  issue,
  issueCa,
  judgeChain,
  toldOf,
} from '../../../test/helpers/chains.js'
import { endpoint, judgments, target } from '../../../test/helpers/targets.js'
import rule from './rule.js'

const { root, intermediate } = authority
const ca = [root]
const leaf = issue({})
const stranger = issueCa({ subject: 'Stranger', issuer: issueCa({ subject: 'Strange Root' }) })

type Sent = (Issued | string)[]
const surplus = (sent: Sent) => {
  const [finding] = judgeChain(rule, chainFact(sent), { ca })
  return finding?.status === 'fail'
    ? evidenceOf([finding]).certificates.map(
        ({ position, why }: { position: number; why: string }) => `${position} ${why}`,
      )
    : finding?.status
}

test.each<[string, Sent, unknown]>([
  ['nothing too much', [leaf, intermediate], 'pass'],
  ['the leaf alone', [leaf], 'pass'],
  ['the root', [leaf, intermediate, root], ['3 root']],
  ['a duplicate', [leaf, intermediate, intermediate], ['3 duplicate']],
  ['the leaf twice', [leaf, leaf, intermediate], ['2 duplicate']],
  ['a stranger', [leaf, stranger, intermediate], ['2 stranger']],
  [
    'an authority of the same name with another key',
    [leaf, intermediate, issueCa({ subject: { cn: 'Test TLS CA 1', o: 'Test' }, issuer: root })],
    ['3 stranger'],
  ],
  ['garbage', [leaf, intermediate, 'AAAA'], ['3 unreadable']],
  ['all of it', [leaf, root, stranger, intermediate, leaf], ['2 root', '3 stranger', '5 duplicate']],
])('%s', (_, sent, expected) => expect(surplus(sent)).toEqual(expected))

test('two ways up are both of use', () => {
  const other = issueCa({ subject: 'Other Root' })
  const cross = issueCa({ subject: { cn: 'Test TLS CA 1', o: 'Test' }, key: intermediate.key, issuer: other })
  expect(toldOf(rule, chainFact([leaf, intermediate, cross]), { ca: [root, other] })).toEqual(['pass'])
})

test('bytes are those sent for nothing', () => {
  const found = judgeChain(rule, chainFact([leaf, intermediate, root, leaf]), { ca })
  expect(evidenceOf(found).bytes).toBe(root.der.length + leaf.der.length)
})

test('without an anchor: what leads furthest is of use', () => {
  expect(toldOf(rule, chainFact([leaf, intermediate]))).toEqual(['pass'])
})

test('a leaf our reader can’t make out', () => {
  expect(toldOf(rule, chainFact(['AAAA', intermediate, root]))).toEqual(['unknown not-observed'])
})

test('is a note', () => {
  const chains = [chainFact([leaf, intermediate, root])]
  const all = judgments(target([endpoint('93.184.216.34', { chains })]), { rules: [rule], ca })
  expect(all).toMatchObject([{ status: 'fail', level: 'info', platforms: { length: 7 } }])
})
