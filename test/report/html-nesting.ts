/** A strict reader of the HTML our renderer writes: every element closed, in order, attributes quoted. */

const VOID = new Set(['meta', 'link', 'input', 'wbr', 'br', 'hr', 'img'])
const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z][\w:-]*(?:="[^"<>]*")?)*)\s*(\/?)>/gi
const RAW = /<(style|script)>[\s\S]*?<\/\1>/g

export interface Tag {
  name: string
  attributes: Record<string, string>
}

/** @throws Error at the first piece that is not well formed */
export function tagsOf(page: string): Tag[] {
  const text = page.replace(/^<!doctype html>\n/, '').replace(RAW, '<$1></$1>')
  const loose = text.replace(TAG, '').match(/[<>]/)
  if (loose) throw new Error(`stray ${loose[0]} in the text`)
  const open: string[] = []
  const tags: Tag[] = []
  for (const [, closing, rawName = '', attributes = '', self] of text.matchAll(TAG)) {
    const name = rawName.toLowerCase()
    if (closing) {
      const expected = open.pop()
      if (expected !== name) throw new Error(`</${name}> closes <${expected}>`)
      continue
    }
    tags.push({ name, attributes: attributesOf(attributes) })
    if (!VOID.has(name) && !self) open.push(name)
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(' ')}`)
  return tags
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(/([a-zA-Z][\w:-]*)(?:="([^"]*)")?/g)]
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]))
}
