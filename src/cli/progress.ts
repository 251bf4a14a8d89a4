/** Shows the progress of an audit on standard error, for interactive use. */

import type { CliWords } from '../i18n/cli.js'
import { visible } from '../report/text.js'
import { colorWanted } from './color.js'
import type { Io } from './io.js'

export interface Progress {
  update(done: number, total: number, host: string): void
  stop(): void
}

const SILENT: Progress = { update() {}, stop() {} }

export interface ProgressFlags {
  quiet: boolean
  progress: boolean
  color: boolean
}

export async function startProgress(flags: ProgressFlags, io: Io, words: CliWords): Promise<Progress> {
  if (flags.quiet || !flags.progress || !canDraw(io)) return SILENT
  const { default: ora } = await import('ora')
  const color = colorWanted(flags.color, io.env, io.stderr.tty) ? 'cyan' : false
  const spinner = ora({ text: words.starting, stream: process.stderr, discardStdin: false, color }).start()
  const stop = () => void spinner.stop()
  io.signal.addEventListener('abort', stop)
  return {
    update(done, total, host) {
      spinner.text = words.progress(done, total, visible(host, 60))
    },
    stop,
  }
}

/** On a terminal of width 0 (a pseudo-terminal without a size) the spinner would clear lines endlessly. */
function canDraw({ stderr, env }: Io): boolean {
  return stderr.tty && (stderr.columns ?? 0) > 0 && !env.CI && env.TERM !== 'dumb'
}
