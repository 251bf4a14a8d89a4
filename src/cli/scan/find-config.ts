/** Which config the source is compared with, where none is named. */
import { access, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** As it is named from the working directory on: the one there, else the one in the scanned folder, else null. */
export async function configFor(folder: string, cwd: string): Promise<string | null> {
  return (await configIn('', cwd)) ?? (await configIn(folder, cwd))
}

async function configIn(folder: string, cwd: string): Promise<string | null> {
  const { CONFIG_NAMES } = await import('../../config/index.js')
  for (const name of CONFIG_NAMES) {
    const file = join(folder, name)
    const there = await access(resolve(cwd, file)).then(
      () => true,
      () => false,
    )
    if (there) return file
  }
  const own = join(folder, 'package.json')
  const text = await readFile(resolve(cwd, own), 'utf8').catch(() => '')
  return holdsConfig(text) ? own : null
}

function holdsConfig(text: string): boolean {
  try {
    return Object.hasOwn(JSON.parse(text.replace(/^\ufeff/, '')), 'hefa')
  } catch {
    return false
  }
}
