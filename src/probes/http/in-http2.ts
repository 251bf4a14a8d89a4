/** Facts of a target that was also asked in HTTP/2. */
import { type HttpFact, httpEnding, type PathFact } from '../../facts/index.js'
import type { InHttp2 } from '../http2/index.js'
import { httpAnswer } from './answer.js'
import { targetOf } from './paths.js'

/** Where HTTP/1.1 brought nothing, the paths are those of HTTP/2: what phones get there is the same for all rules. */
export async function withHttp2(http: HttpFact, { fact, heard }: InHttp2): Promise<HttpFact> {
  const both = { ...http, http2: fact }
  const ending = httpEnding(http)
  const isSpoken = [...heard.values()].some(({ said }) => said !== null)
  if (ending.kind === 'answered' || !isSpoken) return both
  const paths = await Promise.all(http.paths.map((path) => inHttp2(path, heard)))
  return { ...both, paths, onlyHttp2: { got: ending.kind === 'not-http' ? ending.got : '' } }
}

/** Redirects are not followed there. */
async function inHttp2(path: PathFact, heard: InHttp2['heard']): Promise<PathFact> {
  const { path: name, configured, exchanges } = path
  const url = exchanges[0]?.url
  const found = heard.get(name)
  if (url === undefined || !found?.said) return unheard(path)
  const answer = await httpAnswer({ reading: found.said, firstByteMs: found.firstByteMs }, new URL(url))
  const target = targetOf(answer)
  const made = { path: name, configured, exchanges: [{ url, answer }] }
  if (target === undefined) return made
  return { ...made, stopped: target === null ? 'not-https' : target.href === url ? 'loop' : 'not-audited' }
}

/** http/reachable says what came instead. */
function unheard({ path, configured, exchanges }: PathFact): PathFact {
  const answer = { kind: 'no-answer', phase: 'head', cause: 'http2' } as const
  return { path, configured, exchanges: exchanges.slice(0, 1).map(({ url }) => ({ url, answer })) }
}
