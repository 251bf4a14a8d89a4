/** Components that no file refers to are not part of a mini program, whatever its page list says. */
import { holdsScripts } from './kinds.js'
import { extensionOf, fileName, folderOf } from './paths.js'
import type { Reader } from './reader.js'

const COMPONENT = /\.(?:cml|wpy|mpx|[un]?vue|ux)$/
/** Starting points, or files referred to by their folder. */
const BEGINS = /^(?:app|main|index)$/i

/** Page lists may omit the folder, which `root` gives there. */
const LISTS = /\.json$|(?:^|\/)app\.\w+$/i
const LISTED = /\bpages\b["']?\s*[:=]/
/** The last folder of a path: relative, by an alias, or computed. */
const LEADS = /^(?:\.{0,2}|[@~]|~@|.*\})\/$/

/** Does any other file name that component by its path? Anything that isn't a component counts as named. */
export function isNamed(file: string, files: readonly string[], { peek }: Pick<Reader, 'peek'>): boolean {
  const name = fileName(file.slice(0, file.length - extensionOf(file).length))
  if (!COMPONENT.test(file) || BEGINS.test(name)) return true
  const folder = `${fileName(folderOf(file))}/`
  const mention = new RegExp(
    `(["'\`]|[^\\s"'\`/]*/)${name.replace(/[^\w-]/g, '\\$&')}(?:\\.\\w+)?["'\`]`,
    'g',
  )
  return files.some((one) => {
    if (one === file || !(holdsScripts(one) || extensionOf(one) === '.json')) return false
    const text = peek(one) ?? ''
    return Array.from(text.matchAll(mention), ([, before = '']) => before).some((before) =>
      before.endsWith('/') ? before === folder || LEADS.test(before) : LISTS.test(one) || LISTED.test(text),
    )
  })
}
