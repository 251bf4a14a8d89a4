/** Elements of markup that may be components of the project, and what they are given. */
import { askedBy } from '../frameworks/builds.js'
import { isBuiltIn } from '../tags.js'
import type { Piece, Shown } from '../types.js'

/** An attribute as it is written; `at` is where its value begins, behind the quote. */
export interface Attribute {
  name: string
  value: string
  at: number
}

export interface Elements {
  /** `at`: where its tag begins. */
  open(tag: string, attributes: readonly Attribute[], at: number): void
  close(): void
  readonly shown: readonly Shown[]
}

type Given = Shown['given'][number]
type Each = Shown['each'][number]

/** Collects them from a parser's events. */
export function collectElements(): Elements {
  const shown: Shown[] = []
  /** For each open element the lists it is repeated for. */
  const around: (readonly Each[])[] = []
  return {
    shown,
    open(tag, attributes, at) {
      const own = [...attributes.flatMap(slotIn), ...listOf(attributes)]
      const each = [...(around.at(-1) ?? []), ...own].slice(-MOST_LISTS)
      around.push(each)
      const data = attributes.flatMap(dataIn)
      const handlers = data.length > 0 ? attributes.flatMap(handlerIn) : []
      for (const method of handlers) shown.push({ tag: `@${method}`, given: data, each })
      const asked = askedBy(tag)
      const calls = [
        ...attributes.flatMap((one) => callsIn(one, each)),
        ...(asked === null ? [] : [{ code: asked, at }]),
      ]
      if (calls.length > 0) shown.push({ tag: '', given: [], each, calls })
      if (isBuiltIn(tag)) return
      const given = attributes.flatMap(propertyIn)
      const ids = attributes.flatMap(idsIn)
      const on = attributes.flatMap(handledIn)
      shown.push({ tag, given, each, ...(ids.length > 0 && { ids }), ...(on.length > 0 && { on }) })
    },
    close() {
      around.pop()
    },
  }
}

/** Of more lists in each other the innermost. */
const MOST_LISTS = 8

