/** Calls in a component's markup for each item of a list: `v-for="one in list" @tap="open(one)"`. */
import type { Block } from './markup.js'

const TAG = /<[A-Za-z][\w-]*\s[^<>]{1,2000}>/g
const EACH = /\sv-for="\(?\s*([A-Za-z_$][\w$]*)[^"()]{0,40}\)?\s+(?:in|of)\s+([A-Za-z_$][\w$]*)"/
/** Plain names only: nothing that could confuse a parser. */
const CALLS = /\s(?:@|v-on:)[\w:.-]+="(\s*[A-Za-z_$][\w$]*\([\w$.,\s]{1,200}\)\s*)"/g

/**
 * The text with each such loop turned into a script in place and everything else blank; null if there is none. `script` tells
 * whether the list is a `ref`, whose value the markup uses.
 */
export function loopsIn(
  text: string,
  blocks: readonly Block[],
  blank: (text: string) => string,
): string | null {
  const setup = blocks.filter(({ name, attributes }) => name === 'script' && attributes.setup !== undefined)
  if (setup.length === 0) return null
  const script = setup.map(({ start, end }) => text.slice(start, end)).join('\n')
  const parts: string[] = []
  let at = 0
  for (const tag of text.matchAll(TAG)) {
    const loop = blocks.some(({ start, end }) => start <= tag.index && tag.index < end)
      ? null
      : loopOf(tag[0], script, blank)
    if (loop === null) continue
    parts.push(blank(text.slice(at, tag.index)), loop)
    at = tag.index + tag[0].length
  }
  return parts.length > 0 ? parts.join('') + blank(text.slice(at)) : null
}

/** Calls stay in place; the loop is written around them, over the attribute's own text. */
function loopOf(tag: string, script: string, blank: (text: string) => string): string | null {
  const each = EACH.exec(tag)
  const calls = [...tag.matchAll(CALLS)]
  const [first] = calls
  if (!each || !first || each.index > first.index) return null
  const [, item = '', list = ''] = each
  const isRef = new RegExp(`\\b${list.replaceAll('$', '\\$')}\\s*=\\s*(?:shallowR|r)ef\\s*[<(]`).test(script)
  const head = `for(const ${item} of ${list}${isRef ? '.value' : ''}){`
  const from = first.index + first[0].indexOf('"') + 1
  const room = blank(tag.slice(0, from))
  // The loop's head goes into the first line, where there is room.
  const line = /^[^\r\n\u2028\u2029]*/.exec(room)?.[0].length ?? 0
  if (line < head.length) return null
  const parts = [head.padEnd(line), room.slice(line)]
  let at = from
  for (const call of calls) {
    const begin = call.index + call[0].indexOf('"') + 1
    const text = call[1] ?? ''
    parts.push(blank(tag.slice(at, begin)), text, ';')
    at = begin + text.length + 1
  }
  const rest = blank(tag.slice(at))
  return rest === '' ? null : `${parts.join('')}}${rest.slice(1)}`
}
