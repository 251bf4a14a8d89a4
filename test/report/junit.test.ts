import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { renderJunit } from '../../src/report/junit/index.js'
import type { Report, Result } from '../../src/types.js'
import { tool } from '../helpers/tools.js'
import {
  ACTIVE,
  CORNERS,
  EN,
  entry,
  golden,
  hostileReport,
  onlyUnknown,
  onlyWaived,
  placedFaults,
  strictWarning,
  udpTarget,
  ZH,
} from './machine-samples.js'
import { report, result, target } from './sample.js'

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
const numbers = (element: string) =>
  Object.fromEntries(
    [...element.matchAll(/ (tests|failures|errors|skipped)="(\d+)"/g)].map(([, name, n]) => [
      name,
      Number(n),
    ]),
  )
const rootOf = (text: string) => numbers(/<testsuites [^>]*>/.exec(text)?.[0] ?? '')

function counted(text: string): Record<string, number> {
  return {
    tests: count(text, /<testcase /g),
    failures: count(text, /<failure /g),
    errors: count(text, /<error /g),
  }
}

/** The one case of one rule on one platform. */
function only(results: Partial<Result>[], part: Partial<Report> = {}, options = EN): string {
  const full = results.map((one) => result({ rule: 'tls/version', platforms: ['wechat-ios'], ...one }))
  const text = renderJunit(
    report({ targets: [target({ host: 'a.example.com', results: full })], ...part }),
    options,
  )
  expect(count(text, /<testcase /g)).toBe(1)
  return text
}

test.each([
  ['many-faults.en', EN],
  ['many-faults.zh', ZH],
])('golden %s', (name, options) =>
  expect(renderJunit(placedFaults(), options)).toMatchFileSnapshot(golden(`${name}.junit.xml`)),
)

describe.each(CORNERS)('%s', (_, make) => {
  const text = renderJunit(make(), EN)

  test('counts what it holds, in all and suite by suite', () => {
    expect(rootOf(text)).toEqual(counted(text))
    const suites = [...text.matchAll(/<testsuite ([^>]*?)(?:\/>|>([\s\S]*?)<\/testsuite>)/g)]
    const about = text.includes('name="Not judged in full"') ? 1 : 0
    expect(suites).toHaveLength(make().targets.length + (make().config.length > 0 ? 1 : 0) + about)
    for (const [, head = '', body = ''] of suites) {
      expect(numbers(` ${head}`)).toEqual({ ...counted(body), skipped: count(body, /<skipped /g) })
    }
  })

  test('holds no character XML has no place for', () => {
    expect(text.replaceAll('\n', '')).not.toMatch(ACTIVE)
    expect(text).not.toContain('<script')
    expect(text).not.toContain(']]>')
    expect(text).not.toContain('<!')
  })
})

describe('one rule on one platform', () => {
  test.each<[string, Partial<Result>[], RegExp]>([
    [
      'a failed requirement fails',
      [{ message: 'Old.' }],
      /<failure message="a.example.com: Old. \(error on wechat-ios\)"/,
    ],
    [
      'an open requirement is an error',
      [{ status: 'unknown', message: 'Silent.' }],
      /<error message="a.example.com: Silent. \(undetermined on wechat-ios\)" type="unknown">/,
    ],
    [
      'a failure outweighs an open question',
      [{ status: 'unknown' }, { message: 'Old.' }],
      /<failure message="a.example.com: Old. \(error on wechat-ios\)"/,
    ],
    ['an open question outweighs a pass', [{ status: 'pass' }, { status: 'unknown' }], /<error /],
    [
      'an open warning is skipped, never green',
      [{ status: 'unknown', level: 'warning', message: 'Hm.' }],
      /<skipped message="a.example.com: Hm. \(undetermined \(warning\) on wechat-ios\)"\/>/,
    ],
    [
      'a warning is told beside a pass',
      [{ level: 'warning', message: 'Soon.' }],
      /time="0">\s*<system-out>a.example.com: Soon. \(warning on wechat-ios\)<\/system-out>/,
    ],
    ['a note is nothing to be alerted of', [{ level: 'info', message: 'By the way.' }], /time="0"\/>/],
    ['what applies to one address counts', [{ status: 'not-applicable' }, { status: 'pass' }], /time="0"\/>/],
    [
      'two faults are one failure',
      [{ message: 'One.' }, { message: 'Two.' }],
      /<failure message="a.example.com: One. \(error on wechat-ios\); a.example.com: Two. \(error on wechat-ios\)" type="">/,
    ],
  ])('%s', (_, results, pattern) => {
    const text = only(results)
    expect(text).toMatch(pattern)
    expect(count(text, /<(failure|error|skipped) /g)).toBeLessThanOrEqual(1)
  })

  test('a failure tells the reason, what to do and why', () => {
    const reference = { title: 'Norm', url: 'https://example.com/norm', quote: 'TLS 1.2' }
    const text = only([{ message: 'Old.', fix: 'Do:\n  this', reference, evidence: { reason: 'too-old' } }])
    expect(text).toContain(
      '<failure message="a.example.com: Old. (error on wechat-ios)" type="too-old">a.example.com: Old. (error on wechat-ios)\nfix: Do:\n  this\nsource: “TLS 1.2” Norm https://example.com/norm</failure>',
    )
  })
})

