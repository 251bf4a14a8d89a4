/** A config's `scan`: checks beyond the schema, and conversion. */
import type { Check } from './check.js'
import { checkDate } from './dates.js'
import { type ConfigText, get, items, type Node, pairs } from './nodes.js'
import type { WrittenConfig } from './schema.js'
import type { ScanSettings } from './types.js'

const NAME = '[A-Za-z_$][\\w$]*'
/** A name, or names joined by dots. */
const DOTTED = new RegExp(`^${NAME}(?:\\.${NAME})*$`)
/** `utils/http.js:wx.getStorageSync('base')`, `utils/settings#base`: as reports name a missing value. */
const OF_A_FILE = /^[^:#\s][^:#]*[:#]\S/

export function checkScan(node: Node | undefined, check: Check): void {
  const { texts } = check
  for (const { key, at } of pairs(get(node, 'define')))
    if (!DOTTED.test(key) && !OF_A_FILE.test(key))
      check.report(at, texts.wrong('scan.define', texts.expected.definable, shown(key)))
  for (const { key, at } of pairs(get(node, 'clients')))
    if (!DOTTED.test(key)) check.report(at, texts.wrong('scan.clients', texts.expected.callee, shown(key)))
  for (const one of items(get(node, 'accept'))) checkDate(get(one, 'until'), check)
}

const shown = (written: string) => JSON.stringify(written.slice(0, 80))

const clientOf = ({ api, url = 0, base }: NonNullable<WrittenScan['clients']>[string]) => ({
  api: api === 'socket' ? ('connectSocket' as const) : api,
  url,
  base: base ?? null,
})

type WrittenScan = NonNullable<WrittenConfig['scan']>

/** Every part with its position, so that a report can refer to it. */
export function buildScan(
  written: WrittenScan,
  node: Node | undefined,
  { file, position }: ConfigText,
): ScanSettings {
  const at = (one: { at: number } | undefined) => ({ file, ...position(one?.at ?? node?.at ?? 0) })
  const keys = (name: string) => pairs(get(node, name))
  const elements = (name: string) => items(get(node, name))
  const { root, mode, define = {}, clients = {}, exclude = [], accept = [] } = written
  return {
    root: root === undefined ? null : { path: root, place: at(get(node, 'root')) },
    mode: mode === undefined ? null : { mode, place: at(get(node, 'mode')) },
    define: keys('define').flatMap((pair) => {
      const value = define[pair.key]
      return value === undefined ? [] : [{ name: pair.key, value, place: at(pair) }]
    }),
    clients: keys('clients').flatMap((pair) => {
      const one = clients[pair.key]
      return one ? [{ name: pair.key, ...clientOf(one), place: at(pair) }] : []
    }),
    exclude: exclude.map((pattern, index) => ({ pattern, place: at(elements('exclude')[index]) })),
    accept: accept.map((one, index) => ({ ...one, place: at(elements('accept')[index]) })),
  }
}
