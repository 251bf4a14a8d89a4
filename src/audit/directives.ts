/** Settings that had no effect in a run: those the config knows of itself, and those only the run knows. */
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

/** What the run has to say so far; `config` is about lists, stray entries and the source. */
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

/** Hosts given by --resolve that nothing asked for. */
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

/** Waivers that excused nothing although what they speak of was judged. */
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

/** `rule host` of whatever was waived. */
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

/** Did this run look at what a waiver speaks of? Another share, platform or kind of run may. */
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

/** Known findings that this run looked for and did not find. */
function goneFindings({ targets }: Judged, run: Run): Case[] {
  const gone = run.cover.gone(judgedAgain(targets, run))
  if (gone.length === 0) return []
  const first = gone
    .slice(0, FIRST)
    .map(({ rule, target, text, file }) => `${rule} ${target ?? text ?? file ?? ''}`)
  return [caseAt({ kind: 'fixed-in-baseline', part: '--baseline', count: gone.length, first }, '--baseline')]
}

/** Did this run judge what a known finding is about? Only then is one that it doesn't find gone. */
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

/** An address for a host that no list has, and no certificate names. */
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

/** `*:443` is for every host with that port. */
export const isAnswerFor = (given: string, address: string): boolean =>
  given === address || (given.startsWith('*:') && address.endsWith(given.slice(1)))

/** Where certificates send one for issuers and revocation, and servers by redirects. */
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
