/** Mini programs written for the platform itself. */
import { familyData, NATIVE_FAMILIES, type NativeFamily, projectOf } from '../../platforms/index.js'
import { FAMILIES, type Family } from '../../types.js'
import { type Home, NO_PAGES, nothing, pagesIn } from './home.js'
import { type JsonValue, listAt, memberAt, textAt } from './json.js'
import { extensionOf, fileName, folderOf, joined, within } from './paths.js'
import type { Reader } from './reader.js'

/**
 * A project file of these families in `folder`: the one whose pages lie there, else the first. Folders of client code
 * are source, those of server code are not.
 */
export async function nativeHome(
  folder: string,
  families: readonly Family[],
  { files, markup }: { files: readonly string[]; markup: readonly string[] },
  reader: Reader,
): Promise<Home> {
  const [kind, own] = byMarkup(folder, families, [...files, ...markup])
  const { files: names, roots, server, hasPacking } = projectOf(kind)
  const configs: (JsonValue | undefined)[] = []
  for (const name of names) configs.push(await reader.json(joined(folder, name) ?? ''))
  const setting = (key: string) =>
    configs.reduce<string | undefined>((found, config) => found ?? textAt(config, key), undefined)
  const served = server.map(setting)
  return {
    kind,
    folder,
    ...rootsOf(folder, roots.map(setting), files),
    server: foldersOf(folder, served).filter((one) => one !== folder),
    unpacked: hasPacking ? unpackedBy(configs.at(-1)) : nothing,
    families: own,
    ...NO_PAGES,
  }
}

/** The native kind whose pages lie in the folder, and the families that share it. */
function byMarkup(
  folder: string,
  families: readonly Family[],
  files: readonly string[],
): [NativeFamily, Family[]] {
  const found = files.filter((one) => within(one, folder)).map(extensionOf)
  const count = (family: NativeFamily) => found.filter((one) => one === projectOf(family).markup).length
  const kinds = NATIVE_FAMILIES.filter((family) => families.includes(family))
  // One page copied unchanged from another platform doesn't make the project that platform's.
  const [kind = NATIVE_FAMILIES[0]] = [...kinds].sort((one, other) => count(other) - count(one))
  const {
    files: [file],
    markup,
  } = projectOf(kind)
  const alike = families.filter((family) => {
    const own = familyData(family).source.project
    return own?.files[0] === file && own?.markup === markup
  })
  return [kind, alike]
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
  const [kind, families] = byMarkup(folder, FAMILIES, files)
  const pages = pagesIn(folder, json)
  return {
    ...{ kind, folder, roots: [folder], unwalked: [], server: [] },
    ...{ ...NO_PAGES, pages, list: file === 'app.json' ? list : null },
    unpacked: nothing,
    families,
  }
}

function foldersOf(folder: string, named: readonly (string | undefined)[]): string[] {
  const paths = named.flatMap((one) => (one === undefined || one === '' ? [] : (joined(folder, one) ?? [])))
  return [...new Set(paths)]
}

/**
 * Named folders without walked files are build output, or missing: then source is whatever begins below, or else the
 * whole folder.
 */
function rootsOf(
  folder: string,
  named: readonly (string | undefined)[],
  files: readonly string[],
): { roots: string[]; unwalked: string[] } {
  const all = foldersOf(folder, named)
  const walked = all.filter((root) => files.some((file) => within(file, root)))
  const unwalked = all.filter((root) => !walked.includes(root))
  if (walked.length > 0) return { roots: walked, unwalked }
  const begun = unwalked.length > 0 ? begunIn(folder, files) : []
  return { roots: begun.length > 0 ? begun : [folder], unwalked }
}

/** The topmost folders in which an app begins; none if the folder itself is one. */
function begunIn(folder: string, files: readonly string[]): string[] {
  const lists = files.filter((file) => fileName(file) === 'app.json' && within(file, folder))
  const folders = lists.map(folderOf)
  if (folders.includes(folder)) return []
  return folders.filter((one) => !folders.some((other) => other !== one && within(one, other)))
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
