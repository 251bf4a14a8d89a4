/** One attempt to deliver a message: an HTTP POST, or a command that reads it. */
import { spawn } from 'node:child_process'
import {
  CHANNELS,
  type ChannelName,
  CUT,
  type Outcome,
  plainJson,
  type Secrets,
  type Told,
  type WatchWords,
} from '../../watch/index.js'
import { objectIn, postJson } from '../post-json.js'

/** A command may take longer than a POST. */
const EXEC_MS = 60_000

export async function post(
  name: ChannelName,
  told: Told,
  secrets: Secrets,
  { why }: WatchWords,
  signal: AbortSignal,
): Promise<Outcome> {
  const channel = CHANNELS[name]
  const { url, body } = channel.post(told, secrets, Date.now())
  const answer = await postJson(url, body, signal)
  if ('fault' in answer) return signal.aborted ? CUT : why[answer.fault]
  if (answer.status < 200 || answer.status > 299) return why.status(answer.status)
  const code = channel.refusal(objectIn(answer.text))
  return code === null ? null : why.answer(code)
}

/** The user's own command, run by the shell; it reads the message as JSON. */
export function run(command: string, told: Told, { why }: WatchWords, signal: AbortSignal): Promise<Outcome> {
  return new Promise((done) => {
    const ending = AbortSignal.any([signal, AbortSignal.timeout(EXEC_MS)])
    const child = spawn(command, {
      ...{ shell: true, stdio: ['pipe', 2, 2], signal: ending, killSignal: 'SIGKILL' },
      env: { ...process.env, HEFA_VERDICT: told.message.verdict },
    })
    const failed = (how: number | string) => done(signal.aborted ? CUT : why.exit(how))
    child.on('error', (error) => failed((error as NodeJS.ErrnoException).code ?? error.name))
    child.on('close', (code, killed) => (code === 0 ? done(null) : failed(code ?? killed ?? 'none')))
    // A command that doesn't read it isn't a failure.
    child.stdin?.on('error', () => {})
    child.stdin?.end(`${plainJson(told)}\n`)
  })
}
