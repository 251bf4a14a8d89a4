/** Components that no file refers to are not part of a mini program, whatever its page list says. */
import { holdsScripts } from './kinds.js'
import { extensionOf, fileName } from './paths.js'
import type { Reader } from './reader.js'

const COMPONENT = /\.(?:cml|wpy|mpx|vue|ux)$/
/** Starting points, or files referred to by their folder. */
const BEGINS = /^(?:app|main|index)$/i

/** Does another file refer to the component by path? Anything that isn't a component counts as referred to. */
export function isNamed(file: string, files: readonly string[], { peek }: Pick<Reader, 'peek'>): boolean {
  const name = fileName(file.slice(0, file.length - extensionOf(file).length))
  if (!COMPONENT.test(file) || BEGINS.test(name)) return true
  const mention = new RegExp(`["'\`/]${name.replace(/[^\w-]/g, '\\$&')}(?:\\.\\w+)?["'\`]`)
  return files.some((one) => {
    if (one === file || !(holdsScripts(one) || extensionOf(one) === '.json')) return false
    return mention.test(peek(one) ?? '')
  })
}
