import { expect, test } from 'vitest'
import { scanProject } from '../../src/scan/index.js'
import type { Steering } from '../../src/scan/steering.js'
import { folderWith } from './project/folder.js'

const place = { file: 'hefa.config.json', line: 4, column: 9 }
const define = (name: string, value = 'https://a.cn') => ({ name, value, place })
const client = (name: string, more: Partial<Steering['clients'][number]> = {}) => ({
  ...{ name, api: 'request' as const, url: 0, base: 'https://a.cn', place },
  ...more,
})

async function scan(files: Record<string, string>, steering: Partial<Steering>) {
  const folder = folderWith({ 'app.json': '{"pages":["a"]}', 'project.config.json': '{}', ...files })
  const facts = await scanProject(folder, { steering: { define: [], clients: [], exclude: [], ...steering } })
  return {
    facts,
    calls: facts.calls.map(({ callee, urls, undetermined }) =>
      [callee, ...urls.map(({ text }) => text), ...(undetermined ? [`?${undetermined}`] : [])].join(' '),
    ),
    used: facts.steering?.map(({ key, name, used }) => `${key} ${name} ${used}`),
  }
}

test.each<[string, string, string]>([
  ['a build constant', 'process.env.API', 'process.env.API'],
  ['a bare name', 'API_HOST', 'API_HOST'],
  ['a storage, in its file', "wx.getStorageSync('h')", "a.js:wx.getStorageSync('h')"],
  ['what a missing module exports', "require('./settings').base", 'settings#base'],
  ['more than one name deep', "require('./settings').api.base", 'settings#api.base'],
  ["a package that may be a file of one's own", "require('settings').host", 'settings#host'],
])('define: %s', async (_, expression, name) => {
  const files = { 'a.js': `wx.request({ url: ${expression} + '/x' })` }
  expect(await scan(files, { define: [define(name)] })).toMatchObject({
    calls: ['wx.request https://a.cn/x'],
    used: [`define ${name} 1`],
    facts: { calls: [{ urls: [{ place }] }] },
  })
  expect((await scan(files, {})).calls[0]).toMatch(/\?/)
})

test('define wins over what the build gives, and what nobody asks for did nothing', async () => {
  const files = {
    'a.js': "wx.request({ url: process.env.NODE_ENV === 'x' ? 'https://b.cn' : 'https://c.cn' })",
  }
  const { calls, used } = await scan(files, {
    define: [define('process.env.NODE_ENV', 'x'), define('process.env.OTHER')],
  })
  expect(calls).toEqual(['wx.request https://b.cn'])
  expect(used).toEqual(['define process.env.NODE_ENV 1', 'define process.env.OTHER 0'])
})

test('a name that is defined in one file means nothing in another', async () => {
  const source = "wx.request({ url: wx.getStorageSync('h') })"
  const { calls } = await scan(
    { 'a.js': source, 'b.js': source },
    { define: [define("a.js:wx.getStorageSync('h')")] },
  )
  expect(calls).toEqual(['wx.request https://a.cn', 'wx.request ?server-data'])
})

test('clients: calls by that name, whatever it hangs on', async () => {
  const files = {
    'a.js':
      "Page({ onLoad() { this.$api.get('/x'); $api.get(path); other.$api.post('/y'); my$api.get('/z') } })",
  }
  const { calls, used } = await scan(files, { clients: [client('$api.get'), client('$api.put')] })
  expect(calls).toEqual(['$api.get https://a.cn/x', '$api.get https://a.cn/'])
  expect(used).toEqual(['clients $api.get 2', 'clients $api.put 0'])
})

test('clients: another argument, options, another API, a URL of its own', async () => {
  const files = { 'a.js': "send('POST', '/x'); send('GET', { url: 'https://b.cn/y' }); send('GET')" }
  const { calls, facts } = await scan(files, { clients: [client('send', { url: 1, api: 'uploadFile' })] })
  expect(calls).toEqual(['send https://a.cn/x', 'send https://b.cn/y', 'send https://a.cn'])
  expect(facts.calls[0]?.api).toBe('uploadFile')
})

test('clients: without a base the URL must tell the host', async () => {
  const { calls } = await scan({ 'a.js': "get('/x')" }, { clients: [client('get', { base: null })] })
  expect(calls).toEqual(['get ?no-server'])
})

test('clients: what is called by the name is reported there, not inside', async () => {
  const files = { 'a.js': "const get = (url) => wx.request({ url: base() + url })\nget('/x')" }
  expect((await scan(files, { clients: [client('get')] })).calls).toEqual(['get https://a.cn/x'])
})

test('exclude: calls, faults and secrets of the files do not count, what others import of them does', async () => {
  const files = {
    'a.js': "import { base } from './dev/base.js'\nwx.request({ url: base })",
    'dev/base.js': "export const base = 'https://a.cn'\nwx.request({ url: 'http://10.0.0.1/x' })",
    'dev/broken.js': 'const = 1',
  }
  const { calls, facts, used } = await scan(files, {
    exclude: [
      { pattern: 'dev/**', place },
      { pattern: 'old', place },
    ],
  })
  expect(calls).toEqual(['wx.request https://a.cn'])
  expect(facts.passedOver).toEqual([])
  expect(used).toEqual(['exclude dev/** 2', 'exclude old 0'])
})

test('a socket without a URL is given a host, or an address and a port; else its base is the server', async () => {
  const source = `import { log } from 'log-socket'
    log.write('10.0.0.8')
    log.write('udp://log.acme.cn')
    log.write({ address: 'log.acme.cn', port: 7000 })
    log.write()
    log.write(wx.getStorageSync('host'))`
  const { calls } = await scan(
    { 'a.js': source },
    { clients: [client('log.write', { api: 'udp', base: 'udp://main.acme.cn' })] },
  )
  expect(calls).toEqual([
    'log.write udp://10.0.0.8',
    'log.write udp://log.acme.cn',
    'log.write udp://log.acme.cn:7000',
    'log.write udp://main.acme.cn',
    'log.write ?server-data',
  ])
})
