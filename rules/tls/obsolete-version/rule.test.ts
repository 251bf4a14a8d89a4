import { expect, test } from 'vitest'
import {
  accepted,
  column,
  endpoint,
  judgments,
  modern,
  silent,
  target,
} from '../../../test/helpers/targets.js'
import { toldOfVersions } from '../../../test/rules/tls/versions.js'
import rule from './rule.js'

test.each([
  ['all off', '---++', ['pass']],
  ['SSL 3.0 on', '+--++', ['fail ssl3']],
  ['TLS 1.0 on', '-+-++', ['fail deprecated']],
  ['TLS 1.1 on', '--+++', ['fail deprecated']],
  ['all on', '+++++', ['fail ssl3', 'fail deprecated']],
  ['silence about SSL 3.0', '?--++', ['unknown no-answer']],
  ['TLS 1.0 on does not answer for SSL 3.0', '?+-++', ['fail deprecated', 'unknown no-answer']],
  ['silence', '?????', ['unknown no-answer']],
])('%s', (_, marks, expected) => expect(toldOfVersions(rule, marks)).toEqual(expected))

test('SSL 3.0 is a warning, TLS 1.0 a note, silence a warning', () => {
  const handshakes = { ...modern(), ssl3: accepted('SSLv3'), 'tls1.0': accepted('TLSv1'), 'tls1.1': silent }
  const all = judgments(target([endpoint('93.184.216.34', { handshakes })]), { rules: [rule] })
  for (const platform of ['wechat-ios', 'wechat-devtools', 'alipay-android'] as const) {
    expect(column(all, rule.id, platform)).toEqual([
      'fail warning ssl3',
      'fail info deprecated',
      'unknown warning no-answer',
    ])
  }
})
