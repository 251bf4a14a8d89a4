/** Mini programs made from another source: uni-app and Taro. */
import { FAMILIES, type Family } from '../../types.js'
import { BUILDS, type Build } from '../frameworks/builds.js'
import { textsAt } from './framework-config.js'
import { type Home, NO_PAGES, nothing, pagesIn } from './home.js'
import { type JsonValue, memberAt, membersOf, textAt } from './json.js'
import { PAGES } from './kinds.js'
import { folderOf, joined, within } from './paths.js'
import type { Reader } from './reader.js'

/** `manifest.json` beside `pages.json` in `folder`. */
export async function uniHome(folder: string, reader: Reader): Promise<Home> {
  const manifest = await reader.json(joined(folder, 'manifest.json') ?? '', { isConditional: true })
  const { targets } = BUILDS.find(({ kind }) => kind === 'uni-app') ?? { targets: null }
  const families = FAMILIES.filter((family) => targets?.[family].some((part) => memberAt(manifest, part)))
  const list = joined(folder, 'pages.json') ?? 'pages.json'
  const pages = pagesIn(folder, await reader.json(list, { isConditional: true }))
  const everywhere = pagesIn(folder, await reader.json(list))
  const otherPages = everywhere.filter((page) => !pages.includes(page))
  const vue = (await vueOf(manifest, folder, reader)) ?? null
  return { ...source('uni-app', folder, [folder]), families, pages, list, otherPages, vue }
}

/** manifest.json names the version; uni-app x has only one, and package.json lists what it needs. */
async function vueOf(manifest: JsonValue | undefined, folder: string, reader: Reader): Promise<2 | 3 | null> {
  const named = memberAt(manifest, 'vueVersion')?.member.value
  if (memberAt(manifest, 'uni-app-x') || String(named) === '3') return 3
  if (String(named) === '2') return 2
  for (const place of new Set([folder, folderOf(folder)])) {
    const json = await reader.json(joined(place, 'package.json') ?? '')
    const version = /\d/.exec(textAt(json, 'dependencies', 'vue') ?? '')?.[0]
    if (version === '2' || version === '3') return Number(version) as 2 | 3
  }
  return null
}

/** A package that needs one of the frameworks. */
export async function packageHome(
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<Home | null> {
  const json = await reader.json(joined(folder, 'package.json') ?? '')
  const build = BUILDS.find(({ neededBy }) => neededBy?.some((name) => needs(json, name)))
  if (!build) return null
  const named = build.source?.named && (await textsAt(build.source.named, folder, files, reader))[0]
  const root = joined(folder, named ?? build.source?.folder ?? '') ?? folder
  const holds = (one: string) => files.some((file) => within(file, one))
  const copied = (build.source?.copied ?? []).flatMap((one) => joined(folder, one) ?? []).filter(holds)
  const roots = holds(root) ? [root, ...copied] : [folder]
  const lister = listerOf(build, holds(root) ? root : folder, files)
  if (!build.kind) return { ...source('plain', folder, roots), ...lister }
  const home = { ...source(build.kind, folder, roots), ...lister, families: builtFor(json, build) }
  return build.kind === 'uni-app' ? { ...home, vue: null } : home
}

/** mpx may keep the script of a component in a file of its own beside it. */
const LISTING = ['.wpy', '.mpx', ...PAGES, '.json']

/** The first file in `root` that may list the pages. */
function listerOf(
  { lists = [], targets }: Build,
  root: string,
  files: readonly string[],
): Pick<Home, 'lister'> {
  const named = lists.flatMap((name) => LISTING.map((ending) => joined(root, `${name}${ending}`)))
  const file = named.find((one) => one !== null && files.includes(one))
  if (!file) return {}
  const exports = /\.config\.\w+$/.test(file)
    ? ['default', '=', ...new Set(Object.values(targets).flat())]
    : []
  return { lister: { file, exports } }
}

/** A folder with a set of files that only such source has. */
export function markedHome(folder: string, names: ReadonlySet<string>): Home | null {
  const build = BUILDS.find(
    ({ kind, marks }) => kind && marks?.every((one) => [...names].some((name) => one.test(name))),
  )
  if (!build?.kind) return null
  const files = [...names].map((name) => joined(folder, name) ?? name)
  return { ...source(build.kind, folder, [folder]), ...listerOf(build, folder, files) }
}

function source(kind: 'taro' | 'uni-app' | 'plain', folder: string, roots: string[]): Home {
  return { kind, folder, roots, unwalked: [], server: [], unpacked: nothing, families: [], ...NO_PAGES }
}

function needs(json: JsonValue | undefined, name: string): boolean {
  return ['dependencies', 'devDependencies', 'peerDependencies'].some((key) => memberAt(json, key, name))
}

/** From `build:weapp`, `taro build --type alipay`, `uni -p mp-weixin`. */
function builtFor(json: JsonValue | undefined, { targets }: Build): Family[] {
  const scripts = membersOf(memberAt(json, 'scripts')?.member)
  const words = scripts.flatMap(([name, { member }]) => [
    ...name.split(/[^\w-]+/),
    ...String(member.value).split(/[\s=]+/),
  ])
  return FAMILIES.filter((family) => words.some((word) => targets[family].includes(word)))
}
