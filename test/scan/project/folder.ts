/** Projects in temporary folders, removed after each test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach } from 'vitest'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder with these files, one level below a folder of its own. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const around = mkdtempSync(join(tmpdir(), 'hefa-scan-'))
  made.push(around)
  const root = join(around, 'project')
  mkdirSync(root)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}
