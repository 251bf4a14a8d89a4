/** Which config the source is compared with if none is given. */
import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'

export interface FoundConfig {
  /** Relative to the working directory. */
  file: string
  /** It is outside of the scanned folder; a config that came with the source is data and runs no code. */
  own: boolean
  /** By the user: never. */
  named: false
}

/** The one in the working directory, else the one in the scanned folder, else null. */
export async function configFor(folder: string, cwd: string): Promise<FoundConfig | null> {
  const own = await configIn('', cwd)
  if (own !== null) return { file: own, own: !(await isWithin(cwd, resolve(cwd, folder))), named: false }
  const found = await configIn(folder, cwd)
  return found === null ? null : { file: found, own: false, named: false }
}

/** `hefa scan .` in a clone of somebody else's project: the config came with the source. */
async function isWithin(place: string, folder: string): Promise<boolean> {
  const way = relative(await realpath(folder), await realpath(place))
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** The name of the config in a folder, relative to the working directory; null where there is none. */
export async function configIn(folder: string, cwd: string): Promise<string | null> {
  const { CONFIG_NAMES, hasHefaKey } = await import('../../config/index.js')
  for (const name of CONFIG_NAMES) {
    const file = join(folder, name)
    const there = await stat(resolve(cwd, file)).then(
      () => true,
      () => false,
    )
    if (there) return file
  }
  const own = join(folder, 'package.json')
  return (await hasHefaKey(resolve(cwd, own))) ? own : null
}
