/** GET of every path of a target, and of what it redirects to. */
import type { TargetSpec } from '../../config/types.js'
import type { HttpAnswer, HttpFact, HttpResponse, PathFact } from '../../facts/index.js'
import { httpAnswer } from './answer.js'
import { badHost, type Probe } from './probe.js'
import { addressOf, getRequest, type Identity } from './request.js'

const MAX_HOPS = 5

export async function observePaths(spec: TargetSpec, probe: Probe): Promise<HttpFact> {
  const { host, port } = spec
  const identity = probe.identity(spec)
  const { timeoutMs, names } = probe.reach(host, port).place
  // Nothing occupies a connection slot while names are looked up.
  await names.a
  const root = addressOf(host, port, '/')
  if (!root) return { timeoutMs, connection: badHost, paths: [], upgrades: [] }
  const asked = probe.pathsOf(host).map(async ({ path, configured }) => {
    const url = addressOf(host, port, path) ?? root
    return { path, configured, ...(await follow(url, identity, probe)) }
  })
  const paths = await Promise.all(asked)
  const connection = probe.session(root).connection()
  return { timeoutMs, connection, paths: connection.kind === 'accepted' ? paths : [], upgrades: [] }
}

/** @param url of an audited host */
async function follow(url: URL, identity: Identity, probe: Probe): Promise<Followed> {
  const followed = await followSurely(url, identity, probe)
  const [first] = followed.exchanges
  if (identity.referer === null || first?.answer.kind !== 'answered' || first.answer.status < 300)
    return followed
  const plain = await httpAnswer(
    await probe.session(url).ask(getRequest(url, { ...identity, referer: null })),
    url,
  )
  return { ...followed, withoutReferer: plain.kind === 'answered' ? plain.status : null }
}

/** A body that ends early is asked for again: twice is no chance. */
async function followSurely(url: URL, identity: Identity, probe: Probe): Promise<Followed> {
  const first = await followRedirects(url, identity, probe)
  if (!isShort(first.exchanges[0]?.answer)) return first
  const second = await followRedirects(url, identity, probe)
  const [exchange, ...others] = second.exchanges
  if (!isShort(exchange?.answer)) return second
  const { answer } = exchange
  const again = { ...answer, body: { ...answer.body, again: true as const } }
  return { ...second, exchanges: [{ ...exchange, answer: again }, ...others] }
}

function isShort(answer: HttpAnswer | undefined): answer is HttpResponse {
  return answer?.kind === 'answered' && answer.body.cut !== undefined && !OTHER_CUTS.has(answer.body.cut)
}

const OTHER_CUTS: ReadonlySet<string> = new Set(['limit', 'timeout', 'malformed'])

type Followed = Pick<PathFact, 'exchanges' | 'stopped' | 'withoutReferer'>

/** Where the answer leads over https; null where it leads elsewhere or nowhere, undefined where it is no redirect. */
export function targetOf(answer: HttpAnswer): URL | null | undefined {
  const redirect = answer.kind === 'answered' ? answer.redirect : undefined
  if (redirect === undefined || redirect === null) return redirect
  const target = new URL(redirect)
  return target.protocol === 'https:' ? target : null
}

async function followRedirects(url: URL, identity: Identity, probe: Probe): Promise<Followed> {
  const exchanges: PathFact['exchanges'] = []
  const seen = new Set<string>()
  for (let next = url; ; ) {
    seen.add(next.href)
    const answer = await httpAnswer(await probe.session(next).ask(getRequest(next, identity)), next)
    exchanges.push({ url: next.href, answer })
    const target = targetOf(answer)
    if (target === undefined) return { exchanges }
    if (target === null) return { exchanges, stopped: 'not-https' }
    if (seen.has(target.href)) return { exchanges, stopped: 'loop' }
    if (!probe.audits(target)) return { exchanges, stopped: 'not-audited' }
    if (exchanges.length > MAX_HOPS) return { exchanges, stopped: 'too-many' }
    next = target
  }
}
