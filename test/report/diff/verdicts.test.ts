/** A result is never better because less was checked. */
import { describe, expect, test } from 'vitest'
import { compareReports } from '../../../src/report/diff/compare.js'
import type { Report, Result, Target } from '../../../src/types.js'
import { passed, report, result, target, WECHAT } from '../sample.js'

const verdicts = (verdict: 'pass' | 'fail') => Object.fromEntries(WECHAT.map((id) => [id, verdict]))
const host = (name: string, verdict: 'pass' | 'fail', results: Result[] = []): Target =>
  target({ host: `${name}.example.com`, verdicts: verdicts(verdict), results })
const all = (verdict: 'pass' | 'fail', ...targets: Target[]): Report =>
  report({ verdict, verdicts: verdicts(verdict), targets })
const overall = (before: Report, after: Report) =>
  compareReports(before, after).verdicts.map(({ platforms, direction }) => [platforms, direction])

const untrusted = result({ rule: 'certificate/trusted', reason: 'private-root', message: 'Not trusted.' })
const soon = result({ rule: 'certificate/expires-soon', level: 'warning', message: 'Soon.' })
const trusted = passed('certificate/trusted')

describe('the overall verdict', () => {
  const before = all('fail', host('a', 'pass'), host('b', 'fail', [untrusted]))

  test('is better where the fault is gone: the control', () => {
    const fixed = host('b', 'pass', trusted)
    expect(overall(before, all('pass', host('a', 'pass'), fixed))).toEqual([[WECHAT, 'better']])
    expect(overall(before, all('pass', fixed))).toEqual([[WECHAT, 'better']])
  })
  test('is not where the rule is off and a host that passed was removed', () => {
    expect(overall(before, all('pass', host('b', 'pass')))).toEqual([[WECHAT, 'neutral']])
  })
  test('is not where the host that failed was removed', () => {
    expect(overall(before, all('pass', host('a', 'pass')))).toEqual([[WECHAT, 'neutral']])
  })
  test('is not where something lighter was fixed and what weighed most was not judged', () => {
    const both = all('fail', host('b', 'fail', [untrusted, soon]))
    const after = all('pass', host('b', 'pass', passed('certificate/expires-soon')))
    expect(overall(both, after)).toEqual([[WECHAT, 'neutral']])
    expect(overall(both, all('pass', host('b', 'pass', trusted)))).toEqual([[WECHAT, 'better']])
  })
  test('is told for each platform by itself', () => {
    const [ios, android] = WECHAT.map((id) => ({ ...untrusted, platforms: [id] })) as [Result, Result]
    const after = host('b', 'pass', [{ ...(trusted[0] as Result), platforms: [WECHAT[0]] } as Result])
    expect(overall(all('fail', host('b', 'fail', [ios, android])), all('pass', after))).toEqual([
      [[WECHAT[0]], 'better'],
      [[WECHAT[1]], 'neutral'],
    ])
  })
})

describe('paths that the later run did not ask for', () => {
  const status = (path: string, part: Partial<Result> = {}) =>
    result({
      rule: 'http/status',
      reason: 'server-error',
      evidence: { path },
      message: `${path}: 500`,
      ...part,
    })
  const answers = (...paths: string[]): Result => ({
    ...(passed('http/status')[0] as Result),
    evidence: { statuses: paths.map((path) => ({ path, status: 200 })) },
  })
  const change = (before: Result[], after: Result[]) => {
    const diff = compareReports(all('fail', host('a', 'fail', before)), all('pass', host('a', 'pass', after)))
    return [diff.targets[0]?.findings[0]?.change, diff.verdicts[0]?.direction]
  }

  test('are not fixed', () => {
    expect(change([status('/v1')], [answers('/')])).toEqual(['not-judged', 'neutral'])
    expect(change([status('/v1'), status('/v2')], [answers('/v1')])).toEqual(['not-judged', 'neutral'])
  })
  test('do not make others better', () => {
    const note = status('/v1', { level: 'warning' })
    expect(change([status('/v2'), note], [answers('/v1'), note])).toEqual(['not-judged', 'neutral'])
  })
  test('are fixed where they were asked for, whichever rule names them: the control', () => {
    expect(change([status('/v1')], [answers('/', '/v1')])).toEqual(['fixed', 'better'])
    const redirect = { ...(passed('http/redirect')[0] as Result), evidence: { paths: ['/v1'] } }
    expect(change([status('/v1')], [...passed('http/status'), redirect])).toEqual(['fixed', 'better'])
    expect(change([status('/v1')], passed('http/status'))).toEqual(['fixed', 'better'])
  })
})
