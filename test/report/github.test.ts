import { describe, expect, test } from 'vitest'
import { renderGithub } from '../../src/report/github.js'
import type { Report } from '../../src/types.js'
import { ACTIVE, CORNERS, EN, golden, onlyUnknown, onlyWaived, placedFaults, ZH } from './machine-samples.js'
import { report, result, target } from './sample.js'

interface Command {
  kind: string
  properties: Record<string, string>
  message: string
}

/** As the runner reads a line: up to the second `::` the command, then its message, each unescaped. */
function read(line: string): Command {
  const match = /^::([a-z-]+) ?([^\n]*?)::(.*)$/.exec(line)
  if (!match) throw new Error(`no command: ${line}`)
  const [, kind = '', told = '', message = ''] = match
  const data = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
  const pairs = told === '' ? [] : told.split(',').map((pair) => pair.split('=') as [string, ...string[]])
  const properties = pairs.map(([name, ...value]) => [
    name,
    data(value.join('=').replaceAll('%3A', ':').replaceAll('%2C', ',')),
  ])
  return { kind, properties: Object.fromEntries(properties), message: data(message) }
}

const commands = (sample: Report, options = EN) =>
  renderGithub(sample, options).trimEnd().split('\n').map(read)

test.each([
  ['many-faults.en', EN],
  ['many-faults.zh', ZH],
])('golden %s', (name, options) =>
  expect(renderGithub(placedFaults(), options)).toMatchFileSnapshot(golden(`${name}.github.txt`)),
)

test.each(CORNERS)('%s: known commands and properties only, one line each', (_, make) => {
  const text = renderGithub(make(), EN)
  expect(text.replaceAll('\n', '')).not.toMatch(ACTIVE)
  for (const { kind, properties, message } of commands(make())) {
    expect(['error', 'warning', 'notice']).toContain(kind)
    expect(['file', 'line', 'col', 'title']).toEqual(expect.arrayContaining(Object.keys(properties)))
    expect(properties.title).toBeTruthy()
    expect(message.replaceAll('\n', '')).not.toMatch(ACTIVE)
    expect(message.length).toBeLessThan(60_000)
  }
})

test('points at the entry, with the cause told once', () => {
  const [first] = commands(placedFaults())
  expect(first).toMatchObject({
    kind: 'error',
    properties: {
      ...{ file: 'conf/hefa.config.json', line: '4', col: '18' },
      title: 'certificate/chain-complete (error on wechat-android, warning on wechat-ios)',
    },
  })
  expect(first?.message.split('\n').slice(0, 2)).toEqual([
    'api.example.com sends its certificate without the intermediate “R11” that signed it.',
    'up.example.com:8443 sends its certificate without the intermediate “R11” that signed it.',
  ])
})

test('the last one is the summary', () => {
  expect(commands(placedFaults()).at(-1)).toMatchObject({
    kind: 'notice',
    properties: { title: 'hefa: Not fit for release' },
  })
})

test("what is waived isn't an annotation", () => expect(commands(onlyWaived())).toHaveLength(1))

test('an unknown is an error when it fails the step, a warning when it is allowed', () => {
  const kinds = (exitCode: 0 | 3) => commands({ ...onlyUnknown(), exitCode }).map(({ kind }) => kind)
  expect(kinds(3)).toEqual(['error', 'notice'])
  expect(kinds(0)).toEqual(['warning', 'notice'])
})

describe('more than GitHub shows', () => {
  const many = (level: 'error' | 'warning' | 'info', n: number) =>
    report({
      targets: [
        target({
          host: 'a.example.com',
          results: Array.from({ length: n }, (_, at) =>
            result({ rule: `tls/rule-${at}`, level, reason: 'x', message: `Fault ${at}.` }),
          ),
        }),
      ],
    })

  test.each([
    ['error', 10, 10, undefined],
    ['error', 11, 10, '2 more errors'],
    ['warning', 30, 10, '21 more warnings'],
    ['info', 9, 10, undefined],
    ['info', 10, 10, '2 more notes'],
  ] as const)('%s: %i causes are at most %i annotations', (level, n, most, title) => {
    const kind = level === 'info' ? 'notice' : level
    const all = commands(many(level, n), { ...EN, verbose: true })
    const own = all.filter((one) => one.kind === kind)
    expect(own).toHaveLength(Math.min(n + (kind === 'notice' ? 1 : 0), most))
    expect(all.some(({ properties }) => properties.title === title)).toBe(title !== undefined)
    const told = all.map(({ message }) => message).join('\n')
    for (let at = 0; at < n; at += 1) expect(told).toContain(`Fault ${at}.`)
  })
})

test.each([
  ['%0A::x', '%250A::x'],
  ['a,b:c=d', 'a,b:c=d'],
])('%j is reported as it is', (message, escaped) => {
  const results = [result({ rule: 'tls/version', reason: 'x', message: `a.example.com ${message}` })]
  const sample = report({ targets: [target({ host: 'a.example.com', results })] })
  expect(renderGithub(sample, EN)).toContain(`::a.example.com ${escaped}\n`)
  expect(commands(sample)[0]?.message).toBe(`a.example.com ${message}`)
})

test('a file name cannot add a property', () => {
  const file = 'a,title=owned::x.json'
  const entries = [
    { family: 'wechat' as const, api: 'request' as const, text: 'x', file, line: 1, column: 1 },
  ]
  const results = [result({ rule: 'tls/version', reason: 'x', message: 'Old.' })]
  const [first] = commands(report({ targets: [target({ host: 'a.example.com', entries, results })] }))
  expect(first?.properties.file).toBe(file)
  expect(first?.properties.title).toBe('tls/version (error on every platform)')
})
