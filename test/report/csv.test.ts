import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { renderCsv } from '../../src/report/csv.js'
import type { Report } from '../../src/types.js'
import { tool } from '../helpers/tools.js'
import { ACTIVE, CORNERS, golden, hostileReport, noTargets, placedFaults } from './machine-samples.js'
import { report, result, target } from './sample.js'

const csv = (sample: Report, all = false) => renderCsv(sample, { language: 'en', all })

/** RFC 4180, section 2, read strictly. */
function parsed(text: string): string[][] {
  const rows: string[][] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  let row: string[] = []
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const match = cell.exec(text)
    if (!match) throw new Error(`no cell at ${at}: ${JSON.stringify(text.slice(at, at + 60))}`)
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') {
      rows.push(row)
      row = []
    }
  }
  return rows
}

function records(sample: Report, all = false): Record<string, string>[] {
  const [header = [], ...rows] = parsed(csv(sample, all))
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])))
}

test('golden', () => expect(csv(placedFaults())).toMatchFileSnapshot(golden('many-faults.csv')))

test.each(CORNERS)('%s: with --all a row per result and platform, all as wide as the header', (_, make) => {
  const sample = make()
  const [header, ...rows] = parsed(csv(sample, true))
  const results = [...sample.config, ...sample.targets.flatMap((one) => one.results)]
  const status = header?.indexOf('status') ?? -1
  const told = rows.filter((row) => row[status] !== 'scope')
  expect(told).toHaveLength(results.flatMap(({ platforms }) => platforms).length)
  for (const row of rows) expect(row).toHaveLength(header?.length ?? 0)
})

test.each(CORNERS)('%s: a row per finding, and all that failed is in one', (_, make) => {
  const sample = make()
  const rows = records(sample).filter(({ status }) => status !== 'scope')
  const everything = records(sample, true)
  const found = everything.filter(({ status = '' }) => ['fail', 'unknown', 'waived'].includes(status))
  expect(rows.length).toBeLessThanOrEqual(found.length)
  for (const { host, rule, status, platform = '' } of found) {
    const own = rows.filter((row) => row.host === host && row.status === status)
    const told = own.filter((row) => row.rule === rule || (status === 'unknown' && row.followed !== ''))
    expect(told.some((row) => row.platform?.split(' ').includes(platform))).toBe(true)
  }
})

test('a row counts what hangs on its finding', () => {
  const consequences = ['tls/client-handshake', 'http/status']
  const results = [
    result({ rule: 'tls/version', message: 'Old.', consequences }),
    result({ rule: 'http/status', status: 'not-applicable', followsFrom: 'tls/version' }),
  ]
  const sample = report({ targets: [target({ host: 'a.example.com', results })] })
  expect(records(sample).map(({ rule, followed }) => [rule, followed])).toEqual([['tls/version', '2']])
  expect(records(sample, true)[2]).toMatchObject({ rule: 'http/status', followsFrom: 'tls/version' })
})

test('without results there is the header alone', () => {
  expect(csv(noTargets())).toMatch(/^host,port,scheme,rule,platform,status,[^\r\n]*\r\n$/)
})

test('values stand in their columns', () => {
  const [row] = records(placedFaults()).filter(({ host }) => host === 'api.example.com')
  expect(row).toMatchObject({
    ...{
      port: '443',
      scheme: 'https',
      rule: 'certificate/chain-complete',
      platform: 'wechat-ios wechat-android',
    },
    ...{ status: 'fail', level: 'error', reason: 'missing-intermediate', daysLeft: '19.7' },
    ...{ file: 'conf/hefa.config.json', line: '4', column: '18', notAfter: '2026-12-10T00:00:00.000Z' },
  })
  expect(row?.fix?.split('\n')).toHaveLength(3)
})

describe('hostile text', () => {
  const rows = records(hostileReport())

  test('is no formula in any cell', () => {
    const cells = rows.flatMap((row) => Object.entries(row))
    const numbers = new Set(['daysLeft', 'port', 'line', 'column'])
    const texts = cells.filter(([name]) => !numbers.has(name)).map(([, text]) => text)
    expect(texts.filter((text) => /^\s*[=+\-@＝＋－＠\t\r]/.test(text))).toEqual([])
    expect(texts.filter((text) => text.startsWith("'"))).not.toEqual([])
  })

  test('steers nothing and has an end', () => {
    const text = csv(hostileReport())
    expect(text.replace(/[\r\n]/g, '')).not.toMatch(ACTIVE)
    expect(text.replaceAll('\r\n', '')).not.toContain('\r')
    for (const row of rows) for (const value of Object.values(row)) expect(value.length).toBeLessThan(30_000)
  })

  test('a number below zero stays a number', () => {
    expect(rows.filter(({ daysLeft }) => daysLeft === '-3.5')).not.toEqual([])
  })

  test.each([
    ['a;=1+1', "a;'=1+1"],
    ['a, @x', "a,' @x"],
    ['https://x.cn/?a=1;b=-1', 'https://x.cn/?a=1;b=-1'],
  ])('%j split at another sign is no formula either', (message, told) => {
    const results = [result({ rule: 'tls/version', message })]
    const [row] = records(report({ targets: [target({ host: 'a.example.com', results })] }))
    expect(row?.message).toBe(told)
  })

  test.each(['=1', '+1', '-1', '@x', '＝1', '＋1', '－1', '＠x', ' =1'])(
    '%j gets an apostrophe',
    (message) => {
      const results = [result({ rule: 'tls/version', message })]
      const [row] = records(report({ targets: [target({ host: 'a.example.com', results })] }))
      expect(row?.message).toBe(`'${message}`)
    },
  )
})

const python = tool('python3')
test.skipIf(!python)("Python's csv module reads the same cells", () => {
  const text = csv(hostileReport())
  const script =
    'import csv,io,json,sys\nprint(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode("utf-8"), newline=""), strict=True))))'
  const run = spawnSync(python as string, ['-c', script], { input: text, maxBuffer: 2 ** 28 })
  expect(run.stderr.toString()).toBe('')
  expect(JSON.parse(run.stdout.toString())).toEqual(parsed(text))
})
