import { expect, test } from 'vitest'
import type { HttpResponse, PathFact } from '../../../src/facts/index.js'
import { answer, closed, httpFact, path, told, withHttp } from '../../../test/rules/http/helpers.js'
import rule from './rule.js'

const entries = (['wechat', 'alipay'] as const).map((family) => ({
  family,
  api: 'request' as const,
  text: 'https://api.example.com',
}))
const toldOfPaths = (paths: PathFact[], platform: 'alipay-ios' | 'wechat-ios') =>
  told(rule, withHttp(httpFact({ paths }), { entries }), platform)

type Given = Omit<Partial<HttpResponse>, 'body'>

test.each<[string, Given, string, string]>([
  ['JSON', { json: true }, '/v1', 'pass warning'],
  ['something else', { json: false, contentType: 'text/plain' }, '/v1', 'fail warning not-json'],
  ['a page', { contentType: 'text/html; charset=utf-8' }, '/v1', 'fail warning not-json'],
  ['not read to its end', {}, '/v1', 'not-applicable warning'],
  ['on the default path', { json: false }, '/', 'not-applicable warning'],
  ['an error', { status: 404, json: false }, '/v1', 'not-applicable warning'],
  ['the last success', { status: 299, json: false }, '/v1', 'fail warning not-json'],
  ['a redirect', { status: 300, json: false }, '/v1', 'not-applicable warning'],
])('%s', (_, given, name, expected) => {
  const paths = [path([answer(given)], { path: name })]
  expect(toldOfPaths(paths, 'alipay-ios')).toEqual([expected])
  expect(toldOfPaths(paths, 'wechat-ios')).toEqual([expected.replace('warning', 'info')])
})

test('silence is the matter of others', () => {
  expect(toldOfPaths([path([closed])], 'alipay-ios')).toEqual(['not-applicable warning'])
})
