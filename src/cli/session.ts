import type { CliWords } from '../i18n/cli.js'
import type { ReportOptions } from '../report/index.js'
import type { Language } from '../types.js'
import { colorWanted } from './color.js'
import type { CommonFlags } from './flags.js'
import type { Io } from './io.js'
import type { Output } from './outputs.js'

/** What a command works with. */
export interface Session {
  io: Io
  words: CliWords
  language: Language
  /** --no-plugins or HEFA_NO_PLUGINS: no code named in a config is loaded. */
  noPlugins: boolean
  /** The command line, without the program's name. */
  argv: readonly string[]
}

/** The same session with a time limit: what is known by then is reported. */
export function endingAfter(session: Session, maxTimeMs: number | undefined): Session {
  if (maxTimeMs === undefined) return session
  const end = new AbortController()
  session.io.signal.addEventListener('abort', () => end.abort(), { once: true })
  if (session.io.signal.aborted) end.abort()
  setTimeout(() => end.abort(), maxTimeMs).unref()
  const io: Io = Object.create(session.io, { signal: { value: end.signal } })
  return { ...session, io }
}

const WIDTH = 80
/** Longer lines are hard to read, however wide the window is. */
const MOST_WIDTH = 100

export function reportOptions(
  { file }: Pick<Output<string>, 'file'>,
  { color, verbose, clients, all }: CommonFlags & { clients?: boolean; all?: boolean },
  { io, language }: Session,
): ReportOptions {
  const onTerminal = file === undefined && io.stdout.tty
  return {
    ...{ language, verbose, clients: clients ?? false, all: all ?? false },
    color: file === undefined && colorWanted(color, io.env, io.stdout.tty),
    width: onTerminal ? Math.min(MOST_WIDTH, io.stdout.columns || WIDTH) : WIDTH,
  }
}
