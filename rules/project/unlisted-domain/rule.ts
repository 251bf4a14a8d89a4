import {
  defineRule,
  evidence,
  fail,
  notApplicable,
  pass,
  unknown,
  unlessTold,
} from '../../../src/engine/rule.js'
import type { CallFact, EntryFact, MissingFact, UndeterminedReason } from '../../../src/facts/index.js'
import { bareHost, evidenceOf, isBareSocket, type Of, schemeOf } from '../source-rule.js'

/** What in the list comes close to the call; `none`: nothing. */
type Hint = 'none' | 'other-api' | 'other-port' | 'other-scheme' | 'misspelled'
type Unlisted = Of & { hint: Hint; listed: string; apis: string[] }

/**
 * Is what is called in the list of its API? `match`: `origin`, https origins are compared as text with their port and
 * wss ones by host; `registrable-domain`, any entry of the app covers all names under the same one. Every rule about
 * URLs leaves those that could not be determined to this one, so that each is reported once. What can't be listed at all
 * (addresses, localhost, `hosts`) is left to project/ip-address and project/forbidden-host, and what sockets without a URL
 * connect to, to project/socket-address.
 */
export default defineRule({
  id: 'project/unlisted-domain',
  subject: 'url',
  needs: ['call', 'called', 'listed', 'near', 'missing'],
  parameters: { match: 'origin' as 'origin' | 'registrable-domain', hosts: [] as string[] },
  evidence: evidence<{
    pass: Record<never, never>
    unlisted: Unlisted
    'unlisted-download': Unlisted
    'letter-case': Of & { plain: string }
    malformed: Of
    'no-origin': { api: string; callee: string; text: string }
    'missing-value': {
      name: string
      define: string
      file: string
      why: UndeterminedReason
      calls: string[]
      callCount?: number
      /** A path passed to the platform as it is. */
      sure?: true
      /** What is missing along with it: members of the same value, paths of the same call. */
      others?: { name: string; define: string; file?: string }[]
      /** Where there is more than one. */
      whys?: UndeterminedReason[]
    }
    'not-determined': { api: string; callee: string; why: UndeterminedReason; callCount?: number }
    'udp-not-determined': { api: string; callee: string; why: UndeterminedReason; name: string }
    'may-be-file': {
      callee: string
      name: string
      why: UndeterminedReason
      calls: string[]
      callCount?: number
    }
    'not-reached': { file: string; calls: string[]; callCount?: number; origins: string[] }
  }>(),
  reasons: {
    unlisted: 'fail',
    'unlisted-download': 'fail',
    'letter-case': 'fail',
    malformed: 'fail',
    'no-origin': 'either',
    'missing-value': 'either',
    'not-determined': 'unknown',
    'udp-not-determined': 'unknown',
    'may-be-file': 'unknown',
    'not-reached': 'unknown',
  },
  judge({ call, called, listed, near, missing }, { match, hosts }) {
    const { api, callee, families, undetermined } = call
    if (call.unreached) return [unknown('not-reached', unreachedOf(call))]
    if (called && isBareSocket(call)) return [notApplicable]
    if (call.mayBeFile && !called) {
      const { name = '', reason: why = undetermined ?? 'missing' } = missing ?? {}
      return [unknown('may-be-file', { callee, name, why, calls: [spot(call.place)] })]
    }
    if (api === 'udp') {
      const why = missing?.reason ?? undetermined ?? 'missing'
      return [unknown('udp-not-determined', { api, callee, why, name: missing?.name ?? '' })]
    }
    if (missing) {
      const lack = lackOf(call, missing)
      return [
        missing.sure
          ? fail('missing-value', { ...lack, sure: missing.sure })
          : unknown('missing-value', lack),
      ]
    }
    if (!called) return [unknown('not-determined', { api, callee, why: undetermined ?? 'missing' })]
    const { origin, url } = called
    const scheme = schemeOf(origin)
    if (scheme === null) {
      const found = { api, callee, text: url.text.slice(0, 200) }
      // A framework's interceptor may add the rest in front.
      return [families.length > 0 ? fail('no-origin', found) : unknown('no-origin', found)]
    }
    if (listed === null) return [notApplicable]
    const found = evidenceOf(call, called)
    const reason = api === 'downloadFile' ? 'unlisted-download' : 'unlisted'
    const unlisted = () => fail(reason, { ...found, ...hintOf(listed, call, origin, near) })
    // Whatever no list can contain is reported by the rule that explains why.
    if (bareHost(origin) !== null) return [unlessTold(unlisted(), 'project/ip-address')]
    if (hosts.includes(origin.host ?? '')) return [unlessTold(unlisted(), 'project/forbidden-host')]
    if (origin.host === null || (match === 'origin' && spoiled(origin))) return [fail('malformed', found)]
    const by = listed.find((entry) => covers(entry, call, origin, match))
    if (!by) return [unlisted()]
    if (scheme === 'http' || scheme === 'ws') {
      const hint = { hint: 'other-scheme' as const, listed: by.entry.text, apis: [] }
      return [unlessTold(fail(reason, { ...found, ...hint }), 'project/insecure-scheme')]
    }
    const asListed = match !== 'origin' || origin.hostText === origin.host
    return [asListed ? pass({}) : fail('letter-case', { ...found, plain: textOf(origin) })]
  },
})

