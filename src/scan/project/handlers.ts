/** Calls in a component's markup: `@tap="save(imagesUrl)"`, and for each item of a list `v-for="one in list" @tap="open(one)"`. */
import { askedBy } from '../frameworks/builds.js'
import { MARKUP_LABEL } from '../words.js'
import type { Block } from './markup.js'

const TAG = /<[A-Za-z][\w-]*\s[^<>]{1,2000}>/g
const EACH = /\sv-for="\(?\s*([A-Za-z_$][\w$]*)[^"()]{0,40}\)?\s+(?:in|of)\s+([A-Za-z_$][\w$]*)"/
/** Plain names only: nothing that could confuse a parser. */
const CALLS = /\s(?:@|v-on:)[\w:.-]+="(\s*[A-Za-z_$][\w$]*\([\w$.,\s]{1,200}\)\s*)"/g
/** Names, numbers and strings, combined. */
const PART = String.raw`(?:[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*|\d+|'[^'"\\\r\n]*')`
const ARGUMENT = String.raw`\s*${PART}(?:\s*\+\s*${PART})*\s*`
const GIVEN = new RegExp(
  String.raw`\s(?:@|v-on:)[\w:.-]+="(\s*([A-Za-z_$][\w$]*)\((${ARGUMENT}(?:,${ARGUMENT})*)\)\s*)"`,
  'g',
)
/** An argument may be a URL: a string with a path, or a member with such a name. Other calls add no information. */
const ADDRESS =
  /'[^']*\/|(?:url|uri|src|link|href|path|image|img|pic|photo|poster|cover|avatar|file|host|server)s?\s*(?:[,+]|$)/i

/**
 * The text with each such call as a script in its place, everything else blank; null where there is none. `script` tells
 * whether a list is a `ref`, which markup takes the value of.
 */
export function callsIn(
  text: string,
  blocks: readonly Block[],
  blank: (text: string) => string,
): string | null {
  const scripts = blocks.filter(({ name }) => name === 'script')
  const isSetup = scripts.some(({ attributes }) => attributes.setup !== undefined)
  const script = scripts.map(({ start, end }) => text.slice(start, end)).join('\n')
  const parts: string[] = []
  let at = 0
  for (const tag of text.matchAll(TAG)) {
    if (blocks.some(({ start, end }) => start <= tag.index && tag.index < end)) continue
    const call =
      componentOf(tag[0], blank) ??
      (isSetup ? loopOf(tag[0], script, blank) : null) ??
      callOf(tag[0], script, blank)
    if (call === null) continue
    parts.push(blank(text.slice(at, tag.index)), call)
    at = tag.index + tag[0].length
  }
  return parts.length > 0 ? parts.join('') + blank(text.slice(at)) : null
}

/** Names that the script doesn't have are items of a list, which nobody tells here; of a `ref` markup takes the value. */
function callOf(tag: string, script: string, blank: (text: string) => string): string | null {
  const calls = [...tag.matchAll(GIVEN)].filter(([, , name = '', given = '']) => {
    const names = [name, ...given.replace(/'[^']*'/g, '').split(/[,+\s]+/)].map(
      (one) => one.split('.')[0] ?? '',
    )
    const own = names.filter((one) => /^[A-Za-z_$]/.test(one) && one !== '$event')
    return ADDRESS.test(given) && own.every((one) => isDeclared(one, script))
  })
  if (calls.length === 0) return null
  const parts: string[] = []
  let at = 0
  for (const { 0: whole, 1: call = '', index } of calls) {
    const begin = index + whole.indexOf('"') + 1
    // There is always room: a tag's name, and the attribute's.
    const before = blank(tag.slice(at, begin))
    parts.push(before.slice(0, -HEAD.length), HEAD, call, '}')
    at = begin + call.length + 1
  }
  return parts.join('') + blank(tag.slice(at))
}

/** A framework's component that asks a server by itself; its tag with what it has to be given is longer than the call. */
function componentOf(tag: string, blank: (text: string) => string): string | null {
  const asked = askedBy(/^<([\w-]+)/.exec(tag)?.[1] ?? '')
  const call = asked === null ? '' : `${HEAD}${asked}}`
  return call === '' || call.length > tag.length ? null : call + blank(tag.slice(call.length))
}

const HEAD = `${MARKUP_LABEL}:{`

function isDeclared(name: string, script: string): boolean {
  const own = name.replaceAll('$', '\\$')
  return (
    new RegExp(`(?<![\\w$.])${own}(?![\\w$])`).test(script) &&
    !new RegExp(`(?<![\\w$.])${own}\\s*=\\s*(?:\\w*[rR]ef\\w*|computed)\\s*[<(]`).test(script)
  )
}

/** Calls keep their positions; the rest of the attribute surrounds them. */
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
  // The loop's head goes on the first line, where there is room.
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
