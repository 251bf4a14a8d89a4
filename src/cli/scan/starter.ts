/** What the source calls → a starter config: what can be listed, and what can't or could not be determined. */
import { SCHEME_OF_API } from '../../config/index.js'
import { auditConfig, judge, type ProjectFacts } from '../../index.js'
import { type ApiName, familyOf, type PlatformId } from '../../types.js'
import type { FoundAt } from '../init/project.js'
import type { Starter } from '../init/write.js'

export type StarterParts = Pick<Starter, 'domains' | 'leftOut' | 'undetermined' | 'unread'> &
  Required<Pick<Starter, 'missing'>>

/** Of the calls that run on one of the platforms' families. */
export async function starterParts(
  { calls, passedOver }: ProjectFacts,
  platforms: readonly PlatformId[],
): Promise<StarterParts> {
  const { originOf } = await import('../../audit/index.js')
  const found = new Map<string, Starter['domains'][number]>()
  const strange = new Map<string, Starter['leftOut'][number]>()
  const open = new Map<string, Starter['leftOut'][number]>()
  const families = new Set(platforms.map(familyOf))
  const own = calls.filter(
    ({ families: on, foreign, unreached }) =>
      !foreign && !unreached && (on.length === 0 || on.some((one) => families.has(one))),
  )
  for (const { api, urls, place, callee, undetermined } of own) {
    if (undetermined !== null) add(open, callee, { text: callee, places: [place] })
    for (const { text, place: written } of urls) {
      const origin = originOf(text)
      if (origin === null) add(strange, text, { text, places: [written] })
      else {
        const entry = entryFor(api, origin)
        add(found, `${api} ${entry}`, { api, text: entry, places: [written] })
      }
    }
  }
  const unfit = await unfitOrigins([...new Set([...found.values()].map(inAudit))], platforms)
  const fits = (one: { api: ApiName; text: string }) =>
    !unfit.has(inAudit(one)) && one.text.startsWith(`${SCHEME_OF_API[one.api]}:`)
  const all = [...found.values()]
  return {
    domains: all.filter(fits),
    leftOut: [...all.filter((one) => !fits(one)), ...strange.values()],
    undetermined: [...open.values()],
    unread: passedOver.map(({ file, line = 1, reason }) => ({ text: reason, places: [{ file, line }] })),
    missing: missingIn(own),
  }
}

const isBareSocket = (api: ApiName) => api === 'udp' || api === 'tcp'

/** Sockets without a URL are listed by host: whether ports are compared is not documented. */
const entryFor = (api: ApiName, origin: string) => (isBareSocket(api) ? origin.replace(/:\d+$/, '') : origin)

/** What an audit of single domains takes: a host that can't be listed for requests can't be for such sockets. */
const inAudit = ({ api, text }: { api: ApiName; text: string }) =>
  isBareSocket(api) ? text.replace(/^(?:udp|tcp):/, 'https:') : text

/** What most calls need comes first. */
function missingIn(calls: ProjectFacts['calls']): StarterParts['missing'] {
  const found = new Map<string, { calls: number; place: FoundAt }>()
  for (const { define, place } of calls.flatMap(({ missing = [] }) => missing)) {
    if (define === null) continue
    const known = found.get(define)
    if (known) known.calls++
    else found.set(define, { calls: 1, place })
  }
  return [...found]
    .sort(([, one], [, other]) => other.calls - one.calls)
    .map(([define, { calls: n, place }]) => ({ define, text: `${n} · ${place.file}:${place.line}` }))
}

type Found = Starter['leftOut'][number]

/** Each line is reported once. */
function add<T extends Found>(found: Map<string, T>, key: string, one: T): void {
  const known = found.get(key)
  if (!known) return void found.set(key, one)
  const isNew = ({ file, line }: FoundAt) =>
    !known.places.some((place) => place.file === file && place.line === line)
  known.places.push(...one.places.filter(isNew))
}

/** Entries that the rules about domain lists reject on some platform; no server is contacted. */
async function unfitOrigins(
  origins: readonly string[],
  platforms: readonly PlatformId[],
): Promise<Set<string>> {
  const made = auditConfig(origins, { platforms })
  if ('problems' in made) return new Set()
  const { emptyFacts, underConfig } = await import('../../audit/index.js')
  const facts = underConfig(emptyFacts(made.config, { fetch: false }), made.config)
  const report = await judge(facts, { at: Date.now(), language: 'en' })
  const results = [...report.config, ...report.targets.flatMap((target) => target.results)]
  const refused = results.filter(
    ({ rule, status, level }) => rule.startsWith('domain/') && status === 'fail' && level === 'error',
  )
  return new Set(refused.flatMap(({ entry }) => entry?.text ?? []))
}
