import { expect, test } from 'vitest'
import { judgeFacts, levelOf, place } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

test.each(['app-secret', 'session-endpoint', 'token-endpoint'] as const)('%s', (kind) => {
  const [found] = judgeFacts(rule, { secret: { place, kind, text: 'a****9f' } })
  expect(found).toMatchObject({ status: 'fail', reason: kind })
  for (const family of ['wechat', 'alipay', 'mpaas'] as const)
    expect(levelOf(family, rule, kind)).toBe('error')
})

test('code of a server among the files may not be uploaded', () => {
  const secret = { place, kind: 'session-endpoint', text: '/sns/jscode2session', ofServer: true } as const
  const [found] = judgeFacts(rule, { secret })
  expect(found).toMatchObject({
    reason: 'of-server',
    evidence: { text: 'api.weixin.qq.com/sns/jscode2session' },
  })
  for (const family of ['wechat', 'alipay', 'mpaas'] as const)
    expect(levelOf(family, rule, 'of-server')).toBe('warning')
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
