import {
  defineRule,
  evidence,
  type Finding,
  fail,
  notApplicable,
  pass,
  unknown,
  unlessTold,
} from '../../../src/engine/rule.js'
import type { EntryFact, HttpAnswer, HttpExchange, PathFact } from '../../../src/facts/index.js'
import { type ApiName, FAMILIES } from '../../../src/types.js'
import { A_CONNECTION } from '../../presuppositions.js'
import { turnedAway } from '../guards.js'

type Hop = { path: string; from: string; to: string }
type Problem = 'unlisted' | 'insecure' | 'loop' | 'nowhere' | 'not-followed'

type Reasons = {
  pass: { paths: string[] }
  unlisted: Hop & { apis: ApiName[] }
  insecure: Hop
  loop: Hop
  nowhere: Hop
  'default-path': Hop & { problem: Problem; apis: ApiName[] }
  'too-many': Hop
  /** The list covers it, but this run doesn't audit it, or follows nothing in HTTP/2: its answer was not seen. */
  'not-followed': Hop
  'no-answer': { path: string; phase: string; cause: string }
}

/**
 * A redirect counts as a request to its target. `match` says when a list covers the target: `origin`, an entry of the
 * same API is exactly that origin; `registrable-domain`, any entry of the app is under the same one.
 */
export default defineRule({
  id: 'http/redirect',
  subject: 'http',
  presupposes: A_CONNECTION,
  needs: ['http', 'entries', 'listed'],
  parameters: { family: FAMILIES[0], match: 'origin' as 'origin' | 'registrable-domain' },
  choices: { family: FAMILIES, match: ['origin', 'registrable-domain'] },
  evidence: evidence<Reasons>(),
  reasons: {
    unlisted: 'fail',
    insecure: 'fail',
    loop: 'fail',
    nowhere: 'fail',
    'default-path': 'fail',
    'too-many': 'unknown',
    'not-followed': 'unknown',
    'no-answer': 'unknown',
  },
  judge({ http, entries, listed }, { family, match }) {
    if (http.paths.length === 0) return [notApplicable]
    const apis = [...new Set(entries.filter((entry) => entry.family === family).map(({ api }) => api))]
    const missingIn = (url: URL) => {
      const own = listed.filter(({ entry }) => entry.family === family)
      return apis.filter((api) => !covers(own, api, url, match))
    }
    // A redirect to a block page doesn't come from the server: http/turned-away reports it.
    const ownPaths = http.paths.filter((path) => !turnedAway(path))
    const findings = ownPaths.flatMap((path) => judgePath(path, missingIn))
    return findings.length > 0 ? findings : [pass({ paths: http.paths.map(({ path }) => path) })]
  },
})

/** The first fault in a redirect chain; a chain that never ends is a separate one. */
function judgePath(
  { path, configured, exchanges, stopped }: PathFact,
  missingIn: (url: URL) => ApiName[],
): Finding<Reasons>[] {
  const found = exchanges.flatMap((exchange, index) => {
    const last = index === exchanges.length - 1
    const hop = hopOf(path, exchange)
    const wrong = hop && wrongWith(exchange, last && stopped === 'loop', missingIn)
    return wrong ? [{ hop, answer: exchange.answer, ...wrong }] : []
  })[0]
  if (!found) return unfinished(path, configured, exchanges.at(-1), stopped)
  const { hop, answer, problem, apis } = found
  const lost = configured ? null : fail('default-path', { ...hop, problem, apis })
  if (problem === 'nowhere' && hasSeveral(answer))
    return [unlessTold(lost ?? fail(problem, hop), 'http/well-formed')]
  if (lost) return [lost]
  if (problem !== 'unlisted') return [fail(problem, hop)]
  const last = stopped === 'loop' && exchanges.at(-1)
  const back = last ? hopOf(path, last) : null
  return [fail('unlisted', { ...hop, apis }), ...(back ? [fail('loop', back)] : [])]
}

/** Several addresses in one answer. */
const hasSeveral = (answer: HttpAnswer): boolean =>
  answer.kind === 'answered' && (answer.conflicts ?? []).some(({ field }) => field === 'location')

function hopOf(path: string, { url, answer }: HttpExchange): Hop | null {
  if (answer.kind !== 'answered' || answer.redirect === undefined) return null
  return { path, from: url, to: answer.redirect ?? answer.location ?? '' }
}

function wrongWith(
  { url, answer }: HttpExchange,
  loops: boolean,
  missingIn: (url: URL) => ApiName[],
): { problem: Problem; apis: ApiName[] } | null {
  const redirect = answer.kind === 'answered' ? answer.redirect : undefined
  if (redirect === undefined) return null
  if (redirect === null) return { problem: 'nowhere', apis: [] }
  const to = new URL(redirect)
  if (to.protocol === 'http:') return { problem: 'insecure', apis: [] }
  if (to.protocol !== 'https:') return { problem: 'nowhere', apis: [] }
  const apis = to.origin === new URL(url).origin ? [] : missingIn(to)
  if (apis.length > 0) return { problem: 'unlisted', apis }
  return loops ? { problem: 'loop', apis } : null
}

/** No fault so far, but did we see the final answer? */
function unfinished(
  path: string,
  configured: boolean,
  last: HttpExchange | undefined,
  stopped: PathFact['stopped'],
): Finding<Reasons>[] {
  if (!last) return []
  const hop = hopOf(path, last)
  if (stopped === 'too-many' && hop) return [unknown('too-many', hop)]
  if (stopped === 'not-audited' && hop) {
    if (configured) return [unknown('not-followed', hop)]
    const problem: Problem = 'not-followed'
    return [fail('default-path', { ...hop, problem, apis: [] })]
  }
  if (last.answer.kind !== 'no-answer') return []
  const { phase, cause } = last.answer
  return [unknown('no-answer', { path, phase, cause })]
}

function covers(own: readonly EntryFact[], api: ApiName, url: URL, match: string): boolean {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (match === 'registrable-domain')
    return own.some(
      ({ host: listed, registrableDomain }) => listed === host || isUnder(host, registrableDomain),
    )
  return own.some((fact) => fact.entry.api === api && originOf(fact) === url.origin)
}

function isUnder(host: string, domain: string | null): boolean {
  return domain !== null && (host === domain || host.endsWith(`.${domain}`))
}

/** As the entry is written: a URL without a port doesn't match an entry with `:443`. */
function originOf({ scheme, host, port }: EntryFact): string {
  const shown = host?.includes(':') ? `[${host}]` : host
  return `${scheme}://${shown}${port === null ? '' : `:${port}`}`
}
