/** Names that a build replaces: DefinePlugin, Vite's `define`, Taro's `env` and `defineConstants`, `config/prod.env`. */
import { lineStarts } from '../lines.js'
import type { BuildConstant, BuildSetting } from '../types.js'
import {
  type ConfigFile,
  exportsOf,
  follow,
  parseConfigFile,
  propertiesOf,
  readCode,
  type Told,
  toldBy,
} from './build-values.js'
import type { Home } from './home.js'
import { folderOf, joined } from './paths.js'
import type { Reader } from './reader.js'
import { type AstNode, childrenOf, isNode, keyOf } from './tree.js'

/** By the frameworks' conventions: later ones win, as in a production build. */
const CONFIGS =
  /^(?:(?:vite|vue|mpx|webpack|chameleon|wepy)\.config|config\/(?:index|prod|index\.prod|production)|build\/[\w.-]+|config\/webpack[\w.-]*|webpack[\w.-]*)\.[cm]?[jt]s$/
/** Vue CLI 2 and mpvue: the file's own object is `process.env`. */
const PROD_ENV = /^config\/prod\.env\.[cm]?[jt]s$/
const OTHER_BUILD = /(?:^|[./-])dev(?:elopment)?(?:[.-]|$)/

interface Written {
  path: string
  told: Told
}

export async function buildConstantsOf(
  homes: readonly Home[],
  files: readonly string[],
  reader: Reader,
  variables: readonly BuildConstant[] = [],
  settings: readonly BuildSetting[] = [],
): Promise<BuildConstant[]> {
  // If there are several values, the configuration would take one of them: it counts as unset.
  const single = variables.filter((one) =>
    variables.every((other) => other === one || other.path !== one.path),
  )
  const set = new Map(single.map(({ path, value }) => [path, value]))
  const open = openerOf(files, reader, set, settings)
  const found = new Map<string, BuildConstant>()
  for (const folder of foldersOf(homes)) {
    const inside = files.filter((file) => folder === '' || file.startsWith(`${folder}/`))
    for (const file of inside) {
      const own = folder === '' ? file : file.slice(folder.length + 1)
      if (OTHER_BUILD.test(own) || !(CONFIGS.test(own) || PROD_ENV.test(own))) continue
      const config = open(file)
      const written = config ? (PROD_ENV.test(own) ? environmentIn(config) : definitionsIn(config)) : []
      for (const one of written) found.set(one.path, constantOf(one, reader))
    }
  }
  return [...found.values()]
}

/** A project file may lie in `src`, its configuration beside `package.json`. */
function foldersOf(homes: readonly Home[]): string[] {
  const folders = new Set(homes.length === 0 ? [''] : [])
  for (const { folder } of homes) {
    for (let at = folder; ; at = folderOf(at)) {
      folders.add(at)
      if (at === '') break
    }
  }
  // The nearest to the project wins: it is read last.
  return [...folders].sort((a, b) => a.length - b.length)
}

