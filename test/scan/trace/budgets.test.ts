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
    const { escapes, ...found } = await analyse(project)
    return { ...found, escapes: escapes(() => true), told: project.passedOver }
  }
  expect(await scan()).toEqual(await scan())
})

test('what a caller adds to a path need not be worked out where the server is known without it', async () => {
  const slow = Array.from({ length: 20 }, (_, at) => {
    return `const s${at} = (t) => pick(t) ? s${at + 1}({ t }) : s${at + 1}([t])`
  })
  const code = [
    ...slow,
    'const s20 = (t) => t',
    "const ask = (o) => { if (!o.url.startsWith('http')) o.url = 'https://api.example.com' + o.url; wx.request(o) }",
    'const rows = (id) => ask({ url: `/rows/${id}` })',
    "rows(s0(''))",
    "ask({ url: s0('/') })",
  ].join('\n')
  const { calls } = await analyse(projectOf({ 'a.js': code }))
  expect(calls.map(({ place, undetermined, urls }) => [place.line, undetermined, urls[0]?.text])).toEqual([
    [24, null, 'https://api.example.com/rows/'],
    [25, 'computed', undefined],
  ])
})
