/**
 * A request over a connection of its own. If it is cut before the first byte, it is retried: twice counts as an answer.
 */
import { pause } from '../pause.js'
import { type Connection, type Exchange, type MakeReader, notSent, type Unconnected } from './connection.js'

export interface Asked {
  made: Connection | Unconnected
  exchange: Exchange
}

type Connect = () => Promise<Connection | Unconnected>

async function askOnce(request: Buffer, connect: Connect, read?: MakeReader): Promise<Asked> {
  const made = await connect()
  if (!('exchange' in made)) return { made, exchange: { reading: notSent(made), firstByteMs: 0 } }
  return { made, exchange: await made.exchange(request, read) }
}

export async function askSurely(
  request: Buffer,
  connect: Connect,
  signal: AbortSignal | undefined,
  read?: MakeReader,
): Promise<Asked> {
  const first = await askOnce(request, connect, read)
  if (!wasCut(first)) return first
  if ('exchange' in first.made) first.made.close()
  await pause(signal)
  if (signal?.aborted) return first
  const second = await askOnce(request, connect, read)
  return wasCut(second) ? marked(second) : second
}

const ENDED: readonly string[] = ['closed', 'ECONNRESET', 'EPIPE']

/** The server ended the connection silently after our Finished. */
function wasCut({ exchange: { reading } }: Asked): boolean {
  if (reading.kind === 'response') return reading.start?.cut ?? false
  if (reading.kind !== 'no-answer' || !ENDED.includes(reading.cause)) return false
  return reading.phase === 'finish' || reading.phase === 'first-byte'
}

function marked({ made, exchange }: Asked): Asked {
  const { reading } = exchange
  return {
    made: 'exchange' in made || made.kind === 'refused' ? made : { ...made, again: true },
    exchange: reading.kind === 'no-answer' ? { ...exchange, reading: { ...reading, again: true } } : exchange,
  }
}
