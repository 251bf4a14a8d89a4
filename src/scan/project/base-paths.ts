/**
 * `process.env.BASE_URL` of Vue CLI and `import.meta.env.BASE_URL` of Vite: no setting of the environment, but the path
 * that the build's own output lies under (cli.vuejs.org/config/#publicpath, vite.dev/guide/env-and-mode).
 */
import { lineStarts } from '../lines.js'
import type { BuildConstant } from '../types.js'
import { parseConfigFile, toldBy } from './build-values.js'
import type { Home } from './home.js'
import { memberAt, membersOf } from './json.js'
import { folderOf, joined } from './paths.js'
import type { Reader } from './reader.js'
import { type AstNode, childrenOf, isNode, keyOf } from './tree.js'

interface Build {
  path: string
  /** In the dependencies or the scripts of package.json. */
  signs: RegExp
  configs: readonly string[]
  keys: readonly string[]
}

const BUILDS: readonly Build[] = [
  {
    path: 'process.env.BASE_URL',
    signs: /(?:^|[\s/])(?:@vue\/cli-service|vue-cli-service|mpx-cli-service|@mpxjs\/mpx-cli-service)(?:$|\s)/,
    configs: ['vue.config', 'mpx.config'],
    keys: ['publicPath', 'baseUrl'],
  },
  {
    path: 'import.meta.env.BASE_URL',
    signs: /(?:^|[\s/])(?:vite|vite-plugin-uni)(?:$|\s)/,
    configs: ['vite.config'],
    keys: ['base'],
  },
]

/** Both are `/` unless a configuration says otherwise; none for a build that isn't used. */
export function basePathsOf(
  homes: readonly Home[],
  files: readonly string[],
  reader: Reader,
): BuildConstant[] {
  const found = new Map<string, BuildConstant>()
  for (const { folder } of homes) {
    for (const build of BUILDS) {
      const at = builtIn(folder, build, reader)
      const constant = at === null || found.has(build.path) ? null : constantIn(at, build, files, reader)
      if (constant) found.set(build.path, constant)
    }
  }
  return [...found.values()]
}

/** The nearest package.json that names the build. */
function builtIn(folder: string, { signs }: Build, reader: Reader): string | null {
  for (let at = folder; ; at = folderOf(at)) {
    const json = reader.manifest(joined(at, 'package.json') ?? 'package.json')
    const names = ['dependencies', 'devDependencies'].flatMap((key) =>
      membersOf(memberAt(json, key)?.member).map(([name]) => name),
    )
    const scripts = membersOf(memberAt(json, 'scripts')?.member).map(([, { member }]) => String(member.value))
    if ([...names, ...scripts].some((one) => signs.test(one))) return at
    if (at === '') return null
  }
}

/** Null where the configuration computes it. */
function constantIn(
  folder: string,
  { path, configs, keys }: Build,
  files: readonly string[],
  reader: Reader,
): BuildConstant | null {
  const manifest = joined(folder, 'package.json') ?? 'package.json'
  for (const name of configs) {
    const own = new Set(
      ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts'].map((one) => joined(folder, `${name}.${one}`)),
    )
    for (const file of files.filter((one) => own.has(one))) {
      const written = writtenIn(file, keys, reader)
      if (written === 'computed') return null
      if (written) return { path, ...written, file, lines: lineStarts(reader.peek(file) ?? '') }
    }
  }
  return { path, value: '/', file: manifest, lines: lineStarts(reader.peek(manifest) ?? ''), pos: 0 }
}

function writtenIn(
  file: string,
  keys: readonly string[],
  reader: Reader,
): Pick<BuildConstant, 'value' | 'pos'> | 'computed' | null {
  const text = reader.peek(file) ?? ''
  if (!keys.some((key) => text.includes(key))) return null
  const given = { variables: new Map(), environment: new Map() }
  const config = parseConfigFile(file, text, () => null, given)
  const value = config && valueAt(config.program, keys)
  if (!config || !value) return config ? null : 'computed'
  const told = toldBy({ node: value, of: config })
  if (typeof told?.value !== 'string') return 'computed'
  return { value: told.value === './' ? '' : told.value, pos: Number(told.node.start ?? 0) }
}

/** The first setting by one of these names, the outermost before those within it. */
function valueAt(program: AstNode, keys: readonly string[]): AstNode | null {
  const waiting: AstNode[] = [program]
  for (const node of waiting) {
    const isIt = node.type === 'ObjectProperty' && keys.includes(keyOf(node) ?? '')
    if (isIt && isNode(node.value)) return node.value
    for (const child of childrenOf(node)) waiting.push(child)
  }
  return null
}
