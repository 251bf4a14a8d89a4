/** The export of a config that is code, as a tree whose parts know their position in the source. */
import { putTo } from '../grouping.js'
import type { ConfigTexts } from '../i18n/config.js'
import { MAX_DEPTH, MAX_NODES, type Node, type Pair, type ReportAt } from './nodes.js'

/** Offsets in the order of the source, by the text of a string literal and by the name of a key. */
interface Written {
  strings: Map<string, number[]>
  keys: Map<string, number[]>
}

/** Reports what isn't plain data. A part without its own position gets that of the part around it. */
export function treeOf(
  value: unknown,
  source: string,
  texts: ConfigTexts,
  report: ReportAt,
): Node | undefined {
  const written = wordsIn(source)
  const sizes = { nodes: 0 }
  const convert = (part: unknown, at: number, path: string, depth: number): Node | undefined => {
    sizes.nodes += 1
    if (depth > MAX_DEPTH) return stop(report, at, texts.tooDeep)
    if (sizes.nodes > MAX_NODES) return stop(report, at, texts.tooMany)
    if (typeof part === 'string')
      return { kind: 'scalar', at: nearest(written.strings.get(part), at), value: part }
    if (part === null || typeof part === 'boolean' || (typeof part === 'number' && Number.isFinite(part)))
      return { kind: 'scalar', at, value: part }
    if (typeof part !== 'object') return stop(report, at, texts.noData(path, typeof part))
    if (Array.isArray(part)) {
      const items = part.flatMap((item, index) => convert(item, at, `${path}[${index}]`, depth + 1) ?? [])
      return { kind: 'list', at, items }
    }
    const pairs = Object.entries(part).flatMap(([key, inner]): Pair[] => {
      // As in JSON, undefined members are dropped.
      if (inner === undefined) return []
      const place = nearest(written.keys.get(key), at)
      const node = convert(inner, place, path === '' ? key : `${path}.${key}`, depth + 1)
      return node ? [{ key, at: place, value: node }] : []
    })
    return { kind: 'map', at, pairs }
  }
  return convert(value, 0, '', 0)
}

/** The first one after the part around it, else the first of all. */
function nearest(offsets: readonly number[] | undefined, from: number): number {
  return offsets?.find((offset) => offset >= from) ?? offsets?.[0] ?? from
}

const LITERAL = /(["'`])((?:\\.|(?!\1)[^\\\n])*)\1/g
const KEY = /(?:([\w$]+)|(["'])((?:\\.|(?!\2)[^\\\n])*)\2)\s*:/g

/** Found without parsing the code: comments and escapes can only misplace a message. */
function wordsIn(source: string): Written {
  const written: Written = { strings: new Map(), keys: new Map() }
  for (const { index, 2: text = '' } of source.matchAll(LITERAL)) putTo(written.strings, text, index)
  for (const { index, 1: word, 3: quoted } of source.matchAll(KEY))
    putTo(written.keys, word ?? quoted ?? '', index)
  return written
}

function stop(report: ReportAt, at: number, message: string): undefined {
  report(at, message)
}
