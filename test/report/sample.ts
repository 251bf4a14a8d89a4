/** Reports made by hand, as the engine would make them. */
import type { Report, Result, Scope, Target } from '../../src/types.js'

export const WECHAT = ['wechat-ios', 'wechat-android'] as const

export function result(part: Partial<Result> & { rule: string; reason?: string }): Result {
  const { reason, evidence, ...rest } = part
  const shown = reason === undefined ? evidence : { reason, ...evidence }
  return {
    ...{ status: 'fail', level: 'error', platforms: [...WECHAT] },
    ...rest,
    ...(shown ? { evidence: shown } : {}),
  }
}

export function passed(...rules: string[]): Result[] {
  return rules.map((rule) => result({ rule, status: 'pass' }))
}

export function target(part: Partial<Target> & { host: string }): Target {
  return {
    ...{ port: 443, scheme: 'https', entries: [], results: [] },
    verdicts: { 'wechat-ios': 'pass', 'wechat-android': 'pass' },
    ...part,
  }
}

export function scope(part: Partial<Scope> = {}): Scope {
  const nothing = { rulesOff: [], levelsChanged: [], levelsLowered: [], parametersChanged: [] }
  return { servers: 1, source: false, files: 0, waived: 0, ...nothing, ...part }
}

export function report(part: Partial<Report>): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'hefa', version: '0.2.0' },
    at: '2026-11-20T08:00:00.000Z',
    durationMs: 2412,
    scope: scope({
      servers: part.scan && !part.targets?.length ? 0 : Math.max(1, part.targets?.length ?? 0),
      source: part.scan !== undefined,
      waived: [...(part.config ?? []), ...(part.targets ?? []).flatMap(({ results }) => results)].filter(
        ({ status }) => status === 'waived',
      ).length,
    }),
    verdict: 'pass',
    exitCode: 0,
    platforms: [...WECHAT],
    verdicts: { 'wechat-ios': 'pass', 'wechat-android': 'pass' },
    config: [],
    targets: [],
    ...part,
  }
}

const NETWORK = {
  title: '网络 / 使用说明',
  url: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html',
}

function incomplete(host: string): Result[] {
  const both = {
    rule: 'certificate/chain-complete',
    reason: 'missing-intermediate',
    message: `${host} sends its certificate without the intermediate “R11” that signed it.`,
    fix: [
      'Append the missing intermediate to the certificate file and reload:',
      `  hefa chain ${host} > fullchain.pem`,
      '  ssl_certificate /etc/nginx/fullchain.pem;',
    ].join('\n'),
    reference: { ...NETWORK, quote: '证书的信任链必需完整（需要服务器配置）' },
    evidence: { missing: 'R11' },
  }
  return [
    result({ ...both, platforms: ['wechat-android'] }),
    result({ ...both, level: 'warning', platforms: ['wechat-ios'] }),
  ]
}

const soon = (host: string, days: number): Result =>
  result({
    rule: 'certificate/expires-soon',
    reason: 'soon',
    level: 'warning',
    message: `The certificate of ${host} expires in ${days} days.`,
    fix: 'Renew the certificate now, or shorten the renewal interval.',
    reference: { ...NETWORK, quote: '请确保证书在有效期内' },
    evidence: { days },
  })

const silent = (rule: string): Result =>
  result({
    rule,
    status: 'unknown',
    reason: 'not-observed',
    evidence: { phase: 'connect', cause: 'timeout', address: '203.0.113.9' },
  })

const certificate = {
  subject: 'CN=api.example.com',
  issuer: 'CN=R11',
  names: ['api.example.com'],
  notBefore: '2026-09-11T00:00:00.000Z',
  notAfter: '2026-12-10T00:00:00.000Z',
  sha256: 'ab'.repeat(32),
  daysLeft: 19.7,
}

/** Everything at once: two hosts with one cause, levels that differ, a silent host, notes, a waiver, config faults. */
export function manyFaults(): Report {
  return report({
    verdict: 'fail',
    exitCode: 1,
    verdicts: { 'wechat-ios': 'fail', 'wechat-android': 'fail' },
    config: [
      result({
        rule: 'domain/scheme',
        reason: 'wrong-scheme',
        message: 'http://old.example.com is not https.',
        fix: 'Write https://old.example.com and serve it over TLS.',
        reference: { ...NETWORK, quote: '域名只支持 https 和 wss 协议' },
        entry: {
          ...{ family: 'wechat', api: 'request', text: 'http://old.example.com' },
          ...{ file: 'hefa.config.json', line: 5, column: 20 },
        },
      }),
      result({
        rule: 'domain/icp-filing',
        status: 'unknown',
        level: 'warning',
        reason: 'no-number',
        message: 'No ICP filing number is given for example.com.',
      }),
    ],
    targets: [
      target({
        host: 'api.example.com',
        verdicts: { 'wechat-ios': 'warn', 'wechat-android': 'fail' },
        results: [...incomplete('api.example.com'), soon('api.example.com', 19), ...passed('tls/version')],
        certificate,
      }),
      target({
        host: 'up.example.com',
        port: 8443,
        verdicts: { 'wechat-ios': 'warn', 'wechat-android': 'fail' },
        results: [
          ...incomplete('up.example.com:8443'),
          result({
            rule: 'tls/server-name',
            reason: 'default',
            level: 'info',
            message:
              'Without a server name up.example.com:8443 answers with the certificate of www.example.com.',
          }),
        ],
      }),
      target({
        host: 'ws.example.com',
        scheme: 'wss',
        verdicts: { 'wechat-ios': 'unknown', 'wechat-android': 'unknown' },
        results: ['tls/version', 'tls/ats-cipher', 'certificate/validity'].map(silent),
      }),
      target({
        host: 'cdn.example.com',
        results: [
          ...passed('tls/version', 'certificate/validity', 'certificate/hostname'),
          result({
            rule: 'certificate/chain-order',
            status: 'waived',
            level: 'warning',
            reason: 'order',
            message: 'The chain is out of order.',
            evidence: { waiver: { until: '2026-12-31', reason: 'moves to the new gateway' } },
          }),
        ],
      }),
    ],
  })
}
