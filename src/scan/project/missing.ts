/** Files that are referenced but missing, so their contents are unknown. One of them is reported for each cause. */

import type { PassedOver } from '../../facts/index.js'
import { putTo } from '../../grouping.js'
import { isOther, isTypes } from './kinds.js'
import { isInstalled } from './package-names.js'
import { extensionOf, fileName, folderOf, joined } from './paths.js'
import { isOfQuietPackage } from './quiet-packages.js'

export interface Missing {
  /** A page or a component that a list names, or an import. */
  name(one: PassedOver & { by: string }): void
  /** The ones the mini program refers to, one for each cause. */
  told(reaches: (file: string) => boolean): PassedOver[]
}

export function createMissing(
  isFolder: (folder: string) => boolean,
  /** What an import may mean, aliases applied; nothing if no alias is known. */
  meant: (specifier: string, from: string) => readonly (string | null)[],
): Missing {
  const named: (PassedOver & { by: string })[] = []
  const depth = (file: string) => {
    const folders = file.split('/').slice(0, -1)
    const gone = folders.findIndex((_, at) => !isFolder(folders.slice(0, at + 1).join('/')))
    return gone < 0 ? folders.length : gone
  }
  /** Of the files it may mean the one whose folders are there. */
  const placed = (specifier: string, by: string) =>
    meant(specifier, by)
      .flatMap((file) => file ?? [])
      .sort((one, other) => depth(other) - depth(one))[0] ?? specifier
  return {
    name: (one) => {
      const file = ALIASED.test(one.file) ? placed(one.file, one.by) : one.file
      if (!isOfQuietPackage(file)) named.push({ ...one, file })
    },
    told: (reaches) => {
      const own = named.filter(({ by }) => reaches(by))
      const first = [...new Map(own.toReversed().map((one) => [one.file, one])).values()].reverse()
      const outside = first.filter(({ reason }) => reason !== 'missing')
      const lost = first.filter(({ reason }) => reason === 'missing')
      return [...outside, ...ofOneName(ofOneFolder(lost, isFolder))]
    },
  }
}

/** `request.js`: a runtime takes a bare name for a relative path where it is no package's. Some packages are named so. */
const BARE_FILE = /^[\w-][\w./-]*\.[jt]s$/

const ALIASED = /^(?:[@~]|~@)\//

/** A path, or the usual alias of the source folder; packages that aren't installed are not project files. */
const PATH = /^(?:\.{1,2}|[@~]|~@)?\//

/** Styles and images aren't scripts; files missing inside packages are for platforms the packages handle themselves. */
export function missingImport(
  specifier: string,
  from: string,
  /** What a bare name may be in a runtime that takes it for a path; null where it is always a package. */
  packages: readonly string[] | null,
): (PassedOver & { by: string }) | null {
  const path = specifier.replace(/\?.*$/s, '')
  const isFile = packages !== null && BARE_FILE.test(path) && !packages.includes(path.split('/')[0] ?? '')
  if (
    !(PATH.test(path) || isFile) ||
    path.endsWith('/') ||
    isOther(path) ||
    isTypes(path) ||
    isInstalled(from)
  )
    return null
  // Settings make no calls; a missing value is reported where it is used. Page scripts (wxs, sjs) have no network API.
  if (/^\.(?:json|wxs|sjs)$/.test(extensionOf(path))) return null
  // Files that Cocos Creator copies into its output refer to other files there.
  if (/(?:^|\/)build-templates\//.test(from)) return null
  const file = path.startsWith('.') || isFile ? joined(folderOf(from), path) : path
  // Paths outside the folder are not followed.
  return file === null ? { file: path, reason: 'outside', by: from } : { file, reason: 'missing', by: from }
}

/** May it be a file by an alias that isn't known: `@components/card`, `utils/request`? */
export function mayBeAliased(specifier: string, folders: ReadonlySet<string>): boolean {
  const [first = ''] = specifier.replace(/^[@~#$]+\/?/, '').split('/')
  return !specifier.startsWith('.') && !isOther(specifier.replace(/\?.*$/s, '')) && folders.has(first)
}

/** Copies of these make requests, or the name is one a project's own script may have. */
const ASKING = /request|http|fetch|axios|ajax|socket|api|sdk|client|cloud|mqtt|fly/i

/** `libs/dayjs/plugin/isoWeek.js`: a task copies the package there before it is built. */
export function isCopied(specifier: string, packages: readonly string[]): boolean {
  const folders = specifier.split('/').slice(0, -1)
  return packages.some((name) => name.length > 2 && !ASKING.test(name) && folders.includes(name))
}

/** A missing folder (a submodule, generated code) is the one cause for everything expected in it. */
function ofOneFolder(lost: readonly PassedOver[], isFolder: (folder: string) => boolean): PassedOver[] {
  const folder = ({ file }: PassedOver) => {
    const parts = file.split('/').slice(0, -1)
    const at = parts.findIndex((_, index) => !isFolder(parts.slice(0, index + 1).join('/')))
    return at < 0 ? null : `${parts.slice(0, at + 1).join('/')}/`
  }
  return together(lost, folder).map((one) => (one.files ? { ...one, file: folder(one) ?? one.file } : one))
}

/** The same name in many folders: a build copies the file next to each of its users. */
function ofOneName(lost: readonly PassedOver[]): PassedOver[] {
  const bare = (file: string) => file.slice(0, file.length - extensionOf(file).length)
  return together(lost, ({ file, files }) =>
    files || fileName(bare(file)) === 'index' ? null : fileName(bare(file)),
  )
}

/** The first item of each key represents all of them; items without a key represent themselves. */
function together(lost: readonly PassedOver[], keyOf: (one: PassedOver) => string | null): PassedOver[] {
  const groups = new Map<string, PassedOver[]>()
  for (const one of lost) {
    const key = keyOf(one) ?? `=${one.file}`
    putTo(groups, key, one)
  }
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first ? (rest.length === 0 ? first : { ...first, files: rest.length + 1 }) : [],
  )
}
