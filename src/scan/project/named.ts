/** Components that no file refers to are not part of a mini program, whatever its page list says. */
import { putTo } from '../../grouping.js'
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
const SEGMENT = /[^\s"'`/]+/g
const QUOTE = /["'`]/

/** Where a path's last segment is named: in that file, behind that folder or quote. */
interface Mention {
  file: string
  before: string
  isListed: boolean
}

/** Does any other file name that component by its path? Anything that isn't a component counts as named. */
export function createNamed(
  files: readonly string[],
  { peek }: Pick<Reader, 'peek'>,
): (file: string) => boolean {
  let mentions: Map<string, Mention[]> | null = null
  return (file) => {
    const name = nameOf(file)
    if (!COMPONENT.test(file) || BEGINS.test(name) || /[\s"'`]/.test(name)) return true
    mentions ??= mentionsIn(files, peek)
    const folder = `${fileName(folderOf(file))}/`
    return (mentions.get(name) ?? []).some(
      ({ file: one, before, isListed }) =>
        one !== file && (before.endsWith('/') ? before === folder || LEADS.test(before) : isListed),
    )
  }
}

const nameOf = (file: string): string => fileName(file.slice(0, file.length - extensionOf(file).length))

/** By the components' names. */
function mentionsIn(files: readonly string[], peek: Reader['peek']): Map<string, Mention[]> {
  const names = new Set(files.filter((file) => COMPONENT.test(file)).map(nameOf))
  const found = new Map<string, Mention[]>()
  for (const file of files) {
    if (!(holdsScripts(file) || extensionOf(file) === '.json')) continue
    const text = peek(file) ?? ''
    for (const { 0: segment, index } of text.matchAll(SEGMENT)) {
      if (!QUOTE.test(text.charAt(index + segment.length))) continue
      const own = [segment, segment.replace(/\.\w+$/, '')].filter((name) => names.has(name))
      const before = own.length > 0 ? beforeAt(text, index) : null
      if (before === null) continue
      const isListed = LISTS.test(file) || LISTED.test(text)
      for (const name of new Set(own)) putTo(found, name, { file, before, isListed })
    }
  }
  return found
}

/** The folder or the quote before a segment; null if it is neither. */
function beforeAt(text: string, end: number): string | null {
  const last = text.charAt(end - 1)
  if (QUOTE.test(last)) return last
  if (last !== '/') return null
  let at = end - 1
  while (at > 0 && !/[\s"'`/]/.test(text.charAt(at - 1))) at--
  return text.slice(at, end)
}
