/** Components that no file names are not part of a mini program, whatever lists its pages. */
import { holdsScripts } from './kinds.js'
import { extensionOf, fileName } from './paths.js'
import type { Reader } from './reader.js'

const COMPONENT = /\.(?:cml|wpy|mpx|vue|ux)$/
/** They begin by themselves, or are named by their folder. */
const BEGINS = /^(?:app|main|index)$/i

/** Does any other file name that component by its path? Anything that isn't a component counts as named. */
export function isNamed(file: string, files: readonly string[], { peek }: Pick<Reader, 'peek'>): boolean {
  const name = fileName(file.slice(0, file.length - extensionOf(file).length))
  if (!COMPONENT.test(file) || BEGINS.test(name)) return true
  const mention = new RegExp(`["'\`/]${name.replace(/[^\w-]/g, '\\$&')}(?:\\.\\w+)?["'\`]`)
  return files.some((one) => {
    if (one === file || !(holdsScripts(one) || extensionOf(one) === '.json')) return false
    return mention.test(peek(one) ?? '')
  })
}
