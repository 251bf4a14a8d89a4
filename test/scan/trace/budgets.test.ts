/** What there is too much of ends by count, and is reported. */
import { expect, test } from 'vitest'
import { analyse } from '../../../src/scan/trace/index.js'
import { projectOf } from './sources.js'

const steps = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const later = Array.from({ length: count - at - 1 }, (__, next) => `f${at + next + 1}(u + '${at}')`)
    return `function f${at}(u) { ${later.join('; ')}; wx.request({ url: u }) }`
  }).join('\n')

test('a way through more functions than are followed is joined', async () => {
  const chain = Array.from({ length: 30 }, (_, at) => `function g${at}(u) { g${at + 1}(u) }`).join('\n')
  const code = `${chain}\nfunction g30(u) { wx.request({ url: u }) }\ng0('https://far.example.com/x')`
  const { calls } = await analyse(projectOf({ 'a.js': code }))
  expect(calls.flatMap(({ urls }) => urls.map(({ text }) => text))).toEqual(['https://far.example.com/x'])
  expect(calls.map(({ undetermined }) => undetermined)).toEqual([null])
})

test('a scan of the same files ends alike, however fast it is', async () => {
  const scan = async () => {
    const project = projectOf({ 'a.js': `${steps(9)}\nf0('https://a.example.com/')` })
    const { escape: gone, ...found } = await analyse(project)
    return { ...found, escape: gone(() => true), told: project.passedOver }
  }
  expect(await scan()).toEqual(await scan())
})
