/** How far an audit has come, on standard error, for somebody who watches. */

import type { CliWords } from '../i18n/cli.js'
import { visible } from '../report/text.js'
import type { Io } from './io.js'

export interface Progress {
  update(done: number, total: number, host: string): void
  stop(): void
}

const SILENT: Progress = { update() {}, stop() {} }

export interface ProgressFlags {
  quiet: boolean
  progress: boolean
}

export async function startProgress(flags: ProgressFlags, io: Io, words: CliWords): Promise<Progress> {
  if (flags.quiet || !flags.progress || !canDraw(io)) return SILENT
  const { default: ora } = await import('ora')
  const spinner = ora({ text: words.starting, stream: process.stderr, discardStdin: false }).start()
  const stop = () => void spinner.stop()
  io.signal.addEventListener('abort', stop)
  return {
    update(done, total, host) {
      spinner.text = words.progress(done, total, visible(host, 60))
    },
    stop,
  }
}

/** A terminal of no width (a pseudo-terminal nobody sized) would have the spinner clear endlessly many lines. */
function canDraw({ stderr, env }: Io): boolean {
  return stderr.tty && (stderr.columns ?? 0) > 0 && !env.CI && env.TERM !== 'dumb'
}
