/** Runs hefa as a user would: its status, and what it said. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../bin/hefa.js', import.meta.url))

export interface Ran {
  status: number | null
  stdout: string
  stderr: string
}

export interface Surroundings {
  env?: Record<string, string>
  cwd?: string
  input?: string | Buffer
}

export interface Running extends Surroundings {
  /** Leaves standard input open. */
  hold?: boolean
  /** Another copy of the program. */
  bin?: string
  /** Gets the process as soon as it runs. */
  started?: (child: ChildProcess) => void
}

/**
 * Within this process, which saves some 200 ms each time; with HEFA_BUILT=1, which the suites about processes set and
 * `npm run test:built` does for all, as the built program in a process of its own.
 */
export const hefa: (args: readonly string[], surroundings?: Surroundings) => Promise<Ran> = process.env
  .HEFA_BUILT
  ? (args, surroundings) => hefaProcess(args, surroundings)
  : async (args, surroundings) => (await import('./in-process.js')).inProcess(args, surroundings)

/** The built program in a process of its own. Only what is named reaches it: no locale, colour or CI setting of the machine. */
export function hefaProcess(
  args: readonly string[],
  { env = {}, cwd, input, hold, bin = BIN, started }: Running = {},
): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      env: { PATH: process.env.PATH, HOME: tmpdir(), LANG: 'C', ...env },
    })
    const text = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (part: string) => {
        text[name] += part
      })
    }
    child.on('error', fail)
    child.on('close', (status) => done({ status, ...text }))
    child.stdin.on('error', () => {})
    if (!hold) child.stdin.end(input ?? '')
    started?.(child)
  })
}

const places: string[] = []
/** After each test file, by `test/setup.ts`. */
export async function removeFolders(): Promise<void> {
  for (const place of places.splice(0)) await rm(place, { recursive: true, force: true })
}

/** A folder of its own, with these files in it, until the test file ends. */
export async function folder(files: Record<string, string> = {}): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'hefa-cli-'))
  places.push(place)
  for (const [name, text] of Object.entries(files)) await writeFile(join(place, name), text)
  return place
}
