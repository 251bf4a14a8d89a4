/** What the loop of `hefa watch` says and remembers, with audits and channels of the test's own. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Session } from '../../src/cli/session.js'
import { type WatchSetting, watch } from '../../src/cli/watch/loop.js'
import { cliWords } from '../../src/i18n/cli.js'
import type { Report, Verdict } from '../../src/types.js'
import { type Told, type WatchState, watchWords } from '../../src/watch/index.js'
import { folder } from './hefa.js'

const STATE = 'state.json'
const words = { cli: await cliWords('en'), watch: await watchWords('en') }
type Looked = Awaited<ReturnType<WatchSetting['look']>>

/** An audit of one server. */
function seen(verdict: Verdict): Looked {
  const target = { host: 'a.cn', port: 443, scheme: 'https', entries: [], results: [] }
  const report = {
    ...{ at: '2026-11-27T00:00:00Z', verdict, exitCode: verdict === 'pass' ? 0 : 1 },
    ...{ platforms: ['wechat-ios'], targets: [{ ...target, verdicts: { 'wechat-ios': verdict } }] },
  }
  return { report: report as unknown as Report, own: 'pass' }
}

/** Rounds that see this one after another, then a signal. */
async function rounds(
  looks: readonly (Looked | (() => Looked))[],
  { cwd = '', ...more }: Partial<WatchSetting> & { cwd?: string } = {},
) {
  const place = cwd || (await folder())
  const end = new AbortController()
  const [got, said]: [Told[], string[]] = [[], []]
  const left = [...looks]
  const takes = async (told: Told): Promise<null> => {
    got.push(told)
    return null
  }
  const setting: WatchSetting = {
    ...{ everyMs: 1, jitterMs: 0, stateFile: STATE, within: 30, format: 'pretty', words: words.watch },
    channels: new Map([['json', takes]]),
    look: async () => {
      const next = left.shift()
      if (next === undefined) end.abort()
      return typeof next === 'function' ? next() : (next ?? null)
    },
    ...more,
  }
  const io = {
    cwd: place,
    signal: end.signal,
    tell: (text: string) => said.push(text),
    print: async () => {},
  }
  const session = { io, words: words.cli, language: 'en', noPlugins: true, argv: [] } as unknown as Session
  const status = await watch(setting, session)
  const state = async (): Promise<WatchState> => JSON.parse(await readFile(join(place, STATE), 'utf8'))
  return { got, said, status, state, cwd: place }
}

test('no verdict holds while the config cannot be used', async () => {
  const { got } = await rounds([seen('pass'), null, null, seen('pass'), null, seen('fail')])
  expect(got.map(({ message: { verdict, changes } }) => [verdict, changes.map(({ kind }) => kind)])).toEqual([
    ['unknown', ['config']],
    ['pass', ['config']],
    ['unknown', ['config']],
    ['fail', ['config', 'verdict']],
  ])
  expect(got[0]?.lines).toEqual([
    'hefa: undetermined',
    'the config, or a file of --ca or --baseline, cannot be used any more: nothing is being checked',
  ])
})

test('a clock that is set back while an audit runs does not put off the next one', async () => {
  const DAY = 86_400_000
  const setBack = () => {
    const before = Date.now() - DAY
    vi.spyOn(Date, 'now').mockReturnValue(before)
    return seen('pass')
  }
  const { status } = await rounds([setBack, seen('pass')]).finally(() => vi.restoreAllMocks())
  expect(status).toBe(0)
})
