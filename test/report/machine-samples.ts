/** Reports for the formats other programs read: entries with places, and the corners every format must stand. */
import type { ReportOptions } from '../../src/report/index.js'
import type { Entry, Report } from '../../src/types.js'
import { manyFaults, passed, report, result, target } from './sample.js'
import { SCAN, scanReport } from './scan-sample.js'

export const EN: ReportOptions = { language: 'en', color: false, width: 80, verbose: false }
export const ZH: ReportOptions = { ...EN, language: 'zh' }

export function entry(part: Partial<Entry> = {}): Entry {
  return {
    ...{ family: 'wechat', api: 'request', text: 'https://api.example.com' },
    ...{ file: 'conf/hefa.config.json', line: 4, column: 18 },
    ...part,
  }
}

/** The usual faults, with entries that stand in a file, one of them twice. */
export function placedFaults(): Report {
  const sample = manyFaults()
  const [api, ...others] = sample.targets
  if (!api) throw new Error('the sample has no target')
  const entries = [entry(), entry({ api: 'uploadFile', line: 9, column: 7 })]
  return { ...sample, targets: [{ ...api, entries }, ...others] }
}

export const noTargets = (): Report => report({})

export function onlyUnknown(): Report {
  const silent = (rule: string) =>
    result({
      ...{ rule, status: 'unknown', reason: 'not-observed' },
      evidence: { phase: 'connect', cause: 'timeout', address: '203.0.113.9' },
    })
  const verdicts = { 'wechat-ios': 'unknown', 'wechat-android': 'unknown' } as const
  return report({
    ...{ verdict: 'unknown', exitCode: 3, verdicts },
    targets: [
      target({
        ...{ host: 'api.example.com', verdicts, entries: [entry()] },
        results: ['tls/version', 'tls/ats-cipher'].map(silent),
      }),
    ],
  })
}

export function onlyWaived(): Report {
  const waiver = { until: '2026-12-31', reason: 'moves to the new gateway' }
  return report({
    targets: [
      target({
        host: 'api.example.com',
        results: [
          result({
            rule: 'tls/version',
            status: 'waived',
            reason: 'too-old',
            message: 'Old.',
            evidence: { waiver },
          }),
        ],
      }),
    ],
  })
}

/** Never probed: only what its entry says was judged. */
export function udpTarget(): Report {
  return report({
    targets: [
      target({
        ...{ host: 'game.example.com', port: 9000, scheme: 'udp' },
        entries: [entry({ api: 'udp', text: 'udp://game.example.com:9000' })],
        results: passed('domain/scheme'),
      }),
    ],
  })
}

/** Only a warning, in a run where warnings fail. */
export function strictWarning(): Report {
  const verdicts = { 'wechat-ios': 'fail', 'wechat-android': 'fail' } as const
  const soon = result({
    rule: 'certificate/expires-soon',
    level: 'warning',
    reason: 'soon',
    message: 'Soon.',
  })
  return report({
    ...{ verdict: 'fail', exitCode: 1, verdicts },
    targets: [target({ host: 'api.example.com', verdicts, results: [soon] })],
  })
}

/** All of it at once, and each where a text begins. */
export const HOSTILE: readonly string[] = [
  '\x1b]0;owned\x07\x1b[31m\x9b2J\u202e\u200b\ud800\ufffe',
  'a\r\n::error file=x::owned\n::add-mask::x\n# EOF\nhefa_verdict 0\n',
  ']]></failure><script>alert(1)</script>&amp;<!--',
  '=cmd|\' /C calc\'!A0","x',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '＝1',
  '@octocat #1 [x](https://evil.example) ![x](y) `x` **x** | $x$ :tada: www.evil.example https://evil.example',
  '{0} [link](https://evil.example) "quoted" \\n \\" %0A%25',
  '- [ ] x\n\n# x\n\n```\n',
  'x'.repeat(65_536),
]
const ALL = HOSTILE.join('\n')

export function hostileReport(): Report {
  const evil = [ALL, ...HOSTILE]
  const everything = (text: string) =>
    result({
      ...{ rule: text, reason: text, message: text, fix: text },
      reference: { title: text, url: `https://evil.example/${text}`, quote: text },
      evidence: { name: text, addresses: [text], hellos: [text], waiver: { reason: text, until: text } },
      entry: entry({ text, file: text }),
    })
  const each = (text: string) => [
    everything(text),
    { ...everything(text), status: 'waived' as const },
    { ...everything(text), status: 'unknown' as const },
    { ...everything(text), level: 'info' as const },
    { ...everything(text), level: 'warning' as const, status: 'not-applicable' as const },
  ]
  const certificate = {
    ...{ subject: ALL, issuer: ALL, names: [ALL], notBefore: ALL, notAfter: ALL, sha256: ALL },
    daysLeft: -3.5,
  }
  return report({
    ...{ verdict: 'fail', exitCode: 1, at: ALL },
    tool: { name: 'hefa', version: ALL },
    config: evil.flatMap(each),
    targets: evil.map((host) =>
      target({ host, results: each(host), certificate, entries: [entry({ file: host })] }),
    ),
  })
}

/** Names of files, hosts and calls as a repository may hold them. */
export function hostileScan(): Report {
  const evil = [ALL, ...HOSTILE]
  const place = { line: 1, column: 1 }
  return scanReport({
    config: evil.flatMap((text) => [
      result({
        ...{ rule: 'project/unlisted-domain', reason: 'unlisted', message: text, fix: text },
        entry: entry({ text, file: text, ...place }),
      }),
      result({
        ...{ rule: 'project/unlisted-domain', reason: 'undetermined', message: text, status: 'unknown' },
        entry: entry({ text, file: text, ...place }),
      }),
    ]),
    scan: {
      ...SCAN,
      ...{ folder: ALL, compared: false },
      passedOver: evil.map((file) => ({ file, reason: 'syntax', ...place })),
      undetermined: evil.map((text) => ({
        ...{ file: text, callee: text, ...place },
        ...{ api: 'request', reason: 'parameter' },
      })),
      hosts: evil.map((origin) => ({ origin, api: 'request', calls: 1 })),
    },
  })
}

export const CORNERS: readonly (readonly [string, () => Report])[] = [
  ['many faults', placedFaults],
  ['no targets', noTargets],
  ['only unknown', onlyUnknown],
  ['only waived', onlyWaived],
  ['a udp target', udpTarget],
  ['a warning that fails', strictWarning],
  ['hostile text', hostileReport],
  ['a scan', scanReport],
  ['hostile source', hostileScan],
]

/** What a terminal obeys, what hides, what no character is; line ends are the format's own. */
export const ACTIVE = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u

export const golden = (name: string) => new URL(`golden/${name}`, import.meta.url).pathname
