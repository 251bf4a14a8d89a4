import { beforeEach, expect, test, vi } from 'vitest'
import type { Io } from '../../src/cli/io.js'
import { startProgress } from '../../src/cli/progress.js'
import { cli as en } from '../../src/i18n/en/cli.js'

const spinner = vi.hoisted(() => ({ text: '', start: vi.fn(), stop: vi.fn(), made: vi.fn() }))
vi.mock('ora', () => ({
  default: (options: object) => {
    spinner.made(options)
    return { ...spinner, start: spinner.start.mockReturnValue(spinner) }
  },
}))

const SHOWN = { quiet: false, progress: true, color: true }

function terminal(part: Partial<Io> = {}): Io {
  return {
    ...{ print: async () => {}, tell: () => {}, readStdin: async () => Buffer.alloc(0), cwd: '/' },
    ...{ stdin: async function* () {}, readerGone: false },
    env: { TERM: 'xterm' },
    stdout: { tty: true, columns: 80 },
    stderr: { tty: true, columns: 80 },
    signal: new AbortController().signal,
    ...part,
  }
}

beforeEach(() => {
  spinner.start.mockClear()
  spinner.stop.mockClear()
})

test('somebody who watches sees how far it is', async () => {
  const progress = await startProgress(SHOWN, terminal(), en)
  progress.update(3, 12, 'api.example.com\x1b')
  expect(spinner.start).toHaveBeenCalledOnce()
  expect(spinner.text).toBe('3/12 api.example.com\\x1b')
  progress.stop()
  expect(spinner.stop).toHaveBeenCalled()
})

test.each([
  ['colors', SHOWN, {}, 'cyan'],
  ['NO_COLOR', SHOWN, { env: { TERM: 'xterm', NO_COLOR: '1' } }, false],
  ['--no-color', { ...SHOWN, color: false }, {}, false],
])('its color: %s', async (_, flags, io, color) => {
  await startProgress(flags, terminal(io), en)
  expect(spinner.made).toHaveBeenLastCalledWith(expect.objectContaining({ color }))
})

test('it stops when the run is interrupted', async () => {
  const abort = new AbortController()
  await startProgress(SHOWN, terminal({ signal: abort.signal }), en)
  expect(spinner.stop).not.toHaveBeenCalled()
  abort.abort()
  expect(spinner.stop).toHaveBeenCalledOnce()
})

test.each([
  ['not on a terminal', SHOWN, { stderr: { tty: false, columns: undefined } }],
  // A pseudo-terminal without a size made the spinner clear lines for ever.
  ['a terminal of no width', SHOWN, { stderr: { tty: true, columns: 0 } }],
  ['--quiet', { ...SHOWN, quiet: true }, {}],
  ['--no-progress', { ...SHOWN, progress: false }, {}],
  ['CI', SHOWN, { env: { CI: 'true' } }],
  ['a dumb terminal', SHOWN, { env: { TERM: 'dumb' } }],
])('nothing is drawn: %s', async (_, flags, part) => {
  const progress = await startProgress(flags, terminal(part), en)
  progress.update(1, 2, 'api.example.com')
  progress.stop()
  expect(spinner.start).not.toHaveBeenCalled()
})
