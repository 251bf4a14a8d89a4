/** Findings of two reports, matched by rule, platform and host: never by their sentences or numbers. */
import { type Level, PLATFORM_IDS, type PlatformId, type Result } from '../../types.js'
import { isSource } from '../places.js'
import type { Direction, FindingChange, FindingState } from './types.js'

interface Held {
  state: FindingState
  message: string
  /** Where the server was asked for what weighs this much, if the finding is about paths. */
  paths?: readonly string[]
}
type Key = string
type Holdings = Map<Key, Map<PlatformId, Held>>

const NOT_JUDGED: Held = { state: { status: 'not-judged', level: null }, message: '' }

/**
 * Both in the order in which platform ids are listed.
 * @param isLowered is a level of the rule lower in the later report's config?
 */
export function findingChanges(
  before: readonly Result[],
  after: readonly Result[],
  isLowered: (rule: string) => boolean = () => false,
): FindingChange[] {
  const [was, is] = [heldOf(before), heldOf(after)]
  const [judgedThen, judgedNow] = [judgedIn(before), judgedIn(after)]
  const keys = new Set([...is.keys(), ...was.keys()])
  const isAsked = askedIn(after)
  return [...keys].flatMap((key) => {
    const changes = PLATFORM_IDS.flatMap((platform) => {
      const [then, now] = [was.get(key)?.get(platform), is.get(key)?.get(platform)]
      return changeOf(
        then ?? absent(key, platform, judgedThen),
        now ?? absent(key, platform, judgedNow),
        platform,
        key,
        { isLowered, isLeftOut: then?.paths?.some((path) => !isAsked(path)) ?? false },
      )
    })
    return joined(changes)
  })
}

