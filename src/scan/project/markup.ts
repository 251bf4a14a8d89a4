/** Page markup: its scripts, and the URLs of the media it shows. */
import type { ResourceFact } from '../../facts/index.js'
import { boundAddresses, expressionAddresses } from './address.js'

/** Offsets into the file's text. */
export interface Block {
  name: string
  attributes: Record<string, string>
  start: number
  end: number
}
export interface Markup {
  /** Elements whose content isn't markup. */
  blocks: Block[]
  /** `at` is the offset of the attribute's value. */
  resources: { tag: ResourceFact['tag']; url: string; at: number }[]
  /** It is nested too deeply; everything after that position is missing. */
  isCut: boolean
}

/** Elements whose `src` is fetched from a domain with its own list; frameworks turn `img` into an image. */
export const TAGS: Readonly<Record<string, ResourceFact['tag']>> = {
  image: 'image',
  'cover-image': 'image',
  img: 'image',
  'web-view': 'web-view',
  video: 'video',
  audio: 'audio',
}
/** The parser's time grows with the square of the depth. */
const MAX_DEPTH = 5000
const RAW = new Set(['script', 'style', 'wxs'])
/** wepy 2 keeps a component's settings there. */
const SETTINGS = 'config'
/** Vue bindings, whose values are expressions. */
const BOUND = new Set([':src', 'v-bind:src'])

/**
 * Reads .wxml and .axml, or a .vue file, of which only `<template>` is a page. Like browsers it takes the content of
 * scripts up to their first end tag, whatever it contains.
 */
export async function readMarkup(text: string, isVue: boolean): Promise<Markup> {
  const { Parser } = await import('htmlparser2')
  const found: Markup = { blocks: [], resources: [], isCut: false }
  let templates = 0
  let depth = 0
  let at = 0
  while (at < text.length) {
    const base = at
    let raw: Block | null = null
    let tag = ''
    const parser = new Parser(
      {
        onopentagname: (name) => {
          tag = name
        },
        onattribute: (name, value) => {
          const kind = Object.hasOwn(TAGS, tag) ? TAGS[tag] : undefined
          if (!kind || (isVue && templates === 0)) return
          const urls =
            name === 'src' ? addressesOf(value, isVue) : BOUND.has(name) ? expressionAddresses(value) : []
          const place = base + valueStart(text.slice(base + parser.startIndex, base + parser.endIndex + 1))
          for (const url of urls) found.resources.push({ tag: kind, url, at: place + parser.startIndex })
        },
        onopentag: (name, attributes) => {
          found.isCut = ++depth > MAX_DEPTH
          if (found.isCut) return parser.pause()
          if (name === 'template') templates++
          const isRaw = RAW.has(name) || (isVue && name === SETTINGS)
          if (!isRaw || (isVue && templates > 0)) return
          const start = base + parser.endIndex + 1
          // `<wxs src="…" />` has no content; the parser closes it by itself.
          if (text[start - 2] === '/') return
          depth--
          raw = { name, attributes, start, end: endOf(name, text, start) }
          parser.pause()
        },
        onclosetag: (name) => {
          depth--
          if (name === 'template') templates = Math.max(0, templates - 1)
        },
      },
      { xmlMode: true },
    )
    parser.write(text.slice(at))
    const block = raw as Block | null
    if (block === null) break
    found.blocks.push(block)
    at = block.end
  }
  return found
}

const addressesOf = (value: string, isVue: boolean): string[] =>
  isVue && value.includes('{{') ? [] : boundAddresses(value)

/** From `src = "x` to the x. */
function valueStart(attribute: string): number {
  const equals = attribute.indexOf('=')
  if (equals < 0) return 0
  const rest = attribute.slice(equals + 1)
  const space = rest.length - rest.trimStart().length
  const quote = /^["']/.test(rest.trimStart()) ? 1 : 0
  return equals + 1 + space + quote
}

function endOf(name: string, text: string, start: number): number {
  const end = new RegExp(`</${name}\\s*>`, 'gi')
  end.lastIndex = start
  return end.exec(text)?.index ?? text.length
}
