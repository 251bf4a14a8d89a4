/** Page markup: its scripts, and the URLs of the media it shows. */
import type { ResourceFact } from '../../facts/index.js'
import { ANY, type Shown } from '../types.js'
import { boundAddresses, expressionAddresses } from './address.js'
import { type Attribute, collectElements, type Elements } from './elements.js'

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
  /** Elements that may be components. */
  shown: readonly Shown[]
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
  const shown: Shown[] = []
  const found: Markup = { blocks: [], resources: [], shown, isCut: false }
  let templates = 0
  let depth = 0
  let at = 0
  while (at < text.length) {
    const base = at
    let raw: Block | null = null
    let tag = ''
    let attributes: Attribute[] = []
    const elements: Elements = collectElements()
    const parser = new Parser(
      {
        onopentagname: (name) => {
          tag = name
          attributes = []
        },
        onattribute: (name, value) => {
          if (isVue && templates === 0) return
          const one = attributeAt(name, text.slice(base + parser.startIndex, base + parser.endIndex + 1))
          attributes.push({ ...one, at: one.at + base + parser.startIndex })
          const kind = Object.hasOwn(TAGS, tag) ? TAGS[tag] : undefined
          if (!kind) return
          const urls =
            name === 'src' ? addressesOf(value, isVue) : BOUND.has(name) ? expressionAddresses(value) : []
          for (const url of urls) found.resources.push({ tag: kind, url, at: attributes.at(-1)?.at ?? 0 })
        },
        onopentag: (name, own) => {
          found.isCut = ++depth > MAX_DEPTH
          if (found.isCut) return parser.pause()
          if (
            name === 'template' &&
            isVue &&
            templates === 0 &&
            !/^(?:html|wxml|vue)?$/i.test(own.lang ?? '')
          )
            shown.push({ tag: ANY, given: [], each: [] })
          if (name === 'template') templates++
          elements.open(name, attributes, base + parser.startIndex)
          const isRaw = RAW.has(name) || (isVue && name === SETTINGS)
          if (!isRaw || (isVue && templates > 0)) return
          const start = base + parser.endIndex + 1
          // `<wxs src="…" />` has no content; the parser closes it by itself.
          if (text[start - 2] === '/') return
          depth--
          raw = { name, attributes: own, start, end: endOf(name, text, start) }
          parser.pause()
        },
        onclosetag: (name) => {
          depth--
          elements.close()
          if (name === 'template') templates = Math.max(0, templates - 1)
        },
      },
      { xmlMode: true },
    )
    parser.write(text.slice(at))
    shown.push(...elements.shown)
    const block = raw as Block | null
    if (block === null) break
    found.blocks.push(block)
    at = block.end
  }
  return found
}

const addressesOf = (value: string, isVue: boolean): string[] =>
  isVue && value.includes('{{') ? [] : boundAddresses(value)

/** A longer value is no expression that anybody wrote: it is read as an empty one, of which nothing is known. */
const LONGEST = 5_000

/** `src = "x"`: its value as written, and where in the text that begins. */
function attributeAt(name: string, attribute: string): Attribute {
  const [head = attribute, quote = ''] = /^[^=]*=\s*(["'])?/.exec(attribute) ?? []
  const rest = attribute.slice(head.length)
  const end = quote === '' ? rest.search(/[\s>]/) : rest.indexOf(quote)
  const value = end < 0 ? rest : rest.slice(0, end)
  return { name, value: value.length > LONGEST ? '' : value, at: head.length }
}

function endOf(name: string, text: string, start: number): number {
  const end = new RegExp(`</${name}\\s*>`, 'gi')
  end.lastIndex = start
  return end.exec(text)?.index ?? text.length
}
