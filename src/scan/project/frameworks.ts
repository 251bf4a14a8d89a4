/** Mini programs made from another source: uni-app and Taro. */
import type { Family } from '../../types.js'
import { sourceRootOf } from './framework-config.js'
import { ALIPAY, type Home, NO_PAGES, nothing, pagesIn } from './home.js'
import { type JsonValue, memberAt, membersOf, textAt } from './json.js'
import { folderOf, joined, within } from './paths.js'
import type { Reader } from './reader.js'

/** `manifest.json` beside `pages.json` in `folder`. */
export async function uniHome(folder: string, reader: Reader): Promise<Home> {
  const manifest = await reader.json(joined(folder, 'manifest.json') ?? '', { isConditional: true })
  const families: Family[] = []
  if (memberAt(manifest, 'mp-weixin')) families.push('wechat')
  if (memberAt(manifest, 'mp-alipay')) families.push(...ALIPAY)
  const list = joined(folder, 'pages.json') ?? 'pages.json'
  const pages = pagesIn(folder, await reader.json(list, { isConditional: true }))
  const everywhere = pagesIn(folder, await reader.json(list))
  const otherPages = everywhere.filter((page) => !pages.includes(page))
  const vue = (await vueOf(manifest, folder, reader)) ?? null
  return { ...source('uni-app', folder, [folder]), families, pages, list, otherPages, vue }
}

/** manifest.json names the version; uni-app x knows only one, and a package has what it needs. */
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
  const kind = needs(json, '@tarojs/taro') ? 'taro' : needs(json, '@dcloudio/uni-app') ? 'uni-app' : null
  if (!kind) {
    const made = OTHERS.some((name) => needs(json, name))
    return made ? source('plain', folder, [folder]) : null
  }
  const named = kind === 'taro' ? await sourceRootOf(folder, files, reader) : null
  const root = joined(folder, named ?? 'src') ?? folder
  const roots = files.some((file) => within(file, root)) ? [root] : [folder]
  const home = { ...source(kind, folder, roots), families: builtFor(json) }
  return kind === 'uni-app' ? { ...home, vue: null } : home
}

/** The source folder of a Taro project alone. */
export function taroSource(folder: string): Home {
  return source('taro', folder, [folder])
}

/** What wepy, mpvue, mpx, chameleon, megalo, remax and kbone are asked for by: all of the package is their source. */
const OTHERS = [
  ...['wepy', '@wepy/core', 'mpvue', '@mpxjs/core', 'chameleon-runtime', 'chameleon-api', 'chameleon-tool'],
  ...['megalo', '@megalo/target', 'remax', '@remax/one', 'mp-webpack-plugin', 'miniprogram-render', 'rax'],
]

function source(kind: 'taro' | 'uni-app' | 'plain', folder: string, roots: string[]): Home {
  return { kind, folder, roots, unwalked: [], server: [], unpacked: nothing, families: [], ...NO_PAGES }
}

function needs(json: JsonValue | undefined, name: string): boolean {
  return ['dependencies', 'devDependencies', 'peerDependencies'].some((key) => memberAt(json, key, name))
}

/** From `build:weapp`, `taro build --type alipay`, `uni -p mp-weixin`. */
function builtFor(json: JsonValue | undefined): Family[] {
  const scripts = membersOf(memberAt(json, 'scripts')?.member)
  const words = scripts.flatMap(([name, { member }]) => [
    ...name.split(/[^\w-]+/),
    ...String(member.value).split(/[\s=]+/),
  ])
  const families: Family[] = []
  if (words.some((word) => word === 'weapp' || word === 'mp-weixin')) families.push('wechat')
  if (words.some((word) => word === 'alipay' || word === 'mp-alipay')) families.push(...ALIPAY)
  return families
}
