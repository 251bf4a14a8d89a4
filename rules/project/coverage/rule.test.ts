import { expect, test } from 'vitest'
import type { UnreadReason } from '../../../src/facts/index.js'
import { judgeFacts, levelOf, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

const WHOLE = { files: 3, pages: { listed: 2, file: 'app.json' }, unread: null, elsewhere: null }
const found = (facts: object) => words(judgeFacts(rule, { ...WHOLE, ...facts }))

test.each<[string, object, string]>([
  ['all was read', {}, 'pass'],
  ['what has no list of pages', { pages: null }, 'pass'],
  ['one file, one page', { files: 1, pages: { listed: 1, file: 'app.json' } }, 'pass'],
  ['no file', { files: 0 }, 'no-files?'],
  [
    'calls of another platform only',
    { elsewhere: { callee: 'dd.httpRequest', calls: 5, family: null } },
    'other-platform?',
  ],

  [
    'calls of a platform that was not asked for',
    { elsewhere: { callee: 'swan.request', calls: 5, family: 'baidu' } },
    'other-platform?',
  ],
  ['no page', { pages: { listed: 0, file: 'app.json' } }, 'no-pages?'],
])('%s', (_, facts, expected) => expect(found(facts)).toEqual([expected]))

const REASONS: UnreadReason[] = [
  ...(['syntax', 'too-large', 'not-text', 'unreadable'] as const),
  ...(['outside', 'limit', 'budget', 'nesting', 'missing', 'unknown-kind', 'run-time-code'] as const),
]
test.each(REASONS)('a file that is not read for %s is not known', (reason) => {
  expect(found({ unread: { file: 'a.js', reason } })).toEqual(['not-read?'])
})

test('is an error everywhere', () => {
  for (const family of ['wechat', 'alipay', 'mpaas'] as const)
    for (const reason of ['not-read', 'no-files', 'no-pages', 'other-platform'])
      expect(levelOf(family, rule, reason)).toBe('error')
})
