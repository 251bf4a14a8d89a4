import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tool } from '../helpers/tools.js'

export interface Openssl {
  /** Writes a file openssl can be given. */
  file(name: string, content: string | Buffer): string
  /** Standard output and error together. */
  run(...args: string[]): string
  dispose(): void
}

/** Null, with a line that says so, where openssl is not installed. */
export function openssl(): Openssl | null {
  const run = (...args: string[]) => {
    const { error, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
    if (error) throw error
    return stdout + stderr
  }
  if (tool('openssl') === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'hefa-'))
  return {
    run,
    file(name, content) {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    dispose: () => rmSync(folder, { recursive: true }),
  }
}
