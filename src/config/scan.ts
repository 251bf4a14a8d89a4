/** A config's `scan`: checks beyond the schema, and conversion. */
import type { Check } from './check.js'
import { checkDate } from './dates.js'
import { type ConfigText, get, items, type Node, type Pair, pairs, text } from './nodes.js'
import type { WrittenConfig } from './schema.js'
import type { ScanSettings } from './types.js'

const NAME = '[A-Za-z_$][\\w$]*'
/** A name, or names joined by dots. */
const DOTTED = new RegExp(`^${NAME}(?:\\.${NAME})*$`)
/** `utils/http.js:wx.getStorageSync('base')`, `utils/settings#base`: as reports name a missing value. */
const OF_A_FILE = /^[^:#\s][^:#]*[:#]\S/

export function checkScan(node: Node | undefined, check: Check): void {
  const { texts } = check
  const root = get(node, 'root')
  if (root && !staysInside(text(root))) wrong(check, root, 'scan.root', texts.expected.inside)
  for (const { key, at } of pairs(get(node, 'define')))
    if (!DOTTED.test(key) && !OF_A_FILE.test(key))
      check.report(at, texts.wrong('scan.define', texts.expected.definable, shown(key)))
  for (const client of pairs(get(node, 'clients'))) checkClient(client, check)
  checkPatterns(items(get(node, 'exclude')), 'scan.exclude', check)
  const accepts = items(get(node, 'accept'))
  checkPatterns(
    accepts.flatMap((one) => get(one, 'file') ?? []),
    'scan.accept',
    check,
  )
  for (const one of accepts) checkDate(get(one, 'until'), check)
}

function checkClient({ key, at, value }: Pair, check: Check): void {
  const { texts, report } = check
  if (!DOTTED.test(key)) report(at, texts.wrong('scan.clients', texts.expected.callee, shown(key)))
  const base = get(value, 'base')
  const written = text(base)
  if (base && written !== undefined && written.trim() !== '' && !isBase(written))
    wrong(check, base, `scan.clients[${shown(key)}].base`, texts.expected.base)
}

const isBase = (url: string) => /^(?:https?|wss?|udp|tcp):\/\/[^/?#\s]/i.test(url) && URL.canParse(url)

function checkPatterns(nodes: readonly Node[], where: string, check: Check): void {
  for (const [index, node] of nodes.entries())
    if (!staysInside(text(node))) wrong(check, node, `${where}[${index}]`, check.texts.expected.inside)
}

/** Also true for values with another fault, which is reported elsewhere. */
function staysInside(path: string | undefined): boolean {
  if (path === undefined || path.trim() === '') return true
  return !/^(?:[\\/]|[a-z]:)/i.test(path) && !path.includes('\\') && !path.split('/').includes('..')
}

function wrong({ report, texts }: Check, node: Node, where: string, expected: string): void {
  report(node.at, texts.wrong(where, expected, shown(text(node) ?? '')))
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
