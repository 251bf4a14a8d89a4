import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RENEWAL_FORMATS } from '../../../src/report/index.js'
import { renewalPlan } from '../../../src/report/renewals/plan.js'
import { displayWidth } from '../../../src/report/width.js'
import type { Report } from '../../../src/types.js'
import { runs } from '../../helpers/thorough.js'
import { target } from '../sample.js'
import { type Component, readCalendar, unescaped } from './ics.js'
import { all, certificate, served } from './sample.js'

const EN = { language: 'en' as const, color: false, width: 80 }
const ZH = { ...EN, language: 'zh' as const }
const plan = (report: Report, within: number | null = null) =>
  renewalPlan(report, { within, allowUnknown: false })
const HOSTILE = '\x1b[2J\u202e,;\\"\r\nBEGIN:VEVENT|<b>@x'

const some = all(
  served('expired.example.com', certificate(-3)),
  served('soon.example.com', certificate(12)),
  served('api.example.com', certificate(70)),
  served('a-host-whose-name-is-longer-than-any-column.department.example.com', certificate(200, 200)),
  served('far.example.com', certificate(1000, 1100)),
  target({ host: 'silent.example.com' }),
)

describe('pretty', () => {
  test.each([60, 80, 100])('fits into %d columns in both languages', async (width) => {
    const render = await RENEWAL_FORMATS.pretty()
    for (const options of [EN, ZH]) {
      const text = render(plan(some), { ...options, width })
      for (const line of text.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(width)
      expect(text).toContain('soon.example.com')
    }
  })

  test('columns stand under their titles, bars on one scale', async () => {
    const lines = (await RENEWAL_FORMATS.pretty())(plan(some), EN).split('\n')
    const header = lines.find((line) => line.includes('lifetime')) ?? ''
    const row = lines.find((line) => line.startsWith('! soon')) ?? ''
    expect(row.indexOf('2026-12-02')).toBe(header.indexOf('expires'))
    expect(row.indexOf('12 d')).toBe(header.indexOf('left'))
    expect(row.indexOf('90 d')).toBe(header.indexOf('lifetime'))
    expect(row.indexOf('R11')).toBe(header.indexOf('issuer'))
    const bars = lines.filter((line) => /^ {2}[=#|x<> ]+$/.test(line))
    expect(bars).toHaveLength(5)
    // Now stands in the same column of every bar that reaches it.
    const now = bars.map((bar) => bar.indexOf('|'))
    expect(new Set(now).size).toBe(1)
    expect(bars[0]).toMatch(/x *\|$/)
    expect(bars[1]).toMatch(/#\|#+x$/)
    expect(bars[4]).toMatch(/\|=+>$/)
  })

  test('nothing from a server moves the cursor', async () => {
    const text = (await RENEWAL_FORMATS.pretty())(
      plan(all(served('a.example.com', certificate(5, 90, { issuer: `CN=${HOSTILE}` })))),
      EN,
    )
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/)
  })

  test('says when there is nothing', async () => {
    const render = await RENEWAL_FORMATS.pretty()
    expect(render(plan(all()), EN)).toContain('No certificate was seen.')
    const none = render(plan(all(served('a.example.com', certificate(70))), 30 * 86_400_000), EN)
    expect(none).toContain('Nothing has to be renewed within 30 days.')
    expect(none).toContain('1 certificate ends later than 30 days from now.')
  })
})

describe('ics', () => {
  const calendar = async (report: Report, options: typeof EN | typeof ZH = EN): Promise<Component> =>
    readCalendar((await RENEWAL_FORMATS.ics())(plan(report), options))
  const textOf = ({ properties }: Component, name: string) =>
    unescaped(properties.find((one) => one.name === name)?.value ?? '')

  test('one all-day event per certificate, on the day it is due, with alarms', async () => {
    const { components } = await calendar(some)
    expect(components.map(({ name }) => name)).toEqual(Array(5).fill('VEVENT'))
    const soon = components[1] as Component
    expect(textOf(soon, 'DTSTART')).toBe('20261102')
    expect(soon.properties.find(({ name }) => name === 'DTSTART')?.parameters).toEqual({ VALUE: 'DATE' })
    expect(textOf(soon, 'DTSTAMP')).toBe('20261120T080000Z')
    expect(textOf(soon, 'SUMMARY')).toBe('Renew the certificate of soon.example.com (expires 2026-12-02)')
    expect(soon.components.map((alarm) => textOf(alarm, 'TRIGGER'))).toEqual(['PT9H', 'P23D'])
  })

  test('the same certificate is the same event a month later, another one is another', async () => {
    const uids = async (report: Report) =>
      (await calendar(report)).components.map((event) => textOf(event, 'UID'))
    const later = { ...some, at: '2026-12-20T08:00:00.000Z' }
    expect((await uids(later)).sort()).toEqual((await uids(some)).sort())
    expect(new Set(await uids(some)).size).toBe(5)
  })

  test('is a calendar even when it is empty', async () => {
    expect((await calendar(all())).components).toHaveLength(1)
  })

  test('hostile text stays text, whatever it is and wherever a line is folded', async () => {
    const render = await RENEWAL_FORMATS.ics()
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, chinese) => {
        const leaf = certificate(5, 90, { issuer: `CN=${text}` })
        const report = all(served('a.example.com', leaf), served(`${HOSTILE}.example.com`, leaf))
        const { components } = readCalendar(render(plan(report), chinese ? ZH : EN))
        expect(components).toHaveLength(1)
      }),
      { numRuns: runs(200) },
    )
    const { components } = await calendar(all(served('域名很长'.repeat(20), certificate(5))), ZH)
    expect(textOf(components[0] as Component, 'SUMMARY')).toContain('域名很长'.repeat(20))
  })
})

test('json is the plan itself', async () => {
  expect(JSON.parse((await RENEWAL_FORMATS.json())(plan(some), EN))).toEqual(plan(some))
})

test('csv has as many cells in every row, and no formula', async () => {
  const hostile = certificate(5, 90, { issuer: '=1+1', subject: 'a,"b"' })
  const text = (await RENEWAL_FORMATS.csv())(
    plan(all(served('a.example.com', hostile), target({ host: 'x' }))),
    EN,
  )
  const [header, row, unseen] = text.split('\r\n')
  expect(header).toMatch(/^host,state,expires,renewFrom,daysLeft,lifetimeDays,issuer/)
  expect(row).toContain("'=1+1")
  expect(row).toContain('"a,""b"""')
  expect(unseen).toMatch(/^x,not-observed,/)
})

test('markdown: as many cells in every row, nothing is markup', async () => {
  const hostile = certificate(5, 90, { issuer: `CN=${HOSTILE}` })
  const text = (await RENEWAL_FORMATS.markdown())(plan(all(served('a.example.com', hostile))), EN)
  const rows = text.split('\n').filter((line) => line.startsWith('|'))
  for (const row of rows) expect(row.split('|')).toHaveLength(9)
  expect(text).not.toContain('<b>')
})