/** Paths that results speak of; those that pass name all that were asked. */
function pathsIn({ evidence = {} }: Result): string[] {
  const { path, paths, statuses } = evidence
  const named = Array.isArray(statuses) ? statuses.map((one) => memberOf(one, 'path')) : []
  const all: unknown[] = [path, ...(Array.isArray(paths) ? paths : []), ...named]
  return all.filter((one): one is string => typeof one === 'string' && one.startsWith('/'))
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : null

/** A report whose results name no path says nothing about paths. */
function askedIn(results: readonly Result[]): (path: string) => boolean {
  const asked = new Set(results.flatMap(pathsIn))
  return (path) => asked.size === 0 || asked.has(path)
}

const placeOf = (rule: string, platform: PlatformId) => `${rule} ${platform}`

function judgedIn(results: readonly Result[]): Set<string> {
  return new Set(results.flatMap(({ rule, platforms }) => platforms.map((id) => placeOf(rule, id))))
}

/** What a rule no longer finds in the source is gone; a target that is gone was not judged. */
function absent(key: Key, platform: PlatformId, judged: ReadonlySet<string>): Held {
  const [rule = ''] = JSON.parse(key) as string[]
  const gone = isSource({ rule }) && judged.has(placeOf(rule, platform))
  return gone ? { state: { status: 'pass', level: null }, message: '' } : NOT_JUDGED
}

/** The worst of each rule's results on each platform. */
function heldOf(results: readonly Result[]): Holdings {
  const held: Holdings = new Map()
  for (const result of results) {
    const key = JSON.stringify([result.rule, aboutOf(result)])
    const own = held.get(key) ?? new Map<PlatformId, Held>()
    held.set(key, own)
    const state = stateOf(result)
    for (const platform of result.platforms) {
      const known = own.get(platform)
      const more = known ? weight(state) - weight(known.state) : 1
      if (more > 0) own.set(platform, { state, message: result.message ?? '', paths: pathsIn(result) })
      else if (known && more === 0)
        own.set(platform, { ...known, paths: [...(known.paths ?? []), ...pathsIn(result)] })
    }
  }
  return held
}

/** Results about a config identify their subject as data, the same in every language. */
function aboutOf({ entry, evidence }: Result): string {
  const told = [entry?.text, evidence?.entry, evidence?.domain].find((one) => typeof one === 'string')
  return typeof told === 'string' ? told : ''
}

/** Results about a target belong to it, whichever of its entries they name. */
export const withoutEntry = (results: readonly Result[]): Result[] =>
  results.map(({ entry: _, evidence, ...rest }) => ({
    ...rest,
    ...(evidence ? { evidence: { ...evidence, entry: undefined, domain: undefined } } : {}),
  }))

function stateOf({ status, level }: Result): FindingState {
  if (status === 'fail' || status === 'unknown') return { status, level }
  return { status: status === 'not-applicable' ? 'not-judged' : status, level: null }
}

const LEVELS: readonly (Level | null)[] = [null, 'info', 'warning', 'error']
const STATUSES: readonly FindingState['status'][] = ['not-judged', 'pass', 'waived', 'unknown', 'fail']

/** Level first: what is undetermined at error level weighs more than a warning. */
export const weight = ({ status, level }: FindingState) =>
  LEVELS.indexOf(level) * 10 + STATUSES.indexOf(status)

interface Later {
  isLowered: (rule: string) => boolean
  /** Was the server not asked again for what was found? */
  isLeftOut: boolean
}

function changeOf(
  was: Held,
  is: Held,
  platform: PlatformId,
  key: Key,
  { isLowered, isLeftOut }: Later,
): FindingChange[] {
  const before = was.state
  const after = isLeftOut && is.state.status === 'pass' ? NOT_JUDGED.state : is.state
  if (before.level === null && after.level === null) return []
  if (before.level === after.level && before.status === after.status) return []
  const [rule = '', about = ''] = JSON.parse(key) as string[]
  const found = isLeftOut && kindOf(before, after) === 'better' ? 'not-judged' : kindOf(before, after)
  const change = found === 'better' && before.status === after.status && isLowered(rule) ? 'lowered' : found
  const message = after.level === null ? was.message : is.message
  return [
    {
      rule,
      about,
      platforms: [platform],
      change,
      direction: directionOf(change, before, after),
      before,
      after,
      message,
    },
  ]
}

function kindOf(before: FindingState, after: FindingState): FindingChange['change'] {
  if (before.level === null) return 'new'
  if (after.level === null) {
    if (after.status === 'pass') return 'fixed'
    return after.status === 'waived' ? 'waived' : 'not-judged'
  }
  if (weight(after) > weight(before)) return 'worse'
  return after.status === 'unknown' && before.status === 'fail' ? 'undetermined' : 'better'
}

const worseLevel = (a: Level | null, b: Level | null) => (LEVELS.indexOf(a) > LEVELS.indexOf(b) ? a : b)

/** What the server does may be the same as before, and nothing that was found is known to be gone. */
export const isOpen = ({ change }: FindingChange): boolean => NO_CHANGE.has(change)
const NO_CHANGE = new Set<FindingChange['change']>(['undetermined', 'waived', 'not-judged', 'lowered'])

/** Notes never make anything better or worse, nor does a warning that could not be determined. */
function directionOf(change: FindingChange['change'], before: FindingState, after: FindingState): Direction {
  if (NO_CHANGE.has(change)) return 'neutral'
  if (worseLevel(before.level, after.level) === 'info') return 'neutral'
  const state = change === 'new' || change === 'worse' ? after : before
  if (state.status === 'unknown' && state.level === 'warning') return 'neutral'
  return change === 'new' || change === 'worse' ? 'worse' : 'better'
}

/** Platforms with the same change are reported together. */
function joined(changes: readonly FindingChange[]): FindingChange[] {
  const found = new Map<string, FindingChange>()
  for (const { platforms, ...change } of changes) {
    const key = JSON.stringify({ ...change, message: undefined })
    const known = found.get(key)
    if (known) known.platforms.push(...platforms)
    else found.set(key, { ...change, platforms: [...platforms] })
  }
  return [...found.values()]
}
