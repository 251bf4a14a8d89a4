import { expect, test } from 'vitest'
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

test.each([
  [200, '/v1', 'pass info', 'pass warning'],
  [302, '/v1', 'pass info', 'pass warning'],
  [399, '/v1', 'pass info', 'pass warning'],
  [400, '/v1', 'fail warning client-error', 'fail info client-error'],
  [401, '/v1', 'fail warning client-error', 'fail info client-error'],
  [403, '/v1', 'fail warning client-error', 'fail info client-error'],
  [404, '/v1', 'fail warning not-found', 'fail warning not-found'],
  [405, '/v1', 'fail warning client-error', 'fail info client-error'],
  [410, '/v1', 'fail warning not-found', 'fail warning not-found'],
  [499, '/v1', 'fail warning client-error', 'fail info client-error'],
  [500, '/v1', 'fail warning server-error', 'fail warning server-error'],
  [504, '/v1', 'fail warning server-error', 'fail warning server-error'],
  [599, '/v1', 'fail warning server-error', 'fail warning server-error'],
  [399, '/', 'pass info', 'pass warning'],
  [404, '/', 'pass info', 'fail info default-path'],
  [499, '/', 'pass info', 'fail info default-path'],
  [500, '/', 'fail info default-path', 'fail info default-path'],
  [501, '/', 'fail info default-path', 'fail info default-path'],
  [502, '/', 'fail warning server-error', 'fail warning server-error'],
  [503, '/', 'fail info default-path', 'fail info default-path'],
  [504, '/', 'fail warning server-error', 'fail warning server-error'],
  [505, '/', 'fail info default-path', 'fail info default-path'],
])('%i at %s', (status, name, wechat, alipay) => {
  const paths = [path([answer({ status })], { path: name })]
  const level = (text: string) => text.replace('pass info', 'pass warning')
  expect(toldOfPaths(rule, paths, 'wechat-android').map(level)).toEqual([level(wechat)])
  expect(toldOfPaths(rule, paths, 'alipay-ios')).toEqual([alipay])
  expect(toldOfPaths(rule, paths, 'mpaas-android')).toEqual([alipay])
})

test('the end of a redirect counts, and every path', () => {
  const moved = answer({ status: 302, redirect: 'https://api.example.com/v1x' })
  const gone = path([moved, answer({ status: 404 })])
  expect(toldOfPaths(rule, [gone, path([answer()])], 'alipay-ios')).toEqual(['fail warning not-found'])
  expect(toldOfPaths(rule, [path([moved])], 'alipay-ios')).toEqual(['pass warning'])
})

test('other protocols, silence, and sockets', () => {
  expect(toldOfPaths(rule, [path([notHttp]), path([answer()])], 'wechat-ios')).toEqual([
    'fail warning not-http',
  ])
  expect(toldOfPaths(rule, [path([notHttp])], 'wechat-ios')).toEqual(['not-applicable warning'])
  expect(toldOfPaths(rule, [path([closed])], 'wechat-ios')).toEqual(['unknown warning no-answer'])
  const socket = withHttp(httpFact({ upgrades: [upgrade({})] }), { scheme: 'wss' })
  expect(told(rule, socket, 'alipay-ios')).toEqual(['not-applicable warning'])
})

test('the passing statuses are reported', () => {
  const [finding] = rule.judge(
    { http: httpFact({ paths: [path([answer({ status: 204 })])] }), entries: [], listed: [] },
    { lowest: 400 },
    {} as never,
  )
  expect(finding).toEqual({ status: 'pass', evidence: { statuses: [{ path: '/v1', status: 204 }] } })
})
