/** From config to report: what is asked, and what the report says of the answers. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Config, check, gather, judge, loadConfig, type Report } from '../../../src/index.js'
import { serveHttps, type TestServer } from '../../probes/http-servers.js'

let server: TestServer
const asked: string[] = []
beforeAll(async () => {
  server = await serveHttps((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/moved') response.writeHead(302, { location: 'https://elsewhere.test/x' }).end()
    else if (request.url === '/gbk')
      response
        .writeHead(200, { 'content-type': 'application/json; charset=GBK' })
        .end(Buffer.from([0xcb, 0xd1]))
    else response.writeHead(request.url === '/gone' ? 404 : 200).end()
  })
})
afterAll(() => server.close())

async function configOf(paths: Record<string, string[]>): Promise<Config> {
  const { port } = server
  const domains = { request: [`https://api.test:${port}`], connectSocket: [`wss://api.test:${port}`] }
  const loaded = await loadConfig('hefa.json', {
    text: JSON.stringify({ platforms: ['wechat', 'alipay'], domains, paths }),
  })
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
  return loaded.config
}
const setting = () => ({
  resolve: [{ host: 'api.test', port: server.port, addresses: ['127.0.0.1'] }],
  fetch: false,
})
const told = ({ targets }: Report, scheme: string, rule: string, platform: string) =>
  targets
    .filter((target) => target.scheme === scheme)
    .flatMap(({ results }) => results)
    .filter((result) => result.rule === rule && (result.platforms as string[]).includes(platform))
    .map(({ status, level, evidence }) => [status, level, evidence?.reason].filter(Boolean).join(' '))

test('configured paths are asked and judged by each platform’s own words', async () => {
  asked.length = 0
  const report = await check(await configOf({ 'api.test': ['/moved', '/gbk', '/gone'] }), setting())
  // Twice where it is refused or moved: with the Referer of mini programs and without.
  expect(asked.filter((url) => url !== '/').sort()).toEqual(['/gbk', '/gone', '/gone', '/moved', '/moved'])
  expect(told(report, 'https', 'http/redirect', 'wechat-ios')).toEqual(['fail warning unlisted'])
  expect(told(report, 'https', 'http/redirect', 'alipay-ios')).toEqual(['fail warning unlisted'])
  expect(told(report, 'https', 'http/charset', 'wechat-android')).toEqual(['fail info declared'])
  expect(told(report, 'https', 'http/status', 'wechat-ios')).toEqual(['fail warning not-found'])
  expect(told(report, 'https', 'http/status', 'alipay-android')).toEqual(['fail warning not-found'])
  expect(told(report, 'https', 'http/response-time', 'wechat-devtools')).toEqual(['pass warning'])
  expect(told(report, 'https', 'http/websocket', 'wechat-ios')).toEqual(['not-applicable warning'])
})

test("a web server isn't a socket, which its default path does not prove", async () => {
  const report = await check(await configOf({}), setting())
  expect(told(report, 'wss', 'http/websocket', 'wechat-ios')).toEqual(['fail info default-path'])
  const named = await check(await configOf({ 'wss://api.test': ['/socket'] }), setting())
  expect(told(named, 'wss', 'http/websocket', 'wechat-ios')).toEqual(['fail warning not-upgraded'])
  for (const rule of ['redirect', 'charset', 'status'])
    expect(told(report, 'wss', `http/${rule}`, 'wechat-ios').join()).toContain('not-applicable')
})

test('facts judged again say the same', async () => {
  const facts = await gather(await configOf({ 'api.test': ['/moved'] }), setting())
  const settings = { at: Date.now(), language: 'zh' as const }
  const [once, again] = [
    await judge(facts, settings),
    await judge(JSON.parse(JSON.stringify(facts)), settings),
  ]
  expect(again).toEqual(once)
  expect(told(once, 'https', 'http/redirect', 'wechat-ios')).toEqual(['fail warning unlisted'])
})

test('without HTTP nothing is asked, and nothing passes for it', async () => {
  asked.length = 0
  const facts = await gather(await configOf({}), { ...setting(), http: false })
  const report = await judge(facts, { at: Date.now(), language: 'en' })
  expect(asked).toEqual([])
  expect(told(report, 'https', 'http/reachable', 'wechat-ios')).toEqual(['unknown error no-answer'])
  expect(told(report, 'https', 'http/status', 'wechat-ios')[0]).toContain('not-applicable')
})
