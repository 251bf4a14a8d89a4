import { expect, test } from 'vitest'
import type { HttpResponse } from '../../../src/facts/index.js'
import { answer, closed, notHttp, path, toldOfPaths } from '../../../test/rules/http/helpers.js'
import rule from './rule.js'

type Given = Omit<Partial<HttpResponse>, 'body'> & { body?: Partial<HttpResponse['body']> }
const json = 'application/json'
const told = (given: Given) => toldOfPaths(rule, [path([answer(given)])], 'wechat-ios')

test.each<[string, Given, string]>([
  ['JSON', { contentType: json }, 'pass info'],
  ['JSON that says so', { contentType: `${json};charset=utf-8`, charset: 'utf-8' }, 'pass info'],
  ['without the hyphen', { contentType: json, charset: 'utf8' }, 'pass info'],
  ['ASCII', { contentType: 'text/plain', charset: 'us-ascii' }, 'pass info'],
  ['another declared', { contentType: 'text/html', charset: 'gbk' }, 'fail info declared'],
  [
    'another declared explains the bytes',
    { contentType: 'text/html', charset: 'gbk', body: { utf8: 'invalid' } },
    'fail info declared',
  ],
  ['bytes that are none', { contentType: 'text/html', body: { utf8: 'invalid' } }, 'fail info invalid'],
  [
    'bytes that are none under utf-8',
    { contentType: json, charset: 'utf-8', body: { utf8: 'invalid' } },
    'fail info invalid',
  ],
  ['one mark', { contentType: json, body: { boms: 1 } }, 'pass info'],
  ['two marks', { contentType: json, body: { boms: 2 } }, 'fail info byte-order-marks'],
  ['a suffix', { contentType: 'application/problem+json', body: { utf8: 'invalid' } }, 'fail info invalid'],
  ['XML', { contentType: 'application/xml', body: { utf8: 'invalid' } }, 'fail info invalid'],
  ['an image', { contentType: 'image/png', body: { utf8: 'invalid' } }, 'not-applicable info'],
  [
    'a parameter that mentions JSON',
    { contentType: 'image/png; x=json', body: { utf8: 'invalid' } },
    'not-applicable info',
  ],
  ['no type', { body: { utf8: 'invalid' } }, 'not-applicable info'],
  [
    'compressed',
    { contentType: json, encoding: 'gzip', body: { utf8: 'not-read' } },
    'unknown info compressed',
  ],
  [
    'compressed, and declared',
    { contentType: json, charset: 'gb2312', encoding: 'br', body: { utf8: 'not-read' } },
    'fail info declared',
  ],
])('%s', (_, given, expected) => expect(told(given)).toEqual([expected]))

test('marks beside a wrong declaration are both told', () => {
  expect(told({ contentType: json, charset: 'gbk', body: { boms: 2 } })).toEqual([
    'fail info declared',
    'fail info byte-order-marks',
  ])
})

test('silence is unknown, another protocol is not its matter, and one bad path among good ones fails', () => {
  const good = path([answer({ contentType: json })], { path: '/a' })
  expect(toldOfPaths(rule, [path([closed]), good], 'alipay-ios')).toEqual(['unknown info no-answer'])
  expect(toldOfPaths(rule, [path([notHttp])], 'alipay-ios')).toEqual(['not-applicable info'])
  const bad = path([answer({ contentType: json, body: { utf8: 'invalid' } })])
  expect(toldOfPaths(rule, [good, bad], 'mpaas-ios')).toEqual(['fail info invalid'])
})
