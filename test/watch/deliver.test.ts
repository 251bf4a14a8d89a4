/** Each channel takes each message once: over failures, restarts and crashes. */
import { expect, test } from 'vitest'
import {
  afterCrash,
  CUT,
  deliver,
  type Message,
  type WatchState,
  withMessage,
} from '../../src/watch/index.js'

const EMPTY: WatchState = {
  ...{ schemaVersion: 1, at: '', verdict: 'pass', own: 'pass', configUsable: true },
  ...{ seen: [], waiting: [] },
}
const message = (id: string): Message => ({ id, at: 'now', verdict: 'fail', changes: [] })
const queued = (...ids: string[]) =>
  ids.reduce((state, id) => withMessage(state, message(id), ['json', 'exec']).state, EMPTY)

/**
 * @param fails how often each channel does not take what it is sent
 * @param end the sending that the end of the run cuts short, or the pause or saving that it comes in
 */
async function run(
  state: WatchState,
  fails: Record<string, number> = {},
  end: { send?: number; pause?: number; save?: number } = {},
) {
  const sent: string[] = []
  const saved: WatchState[] = []
  const failed: string[] = []
  const calls = { send: 0, pause: 0, save: 0 }
  let ended = false
  const called = (name: keyof typeof calls): boolean => {
    calls[name]++
    ended ||= calls[name] === end[name]
    return ended
  }
  const after = await deliver(state, {
    async send(channel, { id }) {
      if (called('send')) return CUT
      const failing = fails[channel] ?? 0
      fails[channel] = failing - 1
      if (failing > 0) return 'away'
      sent.push(`${channel} ${id}`)
      return null
    },
    save: async (now) => {
      called('save')
      saved.push(now)
    },
    pause: async () => !called('pause'),
    ended: () => ended,
    failed: (channel) => void failed.push(channel),
  })
  return { sent, saved, failed, end: after }
}

test('every channel takes every message once', async () => {
  const { sent, end } = await run(queued('1', '2'))
  expect(sent).toEqual(['json 1', 'exec 1', 'json 2', 'exec 2'])
  expect(end.waiting).toEqual([])
})

test('two failures are tried again at once, a third leaves the message for later', async () => {
  expect((await run(queued('1'), { json: 2 })).sent).toEqual(['json 1', 'exec 1'])
  const { sent, failed, end } = await run(queued('1', '2'), { json: 3 })
  expect(sent).toEqual(['exec 1', 'exec 2'])
  expect(failed).toEqual(['json'])
  expect(end.waiting.map(({ message, to }) => [message.id, to])).toEqual([
    ['1', ['json']],
    ['2', ['json']],
  ])
  expect((await run(end)).sent).toEqual(['json 1', 'json 2'])
})

test('whatever moment a run ends at, the next one repeats nothing', async () => {
  const { saved, sent } = await run(queued('1', '2'))
  for (const [at, state] of saved.entries()) {
    const before = sent.slice(0, Math.ceil(at / 2))
    const { state: safe, uncertain } = afterCrash(JSON.parse(JSON.stringify(state)))
    const again = (await run(safe)).sent
    expect(again.filter((one) => before.includes(one))).toEqual([])
    // What is neither sent before nor after is reported as uncertain.
    expect(sent.length - before.length - again.length).toBe(uncertain.length)
  }
})

test('what is on its way when the run ends may have arrived: it is not sent again', async () => {
  const { sent, failed, end } = await run(queued('1', '2'), {}, { send: 3 })
  expect([sent, failed]).toEqual([['json 1', 'exec 1'], []])
  const { state: safe, uncertain } = afterCrash(end)
  expect(uncertain.map(({ message, trying }) => [message.id, trying])).toEqual([['2', 'json']])
  expect((await run(safe)).sent).toEqual(['exec 2'])
})

test.each([
  ['refused before', { pause: 1 }, []],
  ['about to be sent', { save: 1 }, []],
  ['next', { save: 2 }, ['json 1']],
])('what was %s when the run ended is sent by the next one', async (_, ending, before) => {
  const fails: Record<string, number> = 'pause' in ending ? { json: 1 } : {}
  const { sent, failed, end } = await run(queued('1'), fails, ending)
  expect([sent, failed]).toEqual([before, []])
  const { state: safe, uncertain } = afterCrash(end)
  expect(uncertain).toEqual([])
  expect([...sent, ...(await run(safe)).sent]).toEqual(['json 1', 'exec 1'])
})

test('of a channel that is away for long the oldest messages are dropped, and counted', () => {
  let state = EMPTY
  let lost = 0
  for (let id = 0; id < 103; id++) {
    const next = withMessage(state, message(String(id)), ['json'])
    state = next.state
    lost += next.dropped
  }
  expect([state.waiting.length, lost, state.waiting[0]?.message.id]).toEqual([100, 3, '3'])
})
