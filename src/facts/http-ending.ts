/** What came back over completed handshakes: the common basis of all rules about HTTP. */
import type { HttpAnswer, HttpFact, HttpFailure, HttpResponse, UpgradeAnswer } from './http.js'

/** A path and its answer. */
export type Answered = { path: string; answer: HttpResponse | UpgradeAnswer }

/** How all the requests to a target ended. */
export type HttpEnding =
  /** At least one request was answered. */
  | { kind: 'answered'; answers: Answered[] }
  /** The server ended every connection after our Finished: with a fatal alert, or silently and repeatedly. */
  | { kind: 'ended'; phase: 'finish' | 'first-byte'; alert: number | null }
  /** Bytes that aren't HTTP/1. */
  | { kind: 'not-http'; path: string; problem: string; got: string }
  /** No conclusive answer. */
  | { kind: 'silent'; phase: string; cause: string }

type Silence = Extract<HttpFailure, { kind: 'no-answer' }>

const firstAnswers = ({ paths, upgrades }: HttpFact) => [
  ...paths.flatMap(({ path, exchanges }) => exchanges.slice(0, 1).map(({ answer }) => ({ path, answer }))),
  ...upgrades.map(({ path, answer }) => ({ path, answer })),
]

/** How the HTTP part of an audit ended, over all paths and upgrades of a target. */
export function httpEnding(fact: HttpFact): HttpEnding {
  const { connection } = fact
  if (connection.kind === 'refused') return { kind: 'silent', phase: 'connect', cause: 'ECONNREFUSED' }
  if (connection.kind === 'no-answer') return endingOf(connection)
  const all = firstAnswers(fact)
  const answers = all.flatMap(({ path, answer }) => (answer.kind === 'answered' ? [{ path, answer }] : []))
  if (answers.length > 0) return { kind: 'answered', answers }
  for (const { path, answer } of all) if (answer.kind === 'malformed') return endingAt(path, answer)
  const silences = all.flatMap(({ answer }) => (answer.kind === 'no-answer' ? [answer] : []))
  const certain = silences.map(endingOf).find(({ kind }) => kind === 'ended')
  // Where one was cut twice, a cut of the next is no chance either.
  const open = silences.filter((answer) => !(certain && isCut(answer)))
  const [left = certain] = open.map(endingOf).filter(({ kind }) => kind === 'silent')
  return left ?? NOT_ASKED
}

/** Named paths without an answer, and how each ended. */
export function unanswered({ paths }: HttpFact): { path: string; ending: HttpEnding }[] {
  return paths
    .filter(({ configured, exchanges }) => configured && exchanges[0]?.answer.kind !== 'answered')
    .map(({ path, exchanges }) => ({ path, ending: endingAt(path, exchanges[0]?.answer) }))
}

function endingAt(path: string, answer: HttpAnswer | undefined): HttpEnding {
  if (answer?.kind === 'malformed')
    return { kind: 'not-http', path, problem: answer.problem, got: answer.got }
  return answer?.kind === 'no-answer' ? endingOf(answer) : NOT_ASKED
}

const NOT_ASKED = { kind: 'silent', phase: 'http', cause: 'not-asked' } as const

/** A server's first frame in HTTP/2, escaped (RFC 9113 section 6.5): 24 bits of length, SETTINGS, no flags, stream 0. */
const HTTP2_SETTINGS = /^\\x00\\x00(?:\\\\|\\[rn]|\\x[\da-f]{2}|[^\\])\\x04\\x00(?:\\x00){4}/

/**
 * Is it HTTP/2 where HTTP/1 was asked for?
 * @param got the beginning of the answer
 */
export const isHttp2 = (got: string): boolean => HTTP2_SETTINGS.test(got)

const isCut = ({ phase, cause }: Silence): boolean =>
  (phase === 'finish' || phase === 'first-byte') && CUT.has(cause)

const CUT: ReadonlySet<string> = new Set(['closed', 'ECONNRESET', 'EPIPE'])

type NoWord = Pick<Silence, 'cause' | 'again'> & { phase: string }

/** An ending that may be accidental, or due to this machine or our own TLS code, counts as silence. */
function endingOf({ phase, cause, again }: NoWord): HttpEnding {
  if (phase !== 'finish' && phase !== 'first-byte') return { kind: 'silent', phase, cause }
  const [, number] = /^alert:(\d+)$/.exec(cause) ?? []
  if (number !== undefined) return { kind: 'ended', phase, alert: Number(number) }
  return again ? { kind: 'ended', phase, alert: null } : { kind: 'silent', phase, cause }
}
