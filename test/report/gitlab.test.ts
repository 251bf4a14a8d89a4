import { describe, expect, test } from 'vitest'
import { renderGitlab } from '../../src/report/gitlab.js'
import type { Report } from '../../src/types.js'
import { ACTIVE, CORNERS, EN, entry, golden, onlyWaived, placedFaults, ZH } from './machine-samples.js'
import { report, result, target } from './sample.js'

interface Violation {
  description: string
  check_name: string
  fingerprint: string
  severity: string
  location: { path: string; lines: { begin: number } }
}
const violations = (sample: Report, options = EN) => JSON.parse(renderGitlab(sample, options)) as Violation[]

test.each([
  ['many-faults.en', EN],
  ['many-faults.zh', ZH],
])('golden %s', (name, options) =>
  expect(renderGitlab(placedFaults(), options)).toMatchFileSnapshot(golden(`${name}.gitlab.json`)),
)

test.each(CORNERS)('%s: every field GitLab demands, fingerprints unique', (_, make) => {
  const all = violations(make())
  for (const { description, check_name, fingerprint, severity, location } of all) {
    expect(description).not.toBe('')
    expect(description.length).toBeLessThan(10_000)
    expect(check_name).not.toBe('')
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity)
    expect(location.path).toMatch(/^[^/.]|^\.[^./]/)
    expect(Number.isInteger(location.lines.begin) && location.lines.begin > 0).toBe(true)
  }
  expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(all.length)
  expect(renderGitlab(make(), EN).replaceAll('\n', '')).not.toMatch(ACTIVE)
})

test('points at the entry, with its severity', () => {
  expect(violations(placedFaults())[0]).toMatchObject({
    check_name: 'certificate/chain-complete',
    severity: 'critical',
    location: { path: 'conf/hefa.config.json', lines: { begin: 4 } },
  })
})

test("what is waived isn't a violation, but a note", () =>
  expect(violations(onlyWaived())).toMatchObject([{ check_name: 'audit/scope', severity: 'info' }]))

test('a domain given by hand stands for its own file', () => {
  const results = [result({ rule: 'tls/version', reason: 'x', message: 'Old.' })]
  const sample = report({ targets: [target({ host: 'a.example.com', results })] })
  expect(violations(sample)[0]?.location).toEqual({ path: 'a.example.com', lines: { begin: 1 } })
})

describe('the fingerprint', () => {
  const of = (
    message: string,
    host = 'a.example.com',
    port = 443,
    line = 4,
    platforms = ['wechat-ios'] as const,
  ) =>
    violations(
      report({
        targets: [
          target({
            ...{ host, port, entries: [entry({ line })] },
            results: [
              result({
                rule: 'certificate/expires-soon',
                reason: 'soon',
                message,
                platforms: [...platforms],
              }),
            ],
          }),
        ],
      }),
    )[0]?.fingerprint

  test('stays when the sentence or the line changes', () => {
    expect(of('19 days')).toBe(of('18 days'))
    expect(of('19 days', 'a.example.com', 443, 4)).toBe(of('19 days', 'a.example.com', 443, 40))
  })

  test('differs by host and by port', () => {
    expect(of('x')).not.toBe(of('x', 'b.example.com'))
    expect(of('x')).not.toBe(of('x', 'a.example.com', 8443))
  })

  test('differs between two findings that differ by their sentence only', () => {
    const results = ['One.', 'Two.'].map((message) => result({ rule: 'tls/version', reason: 'x', message }))
    const all = violations(report({ targets: [target({ host: 'a.example.com', results })] }))
    expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(2)
  })
})
