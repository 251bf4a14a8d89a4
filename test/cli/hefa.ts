/** Runs the built program as a user would, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const BIN = fileURLToPath(new URL('../../bin/hefa.js', import.meta.url))

export interface Ran {
  status: number | null
  stdout: string
  stderr: string
}

export interface Running {
  env?: Record<string, string>
  cwd?: string
  input?: string | Buffer
  /** Leaves standard input open. */
  hold?: boolean
  /** Another copy of the program. */
  bin?: string
  /** Gets the process as soon as it runs. */
  started?: (child: ChildProcess) => void
}

/** Only what is named reaches the program: no locale, colour or CI setting of the machine. */
export function hefa(
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
afterAll(() => Promise.all(places.splice(0).map((place) => rm(place, { recursive: true, force: true }))))

/** A folder of its own, with these files in it, until the test file ends. */
export async function folder(files: Record<string, string> = {}): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'hefa-cli-'))
  places.push(place)
  for (const [name, text] of Object.entries(files)) await writeFile(join(place, name), text)
  return place
}
