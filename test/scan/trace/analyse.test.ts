import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse, parseScript } from '../../../src/scan/trace/index.js'
import { runs } from '../../helpers/thorough.js'
import { projectOf } from './sources.js'

test('places: the call, the host, the method and the headers', async () => {
  const source = [
    `const HOST = 'a.com'`,
    `const METHOD = 'post'`,
    'const send = (path) =>',
    '  wx.request({ url: "https://" + HOST + path, method: METHOD, header: { Referer: "x", ...{ a: 1 } } })',
    `  send('/x')`,
  ].join('\n')
  const { calls } = await analyse(projectOf({ 'a.js': source }))
  expect(calls).toEqual([
    {
      place: { file: 'a.js', line: 5, column: 3 },
      callee: 'wx.request',
      api: 'request',
      families: ['wechat'],
      urls: [{ text: 'https://a.com/x', complete: true, place: { file: 'a.js', line: 1, column: 14 } }],
      undetermined: null,
      methods: [{ text: 'post', place: { file: 'a.js', line: 2, column: 16 } }],
      headers: [
        { name: 'Referer', place: { file: 'a.js', line: 4, column: 73 } },
        { name: 'a', place: { file: 'a.js', line: 4, column: 92 } },
      ],
    },
  ])
})

test('methods and headers go through wrappers', async () => {
  const source = `const http = (url, method, header) => wx.request({ url, method, header })\nhttp('https://a.com/', 'get', { referer: 'x' })`
  const { calls } = await analyse(projectOf({ 'a.js': source }))
  expect(calls[0]?.methods.map(({ text }) => text)).toEqual(['get'])
  expect(calls[0]?.headers.map(({ name }) => name)).toEqual(['referer'])
})

test('an address that a copy member by member leaves at the method is none', async () => {
  const source = `const given = { url: 'https://a.com/event', method: 'POST' }
const options = {}
Object.keys(given).forEach((key) => { options[key.toLowerCase()] = given[key] })
wx.request(options)`
  const { calls } = await analyse(projectOf({ 'a.js': source }))
  expect(calls.flatMap(({ methods }) => methods.map(({ text }) => text))).not.toContain('https://a.com/event')
})

test('names what it can not read, and reads the rest', async () => {
  const project = projectOf({
    'a.js': 'const = 1',
    'b.js': `wx.request({ url: 'https://a.com/' })`,
    'c.ts': 'let x: = 2',
  })
  const { calls, filesRead } = await analyse(project)
  expect(calls).toHaveLength(1)
  expect(filesRead).toBe(1)
  expect(project.passedOver).toEqual([
    { file: 'a.js', reason: 'syntax', line: 1, column: 7 },
    { file: 'c.ts', reason: 'syntax', line: 1, column: 8 },
  ])
})

test.each([
  [
    'types in .ts',
    'a.ts',
    `enum E { B = 'https://a.com' }\nconst u = <string>E.B\nwx.request<any>({ url: (u as string) + '/x' })`,
  ],
  [
    'TSX',
    'a.tsx',
    `const b = { u: 'https://a.com/x' } as const\nexport const C = () => <View onClick={() => wx.request({ url: b.u })}>x</View>`,
  ],
  [
    'JSX in .js',
    'a.js',
    `export const C = () => <View onClick={() => wx.request({ url: 'https://a.com/x' })} />`,
  ],
  ['Flow in .js', 'a.js', `// @flow\nconst u: string = 'https://a.com/x'\nwx.request({ url: (u: any) })`],
  [
    'decorators',
    'a.ts',
    `@Component({}) export default class A { @Prop() x!: string; go() { wx.request({ url: 'https://a.com/x' }) } }`,
  ],
  ['namespaces', 'a.ts', `namespace N { export function go() { wx.request({ url: 'https://a.com/x' }) } }`],
  ['a script without modules', 'a.js', `with (x) {} ; var a = 010; wx.request({ url: 'https://a.com/x' })`],
])('reads %s', async (_, file, code) => {
  const project = projectOf({ [file]: code })
  const { calls } = await analyse(project)
  expect(project.passedOver).toEqual([])
  expect(calls.map(({ urls }) => urls[0]?.text)).toEqual(['https://a.com/x'])
})

test('shows each parsed script once', async () => {
  const seen: string[] = []
  const project = projectOf({ 'a.js': 'x', 'b.js': 'const', 'c.ts': 'type A = 1' })
  await analyse(project, { visit: ({ file }, ast) => seen.push(`${file} ${ast.program.body.length}`) })
  expect(seen).toEqual(['a.js 1', 'c.ts 1'])
})

test('parseScript tells where a script ends to be one', async () => {
  expect(await parseScript({ file: 'a.js', code: 'a\n  +', language: 'js' })).toMatchObject({
    fault: { line: 2, column: 4 },
  })
})

test('gives up a script that is too long, by name', async () => {
  const project = projectOf({ 'a.js': `wx.request({ url: 'https://a.com/' });${' '.repeat(5_100_000)}` })
  expect((await analyse(project)).calls).toEqual([])
  expect(project.passedOver).toEqual([{ file: 'a.js', reason: 'too-large' }])
})

