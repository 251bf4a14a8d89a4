/** Message delivery: each channel gets each message once, despite failures and restarts. */
import type { Message, Waiting, WatchState } from './types.js'

/** The end of the run cut a sending short: whether the message arrived is not known. */
export const CUT = Symbol('cut')
/** Null when the message was accepted, otherwise why not, in words. */
export type Outcome = string | null | typeof CUT

export interface Courier {
  /** Sends once. */
  send(channel: string, message: Message): Promise<Outcome>
  /** Must have happened before the next step. */
  save(state: WatchState): Promise<void>
  /** Waits before the next attempt; false when the run is to end. */
  pause(ms: number): Promise<boolean>
  /** Is the run to end? */
  ended(): boolean
  /** A channel did not accept a message this time. */
  failed(channel: string, why: string): void
}

const ATTEMPTS = 3
const FIRST_PAUSE_MS = 1000
/** For a channel that has been unreachable for long, the oldest messages are dropped. */
const MOST_WAITING = 100

/** @returns the state, and how many messages were dropped */
export function withMessage(
  state: WatchState,
  message: Message,
  channels: readonly string[],
): { state: WatchState; dropped: number } {
  if (channels.length === 0) return { state, dropped: 0 }
  const all = [...state.waiting, { message, to: [...channels] }]
  const waiting = all.slice(-MOST_WAITING)
  return { state: { ...state, waiting }, dropped: all.length - waiting.length }
}

/** A message in flight when the last run ended may have arrived: it is not sent again. */
export function afterCrash(state: WatchState): { state: WatchState; uncertain: Waiting[] } {
  const uncertain = state.waiting.filter(({ trying }) => trying !== undefined)
  const waiting = state.waiting.map(({ message, to, trying }) => ({
    message,
    to: to.filter((channel) => channel !== trying),
  }))
  return { state: { ...state, waiting: waiting.filter(({ to }) => to.length > 0) }, uncertain }
}

/** Oldest first; a channel that fails waits with all its later messages, so that their order stays. */
export async function deliver(state: WatchState, courier: Courier): Promise<WatchState> {
  const away = new Set<string>()
  let now = state
  for (const { message, to } of state.waiting) {
    for (const channel of to) {
      if (away.has(channel)) continue
      if (courier.ended()) return now
      now = put(now, message, (one) => ({ ...one, trying: channel }))
      await courier.save(now)
      const why = await attempts(channel, message, courier)
      // What was saved last says what was on its way, as after a crash.
      if (why === CUT) return now
      now = put(now, message, ({ to: open }) => ({
        message,
        to: why === null ? open.filter((one) => one !== channel) : open,
      }))
      await courier.save(now)
      if (why === null) continue
      away.add(channel)
      if (!courier.ended()) courier.failed(channel, why)
    }
  }
  return now
}

async function attempts(channel: string, message: Message, courier: Courier): Promise<Outcome> {
  // What was never begun is not uncertain.
  if (courier.ended()) return ''
  for (let attempt = 1; ; attempt++) {
    const why = await courier.send(channel, message)
    if (typeof why !== 'string' || attempt === ATTEMPTS) return why
    if (!(await courier.pause(FIRST_PAUSE_MS * 4 ** (attempt - 1)))) return why
  }
}

/** Replaces a message's entry; one that no channel is left for is gone. */
function put(state: WatchState, { id }: Message, change: (one: Waiting) => Waiting): WatchState {
  const waiting = state.waiting.map((one) => (one.message.id === id ? change(one) : one))
  return { ...state, waiting: waiting.filter(({ to }) => to.length > 0) }
}
