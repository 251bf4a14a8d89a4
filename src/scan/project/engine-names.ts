/** Cocos Creator loads a script by its file's name alone, wherever below `assets` it lies: `require('Config')`. */
import type { Finder } from './finder.js'
import { fileName, folderOf } from './paths.js'

const SCRIPT = /\.(?:js|ts)$/
const bare = (name: string) => name.replace(SCRIPT, '')

/** The one script of that name in a Cocos project; null for others. Two of one name are an error of the editor's. */
export function createEngineNames(
  files: readonly string[],
  finder: Finder,
): (specifier: string, from: string) => string | null {
  const named = new Map<string, Map<string, string | null>>()
  const cocos = new Map<string, boolean>()
  function isCocos(folder: string): boolean {
    const known = cocos.get(folder)
    if (known !== undefined) return known
    const above = folderOf(folder)
    const made = SIGNS.some((one) => finder(above === '' ? one : `${above}/${one}`))
    cocos.set(folder, made)
    return made
  }
  function namesIn(folder: string): Map<string, string | null> {
    const known = named.get(folder)
    if (known) return known
    const made = new Map<string, string | null>()
    for (const file of files) {
      if (!SCRIPT.test(file) || file.endsWith('.d.ts') || !file.startsWith(`${folder}/`)) continue
      const name = bare(fileName(file))
      made.set(name, made.has(name) ? null : file)
    }
    named.set(folder, made)
    return made
  }
  return (specifier, from) => {
    const folder = /^(?:.*?\/)?assets(?=\/)/i.exec(from)?.[0]
    if (folder === undefined || specifier.includes('/') || !isCocos(folder)) return null
    return namesIn(folder).get(bare(specifier)) ?? null
  }
}

/** Beside `assets`, written by the editor. */
const SIGNS = ['project.json', 'creator.d.ts', 'settings/project.json', 'settings/builder.json']
