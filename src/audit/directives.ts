/** Settings without effect: those visible in the config alone, and those that show only during a run. */
import { targetsOf } from '../config/index.js'
import {
  type AuditCase,
  type Directive,
  judgeAudit,
  PROJECT_SUBJECTS,
  type Subject,
} from '../engine/index.js'
import type { TargetFacts } from '../facts/index.js'
import type { Result, Target } from '../types.js'
import { labelOf } from './baseline/index.js'
import { hostsByText, hostsOf } from './lists.js'
import { toResult } from './render.js'
import type { Run } from './run.js'
import { heldAt, waive } from './waivers.js'

type Case = AuditCase<'directive'>

/** The results so far; `config` is about lists, entries without a target, and the source. */
export interface Judged {
  targets: readonly Target[]
  config: readonly Result[]
}

export function directiveResults(judged: Judged, facts: readonly TargetFacts[], run: Run): Result[] {
  const { config } = run.facts
  const unused = (config.unused ?? []).map(({ kind, part, key, place }): Case => {
    const directive: Directive = kind === 'no-such-host' ? { kind, part, key } : { kind, part }
    return caseAt(directive, key, place)
  })
  return resultsOf(
    [
      ...unused,
      ...idleWaivers(judged, run),
      ...goneFindings(judged, run),
      ...unusedResolve(facts, run),
      ...ownSource(run),
    ],
    run,
  )
}

/** Hosts given with --resolve that nothing connected to. */
export function unaskedResults(given: readonly string[], run: Run): Result[] {
  return resultsOf(given.map(unaskedCase), run)
}

const unaskedCase = (key: string): Case => caseAt({ kind: 'no-such-host', part: '--resolve', key }, key)

function resultsOf(cases: readonly Case[], run: Run): Result[] {
  const { config } = run.facts
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

/** Waivers that covered no finding although their subject was judged. */
function idleWaivers(judged: Judged, run: Run): Case[] {
  const { config } = run.facts
  if (config.waivers.length === 0) return []
  const told = new Set((config.unused ?? []).map(({ part }) => part))
  const used = usedBy(judged, run)
  const looked = lookedAt(judged, run)
  return config.waivers.flatMap((waiver, index): Case[] => {
    const { rule, place } = waiver
    const host = waiver.host.toLowerCase()
    const part = `waivers[${index}]`
    if (told.has(part) || !heldAt(waiver, run.settings.at)) return []
    if (!looked(rule, host) || used.has(`${rule} ${host}`)) return []
    return [caseAt({ kind: 'nothing-waived', part, rule, host }, host, place)]
  })
}

/** `rule host` of everything that was waived. */
function usedBy({ targets, config }: Judged, run: Run): ReadonlySet<string> {
  const isWaived = ({ status }: Result) => status === 'waived'
  const hosts = hostsByText([...run.entries.values()])
  const ofTargets = targets.flatMap(({ host, results }) =>
    results.filter(isWaived).map(({ rule }) => `${rule} ${host}`),
  )
  const ofConfig = config
    .filter(isWaived)
    .flatMap((result) => hostsOf(result, hosts).map((host) => `${result.rule} ${host}`))
  return new Set([...ofTargets, ...ofConfig])
}

/** Did this run look at the subject of a waiver? It may belong to another share, platform or kind of run. */
function lookedAt({ targets }: Judged, run: Run): (rule: string, host: string) => boolean {
  const { config, project } = run.facts
  const subjects = new Map(run.setting.rules.map(({ id, subject }) => [id, subject]))
  const judged = new Set(targets.map(({ host }) => host))
  // A host above those of the list is none of them; one of another share or platform is.
  const elsewhere = (config.elsewhere ?? []).map((one) => one.replace(/:\d+$/, ''))
  const away = new Set([...targetsOf(config).map(({ host }) => host), ...elsewhere])
  return (rule, host) => {
    const subject = subjects.get(rule)
    if (subject === undefined || subject === 'gap' || subject === 'directive') return false
    if (subject === 'places' && !comparesPlaces(run)) return false
    if ((PROJECT_SUBJECTS as readonly Subject[]).includes(subject)) return project?.compared === true
    if (project?.alone) return false
    return subject === 'list' || judged.has(host) || !away.has(host)
  }
}

const comparesPlaces = ({ facts: { vantages = [] } }: Run): boolean => vantages.length > 1

/** Named in a warning about many. */
const FIRST = 5

/** Known findings that this run checked and did not find. */
function goneFindings({ targets }: Judged, run: Run): Case[] {
  const gone = run.cover.gone(judgedAgain(targets, run))
  if (gone.length === 0) return []
  const first = gone
    .slice(0, FIRST)
    .map(({ rule, target, text, file }) => `${rule} ${target ?? text ?? file ?? ''}`)
  return [caseAt({ kind: 'fixed-in-baseline', part: '--baseline', count: gone.length, first }, '--baseline')]
}

/** Did this run judge the subject of a known finding? Otherwise its absence means nothing. */
function judgedAgain(targets: readonly Target[], run: Run): Parameters<Run['cover']['gone']>[0] {
  const { config, shard, project } = run.facts
  const on = new Map(run.setting.rules.map(({ id, subject }) => [id, subject]))
  const own = new Map(targets.map((target) => [labelOf(target), target]))
  const isOpen = ({ rule, status }: Result, id: string) => rule === id && status === 'unknown'
  return ({ rule, target }, platform) => {
    const subject = on.get(rule)
    if (subject === undefined || !config.platforms.includes(platform)) return false
    if (subject === 'places' && !comparesPlaces(run)) return false
    if ((PROJECT_SUBJECTS as readonly Subject[]).includes(subject)) return project?.compared === true
    if (project?.alone || shard) return false
    const looked = target === undefined ? undefined : own.get(target)
    return !looked?.results.some((result) => isOpen(result, rule) && result.platforms.includes(platform))
  }
}

/** An address given for a host that is neither in a list nor named by a certificate. */
function unusedResolve(targets: readonly TargetFacts[], { facts: { config, given, project } }: Run): Case[] {
  if (project?.alone || targets.some(({ certificateFile }) => certificateFile !== undefined)) return []
  const asked = new Set([
    ...targetsOf(config).map(({ host, port }) => `${host}:${port}`),
    ...(config.elsewhere ?? []),
    ...targets.flatMap(addressesIn),
  ])
  for (const address of [...asked]) asked.add(`*${address.slice(address.lastIndexOf(':'))}`)
  return [...new Set(given)].filter((one) => !asked.has(one)).map(unaskedCase)
}

/** `*:443` applies to every host with that port. */
export const isAnswerFor = (given: string, address: string): boolean =>
  given === address || (given.startsWith('*:') && address.endsWith(given.slice(1)))

/** Hosts that certificates name for issuers and revocation, and redirect targets. */
export function addressesIn({ endpoints, http }: TargetFacts): string[] {
  const chains = endpoints.flatMap((endpoint) => endpoint.chains)
  const named = chains.flatMap(({ fetched = [], revocation = [] }) => [...fetched, ...revocation])
  const led = (http?.paths ?? []).flatMap(({ exchanges }) => exchanges)
  const urls = [...named, ...led].map(({ url }) => url)
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
