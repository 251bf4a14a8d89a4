import { expect, test } from 'vitest'
import type { HttpResponse } from '../../../src/facts/index.js'
import type { PlatformId } from '../../../src/types.js'
import { answer, notHttp, path, silent, toldOfPaths } from '../../../test/rules/http/helpers.js'
import rule from './rule.js'

const toldOf = (more: Partial<Omit<HttpResponse, 'body'>>, platform: PlatformId = 'wechat-ios') =>
  toldOfPaths(rule, [path([answer(more)])], platform)
const two = (field: 'location' | 'content-disposition') => ({
  conflicts: [{ field, values: ['a', 'b'] as [string, string] }],
})

test.each<[string, Partial<Omit<HttpResponse, 'body'>>, string]>([
  ['a plain answer', {}, 'pass error'],
  ['a status other than 200', { status: 401 }, 'pass error'],
  ['a compressed body', { encoding: 'gzip', decoding: 'decoded' }, 'pass error'],
  ['a coding with a name no client knows', { encoding: 'utf-8', decoding: 'no-coding' }, 'pass error'],
  ['two addresses', two('location'), 'fail error conflict'],
  ['two dispositions', two('content-disposition'), 'fail error conflict'],
  ['407 without a proxy', { status: 407 }, 'fail error proxy-authentication'],
  ['content where there is none', { status: 204, promised: 2 }, 'fail warning promised-content'],
  [
    'chunks in HTTP/1.0',
    { framing: [{ problem: 'old-chunked', value: 'HTTP/1.0' }] },
    'fail warning misframed',
  ],
  [
    'more than the length it announces',
    { framing: [{ problem: 'surplus', value: '"}' }] },
    'fail warning misframed',
  ],
  ['no such data', { encoding: 'gzip', decoding: 'undecodable' }, 'fail error undecodable'],
  ['data without their end', { encoding: 'br', decoding: 'ends-early' }, 'fail error ends-early'],
  ['another checksum', { encoding: 'gzip', decoding: 'checksum' }, 'fail warning damaged'],
  ['more than the data', { encoding: 'gzip', decoding: 'surplus' }, 'fail warning damaged'],
  ['nothing to decode', { encoding: 'gzip', decoding: 'empty' }, 'fail warning damaged'],
  ['a coding hefa can’t undo', { encoding: 'zstd', decoding: 'not-read' }, 'unknown warning not-decoded'],
  ['an answer recorded before hefa undid any', { encoding: 'gzip' }, 'unknown warning not-decoded'],
])('%s', (_, more, expected) => expect(toldOf(more)).toEqual([expected]))

test('where no page says that Chromium’s network stack is used, two values are a warning', () => {
  expect(toldOf(two('location'), 'alipay-android')).toEqual(['fail warning conflict'])
  expect(toldOf(two('location'), 'mpaas-ios')).toEqual(['fail warning conflict'])
  expect(toldOf({ status: 407 }, 'alipay-android')).toEqual(['fail error proxy-authentication'])
})

test('a body that does not end in time', () => {
  const unended = answer({ body: { bytes: 2, boms: 0, utf8: 'valid', cut: 'timeout' } })
  expect(toldOfPaths(rule, [path([unended])], 'wechat-ios')).toEqual(['fail warning unended'])
})

test('every answer on the way counts', () => {
  const redirect = answer({ status: 302, redirect: 'https://api.example.com/v1x' })
  const paths = [path([redirect, answer({ status: 407 })])]
  expect(toldOfPaths(rule, paths, 'wechat-ios')).toEqual(['fail error proxy-authentication'])
})

test('a path without an answer is not known, and without HTTP there is nothing to judge', () => {
  expect(toldOfPaths(rule, [path([answer()]), path([silent])], 'wechat-ios')).toEqual([
    'unknown warning no-answer',
  ])
  expect(toldOfPaths(rule, [path([answer()]), path([notHttp])], 'wechat-ios')).toEqual(['pass error'])
})
