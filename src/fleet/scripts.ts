/** Atomic operations in Redis, in Lua. They use Redis' clock, since the workers' clocks differ. Every key expires. */
import type { Redis } from 'ioredis'

const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)`

/**
 * The generic cell rate algorithm: a key holds the time at which its budget is full again. Each request gets the next free slot,
 * and the same one if repeated.
 */
const RESERVE = `
local function reserve(notes, field, keys, interval, burst)
  local known = tonumber(redis.call('HGET', notes, field) or '')
  if known then return math.max(0, known - now) end
  local at = now
  for _, key in ipairs(keys) do
    local whole = tonumber(redis.call('GET', key) or '') or now
    at = math.max(at, whole - (burst - 1) * interval)
  end
  for _, key in ipairs(keys) do
    local whole = math.max(tonumber(redis.call('GET', key) or '') or now, at) + interval
    redis.call('SET', key, whole, 'PX', math.ceil(whole - now) + 1000)
  end
  redis.call('HSET', notes, field, at)
  redis.call('PEXPIRE', notes, 3600000)
  return math.max(0, at - now)
end`

const SCRIPTS = {
  /** KEYS run, notes, domain; ARGV ticket, most starts, alone?, interval, burst. */
  hefaBegin: {
    keys: 3,
    lua: `${NOW}${RESERVE}
if redis.call('EXISTS', KEYS[1]) == 0 then return 'gone' end
local begun = tonumber(redis.call('HGET', KEYS[2], ARGV[1] .. ' begun') or '0')
if begun >= tonumber(ARGV[2]) then return 'lost' end
local wait = reserve(KEYS[2], ARGV[1] .. ' domain', { KEYS[3] }, tonumber(ARGV[4]), tonumber(ARGV[5]))
if wait > 0 then return wait end
if begun > 0 and ARGV[3] == '0' then return 'suspect' end
redis.call('HINCRBY', KEYS[2], ARGV[1] .. ' begun', 1)
redis.call('PEXPIRE', KEYS[2], 3600000)
return 0`,
  },
  /** KEYS notes, address...; ARGV field, interval, burst. */
  hefaReserve: {
    keys: undefined,
    lua: `${NOW}${RESERVE}
local keys = {}
for i = 2, #KEYS do keys[#keys + 1] = KEYS[i] end
return reserve(KEYS[1], ARGV[1], keys, tonumber(ARGV[2]), tonumber(ARGV[3]))`,
  },
  /** It did not kill its worker. KEYS notes; ARGV ticket. */
  hefaPutBack: { keys: 1, lua: `return redis.call('HDEL', KEYS[1], ARGV[1] .. ' begun')` },
  /** KEYS run, results, notes; ARGV ticket, place, body, most results. */
  hefaFinish: {
    keys: 3,
    lua: `
if redis.call('EXISTS', KEYS[1]) == 0 then return 'gone' end
if redis.call('XLEN', KEYS[2]) >= tonumber(ARGV[4]) then return 'full' end
redis.call('XADD', KEYS[2], '*', 'ticket', ARGV[1], 'place', ARGV[2], 'body', ARGV[3])
redis.call('PEXPIRE', KEYS[2], 3600000)
redis.call('HDEL', KEYS[3], ARGV[1] .. ' begun', ARGV[1] .. ' domain', ARGV[1] .. ' 4', ARGV[1] .. ' 6')
return 'ok'`,
  },
  /**
   * Returns results and deletes those that were received: a lost reply is sent again. KEYS results;
   * ARGV most items, most bytes of one, most bytes in all, the ids that were received...
   */
  hefaTake: {
    keys: 1,
    lua: `
for i = 4, #ARGV do redis.call('XDEL', KEYS[1], ARGV[i]) end
if redis.call('EXISTS', KEYS[1]) == 0 then return {} end
if redis.call('TYPE', KEYS[1]).ok ~= 'stream' then redis.call('DEL', KEYS[1]) return {} end
local taken, bytes, from = {}, 0, '-'
for _ = 1, tonumber(ARGV[1]) do
  local found = redis.call('XRANGE', KEYS[1], from, '+', 'COUNT', 1)[1]
  if not found then break end
  local fields = {}
  for i = 1, #found[2] - 1, 2 do fields[found[2][i]] = found[2][i + 1] end
  local body = fields.body or ''
  local most = tonumber(ARGV[2])
  local ticket, place = string.sub(fields.ticket or '', 1, 64), string.sub(fields.place or '', 1, 64)
  if #body > most then body = '' end
  if #taken > 0 and bytes + #body > tonumber(ARGV[3]) then break end
  bytes = bytes + #body
  taken[#taken + 1] = { found[1], ticket, place, body }
  from = '(' .. found[1]
end
return taken`,
  },
  /** KEYS workers; ARGV member, how long it lasts in ms, most workers. */
  hefaBeat: {
    keys: 1,
    lua: `${NOW}
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZCARD', KEYS[1]) < tonumber(ARGV[3]) or redis.call('ZSCORE', KEYS[1], ARGV[1]) then
  redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
end
redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[2]))
return 1`,
  },
  /** KEYS workers; ARGV most workers, most bytes of one. */
  hefaAlive: {
    keys: 1,
    lua: `${NOW}
local found = {}
for _, one in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], now, '+inf', 'LIMIT', 0, tonumber(ARGV[1]))) do
  if #one <= tonumber(ARGV[2]) then found[#found + 1] = one end
end
return found`,
  },
  /** Keeps a run alive for that long. KEYS run; ARGV setting, ms. */
  hefaHold: { keys: 1, lua: `return redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])` },
  /** KEYS run; ARGV most bytes. */
  hefaSetting: {
    keys: 1,
    lua: `
if redis.call('TYPE', KEYS[1]).ok ~= 'string' then return false end
if redis.call('STRLEN', KEYS[1]) > tonumber(ARGV[1]) then return '' end
return redis.call('GET', KEYS[1])`,
  },
} as const

export type ScriptName = keyof typeof SCRIPTS

/** Adds the scripts to a connection. */
export function teach(redis: Redis): void {
  for (const [name, { keys, lua }] of Object.entries(SCRIPTS))
    redis.defineCommand(name, { lua, ...(keys !== undefined && { numberOfKeys: keys }) })
}

type Argument = string | number

/** Runs one of them; what Redis returns is not validated yet. */
export function run(
  redis: Redis,
  name: ScriptName,
  keys: readonly string[],
  args: readonly Argument[] = [],
): Promise<unknown> {
  const command = (redis as unknown as Record<ScriptName, (...all: Argument[]) => Promise<unknown>>)[name]
  const counted = SCRIPTS[name].keys === undefined ? [keys.length] : []
  return command.call(redis, ...counted, ...keys, ...args)
}
