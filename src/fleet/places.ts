/** Which workers are alive, and where: each announces itself periodically. */
import type { Redis } from 'ioredis'
import { isPlace, WORKERS } from './names.js'
import { run } from './scripts.js'

export interface Alive {
  vantage: string
  /** Distinguishes the workers of a place. */
  id: string
  version: string
  schema: number
  /** The date of its root lists: judging happens elsewhere, but it shows how old an installation is. */
  listsReadOn: string
}

export const BEAT_MS = 5000
const HOLDS_MS = 16_000
const MOST = 10_000
const MOST_BYTES = 300

export async function beat(redis: Redis, worker: Alive): Promise<void> {
  const { vantage, id, version, schema, listsReadOn } = worker
  const member = [vantage, id, version, schema, listsReadOn].join(' ')
  await run(redis, 'hefaBeat', [WORKERS], [member, HOLDS_MS, MOST])
}

/** It announces that it is shutting down. */
export async function leave(
  redis: Redis,
  { vantage, id, version, schema, listsReadOn }: Alive,
): Promise<void> {
  await redis.zrem(WORKERS, [vantage, id, version, schema, listsReadOn].join(' '))
}

export async function alive(redis: Redis): Promise<Alive[]> {
  const found = await run(redis, 'hefaAlive', [WORKERS], [MOST, MOST_BYTES])
  return Array.isArray(found) ? found.flatMap((one) => readMember(one) ?? []) : []
}

function readMember(member: unknown): Alive | null {
  if (typeof member !== 'string') return null
  const [vantage, id = '', version = '', schema = '', listsReadOn = '', ...more] = member.split(' ')
  const fits =
    /^[0-9a-f]{12}$/.test(id) &&
    /^[\w.+-]{1,40}$/.test(version) &&
    /^\d{1,6}$/.test(schema) &&
    /^[\d-]{1,10}$/.test(listsReadOn)
  if (!isPlace(vantage) || !fits || more.length > 0) return null
  return { vantage, id, version, schema: Number(schema), listsReadOn }
}
