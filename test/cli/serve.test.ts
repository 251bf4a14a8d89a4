/** `hefa serve` as programs ask it: Prometheus, the page's script, and those it must refuse. */
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folder, hefa } from './hefa.js'
import { type Serving, startServing } from './serving.js'

let serving: Serving
beforeAll(async () => {
  serving = await startServing()
})
afterAll(() => serving.close())

const targetOf = (id: string) => {
  const { scheme, host, port } = serving.demo.targets.find(({ host: one }) => one.startsWith(`${id}.`)) ?? {}
  return `${scheme}://${host}:${port}`
}
const get = (path: string, init: RequestInit = {}) => fetch(new URL(path, serving.url), init)
const probe = async (id: string) => {
  const answer = await get(`/probe?target=${encodeURIComponent(targetOf(id))}`)
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
}
const post = (body: unknown, init: RequestInit = {}) =>
  get('/audits', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...init,
  })

describe('/probe', () => {
  test('a good server, as blackbox_exporter says it', async () => {
    const { status, type, text } = await probe('api')
    expect(status).toBe(200)
    expect(type).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8')
    expect(text).toContain('\nprobe_success 1\n')
    expect(text).toMatch(/\nprobe_ssl_earliest_cert_expiry 1\d{9}\n/)
    expect(text.endsWith('\n# EOF\n')).toBe(true)
  })

  test.each(['no-intermediate', 'silent', 'refused'])('%s is no success', async (id) => {
    expect((await probe(id)).text).toContain('\nprobe_success 0\n')
  })

  test('a good server of platforms that were asked for', async () => {
    const answer = await get(`/probe?target=${targetOf('api')}&platform=wechat-ios,wechat-android`)
    const text = await answer.text()
    expect(text).toContain('platform="wechat-ios"')
    expect(text).not.toContain('platform="wechat-devtools"')
  })

  test.each([
    ['/probe', 'target is missing\n'],
    ['/probe?target=a.cn&platform=nokia', /^platform is none of wechat/],
    ['/probe?target=a.cn&platfrom=alipay', 'platfrom is none of target, platform\n'],
    ['/probe?target=a.cn&target=b.cn', 'one target at a time\n'],
  ])('%s is 400', async (path, said) => {
    const answer = await get(path)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toMatch(said)
  })
})

test('what no console would take is no success', async () => {
  const answer = await get(`/probe?target=${encodeURIComponent('https://10.0.0.1/path')}`)
  expect(await answer.text()).toContain('\nprobe_success 0\n')
})

test('/metrics counts', async () => {
  const text = await (await get('/metrics')).text()
  expect(text).toMatch(/^hefa_probes_total \d+$/m)
  expect(text.endsWith('# EOF\n')).toBe(true)
})

const idIn = async (answer: Response) => ((await answer.json()) as { id: string }).id

async function events(id: string): Promise<string> {
  return (await get(`/audits/${id}/events`)).text()
}

