import { expect, test } from 'vitest'
import { originOf, scanSummary } from '../../src/audit/index.js'
import { callFact, projectFacts } from './scan-facts.js'

const about = { folder: 'app', compared: true }

test('every call is resolved or undetermined; one with a branch nobody can tell is undetermined', () => {
  const half = callFact('https://a.example.com/x', { undetermined: 'server-data' })
  const { calls, undetermined } = scanSummary(
    projectFacts({ calls: [callFact('https://a.example.com/y'), callFact(null), half] }),
    about,
  )
  expect(calls).toEqual({ found: 3, resolved: 1, undetermined: 2 })
  expect(undetermined).toEqual([
    { file: 'a.js', line: 2, column: 3, callee: 'wx.request', api: 'request', reason: 'parameter' },
    { file: 'a.js', line: 2, column: 3, callee: 'wx.request', api: 'request', reason: 'server-data' },
  ])
})

test('hosts are counted by call and API', () => {
  const two = callFact(null, {
    undetermined: null,
    urls: ['https://a.example.com/1', 'https://a.example.com/2', 'https://b.example.com'].map((text) => ({
      ...{ text, complete: true },
      place: { file: 'a.js', line: 1, column: 1 },
    })),
  })
  const { hosts } = scanSummary(
    projectFacts({
      calls: [
        two,
        callFact('HTTPS://A.example.com:443/z'),
        callFact('https://a.example.com', { api: 'uploadFile' }),
      ],
    }),
    about,
  )
  expect(hosts).toEqual([
    { origin: 'https://a.example.com', api: 'request', calls: 2 },
    { origin: 'https://b.example.com', api: 'request', calls: 1 },
    { origin: 'https://a.example.com', api: 'uploadFile', calls: 1 },
  ])
})

test('servers of other builds are counted and named once', () => {
  const place = { file: 'a.js', line: 1, column: 1 }
  const texts = ['http://dev.example.com/a', 'http://dev.example.com/b', 'http://t.example.com', '/x']
  const otherBuilds = texts.map((text) => ({ text, place }))
  expect(scanSummary(projectFacts({ otherBuilds }), about).otherBuilds).toEqual({
    origins: 2,
    first: ['http://dev.example.com', 'http://t.example.com'],
  })
  expect(scanSummary(projectFacts({}), about)).not.toHaveProperty('otherBuilds')
})

test('lists are bounded, and what is beyond is counted', () => {
  const calls = Array.from({ length: 700 }, (_, at) => [
    callFact(null),
    callFact(`https://h${at}.example.com`),
  ]).flat()
  const passedOver = Array.from({ length: 501 }, () => ({ file: 'x.js', reason: 'syntax' as const }))
  const summary = scanSummary(projectFacts({ calls, passedOver }), about)
  expect(summary.calls).toEqual({ found: 1400, resolved: 700, undetermined: 700 })
  expect([summary.hosts.length, summary.undetermined.length, summary.passedOver.length]).toEqual([
    500, 500, 500,
  ])
  expect(summary.omitted).toEqual({ hosts: 200, undetermined: 200, passedOver: 1 })
})

test.each([
  ['https://API.Example.com:443/x?y', 'https://api.example.com'],
  ['https://api.example.com:8443', 'https://api.example.com:8443'],
  [' http://127.1/x', 'http://127.0.0.1'],
  ['wxs://mqtt.example.com/mqtt', 'wss://mqtt.example.com'],
  ['alis://mqtt.example.com', 'wss://mqtt.example.com'],
  ['https://例子.中国/', 'https://xn--fsqu00a.xn--fiqs8s'],
  ['wxfile://tmp/x', null],
  ['/relative', null],
  ['https://', null],
  ['https://a b/', null],
])('%s → %s', (text, origin) => expect(originOf(text)).toBe(origin))
