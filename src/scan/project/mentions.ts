/** Methods that something other than a script's own reading of a member may call by their names. */
import { isMarkup, type Kind, readAs } from './kinds.js'
import type { Reader } from './reader.js'

/** As keys: a substring in a set would keep the whole text in memory. */
type Names = Record<string, true>

/** Does markup name it at all, or a script or a list in a text of its own (`bindtap="{{handler}}"`, `observer: 'changed'`)? */
export function createMentions(
  files: readonly string[],
  { peek }: Pick<Reader, 'peek'>,
): (name: string) => boolean {
  let mentioned: Names | null = null
  return (name) => {
    mentioned ??= namesIn(files, peek)
    // Other characters are rare in names: nothing looks for them.
    return name in mentioned || !PLAIN.test(name)
  }
}

const PLAIN = /^[\w$]+$/
const QUOTED = /(["'`])([\w$]+)(?=\1)/g

const NAMES: Readonly<Record<Kind, RegExp>> = {
  markup: /[\w$]+/g,
  script: QUOTED,
  component: QUOTED,
  // What a list has as a key is a setting of its own: `"networkTimeout": { "request": 10000 }`.
  json: /(["'`])([\w$]+)(?=\1(?!\s*:))/g,
}

function namesIn(files: readonly string[], peek: Reader['peek']): Names {
  const found: Names = Object.create(null)
  for (const file of files) {
    const kind = isMarkup(file) ? 'markup' : readAs(file)?.kind
    if (kind)
      for (const [whole, , name = whole] of (peek(file) ?? '').matchAll(NAMES[kind])) found[name] = true
  }
  return found
}
