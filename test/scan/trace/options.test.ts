import { expect, test } from 'vitest'
import { analyse } from '../../../src/scan/trace/index.js'
import { projectOf } from './sources.js'

async function optionsOf(source: string) {
  const { calls } = await analyse(projectOf({ 'a.js': source }))
  return calls.flatMap(({ options = [] }) =>
    options.map(({ name, value, place }) => [name, value, place.line]),
  )
}

test("timeouts, kinds of files and headers that aren't strings", async () => {
  const source = [
    'const LIMIT = 120000',
    `my.uploadFile({ url: 'https://a.acme.cn', timeout: LIMIT, fileType: 'pdf',`,
    `  headers: { 'x-count': 1, 'x-text': 'a', 'x-flag': true, 'x-more': given } })`,
  ].join('\n')
  expect(await optionsOf(source)).toEqual([
    ['timeout', 120000, 2],
    ['fileType', 'pdf', 2],
    ['header x-count', 1, 3],
    ['header x-flag', true, 3],
  ])
})

test('what may be something else as well is not reported', async () => {
  expect(await optionsOf(`wx.request({ url: 'https://a.acme.cn', timeout: slow ? 90000 : given })`)).toEqual(
    [],
  )
})

test('reasons a socket is closed with', async () => {
  const source = [
    `const task = wx.connectSocket({ url: 'wss://a.acme.cn' })`,
    `wx.closeSocket({ code: 1000, reason: 'bye' })`,
    `const why = { reason: 'later' }`,
    `task.close(why)`,
    `file.close({ done: true }); other.close(1000, 'no'); task.close({ reason: given })`,
  ].join('\n')
  const { calls, closings } = await analyse(projectOf({ 'a.js': source }))
  expect(calls.map(({ callee }) => callee)).toEqual(['wx.connectSocket'])
  expect(closings.flatMap(({ options }) => options)).toMatchObject([
    { name: 'reason', value: 'bye', place: { line: 2 } },
    { name: 'reason', value: 'later', place: { line: 3 } },
  ])
})
