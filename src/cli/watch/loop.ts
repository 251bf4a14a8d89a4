/** Audits repeatedly, remembers the last result, reports what changed. */
import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { jsonFault, jsonPlace, positions } from '../../config/index.js'
import { readFileBounded } from '../../files/index.js'
import type { Report } from '../../index.js'
import { visible } from '../../report/text.js'
import {
  afterCrash,
  type Change,
  type Courier,
  changesOf,
  deliver,
  linesOf,
  type Message,
  type Outcome,
  readState,
  stateAfter,
  stateText,
  stateWithout,
  type Told,
  type WatchState,
  type WatchWords,
  withMessage,
} from '../../watch/index.js'
import { replaceFile } from '../files.js'
import type { Session } from '../session.js'
import { causeOf, UsageError } from '../usage-error.js'

export interface WatchSetting {
  /** Milliseconds from the start of one audit to the start of the next; null for a single one. */
  everyMs: number | null
  /** Each audit but the first starts up to this much later, so that several watchers don't all come at once. */
  jitterMs: number
  stateFile: string
  within: number
  format: 'pretty' | 'ndjson'
  /** By name. */
  channels: ReadonlyMap<string, (told: Told, signal: AbortSignal) => Promise<Outcome>>
  /**
   * An audit; null if the config, or a file it is judged with, can't be used, `missed` if nothing could be probed,
   * which tells nothing.
   */
  look(): Promise<{ report: Report; own: Report['verdict'] } | null | 'missed'>
  words: WatchWords
}

const MAX_STATE = 64 << 20

/**
 * Ends with a signal, after a single audit, or where the first one is impossible.
 * @returns the exit status of the last one
 */
export async function watch(setting: WatchSetting, session: Session): Promise<number> {
  const { io } = session
  let state = await remembered(setting, session)
  for (let isFirst = true; ; isFirst = false) {
    // Not by the clock of the machine, which may be set while an audit runs.
    const started = performance.now()
    const round = await oneRound(state, setting, session)
    if (io.signal.aborted) return 0
    state = round.state
    // What never could be used is a mistake in the command line; what breaks later comes back.
    if (setting.everyMs === null || (isFirst && round.isUnusable)) return round.exitCode
    const left = started + setting.everyMs + Math.random() * setting.jitterMs - performance.now()
    if (!(await pause(Math.max(0, left), io.signal))) return 0
  }
}

/** Printed, saved, and waiting to be sent. */
async function announced(
  last: WatchState,
  changes: Change[],
  setting: WatchSetting,
  session: Session,
): Promise<WatchState> {
  const message = { id: randomUUID(), at: new Date().toISOString(), verdict: last.verdict, changes }
  const { state, dropped } = withMessage(last, message, [...setting.channels.keys()])
  if (dropped > 0) session.io.tell(session.words.note(setting.words.lost(dropped)))
  await save(state, setting, session)
  await session.io.print(printed(message, setting))
  return state
}

async function unchanged(state: WatchState, setting: WatchSetting, session: Session): Promise<WatchState> {
  await save(state, setting, session)
  return state
}

async function oneRound(
  last: WatchState | null,
  setting: WatchSetting,
  session: Session,
): Promise<{ state: WatchState | null; exitCode: number; isUnusable?: boolean }> {
  const { io } = session
  const looked = await setting.look()
  // An interrupted audit tells nothing about the servers.
  if (io.signal.aborted) return { state: last, exitCode: 0 }
  if (looked === 'missed') return { state: last, exitCode: 2 }
  const look = looked && { ...looked, within: setting.within }
  const changes: Change[] = look ? changesOf(last, look) : lostConfig(last)
  const next = look ? stateAfter(last, look) : last && stateWithout(last)
  if (next === null) return { state: null, exitCode: 2, isUnusable: true }
  const saved =
    changes.length > 0 ? announced(next, changes, setting, session) : unchanged(next, setting, session)
  const state = await deliver(await saved, courierOf(setting, session))
  return { state, exitCode: looked?.report.exitCode ?? 2, isUnusable: looked === null }
}

/** Reported once. */
const lostConfig = (last: WatchState | null): Change[] =>
  last?.configUsable ? [{ kind: 'config', usable: false }] : []

function printed(message: Message, { format, words }: WatchSetting): string {
  if (format === 'ndjson') return `${JSON.stringify(message)}\n`
  const [title = '', ...lines] = linesOf(message, words).map((line) => visible(line, 1000))
  return `${message.at.slice(0, 16)}Z  ${title}\n${lines.map((line) => `  ${line}\n`).join('')}`
}

function courierOf({ channels, words, ...setting }: WatchSetting, session: Session): Courier {
  const { io } = session
  return {
    async send(name, message) {
      const channel = channels.get(name)
      // A channel that is no longer configured.
      if (!channel) return null
      return channel({ message, lines: linesOf(message, words) }, io.signal)
    },
    save: (state) => save(state, { channels, words, ...setting }, session),
    pause: (ms) => pause(ms, io.signal),
    ended: () => io.signal.aborted,
    failed: (name, why) => io.tell(session.words.note(visible(words.notSent(name, why)))),
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  return sleep(ms, true, { signal }).catch(() => false)
}

async function remembered({ stateFile, words }: WatchSetting, session: Session): Promise<WatchState | null> {
  const { io } = session
  const read = await readFileBounded(resolve(io.cwd, stateFile), MAX_STATE, { pipes: false }).catch(causeOf)
  if (read === 'ENOENT') return null
  const name = visible(stateFile, 300)
  if (typeof read === 'string') throw new UsageError(session.words.unreadable('--state', name, read))
  const state = stateIn(read.toString('utf8'), name, words, session)
  const { state: safe, uncertain } = afterCrash(state)
  for (const { message, trying = '' } of uncertain)
    io.tell(session.words.note(visible(words.perhapsSent(trying, message.at))))
  return safe
}

function stateIn(text: string, name: string, words: WatchWords, session: Session): WatchState {
  const state = readState(text)
  if (!('fault' in state)) return state
  const [at, what] =
    state.fault === 'shape'
      ? [jsonPlace(text, state.path), words.badState]
      : [jsonFault(text), session.words.factsFaults['not-json']]
  const { line, column } = positions(text)(at)
  throw new UsageError(`${name}:${line}:${column}: ${what}`)
}

async function save(state: WatchState, { stateFile }: WatchSetting, { io, words }: Session): Promise<void> {
  await replaceFile(resolve(io.cwd, stateFile), stateText(state)).catch((error) => {
    throw new UsageError(words.unwritable('--state', visible(stateFile, 300), causeOf(error)))
  })
}
