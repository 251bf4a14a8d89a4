/** The most frequent fault of mini programs, on the most frequent server: `cert.pem` where `fullchain.pem` belongs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Issued, makeCertificate } from '../../src/demo/index.js'
import type { Report, Result } from '../../src/types.js'
import { hefa } from '../cli/hefa.js'
import { nginxPath, startNginx } from '../helpers/nginx.js'

const HOST = 'api.shop.example'
const folder = mkdtempSync(join(tmpdir(), 'hefa-scenario-'))
const root = makeCertificate({ subject: 'Scenario Root', ca: true, key: 'rsa-2048' })
const intermediate = makeCertificate({ subject: 'Scenario TLS CA', ca: true, issuer: root, pathLength: 0 })
const ca = join(folder, 'root.pem')

const leaf = (caIssuers?: string[]) =>
  makeCertificate({ names: [HOST], issuer: intermediate, ...(caIssuers ? { caIssuers } : {}) })

beforeAll(() => writeFileSync(ca, root.pem))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function check(
  chain: Issued[],
  server: Issued,
  extra: string[] = [],
): Promise<{ report: Report; status: number | null }> {
  const nginx = await startNginx({
    certificates: [{ chain: chain.map(({ pem }) => pem).join(''), key: server.keyPem }],
  })
  try {
    const config = JSON.stringify({
      domains: { request: [`https://${HOST}:${nginx.port}`] },
      icp: { 'shop.example': '京ICP备2024000001号-1' },
    })
    const { stdout, status } = await hefa(
      [
        'check',
        '-',
        '--format',
        'json',
        '--ca',
        ca,
        '--resolve',
        `${HOST}:${nginx.port}:127.0.0.1`,
        ...extra,
      ],
      { input: config },
    )
    return { report: JSON.parse(stdout) as Report, status }
  } finally {
    await nginx.close()
  }
}

function resultsOf(report: Report, rule: string): Result[] {
  return report.targets.flatMap(({ results }) => results.filter((result) => result.rule === rule))
}

describe.skipIf(!nginxPath())('nginx', () => {
  test('leaf only, no AIA: fails on Android and on iOS, and names what is missing', async () => {
    const server = leaf()
    const { report, status } = await check([server], server)
    expect(status).toBe(1)
    expect(report.verdicts).toMatchObject({ 'wechat-android': 'fail', 'wechat-ios': 'fail' })
    const [finding] = resultsOf(report, 'certificate/chain-complete')
    expect(finding).toMatchObject({
      status: 'fail',
      level: 'error',
      evidence: { missing: 'Scenario TLS CA' },
    })
    expect(finding?.message).toContain('Scenario TLS CA')
    expect(finding?.fix).toContain('fullchain.pem')
  })

  test('leaf only, its issuer at an address nobody looked at: Android fails, iOS is unknown', async () => {
    const server = leaf(['http://aia.shop.example/ca.der'])
    const { report, status } = await check([server], server, ['--no-fetch'])
    expect(status).toBe(1)
    expect(report.verdicts).toMatchObject({ 'wechat-android': 'fail', 'wechat-ios': 'unknown' })
  })

  test('the full chain: all pass', async () => {
    const server = leaf()
    const { report, status } = await check([server, intermediate], server)
    expect(Object.values(report.verdicts)).toEqual(['pass', 'pass', 'pass'])
    expect(status).toBe(0)
    expect(report.targets[0]?.chain?.map(({ sent }) => sent)).toEqual([true, true])
  })

  test('a chain that others sent completes nothing', async () => {
    // The same process audits a complete server first: what it learned there must not help the second one.
    const [good, bad] = [leaf(), leaf()]
    const key = good.keyPem
    const complete = await startNginx({ certificates: [{ chain: good.pem + intermediate.pem, key }] })
    const lonely = await startNginx({ certificates: [{ chain: bad.pem, key: bad.keyPem }] })
    try {
      const ports = [complete.port, lonely.port]
      const { stdout, status } = await hefa([
        'audit',
        ...ports.map((port) => `${HOST}:${port}`),
        ...ports.flatMap((port) => ['--resolve', `${HOST}:${port}:127.0.0.1`]),
        ...['--ca', ca, '--format', 'json'],
      ])
      const report = JSON.parse(stdout) as Report
      expect(report.targets.map(({ verdicts }) => verdicts['wechat-android'])).toEqual(['pass', 'fail'])
      expect(status).toBe(1)
    } finally {
      await Promise.all([complete.close(), lonely.close()])
    }
  })
})
