/** One file → the script in it, with every position kept. */
import type { ResourceFact } from '../../facts/index.js'
import { lineStarts, placeOf } from '../lines.js'
import type { SourceUnit } from '../types.js'
import { word } from '../words.js'
import { readAs } from './kinds.js'
import { type Block, readMarkup } from './markup.js'

export interface Unit {
  unit: SourceUnit
  resources: ResourceFact[]
  /** A component's settings, each as a script that exports them. */
  settings?: SourceUnit[]
  /** Not all of the file could be read. */
  isCut?: boolean
  /** It contains a script in a language hefa doesn't read. */
  isForeign?: boolean
}

/** `template` strips the parts of a template that conditional compilation excludes. */
export async function unitOf(file: string, text: string, template: (text: string) => string): Promise<Unit> {
  const { kind, language } = readAs(file) ?? PLAIN
  if (kind === 'json')
    return { unit: { file, code: moduleOf(text), language: 'js', shift: JSON_SHIFT }, resources: [] }
  // Tiled's sets of tiles are XML in files of a script's extension.
  if (kind === 'script')
    return { unit: { file, code: /^\uFEFF?<\?xml/.test(text) ? '' : text, language }, resources: [] }
  const isComponent = kind === 'component'
  const source = isComponent ? template(text) : text
  const markup = await readMarkup(source, isComponent)
  const scripts = markup.blocks.filter(isComponent ? isScript : ({ name }) => name === 'wxs')
  const isTyped = language === 'ts' || scripts.some((block) => TYPED.test(languageOf(block)))
  const lined = { file, lines: lineStarts(source) }
  const code = onlyBlocks(source, scripts, markup.shown.length > 0)
  const reaches = scripts.flatMap(({ attributes }) => attributes.src ?? [])
  return {
    unit: { file, code, language: isTyped ? 'ts' : 'js', reaches, shown: markup.shown },
    settings: isComponent ? markup.blocks.filter(isSettings).map((one) => exporting(file, source, one)) : [],
    isCut: markup.isCut,
    isForeign: scripts.some((block) => !SPOKEN.test(languageOf(block))),
    resources: markup.resources.map(({ tag, url, at }) => ({
      place: placeOf(lined, at),
      tag,
      url: word(url),
    })),
  }
}

const PLAIN = { kind: 'script', language: 'js' } as const

const TYPED = /^(?:tsx?|typescript|uts|ets)$/i
const SPOKEN = /^(?:|[jt]sx?|javascript|typescript|babel|es6|uts|ets|wxs|sjs|json)$/i

/** Editors write `type="text/ecmascript-6"`, which builds don't look at. */
function languageOf({ attributes: { lang, type } }: Block): string {
  const told = /^(?:text|application)\/(?:x-)?([\w-]+)$/.exec(type ?? '')?.[1]
  return lang ?? told?.replace(/^ecmascript(?:-\d+)?$/i, '') ?? ''
}

/** chameleon interfaces have one script per platform; these are not for mini programs. */
const OTHER_TARGETS = /^(?:web|weex)$/

/**
 * Modules for pages (wxs, renderjs) run apart from the script and have no network API; mpx and chameleon keep a page's
 * settings in a script of their own kind.
 */
function isScript(block: Block): boolean {
  const { name, attributes } = block
  const isModule = attributes.module !== undefined || /^(?:wxs|renderjs)$/i.test(attributes.lang ?? '')
  const isElsewhere = OTHER_TARGETS.test(attributes['cml-type'] ?? '')
  return name === 'script' && !isSettings(block) && !isModule && !isElsewhere
}

function isSettings(block: Block): boolean {
  const { name, attributes } = block
  const isJson = [attributes.name, attributes['cml-type'], languageOf(block)].includes('json')
  return name === 'config' || (name === 'script' && isJson)
}

/** Settings are an object, or a script that makes it. */
function exporting(file: string, text: string, { start, end, attributes: { src } }: Block): SourceUnit {
  const code = src ? `module.exports = require(${JSON.stringify(src)})` : text.slice(start, end)
  return { file, code: /^\s*\{/.test(code) ? moduleOf(code) : code, language: 'js' }
}

/** Replaces everything else with spaces and keeps line ends; what follows the last script only where positions in it matter. */
function onlyBlocks(text: string, blocks: readonly Block[], toTheEnd: boolean): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end } of blocks) {
    parts.push(blank(text.slice(at, start)), text.slice(start, end))
    at = end
  }
  if (toTheEnd) parts.push(blank(text.slice(at)))
  return parts.join('')
}

const blank = (text: string) => text.replace(/[^\r\n\u2028\u2029]+/g, (line) => ' '.repeat(line.length))

const HEAD = 'module.exports = ('
/** Columns of the first line shift by the head's length; lines stay. */
export const JSON_SHIFT = HEAD.length
const moduleOf = (text: string) => `${HEAD}${text}\n)`