describe('an audit from the page', () => {
  test('domains: progress, then the report in both languages', async () => {
    const domains = `${targetOf('api')}\n${targetOf('expired')}, ${targetOf('no-intermediate')}`
    const started = await post({ domains, files: [], platforms: ['wechat'] })
    expect(started.status).toBe(202)
    const id = await idIn(started)
    expect(await events(id)).toMatch(/^event: progress\ndata: \{"done":[\s\S]*\nevent: done\n/)
    // Whoever comes later learns that it is done.
    expect(await events(id)).toBe('event: done\ndata: {}\n\n')
    const report = await get(`/audits/${id}/report?lang=zh`)
    expect(report.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    const page = await report.text()
    expect(page).toContain('<html lang="zh-CN"')
    expect(page).toContain('expired.shop.example')
  })

  test('certificate files instead of servers', async () => {
    const data = Buffer.from(serving.demo.ca).toString('base64')
    const asked = { domains: 'api.shop.example', files: [{ name: '<b>.pem', data }], platforms: [] }
    const id = await idIn(await post(asked))
    expect(await events(id)).toContain('event: done')
    const page = await (await get(`/audits/${id}/report`)).text()
    expect(page).not.toContain('<b>.pem')
  })

  test('what cannot be judged is reported', async () => {
    const bad = { domains: 'api.shop.example', files: [{ name: 'x.pem', data: 'aGk=' }], platforms: [] }
    const id = await idIn(await post(bad))
    expect(await events(id)).toMatch(/event: failed\ndata: \{"message":"x\.pem/)
  })

  test.each([
    ['nothing', { domains: ' , ', files: [], platforms: [] }],
    ['too much', { domains: 'a.cn '.repeat(201), files: [], platforms: [] }],
    ['not our form', { domains: 7 }],
    ['a file of another shape', { domains: 'a.cn', files: [{}], platforms: [] }],
    ['a platform that is none', { domains: 'a.cn', files: [], platforms: ['nokia'] }],
  ])('%s is 400', async (_, body) => {
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(Object.keys((await answer.json()) as object)).toEqual(['message'])
  })

  test('a body without end is 413', async () => {
    expect((await post({ domains: 'x'.repeat(13 << 20), files: [], platforms: [] })).status).toBe(413)
  })

  test.each(['/audits/none/report', '/audits/none/events', '/nothing', '/audits'])(
    '%s is 404',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )
})

test('another name for this machine is refused, from the wire', async () => {
  const status = await new Promise((done, fail) => {
    const { hostname, port } = new URL(serving.url)
    const asking = request(
      { hostname, port, path: '/probe?target=a.cn', headers: { host: 'rebound.example.net' } },
      (answer) => {
        answer.resume()
        done(answer.statusCode)
      },
    )
    asking.on('error', fail).end()
  })
  expect(status).toBe(403)
})

describe('starting and ending', () => {
  test.each([
    [['--listen', '0.0.0.0:0'], {}, /^hefa: an address that others reach needs a token/],
    [['--listen', '0.0.0.0:0'], { HEFA_SERVE_TOKEN: 'short' }, /needs a token of 16/],
    [['--listen', 'nowhere'], {}, /^hefa: --listen: "nowhere" is not an address and port/],
    [['--allow-host', 'a/b'], {}, /is not a host name/],
  ])('%j %j ends with status 2', async (args, env, said) => {
    const ran = await hefa(['serve', ...args], { env })
    expect(ran.status).toBe(2)
    expect(ran.stderr).toMatch(said)
  })

  test('a port that is taken', async () => {
    const { port } = new URL(serving.url)
    const ran = await hefa(['serve', '--listen', `127.0.0.1:${port}`], { cwd: await folder() })
    expect(ran).toMatchObject({
      status: 2,
      stderr: `hefa: --listen: cannot listen on 127.0.0.1:${port}: EADDRINUSE\n`,
    })
  })

  test('a signal ends it, open connections and all', async () => {
    const other = await startServing()
    const id = await idIn(
      await fetch(new URL('/audits', other.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          domains: `https://silent.shop.example:${other.demo.targets.at(-1)?.port}`,
          files: [],
          platforms: [],
        }),
      }),
    )
    const following = fetch(new URL(`/audits/${id}/events`, other.url)).then((answer) => answer.text())
    following.catch(() => {})
    const ended = new Promise((done) => other.process.once('exit', done))
    other.process.kill('SIGTERM')
    expect(await ended).toBe(143)
    await other.close()
  })

  test('with a token the page is opened once with it, then by a cookie', async () => {
    const token = 'a-token-of-some-length'
    const other = await startServing([], { HEFA_SERVE_TOKEN: token })
    try {
      const at = (path: string, headers: Record<string, string> = {}) =>
        fetch(new URL(path, other.url), { headers, redirect: 'manual' })
      expect((await at('/')).status).toBe(401)
      expect((await at('/?token=wrong')).status).toBe(401)
      const opened = await at(`/?token=${token}`)
      expect([opened.status, opened.headers.get('location')]).toEqual([303, '/'])
      const cookie = opened.headers.get('set-cookie') ?? ''
      expect(cookie).toContain('HttpOnly; SameSite=Strict')
      expect((await at('/', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200)
      expect((await at('/metrics', { authorization: `Bearer ${token}` })).status).toBe(200)
      expect(other.said()).not.toContain(token)
    } finally {
      await other.close()
    }
  })
})
