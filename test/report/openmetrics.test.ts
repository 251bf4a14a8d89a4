import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { renderOpenMetrics } from '../../src/report/openmetrics.js'
import { tool } from '../helpers/tools.js'
import { ACTIVE, CORNERS, EN, golden, placedFaults } from './machine-samples.js'
import { passed, report, result, target } from './sample.js'

const SAMPLE = /^([a-z_]+)(?:\{((?:[a-z]+="(?:[^"\\\n]|\\["\\n])*",?)*)\})? (-?[0-9.e+]+)$/
const seriesOf = (text: string) => text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))

test('golden', () =>
  expect(renderOpenMetrics(placedFaults(), EN)).toMatchFileSnapshot(golden('many-faults.prom')))

describe.each(CORNERS)('%s', (_, make) => {
  const text = renderOpenMetrics(make(), EN)

  test('every line is a sample or a description, every family is described once, first', () => {
    const described = new Set<string>()
    for (const line of text.trimEnd().split('\n').slice(0, -1)) {
      const description = /^# (?:HELP ([a-z_]+) [^\\]+|TYPE ([a-z_]+) gauge)$/.exec(line)
      const sample = SAMPLE.exec(line)
      expect(description ?? sample, line).not.toBeNull()
      if (description?.[2]) {
        expect(described).not.toContain(description[2])
        described.add(description[2])
      }
      if (sample?.[1]) expect([...described].at(-1)).toBe(sample[1])
    }
  })

  test('no series twice, one end mark, nothing that steers', () => {
    const names = seriesOf(text).map((line) => line.slice(0, line.lastIndexOf(' ')))
    expect(new Set(names).size).toBe(names.length)
    expect(text.match(/^# EOF$/gm)).toHaveLength(1)
    expect(text.endsWith('\n# EOF\n')).toBe(true)
    expect(text.replaceAll('\n', '')).not.toMatch(ACTIVE)
  })
})

test('several results of one rule are one series', () => {
  const old = () => result({ rule: 'tls/version', message: 'Old.' })
  const results = [old(), old()]
  const text = renderOpenMetrics(report({ targets: [target({ host: 'a.example.com', results })] }), EN)
  expect(seriesOf(text).filter((line) => line.startsWith('hefa_rule_status'))).toHaveLength(2)
})

test('what passed, does not apply or is a note has no series', () => {
  const results = [
    ...passed('tls/version'),
    result({ rule: 'tls/ats-cipher', status: 'not-applicable' }),
    result({ rule: 'tls/server-name', level: 'info' }),
  ]
  const sample = report({ targets: [target({ host: 'a.example.com', results })] })
  const told = (verbose: boolean) =>
    seriesOf(renderOpenMetrics(sample, { verbose })).filter((line) => line.startsWith('hefa_rule_status'))
  expect(told(false)).toEqual([])
  expect(told(true)).toHaveLength(2)
})

test('how long a target took, where it was looked at', () => {
  const targets = [
    { ...target({ host: 'a.example.com' }), durationMs: 1234 },
    target({ host: 'b.example.com' }),
  ]
  const series = seriesOf(renderOpenMetrics(report({ targets }), EN)).filter((line) =>
    line.includes('target_probe'),
  )
  expect(series).toEqual([
    'hefa_target_probe_duration_seconds{host="a.example.com",port="443",scheme="https"} 1.234',
  ])
})

test('a certificate without readable dates has no dates', () => {
  const certificate = {
    ...{ subject: '', issuer: '', names: [], sha256: '', daysLeft: 0 },
    ...{ notBefore: '', notAfter: '+012345-01-01T00:00:00Z' },
  }
  const text = renderOpenMetrics(report({ targets: [target({ host: 'a.example.com', certificate })] }), EN)
  expect(text).not.toContain('hefa_certificate_not_before_seconds')
  expect(text).not.toContain('NaN')
})

const promtool = tool('promtool')
test.skipIf(!promtool).each(CORNERS)('promtool takes %s without a word', (_, make) => {
  const run = spawnSync(promtool as string, ['check', 'metrics'], { input: renderOpenMetrics(make(), EN) })
  expect({ status: run.status, said: run.stderr.toString() + run.stdout.toString() }).toEqual({
    status: 0,
    said: '',
  })
})
