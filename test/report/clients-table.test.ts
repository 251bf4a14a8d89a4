import { describe, expect, test } from 'vitest'
import { clientTables } from '../../src/report/clients-table.js'
import { FORMATS } from '../../src/report/index.js'
import { shortName } from '../../src/report/pretty/clients.js'
import { displayWidth } from '../../src/report/width.js'
import type { Json, Report, Result, Target } from '../../src/types.js'
import { scope } from './sample.js'

const row = (id: string, name: string, more: object = {}): Json => ({
  id,
  name,
  version: 'TLSv1.3',
  suite: 0x1301,
  group: 0x11ec,
  verdict: 'connects',
  certainty: 'connected',
  hello: 'captured',
  ...more,
})
const ROWS = [
  row('android-7.0', 'Android 7.0', { version: null, suite: null, group: null, verdict: 'fails' }),
  row('ios-16', 'iOS 16.0-17.7', { certainty: 'predicted', hello: 'derived', group: 0x1d }),
  row('ios-26', 'iOS 26.0-26.4'),
  row('chromium-131-android', 'Chromium 131 (Android)', { version: 'TLSv1.2', suite: 0xcca9, group: 0x17 }),
]
const result = (evidence: Result['evidence'], status: Result['status'] = 'pass'): Result => ({
  rule: 'tls/client-handshake',
  status,
  level: 'error',
  platforms: ['wechat-ios'],
  ...(evidence && { evidence }),
})
const target = (...results: Result[]): Target => ({
  host: 'api.example.com',
  port: 443,
  scheme: 'https',
  entries: [],
  verdicts: { 'wechat-ios': 'pass' },
  results,
})
const report = (...targets: Target[]): Report => ({
  schemaVersion: 1,
  tool: { name: 'hefa', version: '0.0.0' },
  at: '2026-11-20T12:00:00.000Z',
  durationMs: 1,
  scope: scope(),
  verdict: 'pass',
  exitCode: 0,
  platforms: ['wechat-ios'],
  verdicts: { 'wechat-ios': 'pass' },
  config: [],
  targets,
})

describe('rows', () => {
  test('by family, newest first', () => {
    const [table] = clientTables(report(target(result({ clients: ROWS }))))
    expect(table?.rows.map(({ id }) => id)).toEqual([
      'ios-26',
      'ios-16',
      'android-7.0',
      'chromium-131-android',
    ])
    expect(table?.addresses).toEqual([])
  })

  test('findings about the same addresses share a table, others have their own', () => {
    const tables = clientTables(
      report(
        target(
          result({ clients: ROWS.slice(0, 2) }, 'fail'),
          result({ clients: ROWS.slice(1) }, 'fail'),
          result({ clients: ROWS, addresses: ['192.0.2.1'] }, 'fail'),
        ),
      ),
    )
    expect(tables.map(({ addresses, rows }) => [addresses, rows.length])).toEqual([
      [[], 4],
      [['192.0.2.1'], 4],
    ])
  })

  test('strange evidence makes no rows', () => {
    const strange = [null, 1, 'x', [], {}, { id: 'a' }, { id: 'a', name: 'iOS 1', suite: 'x', verdict: 'y' }]
    const [table] = clientTables(report(target(result({ clients: strange }))))
    expect(table?.rows).toEqual([
      {
        id: 'a',
        name: 'iOS 1',
        version: null,
        suite: null,
        group: null,
        verdict: 'unknown',
        certainty: 'predicted',
        hello: 'captured',
      },
    ])
    expect(clientTables(report(target(result(undefined), result({ clients: 'all' }))))).toEqual([])
  })
})

test.each([
  [0x1301, 'AES128-GCM-SHA256'],
  [0xc02f, 'ECDHE-RSA-AES128-GCM-SHA256'],
  [0xc013, 'ECDHE-RSA-AES128-SHA'],
  [0xcca9, 'ECDHE-ECDSA-CHACHA20-POLY1305'],
  [0x009c, 'RSA-AES128-GCM-SHA256'],
  [0xfefe, '0xfefe'],
])('suite %s is shown as %s', (suite, name) => expect(shortName(suite)).toBe(name))

describe('on the page', () => {
  const page = async (clients: boolean, language: 'en' | 'zh' = 'en') => {
    const render = await FORMATS.pretty()
    const one = report(target(result({ clients: ROWS })))
    return render(one, { language, color: false, width: 80, verbose: false, clients })
  }

  test('only when asked for', async () => {
    expect(await page(false)).not.toContain('iOS 26.0-26.4')
    expect(await page(true)).toContain('iOS 26.0-26.4')
  })

  test.each(['en', 'zh'] as const)(
    '%s: one line each, 80 columns at most, predictions marked',
    async (language) => {
      const text = await page(true, language)
      const lines = text.split('\n')
      for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(80)
      expect(lines.find((line) => line.includes('iOS 26'))).toMatch(
        /✔ iOS 26\.0-26\.4 +1\.3 +X25519MLKEM768 +AES128-GCM-SHA256/,
      )
      expect(lines.find((line) => line.includes('iOS 16'))).toContain('iOS 16.0-17.7 *~')
      expect(lines.find((line) => line.includes('Android 7.0'))).toMatch(
        /✘ Android 7\.0 +(no connection|无法连接)/,
      )
    },
  )

  test('marks are explained where they stand', async () => {
    const render = await FORMATS.pretty()
    const sure = report(target(result({ clients: ROWS.filter((_, index) => index !== 1) })))
    const options = { language: 'en', color: false, width: 80, verbose: false, clients: true } as const
    expect(await page(true)).toMatch(/^ {2}\* predicted[\s\S]*^ {2}~ its hello/m)
    expect(render(sure, options)).not.toMatch(/^ {2}[*~]/m)
  })

  test('hostile names stay harmless', async () => {
    const render = await FORMATS.pretty()
    const bad = row('x', 'iOS \u001b[31m\u202e\n1', { version: '\u001b[2J' })
    const text = render(report(target(result({ clients: [bad], addresses: ['\u001b[0m'] }))), {
      ...{ language: 'en', color: false, width: 80, verbose: false, clients: true },
    })
    expect(text).not.toMatch(/[\u001b\u202e]/)
  })
})