/** Many calls lack the same thing: only their positions differ. */
function lackOf({ place }: CallFact, { name, define, reason, place: { file: where } }: MissingFact) {
  return { name, define: define ?? '', file: where, why: reason, calls: [spot(place)] }
}

/** What a file calls that nothing leads to: a person may know what does. */
function unreachedOf({ place, urls }: CallFact) {
  return {
    ...{ file: place.file, calls: [spot(place)] },
    origins: urls.flatMap(({ text }) => ORIGIN.exec(text)?.[0].slice(0, 200) ?? []),
  }
}

const ORIGIN = /^[a-z]+:\/\/[^/?#]+/i

const spot = ({ file, line, column }: CallFact['place']) => `${file}:${line}:${column}`

/** Can't equal any listed text, whatever its host: an invalid port, a user name, a scheme without slashes. */
function spoiled({ syntax, folded }: EntryFact): boolean {
  const harmless = ['path', 'trailing-slash', 'query', 'fragment', 'underscore', 'hyphen']
  return syntax.some((problem) => !harmless.includes(problem)) || folded.includes('full-width')
}

const secureOf = (fact: EntryFact) => schemeOf(fact)?.replace(/^(http|ws)$/, '$1s')

function covers(entry: EntryFact, { api }: CallFact, called: EntryFact, match: string): boolean {
  if (entry.host === null) return false
  if (match === 'registrable-domain') {
    const domain = called.registrableDomain
    return entry.host === called.host || (domain !== null && entry.registrableDomain === domain)
  }
  if (entry.entry.api !== api || entry.scheme !== secureOf(called) || entry.host !== called.host) return false
  return entry.scheme === 'wss' || entry.port === called.port
}

/** Scheme, host and port as a list would write them; the port only if there is one. */
function textOf(fact: EntryFact): string {
  return `${schemeOf(fact)}://${fact.host}${fact.port === null ? '' : `:${fact.port}`}`
}

function hintOf(
  listed: readonly EntryFact[],
  { api }: CallFact,
  called: EntryFact,
  near: string | null,
): Pick<Unlisted, 'hint' | 'listed' | 'apis'> {
  const same = listed.filter(({ host }) => host === called.host)
  const own = same.filter(({ entry }) => entry.api === api)
  const port = own.find((entry) => entry.scheme === secureOf(called))
  if (port) return { hint: 'other-port', listed: port.entry.text, apis: [api] }
  if (own[0]) return { hint: 'other-scheme', listed: own[0].entry.text, apis: [api] }
  const apis = [...new Set(same.map(({ entry }) => entry.api))]
  if (same[0]) return { hint: 'other-api', listed: same[0].entry.text, apis }
  if (near !== null) return { hint: 'misspelled', listed: near, apis: [] }
  return { hint: 'none', listed: '', apis: [] }
}
