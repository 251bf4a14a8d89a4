/** One file → the script in it, with every position kept. */
import type { ResourceFact } from '../../facts/index.js'
import { lineStarts, placeOf } from '../lines.js'
import type { SourceUnit } from '../types.js'
import { type Block, readMarkup } from './markup.js'
import { extensionOf } from './paths.js'

export interface Unit {
  unit: SourceUnit
  resources: ResourceFact[]
  /** Not all of the file could be read. */
  isCut?: boolean
}

/** `template` removes what conditional compilation leaves out of a template. */
export async function unitOf(file: string, text: string, template: (text: string) => string): Promise<Unit> {
  const extension = extensionOf(file)
  if (extension === '.json')
    return { unit: { file, code: moduleOf(text), language: 'js', shift: JSON_SHIFT }, resources: [] }
  if (extension !== '.vue' && extension !== '.wxml' && extension !== '.axml') {
    const language = /^\.(?:tsx?|[cm]ts)$/.test(extension) ? 'ts' : 'js'
    return { unit: { file, code: text, language }, resources: [] }
  }
  const isVue = extension === '.vue'
  const source = isVue ? template(text) : text
  const markup = await readMarkup(source, isVue)
  const scripts = markup.blocks.filter(isVue ? isVueScript : ({ name }) => name === 'wxs')
  const isTyped = scripts.some(({ attributes }) => /^tsx?$/i.test(attributes.lang ?? ''))
  const lined = { file, lines: lineStarts(source) }
  return {
    unit: { file, code: onlyBlocks(source, scripts), language: isTyped ? 'ts' : 'js' },
    isCut: markup.isCut,
    resources: markup.resources.map(({ tag, url, at }) => ({ place: placeOf(lined, at), tag, url })),
  }
}

/** Modules for pages (wxs, renderjs) run apart from the script and have no network API. */
function isVueScript({ name, attributes }: Block): boolean {
  return (
    name === 'script' && attributes.module === undefined && !/^(?:wxs|renderjs)$/i.test(attributes.lang ?? '')
  )
}

/** Everything else becomes spaces; line ends stay. Empty when there is no script at all. */
function onlyBlocks(text: string, blocks: readonly Block[]): string {
  if (blocks.length === 0) return ''
  const parts: string[] = []
  let at = 0
  for (const { start, end } of blocks) {
    parts.push(blank(text.slice(at, start)), text.slice(start, end))
    at = end
  }
  return parts.join('')
}

const blank = (text: string) => text.replace(/[^\r\n\u2028\u2029]/g, ' ')

const HEAD = 'module.exports = ('
/** Columns of the first line move by the head's length; lines stay. */
export const JSON_SHIFT = HEAD.length
const moduleOf = (text: string) => `${HEAD}${text}\n)`
