import { describe, expect, test } from 'vitest'
import { readEntry } from '../../../src/config/index.js'
import type { EntryFact, PathFact } from '../../../src/facts/index.js'
import type { ApiName, Entry, Family, PlatformId } from '../../../src/types.js'
import { judgments } from '../../../test/helpers/targets.js'
import {
  answer,
  closed,
  httpFact,
  notHttp,
  path,
  told,
  toldOfPaths,
  upgrade,
  withHttp,
} from '../../../test/rules/http/helpers.js'
import rule from './rule.js'

const own: Entry = { family: 'wechat', api: 'request', text: 'https://api.example.com' }

/** Entries as `family api text`. */
async function lists(...lines: string[]): Promise<EntryFact[]> {
  return Promise.all(
    lines.map((line) => {
      const [family = '', api = '', text = ''] = line.split(' ')
      return readEntry({ family: family as Family, api: api as ApiName, text })
    }),
  )
}

const moved = (redirect: string | null, status = 302) =>
  answer({ status, redirect, location: redirect ?? '::' })
const to = (redirect: string | null, more: Partial<PathFact> = {}) =>
  path([moved(redirect)], { stopped: 'not-audited', ...more })

async function toldTo(redirect: string | null, listed: string[], platform: PlatformId, entries = [own]) {
  const facts = withHttp(httpFact({ paths: [path([moved(redirect), answer()])] }), { entries })
  return told(rule, facts, platform, { listed: await lists(...listed) })
}

describe('WeChat compares origins as text, in the list of the same API', () => {
  test.each([
    ['listed', 'https://cdn.example.com/x', ['wechat request https://cdn.example.com'], 'pass warning'],
    ['nowhere listed', 'https://cdn.example.com/x', [], 'fail warning unlisted'],
    [
      'another API’s',
      'https://cdn.example.com/x',
      ['wechat downloadFile https://cdn.example.com'],
      'fail warning unlisted',
    ],
    [
      'another family’s',
      'https://cdn.example.com/x',
      ['alipay request https://cdn.example.com'],
      'fail warning unlisted',
    ],
    [
      'the parent',
      'https://cdn.example.com/x',
      ['wechat request https://example.com'],
      'fail warning unlisted',
    ],
    ['a child', 'https://example.com/x', ['wechat request https://cdn.example.com'], 'fail warning unlisted'],
    [
      'the port listed',
      'https://cdn.example.com:8443/',
      ['wechat request https://cdn.example.com:8443'],
      'pass warning',
    ],
    [
      'another port',
      'https://cdn.example.com:8443/',
      ['wechat request https://cdn.example.com'],
      'fail warning unlisted',
    ],
    [
      'no port',
      'https://cdn.example.com/',
      ['wechat request https://cdn.example.com:8443'],
      'fail warning unlisted',
    ],
    [
      '443 written out',
      'https://cdn.example.com/',
      ['wechat request https://cdn.example.com:443'],
      'fail warning unlisted',
    ],
    [
      'as the socket',
      'https://cdn.example.com/',
      ['wechat request wss://cdn.example.com'],
      'fail warning unlisted',
    ],
    ['itself', 'https://api.example.com/elsewhere', [], 'pass warning'],
    [
      'itself on another port',
      'https://api.example.com:8443/',
      ['wechat request https://api.example.com'],
      'fail warning unlisted',
    ],
  ])('%s', async (_, redirect, listed, expected) => {
    expect(await toldTo(redirect, listed, 'wechat-android')).toEqual([expected])
  })

  test('in every list the target stands in', async () => {
    const entries: Entry[] = [own, { ...own, api: 'uploadFile' }]
    const request = 'wechat request https://cdn.example.com'
    const upload = 'wechat uploadFile https://cdn.example.com'
    const followed = path([moved('https://cdn.example.com/'), answer()])
    const facts = withHttp(httpFact({ paths: [followed] }), { entries })
    const all = (listed: EntryFact[]) =>
      judgments(facts, { rules: [rule], platforms: ['wechat-ios'], listed })
    expect(all(await lists(request, upload))).toMatchObject([{ status: 'pass' }])
    expect(all(await lists(request))).toMatchObject([
      { reason: 'unlisted', evidence: { apis: ['uploadFile'] } },
    ])
  })
})

