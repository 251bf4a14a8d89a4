import { expect, test } from 'vitest'
import { judgeFacts, levelOf, place } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

test.each(['app-secret', 'session-endpoint', 'token-endpoint'] as const)('%s', (kind) => {
  const [found] = judgeFacts(rule, { secret: { place, kind, text: 'a****9f' } })
  expect(found).toMatchObject({ status: 'fail', reason: kind })
  for (const family of ['wechat', 'alipay', 'mpaas'] as const)
    expect(levelOf(family, rule, kind)).toBe('error')
})

test('shows a secret as it was masked, and the address of an endpoint', () => {
  const judge = (kind: string) => judgeFacts(rule, { secret: { place, kind, text: 'a****9f' } })
  expect(judge('app-secret')).toMatchObject([{ evidence: { secret: 'a****9f' } }])
  expect(judge('token-endpoint')).toMatchObject([
    { evidence: { endpoint: 'api.weixin.qq.com/cgi-bin/token' } },
  ])
  expect(judge('session-endpoint')).toMatchObject([
    { evidence: { endpoint: 'api.weixin.qq.com/sns/jscode2session' } },
  ])
})
