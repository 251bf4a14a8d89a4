/** Mini programs made from another source: uni-app and Taro. */
import type { Family } from '../../types.js'
import { sourceRootOf } from './framework-config.js'
import { ALIPAY, type Home, nothing, pagesIn } from './home.js'
import { type JsonValue, memberAt, membersOf } from './json.js'
import { joined, within } from './paths.js'
import type { Reader } from './reader.js'

/** `manifest.json` beside `pages.json` in `folder`. */
export async function uniHome(folder: string, reader: Reader): Promise<Home> {
  const manifest = await reader.json(joined(folder, 'manifest.json') ?? '')
  const families: Family[] = []
  if (memberAt(manifest, 'mp-weixin')) families.push('wechat')
  if (memberAt(manifest, 'mp-alipay')) families.push(...ALIPAY)
  const pages = await pagesIn(folder, 'pages.json', reader)
  return { ...source('uni-app', folder, [folder]), families, pages }
}

/** A package that needs one of the frameworks. */
export async function packageHome(
  folder: string,
  files: readonly string[],
  reader: Reader,
): Promise<Home | null> {
  const json = await reader.json(joined(folder, 'package.json') ?? '')
  const kind = needs(json, '@tarojs/taro') ? 'taro' : needs(json, '@dcloudio/uni-app') ? 'uni-app' : null
  if (!kind) return null
  const named = kind === 'taro' ? await sourceRootOf(folder, files, reader) : null
  const root = joined(folder, named ?? 'src') ?? folder
  const roots = files.some((file) => within(file, root)) ? [root] : [folder]
  return { ...source(kind, folder, roots), families: builtFor(json) }
}

/** The source folder of a Taro project alone. */
export function taroSource(folder: string): Home {
  return source('taro', folder, [folder])
}

function source(kind: 'taro' | 'uni-app', folder: string, roots: string[]): Home {
  return { kind, folder, roots, unwalked: [], server: [], unpacked: nothing, families: [], pages: [] }
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
