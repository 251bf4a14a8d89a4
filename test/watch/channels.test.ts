/** What robots are sent: their formats, their signatures, and no more than they take. */
import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { CHANNELS, isAddress, linesOf, type Message, watchWords } from '../../src/watch/index.js'

const NOW = 1_795_000_000_123
const message: Message = {
  ...{ id: 'one', at: '2026-11-27T00:00:00.000Z', verdict: 'fail' },
  changes: [
    { kind: 'verdict', target: 'api.example.com', before: 'pass', after: 'fail', platforms: ['wechat-ios'] },
    { kind: 'renewal', target: 'api.example.com', notAfter: '2026-12-01T00:00:00Z', daysLeft: 4 },
  ],
}
const lines = linesOf(message, await watchWords('en'))
const told = { message, lines }

test('lines in both languages', async () => {
  expect(lines).toEqual([
    'hefa: not fit for release',
    'api.example.com: fit for release → not fit for release (wechat-ios)',
    'api.example.com: the certificate expires on 2026-12-01, in 4 days',
  ])
  expect(linesOf(message, await watchWords('zh'))[0]).toBe('hefa：不能发布')
})

test('WeCom', () => {
  const { body } = CHANNELS.wecom.post(told, { url: 'https://qyapi.example/send?key=k' }, NOW)
  expect(JSON.parse(body)).toEqual({ msgtype: 'text', text: { content: lines.join('\n') } })
  expect(CHANNELS.wecom.refusal({ errcode: 0, errmsg: 'ok' })).toBeNull()
  expect(CHANNELS.wecom.refusal({ errcode: 45009, errmsg: 'api freq out of limit' })).toBe('45009')
  expect(CHANNELS.wecom.refusal({})).toBe('none')
})

test('WeCom takes 2,048 bytes: whole lines that fit', () => {
  const many = Array.from({ length: 100 }, (_, at) => `主机 ${at}：${'证书'.repeat(10)}`)
  const { body } = CHANNELS.wecom.post({ message, lines: many }, { url: 'https://a.example/' }, NOW)
  const { content } = JSON.parse(body).text
  expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2048)
  expect(content.endsWith('\n…')).toBe(true)
})

test('DingTalk signs the address', () => {
  const { url } = CHANNELS.dingtalk.post(
    told,
    { url: 'https://oapi.example/robot/send?access_token=t', secret: 'SEC' },
    NOW,
  )
  const { searchParams } = new URL(url)
  expect(searchParams.get('access_token')).toBe('t')
  expect(searchParams.get('timestamp')).toBe(String(NOW))
  expect(searchParams.get('sign')).toBe(createHmac('sha256', 'SEC').update(`${NOW}\nSEC`).digest('base64'))
})

test('Feishu signs the body, in seconds, with the text as the key', () => {
  const { url, body } = CHANNELS.feishu.post(told, { url: 'https://open.example/hook/h', secret: 'SEC' }, NOW)
  const { timestamp, sign, ...rest } = JSON.parse(body)
  expect(url).toBe('https://open.example/hook/h')
  expect(timestamp).toBe('1795000000')
  expect(sign).toBe(createHmac('sha256', '1795000000\nSEC').update('').digest('base64'))
  expect(rest).toEqual({ msg_type: 'text', content: { text: lines.join('\n') } })
  expect(CHANNELS.feishu.refusal({ code: 19021, msg: 'sign match fail' })).toBe('19021')
})

test('a plain webhook has the changes as data', () => {
  const { body } = CHANNELS.json.post(told, { url: 'https://a.example/' }, NOW)
  expect(JSON.parse(body)).toEqual({ schemaVersion: 1, ...message, text: lines.join('\n') })
})

test.each([
  ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k', true],
  ['http://127.0.0.1:8080/', true],
  ['http://localhost/', true],
  ['http://example.com/', false],
  ['ftp://example.com/', false],
  ['file:///etc/passwd', false],
  ['nonsense', false],
])('%s: %s', (text, is) => {
  expect(isAddress(text)).toBe(is)
})
