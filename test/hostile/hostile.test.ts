/** Whatever a server does, an audit ends, tells no lies, and lets nothing of what it was sent act on a reader. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FormatName } from '../../src/report/index.js'
import { type Hostiles, startHostiles } from '../helpers/hostile.js'
import { actsIn } from './acts.js'
import { checkAll, FORMAT_NAMES, type HostileRun } from './run.js'

/** What Node 20 takes is 250 MiB, what Node 24 takes 290: it collects garbage later. A flood has no end. */
const MOST_MIB = 500
/** Starting and ending included; one run alone is killed long before. */
const SUITE_MS = 300_000

let hostiles: Hostiles
const runs = {} as Record<'plain' | 'all' | 'named', HostileRun>

beforeAll(async () => {
  hostiles = await startHostiles()
  const named = { ...hostiles, servers: hostiles.servers.filter(({ kind }) => kind.rule !== undefined) }
  runs.named = await checkAll(named, ['--timeout', '20'], ['json'])
  runs.plain = await checkAll(hostiles, ['--timeout', '2', '--lang', 'en'], ['pretty', 'json'])
  const everything = ['--verbose', '--clients', '--revocation']
  runs.all = await checkAll(hostiles, ['--timeout', '2', '--lang', 'zh', ...everything], FORMAT_NAMES)
}, SUITE_MS)
afterAll(() => hostiles.close())

test('there are many of them', () => {
  expect(hostiles.servers.length).toBeGreaterThanOrEqual(100)
})

describe.each(['plain', 'all'] as const)('hefa check (%s)', (which) => {
  test('ends by itself with a verdict, and says nothing of its own insides', () => {
    const { killed, status, stdout, stderr } = runs[which]
    expect({ killed, status, stdout }).toEqual({ killed: false, status: 1, stdout: '' })
    expect(stderr).not.toMatch(/\n\s+at .*[(:]\d+:\d+|Error:|node:internal|\bundefined\b/)
    expect(stderr).toMatch(HARMLESS_LINES)
  })

  test('tells of every server, and passes none that no handshake can be had with', () => {
    const { targets } = runs[which].report
    expect(targets.map(({ host }) => host).sort()).toEqual(hostiles.servers.map(({ host }) => host).sort())
    const tooGood = targets.filter(({ host, verdicts }) => {
      const given = Object.values(verdicts)
      return kindOf(host).atBest === 'unknown' && given.some((one) => one === 'pass' || one === 'warn')
    })
    expect(tooGood.map(({ host, verdicts }) => ({ host, verdicts }))).toEqual([])
  })
})

test('a fault that has a name is named', () => {
  const { targets } = runs.named.report
  const silentOn = targets.filter(({ host, results }) => {
    const { rule } = kindOf(host)
    return !results.some((result) => result.rule === rule && result.status === 'fail')
  })
  expect(targets.length).toBeGreaterThanOrEqual(25)
  expect(silentOn.map(({ host }) => host)).toEqual([])
})

test('memory is bounded', () => {
  expect(runs.plain.peakMiB).toBeLessThan(MOST_MIB)
})

describe.each(FORMAT_NAMES)('%s', (format: FormatName) => {
  test('nothing of theirs acts', () => {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      runs.all.written.get(format),
    )
    expect(text).toContain('hostile.example')
    expect(actsIn(format, text)).toEqual([])
  })
})

test('what is looked for would be found', () => {
  const raw: Record<string, string> = {
    pretty: 'a\x1b[31m',
    github: 'x\n::error::OWNED',
    gitlab: '[',
    ndjson: '{}\n{',
    junit: '<a>]]><OWNED/></a>',
    sarif: '"##[error]"',
    markdown: 'a [x](http://owned.example)',
    html: '<script>alert("OWNED")',
    csv: 'a,=cmd\r\n',
    json: '"\u202e"',
    openmetrics: 'x{a="b\n',
  }
  const blind = Object.entries(raw).filter(
    ([format, text]) => actsIn(format as FormatName, text).length === 0,
  )
  expect(blind).toEqual([])
  expect(Object.keys(raw).sort()).toEqual([...FORMAT_NAMES].sort())
})

const HARMLESS_LINES = /^(?:[^\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|\n)*$/u

function kindOf(host: string) {
  const found = hostiles.servers.find((server) => server.host === host)
  if (!found) throw new Error(`${host} is none of them`)
  return found.kind
}
