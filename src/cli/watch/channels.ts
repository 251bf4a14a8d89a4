/** `--notify NAME` and `--exec COMMAND` → who gets notified. Keys come from the environment only. */
import {
  CHANNELS,
  type ChannelName,
  isAddress,
  type Outcome,
  type Secrets,
  type Told,
  type WatchWords,
} from '../../watch/index.js'
import type { Session } from '../session.js'
import { UsageError } from '../usage-error.js'
import { post, run } from './send.js'

type Send = (told: Told, signal: AbortSignal) => Promise<Outcome>

export function channelsOf(
  { notify, exec }: { notify: readonly string[]; exec: string | undefined },
  words: WatchWords,
  { io }: Session,
): ReadonlyMap<string, Send> {
  const channels = new Map<string, Send>()
  for (const name of notify as ChannelName[]) {
    const secrets = secretsOf(name, words, io.env)
    channels.set(name, (told, signal) => post(name, told, secrets, words, signal))
  }
  if (exec !== undefined) channels.set('exec', (told, signal) => run(exec, told, words, signal))
  return channels
}

function secretsOf(
  name: ChannelName,
  words: WatchWords,
  env: Readonly<Record<string, string | undefined>>,
): Secrets {
  const { variables } = CHANNELS[name]
  const url = env[variables.url] ?? ''
  if (url === '') throw new UsageError(words.noSecret(name, variables.url))
  if (!isAddress(url)) throw new UsageError(words.badUrl(variables.url))
  const secret = variables.secret === undefined ? undefined : env[variables.secret]
  return { url, ...(secret ? { secret } : {}) }
}