test('a note is reported on request', () => {
  const text = only([{ level: 'info', message: 'By the way.' }], {}, { ...EN, verbose: true })
  expect(text).toContain('<system-out>a.example.com: By the way. (note on wechat-ios)</system-out>')
})

test('one rule is one case, whatever platforms it weighs on, and what hangs on it is reported there', () => {
  const text = only([
    { message: 'Old.', consequences: ['tls/client-handshake', 'http/status'] },
    { platforms: ['wechat-android'], level: 'warning', message: 'Old.' },
    { rule: 'http/status', status: 'not-applicable', followsFrom: 'tls/version' },
  ])
  expect(text).toContain('and 2 checks that depend on it: tls/client-handshake, http/status')
  expect(text).toContain('Old. (error on wechat-ios, warning on wechat-android)')
  expect(text).not.toContain('name="http/status"')
})

test('what does not apply is no case', () => {
  const results = [result({ rule: 'tls/version', status: 'not-applicable' })]
  const text = renderJunit(report({ targets: [target({ host: 'a.example.com', results })] }), EN)
  expect(count(text, /<testcase /g)).toBe(0)
})

test('of very many findings in a list the first are reported, and how many more there are', () => {
  const config = Array.from({ length: 20_000 }, (_, n) =>
    result({
      rule: 'domain/scheme',
      message: `http://a${n}.cn is not encrypted.`,
      entry: entry({ text: `http://a${n}.cn`, line: n + 1 }),
    }),
  )
  const text = renderJunit(report({ config }), EN)
  expect(text.split('\n').length).toBeLessThan(80)
  expect(text).toContain('… and 19950 more')
  expect(text).toContain(
    'http://a9.cn is not encrypted. (error on every platform) at conf/hefa.config.json:10:18',
  )
})

test('a waived rule is skipped, with until when and why', () => {
  const text = renderJunit(onlyWaived(), EN)
  expect(count(text, /<skipped message="waived: “moves to the new gateway”, until 2026-12-31"\/>/g)).toBe(1)
  expect(rootOf(text)).toMatchObject({ failures: 0, errors: 0 })
})

test('where warnings fail the run they fail their case', () => {
  expect(rootOf(renderJunit(strictWarning(), EN))).toMatchObject({ tests: 1, failures: 1 })
})

test('a silent host is one error', () => {
  const text = renderJunit(onlyUnknown(), EN)
  expect(rootOf(text)).toEqual({ tests: 1, failures: 0, errors: 1 })
  expect(text).toContain('not judged: tls/version, tls/ats-cipher')
})

test('a target that is never probed is a suite of its own', () => {
  expect(renderJunit(udpTarget(), EN)).toContain('<testsuite name="udp://game.example.com:9000" tests="1"')
})

test('a case points at the entry of its family', () => {
  const results = [result({ rule: 'tls/version', platforms: ['alipay-ios'], message: 'Old.' })]
  const entries = [entry(), entry({ family: 'alipay', line: 12 })]
  const text = renderJunit(report({ targets: [target({ host: 'a.example.com', entries, results })] }), EN)
  expect(text).toContain('file="conf/hefa.config.json" line="12"')
})

const xmllint = tool('xmllint')
test.skipIf(!xmllint).each(CORNERS)('%s fits the schema', (_, make) => {
  const schema = new URL('junit.xsd', import.meta.url).pathname
  const run = spawnSync(xmllint as string, ['--noout', '--schema', schema, '-'], {
    input: renderJunit(make(), EN),
  })
  expect({ status: run.status, said: run.stderr.toString() }).toEqual({ status: 0, said: '- validates\n' })
})

const python = tool('python3')
test.skipIf(!python)('a parser finds the hostile text as text, and no element more', () => {
  const text = renderJunit(hostileReport(), EN)
  const script = [
    'import json,sys,xml.etree.ElementTree as E',
    'root=E.fromstring(sys.stdin.buffer.read())',
    'print(json.dumps([sorted({e.tag for e in root.iter()}),[e.get("message") for e in root.iter("failure")]]))',
  ].join('\n')
  const run = spawnSync(python as string, ['-c', script], { input: text, maxBuffer: 2 ** 28 })
  expect(run.stderr.toString()).toBe('')
  const [tags, messages] = JSON.parse(run.stdout.toString()) as [string[], string[]]
  expect(tags).toEqual(['failure', 'skipped', 'system-out', 'testcase', 'testsuite', 'testsuites'])
  expect(messages.join('\n')).toContain(']]></failure><script>alert(1)</script>&amp;<!--')
})
