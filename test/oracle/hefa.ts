/** What hefa makes of the same servers. */
import { gather, judge } from '../../src/audit/index.js'
import { auditConfig } from '../../src/config/index.js'
import type { PlatformId, Verdict } from '../../src/types.js'
import type { Running } from './servers.js'
import { root } from './world.js'

export interface Judged {
  verdict: Verdict
  /** Rules that failed, or are unknown, at error level: with reason, and `?` for unknown. */
  rules: string[]
}

export async function askHefa(
  servers: readonly Running[],
  platforms: readonly PlatformId[],
): Promise<Map<string, Record<string, Judged>>> {
  const made = auditConfig(
    servers.map(({ one, port }) => `https://${one.host}:${port}`),
    { platforms: [...platforms] },
  )
  if ('problems' in made) throw new Error(JSON.stringify(made.problems))
  const config = {
    ...made.config,
    limits: { domainsPerApi: 1000, domainsPerApp: 1000 },
  }
  const resolve = servers.map(({ one, port }) => ({ host: one.host, port, addresses: ['127.0.0.1'] }))
  const facts = await gather(config, {
    resolve,
    ca: [root.der.toString('base64')],
    fetch: true,
    // So many servers live in this very process.
    timeoutMs: 20_000,
    concurrency: 40,
  })
  const report = await judge(facts, { at: Date.now(), language: 'en' })
  return new Map(
    servers.map(({ one, port }) => {
      const target = report.targets.find((each) => each.host === one.host && each.port === port)
      const judged = platforms.map((platform): [PlatformId, Judged] => {
        const found = (target?.results ?? []).filter(
          ({ status, level, platforms: on }) =>
            level === 'error' && (status === 'fail' || status === 'unknown') && on.includes(platform),
        )
        const rules = found.map(
          ({ rule, status, evidence }) =>
            `${rule} ${status === 'unknown' ? '?' : ''}${evidence?.reason ?? ''}`,
        )
        return [platform, { verdict: target?.verdicts[platform] ?? 'unknown', rules: [...new Set(rules)] }]
      })
      return [one.id, Object.fromEntries(judged)]
    }),
  )
}
