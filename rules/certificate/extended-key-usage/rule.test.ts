import { expect, test } from 'vitest'
import type { CertificateInput } from '../../../src/demo/index.js'
import { authority, chainFact, issue, toldOf } from '../../../test/helpers/chains.js'
import { column, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import rule from './rule.js'

const ca = [authority.root]
type Usages = NonNullable<CertificateInput['extendedKeyUsage']> | null
const certified = (extendedKeyUsage: Usages) =>
  chainFact([issue({ extendedKeyUsage }), authority.intermediate])

const CASES: [string, Usages, string, string[]][] = [
  ['serverAuth', ['serverAuth'], 'pass', ['pass error', 'pass error', 'pass error']],
  [
    'serverAuth among others',
    ['clientAuth', 'serverAuth'],
    'pass',
    ['pass error', 'pass error', 'pass error'],
  ],
  ['serverAuth and any', ['any', 'serverAuth'], 'pass', ['pass error', 'pass error', 'pass error']],
  [
    'any alone',
    ['any'],
    'fail any-only',
    ['fail error any-only', 'not-applicable error any-only', 'not-applicable error any-only'],
  ],
  [
    'clientAuth alone',
    ['clientAuth'],
    'fail wrong',
    ['fail error wrong', 'fail error wrong', 'fail error wrong'],
  ],
  [
    'an OID nobody knows',
    ['1.3.6.1.4.1.311.10.3.4'],
    'fail wrong',
    ['fail error wrong', 'fail error wrong', 'fail error wrong'],
  ],
  [
    'server gated crypto, Microsoft’s',
    ['1.3.6.1.4.1.311.10.3.3', 'clientAuth'],
    'fail server-gated',
    ['fail error server-gated', 'not-applicable error server-gated', 'fail error server-gated'],
  ],
  [
    'server gated crypto, Netscape’s',
    ['2.16.840.1.113730.4.1'],
    'fail server-gated',
    ['fail error server-gated', 'not-applicable error server-gated', 'fail error server-gated'],
  ],
  [
    'none',
    null,
    'fail absent',
    ['fail error absent', 'not-applicable error absent', 'not-applicable error absent'],
  ],
]

test.each(CASES)('%s', (_, usages, expected, columns) => {
  expect(toldOf(rule, certified(usages), { ca })).toEqual([expected])
  const all = judgments(target([endpoint('93.184.216.34', { chains: [certified(usages)] })]), {
    rules: [rule],
    ca,
  })
  const platforms = ['wechat-ios', 'wechat-android', 'wechat-devtools'] as const
  expect(platforms.map((platform) => column(all, rule.id, platform).join())).toEqual(columns)
})

test('a leaf our reader can’t make out', () => {
  expect(toldOf(rule, chainFact(['AAAA']))).toEqual(['unknown not-observed'])
})
