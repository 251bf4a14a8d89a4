/** The requests to one host and port: one after the other over one connection, for as long as the server keeps it. */
import { setImmediate as turn } from 'node:timers/promises'
import type { HttpFact } from '../../facts/index.js'
import type { Limiter } from '../limiter.js'
import { askSurely } from './again.js'
import type { Connection, Exchange, Unconnected } from './connection.js'

export interface HttpConnection {
  ask(request: Buffer): Promise<Exchange>
  /** The outcome of the first connection, once something was requested. */
  connection(): HttpFact['connection']
}

interface Job {
  request: Buffer
  resolve(exchange: Exchange): void
}

/** A connection takes a place in `slot` while requests wait for it, and is closed when none does. */
export function openHttp(
  connect: () => Promise<Connection | Unconnected>,
  slot: Limiter,
  signal?: AbortSignal,
): HttpConnection {
  const queue: Job[] = []
  let running = false
  let first: HttpFact['connection'] | null = null
  const begin = async ({ request, resolve }: Job): Promise<Connection | null> => {
    const { made, exchange } = await askSurely(request, connect, signal)
    first = 'exchange' in made ? made.fact : made
    resolve(exchange)
    return 'exchange' in made ? made : null
  }
  const work = async (): Promise<void> => {
    let connection: Connection | null = null
    for (let job = queue.shift(); job; job = queue.shift()) {
      connection = first ? await serve(job, connection, connect, signal) : await begin(job)
      // Following a redirect adds a request within this turn.
      await turn()
    }
    connection?.close()
  }
  const start = async (): Promise<void> => {
    if (running) return
    running = true
    await slot(work)
    running = false
    if (queue.length > 0) await start()
  }
  return {
    ask: (request) =>
      new Promise((resolve) => {
        queue.push({ request, resolve })
        void start()
      }),
    connection: () => first ?? { kind: 'no-answer', phase: 'connect', cause: 'not-asked' },
  }
}

/** Answers one job, over the given connection or a new one, and returns the connection it went over. */
async function serve(
  { request, resolve }: Job,
  kept: Connection | null,
  open: () => Promise<Connection | Unconnected>,
  signal: AbortSignal | undefined,
): Promise<Connection | null> {
  if (kept?.usable()) {
    const exchange = await kept.exchange(request)
    if (!droppedIdle(exchange)) {
      resolve(exchange)
      return kept
    }
  }
  kept?.close()
  const { made, exchange } = await askSurely(request, open, signal)
  resolve(exchange)
  return 'exchange' in made ? made : null
}

/** A server may close an idle connection just as the request is in flight (RFC 9112 section 9.3.1): send it again. */
function droppedIdle({ reading }: Exchange): boolean {
  return reading.kind === 'no-answer' && reading.phase === 'first-byte' && reading.cause !== 'timeout'
}
