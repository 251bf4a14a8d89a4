/** A connection to Redis that survives restarts and interruptions, and reports once why it could not be made. */

import type { Redis, RedisOptions } from 'ioredis'
import { isIP } from '../ip.js'
import type { QueueAddress } from './address.js'
import type { Library } from './library.js'
import { teach } from './scripts.js'

const CONNECT_MS = 10_000
/** A silently dropped connection is given up; BullMQ's blocking reads last ten seconds at most. */
const SILENCE_MS = 30_000
const [FIRST_RETRY_MS, LAST_RETRY_MS] = [50, 2000]

/** Why there is no connection: an errno name, a code of TLS or the first word of what Redis answered. */
export class NoQueue extends Error {
  override name = 'NoQueue'
  constructor(readonly code: string) {
    super(code)
  }
}

/** Never with what was sent: that may be the password. */
export function codeOf(error: unknown): string {
  const { code, message = '' } = error as NodeJS.ErrnoException
  if (typeof code === 'string' && code !== '') return code
  return /^[A-Z]{3,20}\b/.exec(message)?.[0] ?? 'closed'
}

/** @throws NoQueue when the first connection fails; later it reconnects for as long as it takes */
export async function connect(
  { Redis }: Library,
  address: QueueAddress,
  told: (state: 'lost' | 'back') => void = () => {},
): Promise<Redis> {
  let made = false
  let cause: unknown
  const options: RedisOptions = {
    ...optionsOf(address),
    lazyConnect: true,
    retryStrategy: (times) => (made ? Math.min(FIRST_RETRY_MS * 2 ** times, LAST_RETRY_MS) : null),
  }
  const redis = new Redis(options)
  teach(redis)
  redis.on('error', (error) => {
    cause = error
  })
  try {
    await redis.connect()
    await redis.ping()
  } catch (error) {
    redis.disconnect()
    throw new NoQueue(codeOf(cause ?? error))
  }
  made = true
  let lost = false
  redis.on('close', () => {
    if (!lost && redis.status !== 'end') told('lost')
    lost = true
  })
  redis.on('ready', () => {
    if (lost) told('back')
    lost = false
  })
  return redis
}

function optionsOf({ host, port, db, username, password, tls }: QueueAddress): RedisOptions {
  return {
    ...{ host, port, db, connectTimeout: CONNECT_MS, socketTimeout: SILENCE_MS, maxRetriesPerRequest: null },
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    // RFC 6066 section 3: a server name is never an address.
    ...(tls && { tls: isIP(host) === 0 ? { servername: host } : {} }),
    // After a fail-over the old primary may still answer.
    reconnectOnError: ({ message }) => message.startsWith('READONLY'),
  }
}
