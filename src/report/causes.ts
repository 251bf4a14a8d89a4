/**
 * Groups results by cause: findings with the same rule, reason and levels on the same platforms are reported once, with all the
 * hosts they apply to. A host that stayed silent is one cause, not one per rule.
 */
import {
  type Entry,
  type Level,
  PLATFORM_IDS,
  type PlatformId,
  type Reference,
  type Report,
  type Result,
  type Target,
} from '../types.js'
import { hostLabel } from './labels.js'

export type CauseStatus = 'fail' | 'unknown' | 'waived'
export type Levels = Partial<Record<PlatformId, Level>>

/** One finding about one host. */
export interface Finding {
  rule: string
  status: CauseStatus
  reason: string
  /** Empty for a finding about the config as a whole. */
  host: string
  /** Null for a finding about the config, or about a server that is not probed. */
  target: Target | null
  /** The names of that host in sentences, the longest first. */
  names: string[]
  /** Its port, if it isn't its scheme's default. */
  port?: number
  message: string
  fix: string
  levels: Levels
  /** Empty if it applies to the whole target. */
  addresses: string[]
  hellos: string[]
  entries: Entry[]
  results: Result[]
}

export interface Cause {
  rule: string
  status: CauseStatus
  reason: string
  /** The worst of `levels`. */
  level: Level
  levels: Levels
  reference?: Reference
  /** If its platforms cite different sentences: all of them. */
  references?: NonNullable<Result['references']>
  findings: Finding[]
}

/** Everything that could not be judged at one host because it gave no answer. */
export interface Silence {
  host: string
  target: Target
  level: Level
  levels: Levels
  rules: string[]
  /** The finding that best explains why. */
  messages: string[]
  fix: string
  results: Result[]
}

export interface Causes {
  causes: Cause[]
  silences: Silence[]
}

const RANK: readonly Level[] = ['error', 'warning', 'info']

/** The reasons of the engine and the probes that mean "no answer". */
const SILENT_REASONS = new Set(['not-observed', 'no-answer', 'silent'])

export function worse(a: Level, b: Level): Level {
  return RANK.indexOf(a) <= RANK.indexOf(b) ? a : b
}

export function worstLevel(levels: Levels): Level {
  return Object.values(levels).reduce<Level>(worse, 'info')
}

export function reasonOf({ evidence }: Result): string {
  return typeof evidence?.reason === 'string' ? evidence.reason : ''
}

export function causesOf({ config, targets }: Report): Causes {
  const hosts = targets.map((target): Host => ({ host: hostLabel(target), target }))
  const silences = hosts.flatMap((at) => silenceOf(at) ?? [])
  const silent = new Set(silences.flatMap(({ results }) => results))
  const findings = [
    ...findingsOf(config, null),
    ...hosts.flatMap((at) =>
      findingsOf(
        at.target.results.filter((result) => !silent.has(result)),
        at,
      ),
    ),
  ]
  return { causes: sorted(group(findings)), silences }
}

type Host = Pick<Silence, 'host' | 'target'>

const messagesOf = (results: readonly Result[]): string[] => [
  ...new Set(results.flatMap(({ message }) => message ?? [])),
]

function silenceOf({ host, target }: Host): Silence | null {
  const results = target.results.filter(
    (result) => result.status === 'unknown' && SILENT_REASONS.has(reasonOf(result)),
  )
  const rules = [...new Set(results.map(({ rule }) => rule))]
  if (rules.length < 2) return null
  const telling = results.filter(({ consequences = [] }) => consequences.length > 0)
  const levels = levelsOf(results)
  return {
    ...{ host, target },
    level: worstLevel(levels),
    levels,
    rules,
    messages: messagesOf(telling.length > 0 ? telling : results),
    fix: [...telling, ...results].find(({ fix }) => fix)?.fix ?? '',
    results,
  }
}

function levelsOf(results: readonly Result[]): Levels {
  const levels: Levels = {}
  for (const { level, platforms } of results) {
    for (const id of platforms) levels[id] = worse(level, levels[id] ?? 'info')
  }
  return levels
}

