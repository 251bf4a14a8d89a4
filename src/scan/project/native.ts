/** Mini programs written for the platform itself: WeChat and Alipay. */
import { ALIPAY, type Home, NO_PAGES, nothing, pagesIn } from './home.js'
import { type JsonValue, listAt, memberAt, textAt } from './json.js'
import { extensionOf, joined, within } from './paths.js'
import type { Reader } from './reader.js'

/** `project.config.json` in `folder`; miniprogramRoot and pluginRoot are client code, cloudfunctionRoot is not. */
export async function wechatHome(folder: string, files: readonly string[], reader: Reader): Promise<Home> {
  const config = await reader.json(joined(folder, 'project.config.json') ?? '')
  const own = await reader.json(joined(folder, 'project.private.config.json') ?? '')
  const setting = (key: string) => textAt(own, key) ?? textAt(config, key)
  const named = ['miniprogramRoot', 'srcMiniprogramRoot', 'pluginRoot'].map(setting)
  const server = ['cloudfunctionRoot', 'cloudcontainerRoot'].map(setting)
  return {
    kind: 'wechat',
    folder,
    ...rootsOf(folder, named, files),
    server: foldersOf(folder, server).filter((one) => one !== folder),
    unpacked: unpackedBy(config),
    families: ['wechat'],
    ...NO_PAGES,
  }
}

/** `mini.project.json` in `folder`. */
export async function alipayHome(folder: string, files: readonly string[], reader: Reader): Promise<Home> {
  const config = await reader.json(joined(folder, 'mini.project.json') ?? '')
  const named = ['miniprogramRoot', 'pluginRoot'].map((key) => textAt(config, key))
  return {
    kind: 'alipay',
    folder,
    ...rootsOf(folder, named, files),
    server: [],
    unpacked: nothing,
    families: ALIPAY,
    ...NO_PAGES,
  }
}

/** `app.json` or `game.json` without a project file: what a build writes, or a part of a project. */
export async function bareHome(
  folder: string,
  file: string,
  files: readonly string[],
  reader: Reader,
): Promise<Home | null> {
  const list = joined(folder, file) ?? file
  const json = await reader.json(list)
  const isApp = ['pages', 'subPackages', 'subpackages'].some((key) =>
    Array.isArray(memberAt(json, key)?.member.value),
  )
  if (file === 'app.json' ? !isApp : memberAt(json, 'deviceOrientation') === undefined) return null
  const markup = new Set(files.filter((one) => within(one, folder)).map(extensionOf))
  const isAlipay = markup.has('.axml') && !markup.has('.wxml')
  const pages = pagesIn(folder, json)
  return {
    ...{ kind: isAlipay ? 'alipay' : 'wechat', folder, roots: [folder], unwalked: [], server: [] },
    ...{ ...NO_PAGES, pages, list: file === 'app.json' ? list : null },
    unpacked: nothing,
    families: isAlipay ? ALIPAY : ['wechat'],
  }
}

function foldersOf(folder: string, named: readonly (string | undefined)[]): string[] {
  const paths = named.flatMap((one) => (one === undefined || one === '' ? [] : (joined(folder, one) ?? [])))
  return [...new Set(paths)]
}

/** Named folders nothing was walked in are output of a build, or missing: then the whole folder is source. */
function rootsOf(
  folder: string,
  named: readonly (string | undefined)[],
  files: readonly string[],
): { roots: string[]; unwalked: string[] } {
  const all = foldersOf(folder, named)
  const walked = all.filter((root) => files.some((file) => within(file, root)))
  const unwalked = all.filter((root) => !walked.includes(root))
  return { roots: walked.length > 0 ? walked : [folder], unwalked }
}

/** `packOptions.ignore`: paths are those below miniprogramRoot. Patterns are left alone: more is read then, never less. */
function unpackedBy(config: JsonValue | undefined): (path: string) => boolean {
  const tests = listAt(config, 'packOptions', 'ignore').flatMap((one) => {
    const value = textAt(one, 'value')?.replace(/^(?:\.?\/)+/, '')
    const test = value ? PACKING[textAt(one, 'type') ?? ''] : undefined
    return test && value ? [(path: string) => test(path, value)] : []
  })
  return (path) => tests.some((test) => test(path))
}

const PACKING: Record<string, (path: string, value: string) => boolean> = {
  folder: (path, value) => within(path, value.replace(/\/+$/, '')),
  file: (path, value) => path === value,
  suffix: (path, value) => path.endsWith(value),
  prefix: (path, value) => path.startsWith(value),
}