function openerOf(
  files: readonly string[],
  reader: Reader,
  variables: ConfigFile['variables'],
  settings: readonly BuildSetting[],
): (file: string) => ConfigFile | null {
  const known = new Map<string, ConfigFile | null>()
  const there = new Set(files)
  const open = (file: string): ConfigFile | null => {
    const before = known.get(file)
    if (before !== undefined) return before
    known.set(file, null)
    const text = reader.peek(file)
    const load = (specifier: string): ConfigFile | null => {
      if (!/^\.{1,2}\//.test(specifier)) return null
      const path = joined(folderOf(file), specifier)
      const candidates = path === null ? [] : ['', '.js', '.ts', '.cjs', '.mjs', '/index.js', '/index.ts']
      const target = candidates.map((ending) => `${path}${ending}`).find((one) => there.has(one))
      return target === undefined ? null : open(target)
    }
    const environment = environmentOf(file, settings)
    const made = text === null ? null : parseConfigFile(file, text, load, { variables, environment })
    known.set(file, made)
    return made
  }
  return open
}

/** Several applications in one repository have their own files: the nearest `.env` files count. */
function environmentOf(file: string, settings: readonly BuildSetting[]): Map<string, string> {
  const shared = (other: string) => {
    const [one, two] = [folderOf(file).split('/'), folderOf(other).split('/')]
    const apart = one.findIndex((part, at) => part !== two[at])
    return apart < 0 ? one.length : apart
  }
  const nearestLast = [...settings].sort((a, b) => shared(a.file) - shared(b.file))
  return new Map(nearestLast.map(({ name, text }) => [name, text]))
}

function environmentIn(config: ConfigFile): Written[] {
  const exported = exportsOf(config)
  return exported ? coded(propertiesOf(exported), 'process.env.') : []
}

function definitionsIn(config: ConfigFile): Written[] {
  const written: Written[] = []
  const waiting: AstNode[] = [config.program]
  for (let node = waiting.shift(); node; node = waiting.shift()) {
    written.push(...definedBy(node, config))
    waiting.push(...childrenOf(node))
  }
  return written
}

/** The constants in one `define: {…}`, `new DefinePlugin({…})`, `env: {…}`, `defineConstants: {…}` or mpx's `defs: {…}`. */
function definedBy(node: AstNode, of: ConfigFile): Written[] {
  const object = (value: unknown) => {
    const found = isNode(value) ? follow(value, of) : null
    return found ? propertiesOf(found) : new Map<string, { node: AstNode; of: ConfigFile }>()
  }
  if (node.type === 'NewExpression' && /DefinePlugin$/.test(calleeName(node.callee))) {
    const [first] = Array.isArray(node.arguments) ? node.arguments : []
    return coded(object(first), '')
  }
  if (node.type === 'CallExpression' && calleeName(node.callee) === 'merge') {
    const [first] = Array.isArray(node.arguments) ? node.arguments : []
    return prefixIn(object(first), object)
  }
  if (node.type !== 'ObjectProperty') return []
  switch (keyOf(node)) {
    // wepy 1: `wepy.$appConfig`.
    case 'appConfig':
      return [...object(node.value)].flatMap(([name, value]) => {
        const told = toldBy(value)
        return told ? [{ path: `wepy.$appConfig.${name}`, told }] : []
      })
    case 'define':
    case 'defineConstants':
      return coded(object(node.value), '')
    case 'env':
      return coded(object(node.value), 'process.env.')
    case 'defs':
      return [...object(node.value)].flatMap(([path, value]) => {
        const told = toldBy(value) ?? modeIn(value)
        return told ? [{ path, told }] : []
      })
    default:
      return []
  }
}

/** chameleon's `cml.config.merge({ wx: { build: { apiPrefix } } })`: of the mini program that is written first. */
function prefixIn(
  targets: ReturnType<typeof propertiesOf>,
  object: (value: unknown) => ReturnType<typeof propertiesOf>,
): Written[] {
  for (const [target, { node }] of targets) {
    const value = /^(?:web|weex|base)$/.test(target) ? undefined : object(node).get('build')
    const prefix = value && object(value.node).get('apiPrefix')
    const told = prefix && toldBy(prefix)
    if (told) return [{ path: 'cml.apiPrefix', told }]
  }
  return []
}

/** `defs: { __env__: process.env.NODE_ENV }`: the value in the release build. */
function modeIn({ node, of }: { node: AstNode; of: ConfigFile }): Told | null {
  const { type, object, property } = node
  const isMode =
    type === 'MemberExpression' && isNode(object) && isNode(property) && property.name === 'NODE_ENV'
  return isMode && isNode(object.property) && object.property.name === 'env'
    ? { value: 'production', node, of }
    : null
}

const calleeName = (callee: unknown): string =>
  isNode(callee) ? String(callee.name ?? (isNode(callee.property) ? callee.property.name : '')) : ''

/** Values are code; objects go one level deeper: `'process.env': { A: '"…"' }`. */
function coded(properties: ReturnType<typeof propertiesOf>, before: string): Written[] {
  return [...properties].flatMap(([name, value]): Written[] => {
    const path = `${before}${name}`
    const inner = follow(value.node, value.of)
    if (inner?.node.type === 'ObjectExpression') return coded(propertiesOf(inner), `${path}.`)
    const told = toldBy(value)
    const read = told && readCode(told)
    return read ? [{ path, told: read }] : []
  })
}

function constantOf({ path, told }: Written, reader: Reader): BuildConstant {
  const { file } = told.of
  const lines = lineStarts(reader.peek(file) ?? '')
  return { path, value: told.value, file, lines, pos: Number(told.node.start ?? 0) }
}
