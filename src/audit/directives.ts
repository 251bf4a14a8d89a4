/** Settings that had no effect in a run: those the config knows of itself, and those only the run can tell. */
import { targetsOf } from '../config/index.js'
import type { Waiver } from '../config/types.js'
import { type AuditCase, type Directive, judgeAudit } from '../engine/index.js'
import type { TargetFacts } from '../facts/index.js'
import type { Result, Target } from '../types.js'
import { toResult } from './render.js'
import type { Run } from './run.js'
import { heldAt, waive } from './waivers.js'

type Case = AuditCase<'directive'>

export function directiveResults(
  targets: readonly Target[],
  facts: readonly TargetFacts[],
  run: Run,
): Result[] {
  const { config } = run.facts
  const unused = (config.unused ?? []).map(({ kind, part, key, place }): Case => {
    const directive: Directive = kind === 'no-such-host' ? { kind, part, key } : { kind, part }
    return caseAt(directive, key, place)
  })
  const cases = [...unused, ...idleWaivers(targets, run), ...unusedResolve(facts, run), ...ownSource(run)]
  return judgeAudit('directive', () => cases, run.context, run.setting)
    .map((judgment) => toResult(judgment, config.file ?? '', run.texts))
    .flatMap((result) => {
      const key =
        typeof result.evidence?.host === 'string' ? result.evidence.host : String(result.evidence?.key ?? '')
      return waive([result], key, config.waivers, run.settings.at)
    })
}

function caseAt(
  directive: Directive,
  text: string,
  place?: { file: string; line: number; column: number },
): Case {
  return { facts: { directive }, ...(place && { entry: { api: 'request' as const, text, ...place } }) }
}

/** A waiver that excused nothing at a host that was judged by its rule, all of it passing. */
function idleWaivers(targets: readonly Target[], { facts: { config }, settings }: Run): Case[] {
  return config.waivers.flatMap((waiver, index): Case[] => {
    const results = targets
      .filter(({ host }) => host === waiver.host)
      .flatMap((target) => target.results.filter(({ rule }) => rule === waiver.rule))
    const idle =
      results.length > 0 && results.every(({ status }) => status === 'pass' || status === 'not-applicable')
    if (!idle || !heldAt(waiver, settings.at)) return []
    const { rule, host, place }: Waiver = waiver
    return [caseAt({ kind: 'nothing-waived', part: `waivers[${index}]`, rule, host }, host, place)]
  })
}

/** An address for a host that no list has, and no certificate names. */
function unusedResolve(targets: readonly TargetFacts[], { facts: { config, given, project } }: Run): Case[] {
  if (project?.alone || targets.some(({ certificateFile }) => certificateFile !== undefined)) return []
  const asked = new Set([
    ...targetsOf(config).map(({ host, port }) => `${host}:${port}`),
    ...(config.elsewhere ?? []),
    ...targets.flatMap(addressesIn),
  ])
  return [...new Set(given)]
    .filter((one) => !one.startsWith('*:') && !asked.has(one))
    .map((key) => caseAt({ kind: 'no-such-host', part: '--resolve', key }, key))
}

/** Where certificates send one for issuers and revocation. */
function addressesIn({ endpoints }: TargetFacts): string[] {
  const urls = endpoints.flatMap(({ chains }) =>
    chains.flatMap(({ fetched = [], revocation = [] }) => [...fetched, ...revocation].map(({ url }) => url)),
  )
  return urls.flatMap((url) => {
    if (!URL.canParse(url)) return []
    const { hostname, port, protocol } = new URL(url)
    return [`${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`]
  })
}

function ownSource({ facts: { config, project } }: Run): Case[] {
  if (!project?.compared || config.madeFrom !== 'source') return []
  return [caseAt({ kind: 'made-from-source', part: 'madeFrom' }, 'madeFrom')]
}
