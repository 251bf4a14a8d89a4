import { expect, test } from 'vitest'
import { analyse } from '../../../src/scan/analysis/index.js'
import { projectOf } from './sources.js'

async function optionsOf(source: string) {
  const { calls } = await analyse(projectOf({ 'a.js': source }))
  return calls.flatMap(({ options = [] }) =>
    options.map(({ name, value, place }) => [name, value, place.line]),
  )
}

test('timeouts, kinds of files and headers that are no strings', async () => {
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

test('what may be something else as well is not told', async () => {
  expect(await optionsOf(`wx.request({ url: 'https://a.acme.cn', timeout: slow ? 90000 : given })`)).toEqual(
    [],
  )
})
