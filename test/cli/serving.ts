/** `hefa serve` beside servers of the demo, as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type Demo, startDemo } from '../../src/demo/index.js'
import { folder } from './hefa.js'

const BIN = fileURLToPath(new URL('../../bin/hefa.js', import.meta.url))

export interface Serving {
  url: string
  demo: Demo
  process: ChildProcess
  /** What it said on standard error. */
  said(): string
  close(): Promise<void>
}

export async function startServing(
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Serving> {
  const demo = await startDemo()
  const cwd = await folder({ 'root.pem': demo.ca })
  const flags = [
    ...demo.resolve.flatMap((entry) => ['--resolve', entry]),
    '--ca',
    'root.pem',
    '--timeout',
    '1',
  ]
  const listen = args.includes('--listen') ? [] : ['--listen', '127.0.0.1:0']
  const child = spawn(process.execPath, [BIN, 'serve', ...listen, ...flags, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: tmpdir(), LANG: 'C', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  const url = await new Promise<string>((done, fail) => {
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      said += part
      const [, found] = /listening on (\S+)/.exec(said) ?? []
      if (found) done(found)
    })
    child.on('exit', () => fail(new Error(said)))
  })
  return {
    ...{ url, demo, process: child, said: () => said },
    async close() {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise((done) => child.once('exit', done))
        child.kill('SIGKILL')
        await gone
      }
      await demo.close()
    },
  }
}
