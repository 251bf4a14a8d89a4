/**
 * `a.js` beside `a.ts` in a mini program of a platform's own language: one is made of the other, and only one is released.
 * Developer tools that compile TypeScript take the source; others know nothing but the script.
 */
import { projectOf } from '../../platforms/index.js'
import type { Home } from './home.js'
import { listAt, memberAt } from './json.js'
import type { Left } from './left-out.js'
import { joined, within } from './paths.js'
import type { Reader } from './reader.js'
import { isNativeHome, type NativeHome } from './settings.js'

interface Source {
  files: string[]
  scripts: string[]
  left: Left[]
  homes: Home[]
  reader: Reader
}

/** Without the one of each two that isn't released. */
export async function withoutTwins<S extends Source>(source: S): Promise<S> {
  const { files, homes, reader } = source
  const there = new Set(files)
  const twins = files.filter((file) => file.endsWith('.js') && there.has(sourceOf(file)))
  const left = new Map<string, Left['reason']>()
  for (const file of twins) {
    const around = homes.filter(({ roots }) => roots.some((root) => within(file, root)))
    const own = around.filter(isNativeHome)
    if (own.length < around.length) continue
    const [first] = own.sort((one, other) => other.folder.length - one.folder.length)
    if (!first) continue
    if (await compiles(first, reader)) left.set(file, 'output')
    else left.set(sourceOf(file), 'unpacked')
  }
  if (left.size === 0) return source
  const isReleased = (file: string) => !left.has(file)
  return {
    ...source,
    files: files.filter(isReleased),
    scripts: source.scripts.filter(isReleased),
    left: [...source.left, ...[...left].map(([file, reason]) => ({ file, reason }))],
  }
}

const sourceOf = (file: string) => file.replace(/\.js$/, '.ts')

/** WeChat's `useCompilerPlugins`, Alipay's `compileOptions.typescript`; the first file that has the setting counts. */
async function compiles({ kind, folder }: NativeHome, reader: Reader): Promise<boolean> {
  for (const name of projectOf(kind).files) {
    const json = await reader.json(joined(folder, name) ?? name)
    const own = memberAt(json, 'compileOptions', 'typescript')?.member.value
    if (typeof own === 'boolean') return own
    if (memberAt(json, 'setting', 'useCompilerPlugins'))
      return listAt(json, 'setting', 'useCompilerPlugins').some(({ value }) => value === 'typescript')
  }
  return false
}
