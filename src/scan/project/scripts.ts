/** Which files are shipped with the mini program, and which are left out and why. */
import type { LeftOut } from '../../facts/index.js'
import type { Family } from '../../types.js'
import { buildOf, elsewhereOf } from '../frameworks/builds.js'
import type { Home } from './home.js'
import { holdsScripts, isTypes, readAs } from './kinds.js'
import type { Left } from './left-out.js'
import { extensionOf, fileName, folderOf, within } from './paths.js'

export interface Scripts {
  scripts: string[]
  /** Scripts that belong to no mini program found here. */
  outside: string[]
  left: Left[]
}

export function scriptsOf(
  files: readonly string[],
  homes: readonly Home[],
  scope: readonly Family[],
): Scripts {
  const shipping = homes.filter(({ roots }) => roots.length > 0)
  const pages = homes.flatMap((home) => home.pages)
  const folders = new Set(['', ...homes.flatMap(({ folder, roots }) => [folder, ...roots])])
  const found: Scripts = { scripts: [], outside: [], left: [] }
  const patterns = patternsOf(homes, scope)
  for (const file of files) {
    if (readAs(file)?.kind === 'json') continue
    const reason = isTypes(file)
      ? 'types'
      : isTest(file, folders, pages)
        ? 'tests'
        : homes.some(({ server }) => server.some((folder) => within(file, folder)))
          ? 'server'
          : (builtElsewhere(file, homes, patterns) ?? unpacked(file, shipping))
    if (reason !== null) found.left.push({ reason, file })
    else if (!holdsScripts(file)) continue
    else if (homes.length > 0 && isOfTools(file, folders)) found.outside.push(file)
    else if (shipping.length === 0 || shipping.some((home) => ships(home, file))) found.scripts.push(file)
    else found.outside.push(file)
  }
  return found
}

/** Settings of a build beside what it builds: they import the tools themselves, which are megabytes. */
const isOfTools = (file: string, folders: ReadonlySet<string>) =>
  TOOLS.test(fileName(file)) && folders.has(folderOf(file))

const TOOLS =
  /^(?:vite|vitest|vue|webpack|rollup|babel|postcss|tailwind|windi|uno|unocss|jest|eslint|prettier|stylelint|commitlint)\.config\.[cm]?[jt]s$/

type Patterns = ReadonlyMap<Home['kind'], ReturnType<typeof elsewhereOf>>

function patternsOf(homes: readonly Home[], scope: readonly Family[]): Patterns {
  return new Map(
    homes.flatMap(({ kind }) => {
      const build = buildOf(kind)
      return build?.elsewhere ? [[kind, elsewhereOf(build, scope)] as const] : []
    }),
  )
}

function builtElsewhere(file: string, homes: readonly Home[], patterns: Patterns): LeftOut['reason'] | null {
  const bare = file.slice(0, file.length - extensionOf(file).length)
  for (const { kind, roots, otherPages, pages } of homes) {
    const elsewhere = patterns.get(kind)
    if (!elsewhere) continue
    if (otherPages.includes(bare)) return 'other-platform'
    if (pages.includes(bare)) return null
    for (const root of roots) {
      const path = root === '' ? file : file.slice(root.length + 1)
      const found = within(file, root) && elsewhere.find(([pattern]) => pattern.test(path))
      if (found) return found[1]
    }
  }
  return null
}

/** Every mini program that contains it excludes it from its package. */
function unpacked(file: string, homes: readonly Home[]): LeftOut['reason'] | null {
  const holding = homes.filter((home) => home.roots.some((root) => within(file, root)))
  return holding.length > 0 && !holding.some((home) => ships(home, file)) ? 'unpacked' : null
}

function ships({ roots, unpacked }: Home, file: string): boolean {
  return roots.some(
    (root) => within(file, root) && !unpacked(root === '' ? file : file.slice(root.length + 1)),
  )
}
const TEST_FILE = /\.(?:test|spec)\.[a-z]+$/i
const TEST_FOLDERS = new Set(['__tests__', '__mocks__'])
/** Next to a project's sources these hold tests; deeper down, a page may have such a name. */
const TOP_TEST_FOLDERS = new Set(['test', 'tests', 'e2e'])

function isTest(file: string, folders: ReadonlySet<string>, pages: readonly string[]): boolean {
  if (TEST_FILE.test(fileName(file))) return true
  const parts = file.split('/').slice(0, -1)
  return parts.some((part, index) => {
    if (TEST_FOLDERS.has(part)) return true
    if (!TOP_TEST_FOLDERS.has(part) || !folders.has(parts.slice(0, index).join('/'))) return false
    const folder = parts.slice(0, index + 1).join('/')
    return !pages.some((page) => within(page, folder))
  })
}