test('deep nesting and long chains end', async () => {
  const deep = `request(${'['.repeat(20_000)}${']'.repeat(20_000)})`
  const long = `wx.request({ url: 'https://a.com/'${" + 'x'".repeat(1_000)} })`
  const longer = `f('https://a.com/'${" + 'x'".repeat(50_000)})`
  const wide = `const v = [${'process.env.A ? "a" : "b", '.repeat(30)}].join(''); wx.request({ url: 'https://a.com' + v })`
  const project = projectOf({ 'a.js': deep, 'b.js': long, 'c.js': wide, 'd.js': longer })
  const { calls } = await analyse(project)
  expect(calls.map(({ place }) => place.file)).toEqual(['b.js', 'c.js'])
  expect(calls[0]?.urls[0]?.text).toHaveLength(14 + 1_000)
  expect(calls[1]?.undetermined).toBe('limit')
  expect(project.passedOver.map(({ file, reason }) => `${file} ${reason}`)).toEqual([
    'a.js nesting',
    'd.js nesting',
  ])
})

test('objects that hold themselves end', async () => {
  const source = `let o = { a: 1 }; function f() { o = { ...o, b: 2 } }; const p = { q: null }; p.q = p; wx.request({ url: o.c }); wx.request({ url: p.q.q.q.z })`
  const { calls } = await analyse(projectOf({ 'a.js': source }))
  expect(calls.map(({ urls, undetermined }) => urls.length === 0 && undetermined !== null)).toEqual([
    true,
    true,
  ])
})

test('a long script of tangled calls is named, and its plain calls are reported all the same', async () => {
  const tangle = Array.from(
    { length: 60 },
    (_, i) => `var f${i} = process.env.A ? g.a${i} : h[f${i - 1}] || f${(i * 7) % 60};`,
  )
  const g = `var g = { ...h }, h = { ...g, ...k }, k = Object.assign({}, g, h);`
  const calls = Array.from({ length: 4_000 }, (_, i) => `f${i % 60}(f${(i * 3) % 60}, k.x${i});`)
  const source = `${g}${tangle.join('')}${calls.join('')} wx.request({ url: 'https://a.com/' })`
  const project = projectOf({ 'a.js': source })
  const result = await analyse(project)
  expect(result.calls.map(({ urls }) => urls[0]?.text)).toEqual(['https://a.com/'])
  expect(project.passedOver).toEqual([{ file: 'a.js', reason: 'budget' }])
})

test('a wrapper with very many calls tells every one', async () => {
  const count = 4_000
  const calls = Array.from({ length: count }, (_, i) => `http('/x${i}')`)
  const source = `const http = (p) => wx.request({ url: 'https://a.com' + p })\n${calls.join('\n')}`
  const { calls: found } = await analyse(projectOf({ 'a.js': source }))
  expect(found).toHaveLength(count)
  expect(found.every(({ undetermined }) => undetermined === null)).toBe(true)
})

const pieces = [
  'wx',
  '.request',
  '(',
  ')',
  '{',
  '}',
  'url:',
  "'https://a.com'",
  '+',
  'x',
  '=',
  'const ',
  'let ',
  '=>',
  ';',
  '\n',
  '...',
  '[',
  ']',
  'function f',
  'class A',
  'this',
  '.x',
  'return ',
  'await ',
  '`${',
  '}`',
  '?',
  ':',
  '||',
  'if',
  'new ',
  'export ',
  'import ',
  'super',
  ',',
  "require('./a')",
  "from './a'",
  'default ',
  '// #ifdef H5\n',
  '// #endif\n',
  'getApp()',
  'App',
  'f',
  'A',
  'for',
  ' of ',
  'Object.assign',
]

test('never throws, whatever it is given', async () => {
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
  )
  await fc.assert(
    fc.asyncProperty(text, text, async (a, b) => {
      const { calls } = await analyse(projectOf({ 'a.js': a, 'b.ts': b }))
      for (const { urls, undetermined } of calls) expect(urls.length > 0 || undetermined !== null).toBe(true)
    }),
    { numRuns: runs(1_000) },
  )
})

test('functions that each call all later ones are all told, with the server', async () => {
  const body = (at: number) =>
    Array.from({ length: 19 - at }, (_, more) => `f${at + more + 1}(u + '${at}');`).join('')
  const functions = Array.from(
    { length: 20 },
    (_, at) => `function f${at}(u) { ${body(at)} wx.request({ url: u }) }`,
  )
  const source = [...functions, `f0('https://a.com/')`].join('\n')
  const { calls } = await analyse(
    projectOf({ 'a.js': source, 'b.js': `wx.request({ url: 'https://b.com/' })` }),
  )
  expect(calls.find(({ place }) => place.line === 21)?.urls.length).toBeGreaterThan(0)
  expect(calls.filter(({ undetermined }) => undetermined !== null)).toEqual([])
  const servers = new Set(calls.flatMap(({ urls }) => urls.map(({ text }) => text.slice(0, 14))))
  expect([...servers].sort()).toEqual(['https://a.com/', 'https://b.com/'])
}, 120_000)

test('headers that take more steps than there are leave the URL alone', async () => {
  const wide = Array.from(
    { length: 14 },
    (_, at) => `function g${at}(a) { return g${at + 1}(a ? 1 : 2) + g${at + 1}(a) }`,
  ).join('\n')
  const source = `${wide}
function g14(a) { return a }
function send(path) { wx.request({ url: 'https://a.com/' + path, header: { [g0(1)]: 1 } }) }
send('x')
send('y')`
  const { calls } = await analyse(projectOf({ 'a.js': source }))
  expect(calls.map(({ urls, undetermined }) => [urls[0]?.text, undetermined])).toEqual([
    ['https://a.com/x', null],
    ['https://a.com/y', null],
  ])
})