/** One finding per message: results that differ only by platform, level, address or place are joined. */
function findingsOf(results: readonly Result[], at: Host | null): Finding[] {
  const target = at?.target ?? null
  const found = new Map<string, Finding>()
  for (const result of results) {
    const { rule, status } = result
    if (status !== 'fail' && status !== 'unknown' && status !== 'waived') continue
    const host = at ? at.host : (result.entry?.text ?? '')
    const key = JSON.stringify([rule, status, reasonOf(result), host, result.message ?? ''])
    const known = found.get(key)
    if (known) known.results.push(result)
    else found.set(key, { ...firstOf(result, host, status), target, ...namesOf(host, target, result) })
  }
  return [...found.values()].map((finding) => complete(finding, target))
}

function namesOf(label: string, target: Target | null, result: Result): Pick<Finding, 'names' | 'port'> {
  if (!target) return { names: label === '' ? [] : namesInSource(label, result) }
  const { host, port } = target
  const names = [...new Set([label, `${host}:${port}`, host])].sort((a, b) => b.length - a.length)
  return label.endsWith(`:${port}`) ? { names, port } : { names }
}

/** What is missing in the source has a short name: sentences mark it, so that it isn't confused with another word. */
function namesInSource(label: string, { evidence }: Result): string[] {
  const { define, file, callCount } = evidence ?? {}
  if (typeof define !== 'string' || typeof file !== 'string') return [label]
  return [
    `\`${label}\``,
    JSON.stringify(define),
    JSON.stringify(file),
    `: ${callCount})`,
    `：${callCount} 个`,
  ]
}

function firstOf(result: Result, host: string, status: CauseStatus): Finding {
  const { rule, message = '', fix = '' } = result
  const reason = reasonOf(result)
  return {
    ...{ rule, status, reason, host, message, fix, names: [], target: null },
    ...{ levels: {}, addresses: [], hellos: [], entries: [], results: [result] },
  }
}

function complete(finding: Finding, target: Target | null): Finding {
  const { results } = finding
  const reachable = (target?.addresses ?? []).filter(({ state }) => state !== 'not-tried')
  const addresses = scopeOf(results, 'addresses')
  const everywhere = reachable.every(({ address }) => addresses.includes(address))
  return {
    ...finding,
    levels: levelsOf(results),
    addresses: everywhere ? [] : addresses,
    hellos: scopeOf(results, 'hellos'),
    entries: entriesOf(results),
  }
}

/** The union over all results; empty if one of them has no such limit. */
function scopeOf(results: readonly Result[], name: 'addresses' | 'hellos'): string[] {
  const scopes = results.map(({ evidence }) => evidence?.[name])
  if (!scopes.every((scope) => Array.isArray(scope))) return []
  return [...new Set(scopes.flat())].filter((item) => typeof item === 'string')
}

function entriesOf(results: readonly Result[]): Entry[] {
  const entries = results.flatMap(({ entry }) => entry ?? [])
  const key = ({ file, line, column, api }: Entry) => JSON.stringify([file, line, column, line ? '' : api])
  return [...new Map(entries.map((entry) => [key(entry), entry])).values()]
}

function group(findings: readonly Finding[]): Cause[] {
  const causes = new Map<string, Cause>()
  for (const finding of findings) {
    const { rule, status, reason, levels } = finding
    const signature = PLATFORM_IDS.map((id) => levels[id] ?? '')
    const key = JSON.stringify([rule, status, reason, signature])
    const known = causes.get(key)
    if (known) known.findings.push(finding)
    else causes.set(key, { rule, status, reason, level: worstLevel(levels), levels, findings: [finding] })
  }
  return [...causes.values()].map(withReference)
}

/** The sentence with the highest level represents the whole cause. */
function withReference(cause: Cause): Cause {
  const results = cause.findings.flatMap(({ results }) => results)
  const speaking = results.find(({ level, reference }) => reference && level === cause.level)
  if (!speaking?.reference) return cause
  const { reference, references } = speaking
  return { ...cause, reference, ...(references && { references }) }
}

/** Worst level first, then by number of hosts; otherwise in the order of the rules. */
function sorted(causes: Cause[]): Cause[] {
  return causes.sort(
    (a, b) => RANK.indexOf(a.level) - RANK.indexOf(b.level) || b.findings.length - a.findings.length,
  )
}
