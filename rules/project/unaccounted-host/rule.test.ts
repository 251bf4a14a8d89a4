import { expect, test } from 'vitest'
import { readEntry } from '../../../src/config/index.js'
import type { MentionFact } from '../../../src/facts/index.js'
import { facts } from '../../../test/rules/domain/helpers.js'
import { judgeFacts, levelOf, place, words } from '../../../test/rules/project/helpers.js'
import { KNOWN_HOSTS, knownHost } from './known-hosts.js'
import rule from './rule.js'

async function judge(url: string, { inProse = false, listed = null as string[] | null } = {}) {
  const origin = await readEntry({ family: 'wechat', api: 'request', text: url })
  const entries = listed && (await facts(listed, 'wechat'))
  return judgeFacts(rule, { mentions: [{ place, url, inProse }], origin, listed: entries })
}

test.each([
  ['https://api.acme.cn', 'unaccounted'],
  ['ws://api.acme.cn:8080', 'unaccounted'],
  ['http://203.0.113.7', 'unaccounted'],
  ['http://192.168.1.5:3000', 'local'],
  ['http://localhost:3000', 'local'],
  ['http://127.0.0.1', 'local'],
  ['http://www.w3.org', 'documentation'],
  ['https://raw.github.com', 'documentation'],
  ['https://notgithub.com', 'unaccounted'],
  ['https://', 'not-applicable'],
])('%s: %s', async (url, expected) => {
  expect(words(await judge(url))).toEqual([expected])
})

test('a sentence that names it is told so, unless it stands elsewhere too', async () => {
  expect(words(await judge('https://www.acme.cn', { inProse: true }))).toEqual(['in-prose'])
  const origin = await readEntry({ family: 'wechat', api: 'request', text: 'https://www.acme.cn' })
  const mentions = [true, false].map((inProse) => ({ place, url: 'https://www.acme.cn', inProse }))
  expect(words(judgeFacts(rule, { mentions, origin, listed: null }))).toEqual(['unaccounted'])
})

test('images alone need no list, unless a call that could not be followed may take them', async () => {
  const url = 'https://img.acme.cn'
  const origin = await readEntry({ family: 'wechat', api: 'request', text: url })
  const image = { place, url, inProse: false, isMedia: true as const }
  const judged = (...mentions: MentionFact[]) => words(judgeFacts(rule, { mentions, origin, listed: null }))
  expect(judged(image, { place, url, inProse: true })).toEqual(['media'])
  expect(judged(image, { place, url, inProse: false })).toEqual(['unaccounted'])
  const gone = { api: 'wx.request', to: 'm.set', place }
  expect(judged({ ...image, escape: gone })).toEqual(['escapes?'])
  expect(levelOf('wechat', rule, 'media')).toBe('info')
})

test('a listed host passes, whatever the API and port', async () => {
  const listed = ['downloadFile https://cdn.acme.cn']
  expect(words(await judge('https://cdn.acme.cn:8443', { listed }))).toEqual(['pass'])
  expect(words(await judge('https://cdn2.acme.cn', { listed }))).toEqual(['unaccounted'])
})

test('where an API goes to what is not followed, it may be called there', async () => {
  const gone = { api: 'wx.request', to: 'm.set', place: { file: 'api.js', line: 2, column: 1 } }
  const judgeGone = async (url: string, inProse: boolean, listed: string[] | null) => {
    const origin = await readEntry({ family: 'wechat', api: 'request', text: url })
    const entries = listed && (await facts(listed, 'wechat'))
    return judgeFacts(rule, { mentions: [{ place, url, inProse, escape: gone }], origin, listed: entries })
  }
  const url = 'https://api.acme.cn'
  expect(await judgeGone(url, false, [])).toMatchObject([
    { status: 'unknown', reason: 'escapes', evidence: { api: 'wx.request', to: 'm.set', at: 'api.js:2' } },
  ])
  expect(words(await judgeGone(url, false, [`request ${url}`]))).toEqual(['pass'])
  expect(words(await judgeGone(url, true, null))).toEqual(['in-prose'])
  expect(words(await judgeGone('http://localhost', false, null))).toEqual(['local'])
  expect(words(await judgeGone('http://www.w3.org', false, null))).toEqual(['documentation'])
  expect(levelOf('wechat', rule, 'escapes')).toBe('error')
})

test('names every place', async () => {
  const [finding] = await judge('https://api.acme.cn')
  expect(finding).toMatchObject({ evidence: { host: 'api.acme.cn', calls: ['pages/index.js:3:5'] } })
})

test('warns; what is known is information', () => {
  for (const family of ['wechat', 'alipay', 'mpaas'] as const) {
    expect(levelOf(family, rule, 'unaccounted')).toBe('warning')
    for (const reason of ['local', 'in-prose', 'documentation'])
      expect(levelOf(family, rule, reason)).toBe('info')
  }
})

test('known hosts have a source, and hold for what lies below them', () => {
  for (const { host, source } of KNOWN_HOSTS) {
    expect(host).toBe(host.toLowerCase())
    expect(source).toMatch(/^https?:\/\//)
  }
  expect(knownHost('gist.github.com')).toBe('documentation')
  expect(knownHost('github.com.acme.cn')).toBeNull()
})

test("a library's own address may be what its calls that could not be followed ask", async () => {
  const url = 'https://router.acme.cn'
  const origin = await readEntry({ family: 'wechat', api: 'request', text: url })
  const own = { place, url, inProse: false, library: { name: 'acme-sdk.js', isOwn: true } }
  const judged = (listed: string[] | null, ...mentions: MentionFact[]) =>
    listed
      ? facts(listed, 'wechat').then((entries) =>
          words(judgeFacts(rule, { mentions, origin, listed: entries })),
        )
      : words(judgeFacts(rule, { mentions, origin, listed: null }))
  expect(await judged(null, own)).toEqual(['in-library?'])
  expect(await judged([`request ${url}`], own)).toEqual(['pass'])
  const log = { ...own, url: 'https://log.acme.cn' }
  const help = { ...own, url: 'https://github.com' }
  const entries = await facts([`request ${url}`], 'wechat')
  expect(judgeFacts(rule, { mentions: [own, help, log, log], origin, listed: null })).toMatchObject([
    { reason: 'in-library', evidence: { origin: url, besides: ['https://log.acme.cn'] } },
  ])
  expect(judgeFacts(rule, { mentions: [own, help, log], origin, listed: entries })).toMatchObject([
    { reason: 'in-library', evidence: { origin: 'https://log.acme.cn', besides: [] } },
  ])
  expect(await judged([], { ...own, library: { ...own.library, isOwn: false } })).toEqual(['for-library?'])
  expect(await judged([], { ...own, inProse: true })).toEqual(['in-prose'])
  expect(await judged([], { ...own, isMedia: true })).toEqual(['media'])
  expect(await judged([], { ...own, isUnread: true })).toEqual(['unaccounted'])
  expect(levelOf('wechat', rule, 'in-library')).toBe('error')
})
