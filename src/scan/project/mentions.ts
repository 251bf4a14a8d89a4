/** Methods that something other than a script's own reading of a member may call by their names. */
import { isMarkup, readAs } from './kinds.js'
import type { Reader } from './reader.js'

/** Every file is looked through for each name: beyond this many, all count as named. */
const MAX_NAMES = 200

/** Does markup name it at all, or a script or a list in a text of its own (`bindtap="{{handler}}"`, `observer: 'changed'`)? */
export function createMentions(
  files: readonly string[],
  { peek }: Pick<Reader, 'peek'>,
): (name: string) => boolean {
  const known = new Map<string, boolean>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    if (known.size >= MAX_NAMES) return true
    const found = files.some((file) => names(file, name, peek))
    known.set(name, found)
    return found
  }
}

function names(file: string, name: string, peek: Reader['peek']): boolean {
  const kind = isMarkup(file) ? 'markup' : (readAs(file)?.kind ?? null)
  const text = kind === null ? null : peek(file)
  if (!text?.includes(name)) return false
  const own = name.replace(/\$/g, '\\$')
  const isWord = new RegExp(`(?<![\\w$])${own}(?![\\w$])`)
  if (kind === 'markup') return isWord.test(text)
  // What a list has as a key is a setting of its own: `"networkTimeout": { "request": 10000 }`.
  return new RegExp(`(["'\`])${own}\\1${kind === 'json' ? '(?!\\s*:)' : ''}`).test(text)
}
