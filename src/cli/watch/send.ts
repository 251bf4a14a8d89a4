/** One attempt to hand a message over: an HTTP POST, or a command that reads it. */
import { spawn } from 'node:child_process'
import {
  CHANNELS,
  type ChannelName,
  plainJson,
  type Secrets,
  type Told,
  type WatchWords,
} from '../../watch/index.js'

const TIMEOUT_MS = 10_000
/** A command may do more than post. */
const EXEC_MS = 60_000
const MAX_ANSWER = 64 << 10

/** Null when the message was taken. The address holds a key: nothing of it is in what is answered. */
export async function post(
  name: ChannelName,
  told: Told,
  secrets: Secrets,
  { why }: WatchWords,
  signal: AbortSignal,
): Promise<string | null> {
  const channel = CHANNELS[name]
  const { url, body } = channel.post(told, secrets, Date.now())
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const answer = await fetch(url, {
      ...{ method: 'POST', body, redirect: 'manual' },
      headers: { 'content-type': 'application/json; charset=utf-8' },
      signal: AbortSignal.any([signal, timeout]),
    })
    if (!answer.ok) {
      await answer.body?.cancel()
      return why.status(answer.status)
    }
    const code = channel.refusal(parsed(await bounded(answer)))
    return code === null ? null : why.answer(code)
  } catch {
    // Its message may quote the address.
    return timeout.aborted ? why.timeout : why.unreachable
  }
}

async function bounded({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    parts.push(part)
    length += part.length
    if (length > MAX_ANSWER) break
  }
  return Buffer.concat(parts).toString('utf8')
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/** The user's own command, run by the shell; it reads the message as JSON. */
export function run(
  command: string,
  told: Told,
  { why }: WatchWords,
  signal: AbortSignal,
): Promise<string | null> {
  return new Promise((done) => {
    const ending = AbortSignal.any([signal, AbortSignal.timeout(EXEC_MS)])
    const child = spawn(command, {
      ...{ shell: true, stdio: ['pipe', 2, 2], signal: ending, killSignal: 'SIGKILL' },
      env: { ...process.env, HEFA_VERDICT: told.message.verdict },
    })
    child.on('error', (error) => done(why.exit((error as NodeJS.ErrnoException).code ?? error.name)))
    child.on('close', (code, killed) => done(code === 0 ? null : why.exit(code ?? killed ?? 'none')))
    // A command that doesn't read it is no failure.
    child.stdin?.on('error', () => {})
    child.stdin?.end(`${plainJson(told)}\n`)
  })
}