describe.each(['alipay', 'mpaas'] as const)('%s compares registrable domains, in one list', (family) => {
  const entries: Entry[] = [{ ...own, family }]
  test.each([
    ['the same name', 'https://cdn.example.com/', ['request https://cdn.example.com'], 'pass warning'],
    ['a sister', 'https://cdn.example.com/', ['request https://api.example.com'], 'pass warning'],
    ['the parent', 'https://example.com/', ['request https://api.example.com'], 'pass warning'],
    ['any port', 'https://cdn.example.com:8443/', ['request https://example.com'], 'pass warning'],
    ['another API’s', 'https://cdn.example.com/', ['uploadFile https://example.com'], 'pass warning'],
    ['another domain', 'https://cdn.example.net/', ['request https://example.com'], 'fail warning unlisted'],
    [
      'a name that only ends so',
      'https://badexample.com/',
      ['request https://example.com'],
      'fail warning unlisted',
    ],
    [
      'a sister below a public suffix',
      'https://b.com.cn/',
      ['request https://a.com.cn'],
      'fail warning unlisted',
    ],
  ])('%s', async (_, redirect, listed, expected) => {
    const own = listed.map((line) => `${family} ${line}`)
    expect(await toldTo(redirect, own, `${family}-ios`, entries)).toEqual([expected])
  })

  test('a covered host that is not audited itself stays unknown', () => {
    const facts = withHttp(httpFact({ paths: [to('https://cdn.example.com/')] }), { entries })
    const told = async (...listed: string[]) =>
      judgments(facts, { rules: [rule], platforms: [`${family}-ios`], listed: await lists(...listed) })
    return expect(told(`${family} request https://api.example.com`)).resolves.toMatchObject([
      { status: 'unknown', level: 'warning', reason: 'not-followed' },
    ])
  })

  test('another family’s list does not count', async () => {
    const listed = ['wechat request https://example.net']
    expect(await toldTo('https://example.net/', listed, `${family}-ios`, entries)).toEqual([
      'fail warning unlisted',
    ])
  })
})

describe('other faults', () => {
  test.each<[string, PathFact, string]>([
    ['no redirect', path([answer()]), 'pass warning'],
    [
      'to http on the own host',
      to('http://api.example.com/', { stopped: 'not-https' }),
      'fail warning insecure',
    ],
    ['to an app', to('weixin://dl', { stopped: 'not-https' }), 'fail warning nowhere'],
    [
      'without Location',
      path([answer({ status: 302, redirect: null })], { stopped: 'not-https' }),
      'fail warning nowhere',
    ],
    ['to nothing usable', to(null, { stopped: 'not-https' }), 'fail warning nowhere'],
    ['a loop', to('https://api.example.com/v1', { stopped: 'loop' }), 'fail warning loop'],
    [
      'too many',
      path(Array(6).fill(moved('https://api.example.com/x')), { stopped: 'too-many' }),
      'unknown warning too-many',
    ],
    ['the end is silent', path([moved('https://api.example.com/x'), closed]), 'unknown warning no-answer'],
    ['silence', path([closed]), 'unknown warning no-answer'],
    ['another protocol is not its matter', path([notHttp]), 'not-applicable warning'],
    [
      'an early fault before a loop',
      path([moved('https://evil.test/'), moved('https://api.example.com/v1')], { stopped: 'loop' }),
      'fail warning unlisted\nfail warning loop',
    ],
    ['a 304 without Location', path([answer({ status: 304 })]), 'pass warning'],
  ])('%s', (_, given, expected) =>
    expect(toldOfPaths(rule, [given], 'wechat-ios')).toEqual(expected.split('\n')),
  )

  test('on the default path they are only noted', () => {
    for (const [redirect, stopped, problem] of [
      ['https://www.example.com/', 'not-audited', 'unlisted'],
      ['http://api.example.com/', 'not-https', 'insecure'],
      ['https://api.example.com/', 'loop', 'loop'],
      [null, 'not-https', 'nowhere'],
      ['https://api.example.com/', 'not-audited', 'not-followed'],
    ] as const) {
      const http = httpFact({ paths: [to(redirect, { path: '/', stopped })] })
      const all = judgments(withHttp(http), { rules: [rule], platforms: ['wechat-ios'], listed: [] })
      expect(all).toMatchObject([
        { status: 'fail', reason: 'default-path', level: 'info', evidence: { problem } },
      ])
    }
  })

  test('each path is reported', () => {
    const paths = [
      path([answer()], { path: '/a' }),
      to('https://x.test/', { path: '/b' }),
      to('http://x.test/', { path: '/c' }),
    ]
    expect(toldOfPaths(rule, paths, 'wechat-ios')).toEqual(['fail warning unlisted', 'fail warning insecure'])
  })

  test('sockets are not its matter', () => {
    const socket = withHttp(httpFact({ upgrades: [upgrade({})] }), { scheme: 'wss' })
    expect(told(rule, socket, 'wechat-ios', { listed: [] })).toEqual(['not-applicable warning'])
  })
})

test('two addresses in one answer are left to the rule that says what they are', () => {
  const torn = answer({
    status: 302,
    redirect: null,
    location: '/a, /b',
    conflicts: [{ field: 'location', values: ['/a', '/b'] }],
  })
  const facts = withHttp(httpFact({ paths: [path([torn], { stopped: 'not-https' })] }))
  const found = judgments(facts, { rules: [rule], listed: [] })
  expect(found.map(({ reason, toldBy }) => [reason, toldBy])).toContainEqual([
    'nowhere',
    ['http/well-formed'],
  ])
})
