/** A report of several places: every format names who saw what, and who did not look. */
import { beforeAll, describe, expect, test } from 'vitest'
import { FORMATS, type FormatName, loadPlanner } from '../../src/report/index.js'
import type { Language, Report } from '../../src/types.js'
import { factsOfPlaces, report as reportOf } from '../audit/facts.js'
import { authority, chainFact, DAY, issue, NOW } from '../helpers/chains.js'
import { endpoint } from '../helpers/targets.js'

const HOST = 'api.example.com'
const at = (address: string, ...chain: Parameters<typeof chainFact>[0]) => [
  endpoint(address, { chains: [chainFact(chain)] }),
]
const leaf = issue({ names: [HOST] })
const old = issue({ names: [HOST], notBefore: new Date(NOW - 80 * DAY), notAfter: new Date(NOW + 9 * DAY) })
const seen = {
  shanghai: at('93.184.216.34', leaf, authority.intermediate),
  hk: at('93.184.216.35', old),
  sg: 'no-worker' as const,
}

const reports: Partial<Record<Language, Report>> = {}
beforeAll(async () => {
  const facts = await factsOfPlaces(HOST, seen)
  reports.en = await reportOf(facts)
  reports.zh = await reportOf(facts, { language: 'zh' })
})

async function told(format: FormatName, language: Language): Promise<string> {
  const { [language]: report } = reports
  if (!report) throw new Error(language)
  const render = await FORMATS[format]()
  return render(report, { language, color: false, width: 100, verbose: false, clients: false, all: false })
}

describe.each(['en', 'zh'] as const)('%s', (language) => {
  test.each(Object.keys(FORMATS) as FormatName[])(
    '%s names the place that fails and the one that did not look',
    async (format) => {
      const text = await told(format, language)
      const failing = { openmetrics: 'vantage="hk"', ndjson: '"vantages":["hk"]', json: '"hk"' } as Partial<
        Record<FormatName, string>
      >
      expect(text).toContain(failing[format] ?? (language === 'en' ? 'From hk' : '从 hk 看'))
      expect(text).toContain('sg')
    },
  )
  test.each(['pretty', 'markdown', 'html'] as const)('%s tells from where it was seen', async (format) => {
    expect(await told(format, language)).toContain(
      language === 'en'
        ? 'seen from shanghai, hk, sg (did not look)'
        : '探测地点：shanghai、hk、sg（没有探测）',
    )
  })
})

test('csv: a column holds the places', async () => {
  const [head = '', ...rows] = (await told('csv', 'en')).split('\r\n')
  expect(head).toMatch(/,vantages$/)
  expect(rows.find((row) => row.includes('certificate/chain-complete'))).toMatch(/,hk$/)
})

test('openmetrics: each place has its series, and the others stay as they are', async () => {
  const text = await told('openmetrics', 'en')
  const host = 'host="api.example.com",port="443",scheme="https"'
  expect(text).toContain(`hefa_vantage_looked{${host},vantage="sg"} 0\n`)
  expect(text).toContain(`hefa_vantage_verdict{${host},vantage="shanghai",platform="wechat-ios"} 0\n`)
  expect(text).toContain(`hefa_vantage_verdict{${host},vantage="hk",platform="wechat-android"} 3\n`)
  expect(text).toContain(
    `hefa_vantage_certificate_not_after_seconds{${host},vantage="hk"} ${(NOW + 9 * DAY) / 1000}\n`,
  )
  expect(text).toContain(`hefa_certificate_not_after_seconds{${host}} ${(NOW + 9 * DAY) / 1000}\n`)
})

test('html and markdown: hosts by places', async () => {
  const html = await told('html', 'en')
  expect(html).toContain('id="vantages"')
  expect(html).toContain('did not look: no worker there')
  expect(await told('markdown', 'en')).toMatch(
    /\| api\.example\.com \| ✔ 2027-\d\d-\d\d \| ✘ 2026-11-29 \| \? \|/,
  )
})

test('one place alone gets no table', async () => {
  const facts = await factsOfPlaces(HOST, { shanghai: seen.shanghai })
  reports.en = await reportOf(facts)
  expect(await told('html', 'en')).not.toContain('id="vantages"')
  expect(await told('markdown', 'en')).not.toContain('by place')
  expect(await told('pretty', 'en')).toContain('seen from shanghai')
})

test('renewals count every certificate that a place still gets, and name a place that did not look', async () => {
  const plan = (await loadPlanner())(await reportOf(await factsOfPlaces(HOST, seen)), {
    within: null,
    allowUnknown: false,
  })
  expect(plan.renewals.map(({ daysLeft, servedAt }) => [daysLeft, servedAt[0]?.vantages])).toEqual([
    [9, ['hk']],
    [89, ['shanghai']],
  ])
  expect(plan.unseen).toMatchObject([
    { host: HOST, reason: 'not-observed', message: expect.stringContaining('sg') },
  ])
  expect(plan.exitCode).toBe(3)
})
