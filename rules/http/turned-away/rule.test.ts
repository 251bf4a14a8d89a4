import { describe, expect, test } from 'vitest'
import type { HttpResponse, PathFact } from '../../../src/facts/index.js'
import { answer, closed, path, toldOfPaths } from '../../../test/rules/http/helpers.js'
import redirectRule from '../redirect/rule.js'
import statusRule from '../status/rule.js'
import rule from './rule.js'

type Given = [Omit<Partial<HttpResponse>, 'body'>, Partial<PathFact>?]
const of = ([first, more]: Given) => [path([answer(first)], more)]
const moved = (redirect: string): Given => [{ status: 302, location: redirect, redirect }]

test.each<[string, Given, string]>([
  ['the server’s own answer', [{}], 'pass warning'],
  ['its own 403', [{ status: 403, title: 'Forbidden' }, { withoutReferer: 403 }], 'pass warning'],
  ['Alibaba Cloud’s page', [{ status: 403, title: 'Non-compliance ICP Filing' }], 'fail warning unfiled'],
  ['with any status', [{ status: 200, title: 'NON-COMPLIANCE ICP FILING' }], 'fail warning unfiled'],
  [
    'its older page',
    [{ status: 403, excerpt: 'mainFrame").src="http://batit.aliyun.com/alww.html"' }],
    'fail warning unfiled',
  ],
  ['its address', moved('http://batit.aliyun.com/alww.html'), 'fail warning unfiled'],
  [
    'Tencent Cloud’s address',
    moved('https://dnspod.qcloud.com/static/webblock.html?d=a.cn'),
    'fail warning unfiled',
  ],
  ['said in Chinese', [{ status: 403, title: '您访问的网站暂未备案' }], 'fail warning unfiled'],
  ['a redirect elsewhere', moved('https://www.aliyun.com/product'), 'pass warning'],
  ['refused with the Referer alone', [{ status: 403 }, { withoutReferer: 200 }], 'fail warning hot-link'],
  ['not found with it alone', [{ status: 404 }, { withoutReferer: 302 }], 'fail warning hot-link'],
  ['nothing came without it', [{ status: 403 }, { withoutReferer: null }], 'pass warning'],
  ['both are refused, differently', [{ status: 403 }, { withoutReferer: 401 }], 'pass warning'],
  ['an error that came and went', [{ status: 500 }, { withoutReferer: 200 }], 'pass warning'],
  ['a challenge', [{ status: 403, mitigated: 'challenge' }], 'fail warning challenge'],
  ['another mitigation', [{ status: 403, mitigated: 'other' }], 'pass warning'],
  [
    'moved with the Referer alone',
    [{ status: 302, redirect: null }, { withoutReferer: 200 }],
    'fail warning hot-link',
  ],
  ['moved in any case', [{ status: 302, redirect: null }, { withoutReferer: 302 }], 'pass warning'],
  [
    'a firewall’s page',
    [{ status: 403, title: 'Attention Required! | Cloudflare' }],
    'fail warning firewall',
  ],
  [
    'another’s',
    [{ status: 405, excerpt: '由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。' }],
    'fail warning firewall',
  ],
  ['words of a firewall in a good answer', [{ title: 'Attention Required! | Cloudflare' }], 'pass warning'],
  ['no way to the server behind', [{ status: 526, server: 'cloudflare' }], 'fail warning origin-lost'],
  ['the same number of another server', [{ status: 526 }], 'pass warning'],
  ['one more than its numbers', [{ status: 528, server: 'cloudflare' }], 'pass warning'],
  ['one less', [{ status: 519, server: 'cloudflare' }], 'pass warning'],
  [
    'plain HTTP at a port of TLS',
    [{ status: 400, title: '400 The plain HTTP request was sent to HTTPS port' }],
    'fail warning plain-to-tls',
  ],
  [
    'the same in Go',
    [{ status: 400, excerpt: 'Client sent an HTTP request to an HTTPS server.' }],
    'fail warning plain-to-tls',
  ],
  ['another 400', [{ status: 400, title: '400 Bad Request' }], 'pass warning'],
  ['misdirected', [{ status: 421 }], 'fail warning misdirected'],
  ['one short of it', [{ status: 420 }], 'pass warning'],
])('%s', (_, given, expected) => expect(toldOfPaths(rule, of(given), 'wechat-ios')).toEqual([expected]))

describe('one cause, one finding', () => {
  test.each<[string, Given]>([
    ['a block page', [{ status: 403, title: 'Non-compliance ICP Filing' }]],
    ['a hot link', [{ status: 403 }, { withoutReferer: 200 }]],
    ['a redirect to a block page', moved('https://dnspod.qcloud.com/static/webblock.html?d=a.cn')],
  ])('%s is neither an error status nor a redirect of the server’s', (_, given) => {
    expect(toldOfPaths(statusRule, of(given), 'wechat-ios')).toEqual(['pass warning'])
    expect(toldOfPaths(redirectRule, of(given), 'wechat-ios')).toEqual(['pass warning'])
  })

  test('other paths are judged all the same', () => {
    const paths = [...of([{ status: 403 }, { withoutReferer: 200 }]), path([answer({ status: 500 })])]
    expect(toldOfPaths(statusRule, paths, 'wechat-ios')).toEqual(['fail warning server-error'])
  })
})

test("the Referer is WeChat’s, and silence isn't an answer of anybody", () => {
  expect(toldOfPaths(rule, of([{ status: 403 }, { withoutReferer: 200 }]), 'alipay-ios')[0]).toMatch(
    /^not-applicable/,
  )
  expect(toldOfPaths(rule, [path([closed]), path([answer()])], 'wechat-ios')).toEqual(['pass warning'])
})
