/** Replaces the domain lists in a config's text; everything else stays unchanged, including comments. */

import { configTexts } from '../i18n/config.js'
import { API_NAMES, type ApiName, type Family } from '../types.js'
import { parseJsonc } from './jsonc.js'
import { get, type ListNode, type MapNode, type Node, plainValue } from './nodes.js'
import { parseYaml } from './yaml.js'

export type Lists = ReadonlyMap<ApiName, readonly string[]>

/** Null if the text can't be edited without losing something. */
export async function editLists(
  source: string,
  ending: 'json' | 'yaml',
  path: readonly string[],
  lists: Lists,
): Promise<string | null> {
  return ending === 'yaml' ? editYaml(source, path, lists) : editJson(source, path, lists)
}

async function editYaml(source: string, path: readonly string[], lists: Lists): Promise<string | null> {
  const { isSeq, isScalar, parseDocument } = await import('yaml')
  const document = parseDocument(source)
  if (document.errors.length > 0) return null
  for (const [api, domains] of lists) {
    const own = document.getIn([...path, api], true)
    if (!isSeq(own)) {
      if (domains.length > 0) document.setIn([...path, api], document.createNode([...domains]))
      continue
    }
    const textOf = (item: unknown): unknown => (isScalar(item) ? item.value : undefined)
    own.items = own.items.filter((item) => domains.includes(String(textOf(item))))
    const kept = own.items.map(textOf)
    for (const domain of domains) if (!kept.includes(domain)) own.add(document.createNode(domain))
  }
  return document.toString({ lineWidth: 0 })
}

function editJson(source: string, path: readonly string[], lists: Lists): string | null {
  let text = source
  for (const [api, domains] of lists) {
    const root = parsed(text)
    const holder = root && path.reduce<Node | undefined>((node, key) => get(node, key), root)
    if (holder?.kind !== 'map') return null
    const list = get(holder, api)
    const edited = list?.kind === 'list' ? editList(text, list, domains) : addList(text, holder, api, domains)
    if (edited === null) return null
    text = edited
  }
  return text
}

function parsed(text: string): Node | undefined {
  let faults = 0
  const root = parseJsonc(text, configTexts('en'), () => faults++)
  return faults === 0 ? root : undefined
}

const SPACE = /(?:[ \t\r\n\uFEFF]+|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)*/y
const STRING = /"(?:[^"\\]|\\.)*"/y
/** What a line contains after its value: a comment, and no other value. */
const REST_OF_LINE = /[ \t]*(?:\/\/[^\r\n]*|\/\*(?:(?!\*\/)[^\r\n])*\*\/[ \t]*)?(?=\r?\n)/y

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** One value of a list with what is written before it, and after it on its line. */
interface Item {
  before: string
  literal: string
  after: string
}

function editList(text: string, { at, items: nodes }: ListNode, domains: readonly string[]): string | null {
  let place = at + 1
  const own: (Item & { value: string })[] = []
  for (const node of nodes) {
    if (node.kind !== 'scalar' || typeof node.value !== 'string') return null
    const before = text.slice(place, node.at)
    const literal = match(STRING, text, node.at)
    place = node.at + literal.length
    const gap = match(SPACE, text, place)
    const comma = text[place + gap.length] === ','
    const afterComma = comma ? place + gap.length + 1 : place
    const rest = match(REST_OF_LINE, text, afterComma)
    place = afterComma + rest.length
    own.push({ before, literal, after: (comma ? gap : '') + rest, value: node.value })
  }
  const end = text.slice(place)
  const kept = own.filter(({ value }) => domains.includes(value))
  const last = own.at(-1)
  const space = last ? (/\r?\n[ \t]*$/.exec(last.before)?.[0] ?? ' ') : ''
  const added = domains
    .filter((domain) => !kept.some(({ value }) => value === domain))
    .map((domain, nth): Item => {
      const isFirst = kept.length + nth === 0
      const before = isFirst && !space.includes('\n') ? '' : space
      return { before, literal: JSON.stringify(domain), after: '' }
    })
  const all = [...kept, ...added]
  const written = all.map(
    ({ before, literal, after }, nth) =>
      `${nth === 0 ? before.replace(/^ $/, '') : before}${literal}${nth < all.length - 1 ? ',' : ''}${after}`,
  )
  return text.slice(0, at + 1) + written.join('') + end
}

/** Before the others; an empty list needs none. */
function addList(text: string, { at, pairs }: MapNode, api: ApiName, domains: readonly string[]): string {
  if (domains.length === 0) return text
  const [first] = pairs
  const gap = first ? text.slice(at + 1, first.at) : ''
  const space = /\r?\n[ \t]*$/.exec(gap)?.[0] ?? ''
  const list = `${space}${JSON.stringify(api)}: [${domains.map((domain) => JSON.stringify(domain)).join(', ')}]`
  return (
    text.slice(0, at + 1) +
    list +
    (first ? ',' : '') +
    (space === '' && first ? ' ' : '') +
    text.slice(at + 1)
  )
}

/** The lists that apply to one family, as written, and their position. Null if there is no place for them. */
export interface OwnLists {
  path: string[]
  lists: Lists
}

/**
 * Its own lists, or else the shared ones, but only if no other family is judged: its lists would change too.
 * @param prefix the keys that lead to the config in the text
 */
export function listsOf(value: unknown, family: Family, prefix: readonly string[]): OwnLists | null {
  const root = prefix.reduce<unknown>((node, key) => (isMap(node) ? node[key] : undefined), value)
  if (!isMap(root)) return null
  const shared = isMap(root.domains) ? root.domains : null
  const own = isMap(root[family]) && isMap(root[family].domains) ? root[family].domains : null
  const isAlone = wordsIn(root.platforms).every((word) => word === family || word.startsWith(`${family}-`))
  if (!own && !(shared && isAlone)) return null
  const lists = API_NAMES.map((api) => [api, wordsIn(own?.[api] ?? shared?.[api])] as const)
  return { path: [...prefix, ...(own ? [family] : []), 'domains'], lists: new Map(lists) }
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wordsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** The plain value of a config's text; undefined where it does not parse. */
export async function valueIn(source: string, ending: 'json' | 'yaml'): Promise<unknown> {
  let faults = 0
  const [texts, report] = [configTexts('en'), () => void faults++]
  const root = ending === 'yaml' ? await parseYaml(source, texts, report) : parseJsonc(source, texts, report)
  return root && faults === 0 ? plainValue(root) : undefined
}