/** Attributes that are no properties: looks, identity, data, events, directives, a platform's own. */
const ASIDE =
  /^(?:class|style|key|ref|id|slot|is|hidden|data-.*|[@#].*|v-.*|\w+:.*|on[A-Z]\w*|(?:bind|catch)\w*)$/

function propertyIn(attribute: Attribute): Given[] {
  const { name } = attribute
  if (name === 'v-bind') return [{ name: null, value: expressionIn(attribute) }]
  const [, model, argument] = /^(v-model)(?::([^.]*))?/.exec(name) ?? []
  if (model)
    return (argument ? [argument] : ['value', 'modelValue']).map((one) => {
      return { name: camelCased(one), value: expressionIn(attribute) }
    })
  const [, bound] = /^(?::|v-bind:)([^.]*)/.exec(name) ?? []
  if (ASIDE.test(bound ?? name)) return []
  const value = bound === undefined ? interpolated(attribute) : expressionIn(attribute)
  return [{ name: camelCased(bound ?? name.replace(/\..*/, '')), value }]
}

/** `data-file-url="{{url}}"` is `dataset.fileUrl`; letters become small. */
function dataIn(attribute: Attribute): Given[] {
  const [, colon, key] = /^(:|v-bind:)?data-([\w-]+)$/.exec(attribute.name) ?? []
  if (key === undefined) return []
  const value = colon ? expressionIn(attribute) : interpolated(attribute)
  return [{ name: camelCased(key.toLowerCase()), value }]
}

const HANDLER = /^(?:(?:capture-|mut-)?(?:bind|catch):?\w+|@[\w:.-]+|v-on:[\w:.-]+|(?:on|catch)[A-Z]\w*)$/
const NAME = /^\s*([A-Za-z_$][\w$]*)\s*$/

/** The method that handles an event of it. */
function handlerIn({ name, value }: Attribute): string[] {
  const [, method] = (HANDLER.test(name) && NAME.exec(value)) || []
  return method ? [method] : []
}

/** An argument may be a URL: a string with a path, or a member with such a name. Other calls add no information. */
const ADDRESS =
  /['`][^'`]*\/|(?:url|uri|src|link|href|path|image|img|pic|photo|poster|cover|avatar|video|audio|voice|pdf|attachment|file|host|server|domain|item|one|row)s?\s*(?:[,+)]|$)/i

/** `@tap="save(item.url)"`, `@tap="() => save(item)"`, `@tap="shown = false; save(item.url)"` */
function callsIn({ name, value, at }: Attribute, each: readonly Each[]): Piece[] {
  const [, given] = (/^(?:@|v-on:)/.test(name) && /[\w$]\((.+)\)/s.exec(value)) || []
  if (!given || !(ADDRESS.test(`${given})`) || takesItem(value, each))) return []
  if (/^\s*[\w$.]+\((?:(?!;).)+\)\s*$/s.test(value)) return [{ code: value, at }]
  // What runs on the event is read as if it were called here.
  const isFunction = /^\s*(?:async\b\s*)?(?:function\b|\w+\s*=>|\([^()]*\)\s*=>)/.test(value)
  const [before, after] = isFunction ? ['(', ')()'] : ['(() => {', '\n})()']
  return [{ code: `${before}${value}${after}`, at: at - before.length }]
}

/** Is what the element is repeated for, or what a slot hands to it, an argument by itself? */
function takesItem(value: string, each: readonly Each[]): boolean {
  const names = each.flatMap(({ items, of }) => {
    const [first = ''] = (of && /^\s*(?:\{.*?\}|\[.*?\]|[^,]*)/s.exec(items)) || [items]
    return first.match(/[A-Za-z_$][\w$]*/g) ?? []
  })
  const given = [...value.matchAll(/(?<=[(,]\s*)[A-Za-z_$][\w$]*(?=\s*[,)])/g)]
  return given.some(([one]) => names.includes(one))
}

/** `@load="open"`, `bind:load="open"`, `onLoad="open"`: an event of a component. */
function handledIn(attribute: Attribute): { event: string; method: string }[] {
  const [, event] = /^(?:@|v-on:|(?:bind|catch):?|on(?=[A-Z]))([\w:-]+)/.exec(attribute.name) ?? []
  return event ? handlerIn(attribute).map((method) => ({ event, method })) : []
}

/** `ref="box"`, `id="box"`, `class="box big"`; what is bound has no fixed name. */
function idsIn({ name, value }: Attribute): string[] {
  if (value.includes('{{')) return []
  if (name === 'ref') return [value]
  if (name === 'id') return [`#${value}`]
  return name === 'class' ? value.split(/\s+/).flatMap((one) => (one ? [`.${one}`] : [])) : []
}

const expressionIn = ({ value, at }: Attribute): Piece => ({ code: value, at })

/** `{{url}}` is that value, `{{base}}/upload` a text with it, anything else a text. */
function interpolated({ value, at }: Attribute): Piece {
  if (!value.includes('{{')) return { code: JSON.stringify(value), at: at - 1 }
  const [, before = '', inside] = /^(\s*\{\{)((?:(?!\{\{)[\s\S])*)\}\}\s*$/.exec(value) ?? []
  if (inside !== undefined) return { code: inside, at: at + before.length }
  // What would end such a text is not read.
  if (/[`\\]|\$\{/.test(value)) return { code: '', at }
  return { code: `\`${value.replaceAll('{{', '${').replaceAll('}}', ' }')}\``, at: at - 1 }
}

/** `v-for="(one, at) in list"`, `wx:for="{{list}}" wx:for-item="one"`, `s-for="one in list"`. */
function listOf(attributes: readonly Attribute[]): Each[] {
  const list = attributes.find(({ name }) => /^(?:v-for|\w+:for|s-for)$/.test(name))
  if (!list) return []
  const [whole, items, of] = (!list.value.includes('{{') && IN_LIST.exec(list.value)) || []
  if (whole && items && of)
    return [
      { items: items.replace(/^\((.*)\)$/s, '$1'), of: { code: of, at: list.at + whole.length - of.length } },
    ]
  const named = (ending: string) => attributes.find(({ name }) => name.endsWith(ending))?.value
  const names = `${named(':for-item') ?? 'item'}, ${named(':for-index') ?? 'index'}`
  return [{ items: names, of: interpolated(list) }]
}

const IN_LIST = /^\s*(.+?)\s+(?:in|of)\s+(.+)$/s
const SLOT = /^(?:slot-scope|scope|v-slot(?::.*)?|#.*)$/

/** What a component hands to what stands in its slots. */
const slotIn = ({ name, value }: Attribute): Each[] =>
  SLOT.test(name) && value !== '' ? [{ items: value, of: null }] : []

const camelCased = (name: string): string =>
  name.replace(/-([a-z\d])/g, (_, letter: string) => letter.toUpperCase())
