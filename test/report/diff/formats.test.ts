import { describe, expect, test } from 'vitest'
import { compareReports, DIFF_FORMATS, readReport } from '../../../src/report/index.js'
import { displayWidth } from '../../../src/report/width.js'
import type { Report } from '../../../src/types.js'
import { manyFaults, report, result, target } from '../sample.js'

const EN = { language: 'en' as const, color: false, width: 80 }
const ZH = { ...EN, language: 'zh' as const }
const clean: Report = {
  ...manyFaults(),
  config: [],
  verdicts: {},
  targets: manyFaults().targets.map((one) => ({ ...one, results: [], verdicts: {} })),
}

describe('pretty', () => {
  test.each([EN, ZH])('fits into 80 columns: $language', async (options) => {
    const render = await DIFF_FORMATS.pretty()
    for (const diff of [
      await compareReports(clean, manyFaults()),
      await compareReports(manyFaults(), clean),
    ]) {
      for (const line of render(diff, options).split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80)
    }
  })

  test('tells what is new, with the sentence of the report', async () => {
    const text = (await DIFF_FORMATS.pretty())(await compareReports(clean, manyFaults()), EN)
    expect(text).toContain('  ✘ new · certificate/chain-complete · wechat-android (error)')
    expect(text).toContain('api.example.com sends its certificate without the intermediate')
    expect(text).toContain('Exit status 1: something got worse.')
  })

  test('says when nothing changed', async () => {
    const text = (await DIFF_FORMATS.pretty())(await compareReports(clean, clean), EN)
    expect(text).toContain('Nothing changed.\n\nExit status 0: nothing got worse.')
  })

  test('nothing from a server moves the cursor', async () => {
    const evil = target({
      host: 'a',
      results: [result({ rule: 'tls/version', message: '\x1b[2J\u202e\r\nx' })],
    })
    const diff = await compareReports(report({}), report({ targets: [evil] }))
    for (const name of ['pretty', 'markdown', 'json'] as const) {
      expect((await DIFF_FORMATS[name]())(diff, EN)).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/)
    }
  })
})

test('markdown: nothing is markup, and it fits into a comment', async () => {
  const results = Array.from({ length: 3000 }, (_, at) =>
    target({
      host: `h${at}.example.com`,
      results: [result({ rule: 'tls/version', message: '<b>*x*</b> @me' })],
    }),
  )
  const text = (await DIFF_FORMATS.markdown())(
    await compareReports(report({}), report({ targets: results })),
    EN,
  )
  expect(text.length).toBeLessThan(65_536)
  expect(text).not.toMatch(/<b>|[^`]@me/)
  expect(text).toMatch(/and \d+ more/)
})

describe('what can be read', () => {
  const read = (value: unknown) => readReport(typeof value === 'string' ? value : JSON.stringify(value))

  test('a report, with a byte order mark and with what a later version adds', async () => {
    const text = `\ufeff${JSON.stringify({ ...manyFaults(), later: 1, targets: [{ ...target({ host: 'a' }), more: {} }] })}`
    expect(await read(text)).toHaveProperty('report')
  })

  test.each([
    ['no JSON', '{', { fault: 'not-json' }],
    ['nothing', '', { fault: 'not-json' }],
    ['a list', [], { fault: 'no-report' }],
    ['null', null, { fault: 'no-report' }],
    ['facts', { schemaVersion: 1, gatheredAt: '', config: {} }, { fault: 'no-report' }],
    ['a later shape', { ...manyFaults(), schemaVersion: 2 }, { fault: 'schema-version', found: '2' }],
    [
      'a host that is a number',
      { ...manyFaults(), targets: [{ ...target({ host: 'a' }), host: 1 }] },
      { fault: 'shape', path: 'targets.0.host' },
    ],
    ['targets that are none', { ...manyFaults(), targets: 'x' }, { fault: 'shape', path: 'targets' }],
    ['an unknown verdict', { ...manyFaults(), verdict: 'good' }, { fault: 'shape', path: 'verdict' }],
  ])('%s', async (_, value, fault) => {
    expect(await read(value)).toMatchObject(fault)
  })

  test('an unknown field does not hide a fault behind it', async () => {
    expect(await read({ ...manyFaults(), later: 1, exitCode: 7 })).toMatchObject({
      fault: 'shape',
      path: 'exitCode',
    })
    const later = { ...target({ host: 'a' }), aaa: 1, results: [{ rule: 5 }] }
    expect(await read({ ...manyFaults(), targets: [later] })).toMatchObject({ fault: 'shape' })
  })
})
